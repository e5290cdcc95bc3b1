// The claims of an analysis: what is recorded of it, in the order of the text.
//
// An attribution gives one claim, a credited caption one, and a carried statement
// one that points to the claim it goes on.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/analysis.h"
#include "base/span.h"
#include "document/document.h"
#include "rules/pack.h"

namespace selon {

struct Claim {
  Status status = Status::attributed;
  bool is_claim = true;                      ///< false: its cue is negated, asked or in the future
  std::uint32_t source = no_index;           ///< in Analysis::sources
  std::uint32_t via = no_index;              ///< relay, in Analysis::sources
  std::vector<std::uint32_t> credits;        ///< of a credited caption: all its sources
  std::vector<Span> content;                 ///< ascending, not empty
  std::optional<Span> statement;             ///< the statement it belongs to
  std::uint32_t continues = no_index;        ///< index of the claim that a carried one goes on
  const Attribution* attribution = nullptr;  ///< null for captions and carried statements
};

/// `known_sources` (may be empty) tells the names under which a credit may stand.
[[nodiscard]] std::vector<Claim> claims_of(const Document& document, const Analysis& analysis,
                                           std::span<const SourceEntry> known_sources);

/// The words of several spans as one text: joined with a space, and each run of
/// white space that holds a line's end as one space, so that the same words give
/// the same content from every format.
[[nodiscard]] std::string joined_text(std::string_view text, std::span<const Span> spans);

}  // namespace selon
