// Where a quotation begins and ends in its source: between two clauses, or in the middle of
// one, and then whether what is left out there governs what is quoted.
#pragma once

#include <string>
#include <vector>

#include "verify/guard_words.h"
#include "verify/passages.h"

namespace selon {

struct QuoteEdges {
  bool cut = false;            ///< begins or ends in the middle of a clause
  std::uint8_t risk = 0;       ///< guards left out of it: they deny, limit or leave open what is quoted
  std::uint8_t lead_risk = 0;  ///< those of them that a draft may keep in its own words …
  std::vector<std::string> lead_senses;  ///< … with these (GuardWords::governing_senses), sorted
  std::vector<TextUnit> left_before;     ///< of the clause in which the quotation begins
  std::vector<TextUnit> left_behind;     ///< of that in which it ends
};

/// Where the writer says himself that he cut or replaced something: "… avant le [30 juillet]".
struct MarkedEdges {
  bool before = false;
  bool behind = false;
};

/// `quoted` lies in `turn`, beyond which nothing is looked at. At a marked edge a number or a
/// name that is left out of the clause counts too.
[[nodiscard]] QuoteEdges edges_of(const PassageFinder& finder, const GuardWords& guards,
                                  const Passage& quoted, Span turn, MarkedEdges marked = {});

}  // namespace selon
