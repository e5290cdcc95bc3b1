// Which assertion of the old article is which of the new one, wherever it stands now:
// first those with the same words, then the best pairs by the words they share, each
// weighed by how rare it is in the two articles. Order plays no part but to tell
// equals apart.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "audit/words.h"
#include "claims/diff/assertion.h"

namespace selon {

inline constexpr std::size_t no_assertion = static_cast<std::size_t>(-1);

struct Alignment {
  std::vector<std::size_t> new_of;  ///< per old assertion, or no_assertion
  std::vector<std::size_t> old_of;  ///< per new assertion, or no_assertion
  /// Those left alone whose words stand in an assertion that has a partner already (two
  /// sentences made one): per assertion of the one side, its host on the other.
  std::vector<std::size_t> new_host;
  std::vector<std::size_t> old_host;
};

[[nodiscard]] Alignment align(std::span<const Assertion> old_side, std::span<const Assertion> new_side,
                              const WordSet& stop_words);

/// Of the pairs of an alignment, those that don't keep the order of the others (the
/// fewest whose leaving would put the rest in order), by the index of the old one.
[[nodiscard]] std::vector<bool> moved_pairs(const Alignment& alignment);

}  // namespace selon
