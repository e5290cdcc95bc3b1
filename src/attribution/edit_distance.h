// How many letters apart two words are.
#pragma once

#include <cstdint>
#include <string_view>

namespace selon {

/// Damerau–Levenshtein distance (letters changed, left out, added, or two neighbours
/// swapped) in bytes; any number above `limit` where it is more than that.
[[nodiscard]] std::uint32_t edit_distance(std::string_view a, std::string_view b, std::uint32_t limit);

}  // namespace selon
