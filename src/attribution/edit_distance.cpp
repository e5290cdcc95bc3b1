#include "attribution/edit_distance.h"

#include <algorithm>
#include <array>

namespace selon {

std::uint32_t edit_distance(std::string_view a, std::string_view b, std::uint32_t limit) {
  constexpr std::size_t longest = 64;
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer > longest || longer - std::min(a.size(), b.size()) > limit) {
    return limit + 1;
  }
  std::array<std::array<std::uint32_t, longest + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) {
    rows[0][j] = static_cast<std::uint32_t>(j);
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const auto& above = rows[(i - 1) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    auto& row = rows[i % 3];
    row[0] = static_cast<std::uint32_t>(i);
    std::uint32_t least = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::uint32_t change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u);
      row[j] = std::min({change, above[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    if (least > limit) {
      return limit + 1;
    }
  }
  return rows[a.size() % 3][b.size()];
}

}  // namespace selon
