// Quotations made of parts that don't stand next to each other, joined without a mark.
#pragma once

#include <optional>
#include <vector>

#include "verify/guard_words.h"
#include "verify/passages.h"
#include "verify/quote_pieces.h"

namespace selon {

/// The parts of a quotation that is spliced, in its order; nothing where it isn't. All of its
/// words but one stand in the parts, each to the letter but for punctuation and capitals,
/// and none of small words only;
/// somewhere between two parts a sentence ends, or they are in the wrong order, or in two sources.
[[nodiscard]] std::optional<std::vector<Passage>> spliced_parts(const PassageFinder& finder,
                                                                const GramIndex& index, std::string_view text,
                                                                const MarkedQuote& quote,
                                                                const UnitSet& small_words);

}  // namespace selon
