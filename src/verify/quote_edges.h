// Where a quotation begins and ends in its source: between two clauses, or in the middle of
// one, and then whether what is left out there governs what is quoted.
#pragma once

#include "verify/guard_words.h"
#include "verify/passages.h"

namespace selon {

struct QuoteEdges {
  bool cut = false;       ///< begins or ends in the middle of a clause
  std::uint8_t risk = 0;  ///< guards left out of it: they deny, limit or leave open what is quoted
};

/// `quoted` lies in `turn`, beyond which nothing is looked at.
[[nodiscard]] QuoteEdges edges_of(const PassageFinder& finder, const GuardWords& guards,
                                  const Passage& quoted, Span turn);

}  // namespace selon
