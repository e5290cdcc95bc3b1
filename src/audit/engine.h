// The audit: runs every check of the table (checks.h) that the pack has a rule for
// over one analysed article, and pushes what they find to a sink.
//
//   std::vector<Finding> found;
//   const AuditSummary summary =
//       audit(document, analysis, pack, {}, [&](Finding finding) { found.push_back(std::move(finding)); });
//
// Findings come check by check, each check's in text order; who wants them by
// severity sorts them. They point into `pack`, which must outlive them. What a silence
// of the article (silences.h) holds for comes too, with its suppression.
#pragma once

#include <cstdint>
#include <string_view>

#include "attribution/analysis.h"
#include "audit/finding.h"
#include "audit/silences.h"
#include "document/document.h"
#include "rules/pack.h"

namespace selon {

struct AuditOptions {
  bool strict = false;    ///< also rules marked strict-only, and plain facts without a source
  bool with_off = false;  ///< also rules that are off
  /// What a file beside the article silences, each with its place ("a.txt.selon:3").
  std::vector<std::pair<SilenceWords, std::string>> silences = {};
  std::vector<SilenceMistake> silence_mistakes = {};  ///< lines of that file that are no silences
};

/// The article in figures. `lacking` counts the own-voice statements that have an
/// attribution.missing or attribution.conditional finding.
struct AuditSummary {
  std::uint32_t statements = 0;
  std::uint32_t attributed = 0;
  std::uint32_t credited = 0;
  std::uint32_t carried = 0;
  std::uint32_t own_voice = 0;
  std::uint32_t lacking = 0;
  std::uint32_t sources = 0;
};

AuditSummary audit(const Document& document, const Analysis& analysis, const Pack& pack,
                   const AuditOptions& options, const FindingSink& sink);

/// Whether a check of that id exists. A pack's audit rule without one does nothing:
/// `selon rules check` says so.
[[nodiscard]] bool has_check(std::string_view rule_id);

}  // namespace selon
