// Who speaks in an article, and how much: each source with the statements that stand on
// it, in the order in which they first speak. What `selon report` shows is made of it.
//
// A statement stands on the sources of its attributions; a carried one on that of the
// report it goes on; a credited caption on its credits. Reports whose source isn't told
// (a quotation without a speaker, an ambiguous pronoun) make one voice without a source.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "report/audit_report.h"
#include "report/quotation_counts.h"
#include "report/tracked_changes.h"
#include "rules/pack.h"

namespace selon {

/// An audited article with what else its report needs.
struct ReportedArticle {
  const Document& document;
  const Analysis& analysis;
  const std::vector<Finding>& findings;  ///< worst first, then by place
  const AuditSummary& summary;
  std::span<const SourceEntry> known_sources = {};
  std::uint32_t revision = 0;   ///< number among its revisions; 0: the only one
  std::uint32_t revisions = 0;  ///< how many there are
  /// From each revision to the next; the last leads to this one.
  std::span<const RevisionDiff> changes = {};
  /// Of its quotations; empty where nobody verified them.
  std::span<const VerificationRow> verified = {};
};

struct Voice {
  std::uint32_t source = no_index;        ///< in Analysis::sources; none: nobody is told
  std::vector<std::uint32_t> statements;  ///< in Analysis::statements, ascending
  std::uint64_t bytes = 0;     ///< of the text that stands on it; a caption's are shared by its credits
  QuotationCounts quotations;  ///< its direct quotations: speech in quotation marks
};

struct Voices {
  std::vector<Voice> list;                             ///< by first place
  std::vector<std::vector<std::uint32_t>> statements;  ///< by statement: its voices, outermost first
  std::vector<std::uint32_t> attributions;             ///< by attribution: its voice
  std::uint64_t bytes = 0;                             ///< of all statements

  /// Of the statements that stand on nobody: the article's own.
  [[nodiscard]] std::uint64_t own_bytes() const;
};

[[nodiscard]] Voices voices_of(const ReportedArticle& article);

/// The name of a voice; `nobody` where no source is told.
[[nodiscard]] std::string_view name_of(const Voice& voice, const Analysis& analysis, std::string_view nobody);

}  // namespace selon
