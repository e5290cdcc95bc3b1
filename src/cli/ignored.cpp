#include "cli/ignored.h"

#include <fnmatch.h>

#include <algorithm>
#include <fstream>
#include <ranges>
#include <span>

namespace selon {

namespace {

constexpr std::string_view any_names = "**";

/// Without the line's end and the spaces before it, unless a backslash keeps the last one.
std::string_view trimmed(std::string_view line) {
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) {
    if (line.back() == ' ' && line.size() > 1 && line[line.size() - 2] == '\\') {
      break;
    }
    line.remove_suffix(1);
  }
  return line;
}

std::vector<std::string> names_of(std::string_view pattern) {
  std::vector<std::string> names;
  for (const auto part : std::views::split(pattern, '/')) {
    names.emplace_back(part.begin(), part.end());
  }
  return names;
}

/// Glob over names: on a mismatch the last "**" takes one name more.
bool fits(const std::vector<std::string>& pattern, std::span<const std::string> path) {
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t p = 0;
  std::size_t star = none;
  std::size_t taken = 0;
  for (std::size_t at = 0; at < path.size();) {
    if (p < pattern.size() && pattern[p] == any_names) {
      star = p++;
      taken = at;
    } else if (p < pattern.size() && ::fnmatch(pattern[p].c_str(), path[at].c_str(), 0) == 0) {
      ++p;
      ++at;
    } else if (star != none) {
      p = star + 1;
      at = ++taken;
    } else {
      return false;
    }
  }
  return p == pattern.size();  // "a/**" is what lies in a, not a itself
}

}  // namespace

void IgnoredPaths::add(std::string_view line, std::size_t depth) {
  line = trimmed(line);
  if (line.empty() || line.front() == '#') {
    return;
  }
  Pattern pattern;
  pattern.depth = depth;
  if (line.front() == '!') {
    pattern.negated = true;
    line.remove_prefix(1);
  }
  if (line.ends_with('/')) {
    pattern.folders_only = true;
    line.remove_suffix(1);
  }
  const bool anchored = line.find('/') != std::string_view::npos;
  if (line.starts_with('/')) {
    line.remove_prefix(1);
  }
  if (line.empty()) {
    return;
  }
  pattern.names = names_of(line);
  if (!anchored) {
    pattern.names.insert(pattern.names.begin(), std::string(any_names));
  }
  patterns_.push_back(std::move(pattern));
}

void IgnoredPaths::enter(const std::filesystem::path& folder, std::size_t depth) {
  std::ifstream file(folder / ".gitignore");
  for (std::string line; std::getline(file, line);) {
    add(line, depth);
  }
}

bool IgnoredPaths::contains(const Trail& trail, bool is_folder) const {
  const auto found = std::ranges::find_if(std::views::reverse(patterns_), [&](const Pattern& pattern) {
    return (is_folder || !pattern.folders_only) &&
           fits(pattern.names, std::span(trail).subspan(std::min(pattern.depth, trail.size())));
  });
  return found != patterns_.rend() && !found->negated;
}

}  // namespace selon
