// How two wordings differ, word by word: the alignment with the fewest words
// dropped, added or replaced. Marked gaps (…, […]) match any words.
#pragma once

#include <cstddef>
#include <vector>

#include "audit/compared_words.h"

namespace selon {

/// A run in which the two wordings differ: words [a_first, a_last) of the one stand
/// against [b_first, b_last) of the other; one of the two may be empty.
struct WordRun {
  std::size_t a_first = 0;
  std::size_t a_last = 0;
  std::size_t b_first = 0;
  std::size_t b_last = 0;

  [[nodiscard]] std::size_t a_size() const { return a_last - a_first; }
  [[nodiscard]] std::size_t b_size() const { return b_last - b_first; }
};

struct WordDifference {
  std::vector<WordRun> runs;     ///< in order
  std::size_t same = 0;          ///< words that match
  std::size_t same_content = 0;  ///< those among them that tell what is spoken of
  int same_weight = 0;           ///< their weight in all
  std::size_t changed = 0;       ///< words dropped, added or replaced
};

/// Costs time and memory of the product of the two lengths: callers cap them.
[[nodiscard]] WordDifference difference(const std::vector<ComparedWord>& a,
                                        const std::vector<ComparedWord>& b);

/// The best way to lay one sentence over another: what stands out at either end is left
/// open. Its runs are the inner ones only.
struct WordOverlap {
  WordDifference inner;
  WordRun front;  ///< what one of the two has in front of the other; one side is empty
  WordRun back;   ///< what one of the two has after the other

  /// Whether nothing of one of the two stands out.
  [[nodiscard]] bool covers_one() const {
    return (front.a_size() == 0 && back.a_size() == 0) || (front.b_size() == 0 && back.b_size() == 0);
  }
};

/// Costs like difference().
[[nodiscard]] WordOverlap overlap(const std::vector<ComparedWord>& a, const std::vector<ComparedWord>& b);

}  // namespace selon
