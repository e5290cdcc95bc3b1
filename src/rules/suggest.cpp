#include "rules/suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <vector>

namespace selon {

namespace {

std::size_t edits_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, changed});
    }
  }
  return row.back();
}

constexpr std::size_t longest_name = 64;  // a longer one is no misspelling, and costs time

}  // namespace

std::string_view nearest_name(std::string_view name, std::span<const std::string_view> candidates) {
  std::string_view best;
  std::size_t fewest = std::min<std::size_t>(3, (name.size() + 1) / 2);
  if (name.size() > longest_name) {
    return best;
  }
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > name.size() + 2 || name.size() > candidate.size() + 2) {
      continue;
    }
    const std::size_t edits = edits_between(name, candidate);
    if (edits < fewest) {
      fewest = edits;
      best = candidate;
    }
  }
  return best;
}

std::string name_advice(std::string_view name, std::span<const std::string_view> candidates) {
  constexpr std::size_t most_names = 16;
  if (const std::string_view near = nearest_name(name, candidates); !near.empty()) {
    return fmt::format("did you mean “{}”?", near);
  }
  if (candidates.empty()) {
    return "none is defined";
  }
  const auto shown = candidates.first(std::min(candidates.size(), most_names));
  return fmt::format("use one of: {}{}", fmt::join(shown, ", "),
                     shown.size() < candidates.size() ? ", …" : "");
}

}  // namespace selon
