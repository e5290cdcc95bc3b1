// One quotation in two wordings: looks for it among the quotations of recorded articles, by
// the rules of quotation.inconsistent (audit/wording_comparer.h).
//
// Compared are quotations of one source, and inside one article those of its headline or
// standfirst that have no source. What may be two utterances isn't told.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "claims/recorded_quotations.h"
#include "rules/pack.h"

namespace selon {

/// Words in which a wording differs; either may be empty.
struct WordingEdit {
  Span old_span;  ///< in the other wording's `around`
  Span new_span;  ///< in this one's
};

struct WordingVariant {
  /// The places of the wording that differs, in RecordedQuotations::all, and of the closest
  /// other one: both by time, not empty. The differing one is a headline's or standfirst's, else
  /// that of fewer articles, else the one that has lost words, else the later one.
  std::vector<std::uint32_t> here;
  std::vector<std::uint32_t> other;
  std::vector<WordingEdit> edits;  ///< of here.front() against other.front()
};

/// By time of the wordings that differ, then by place. The time that it takes grows with the number of
/// quotations: each is compared only with those that it shares rare words with.
[[nodiscard]] std::vector<WordingVariant> wording_variants(const RecordedQuotations& quotations,
                                                           const Pack& pack);

}  // namespace selon
