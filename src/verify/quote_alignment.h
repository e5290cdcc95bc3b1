// A quotation laid over a source that doesn't have it to the letter: the alignment with the
// fewest differing words, its edits, and how much of the quotation it explains.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "verify/guard_words.h"
#include "verify/passages.h"
#include "verify/quote_pieces.h"

namespace selon {

enum class EditKind : std::uint8_t { replace, insert, remove };

/// One difference. Of an insertion `old_span` is empty, of a removal `new_span`.
struct QuoteEdit {
  EditKind kind = EditKind::replace;
  Span old_span;  ///< in the source's text
  Span new_span;  ///< in the draft's text
};

struct QuoteAlignment {
  Passage passage;
  std::vector<QuoteEdit> edits;
  double same = 0;    ///< weight of the words that agree …
  double weight = 0;  ///< … of all words of the quotation
  std::uint32_t cost = 0;
  std::uint32_t same_words = 0;
  std::uint32_t longest_removal = 0;   ///< words left out in one place without a mark
  std::uint32_t longest_same_run = 0;  ///< neighbouring words that agree
};

/// The best alignment of the quotation with a region of a source. Costs time and memory of the
/// product of the two lengths. `is_small` tells words that say little.
[[nodiscard]] std::optional<QuoteAlignment> aligned(const PassageFinder& finder, const MarkedQuote& quote,
                                                    const Passage& region, const UnitSet& small_words);

/// The difference of two stretches, word by word: `old_span` of `old_text`, `new_span` of `new_text`.
[[nodiscard]] std::vector<QuoteEdit> differences(std::string_view old_text, Span old_span,
                                                 std::string_view new_text, Span new_span);

}  // namespace selon
