// The .gitignore files that hold in a folder, as far as a walk through articles needs
// them: comments, !, a slash in front, inside and at the end, *, ?, [...] and **.
// What git keeps elsewhere (info/exclude, a user's own list) is not looked at.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace selon {

/// The patterns that hold where a walk stands. Folders are told by their names, from
/// any fixed folder down.
class IgnoredPaths {
 public:
  using Trail = std::vector<std::string>;

  /// Adds the patterns of a folder's .gitignore, where it has one. `depth` is how many
  /// names lead to that folder.
  void enter(const std::filesystem::path& folder, std::size_t depth);
  /// Adds one line of such a file.
  void add(std::string_view line, std::size_t depth);
  /// How many patterns hold; `leave` takes back those added since.
  [[nodiscard]] std::size_t size() const { return patterns_.size(); }
  void leave(std::size_t size) { patterns_.resize(size); }

  /// Whether the last pattern that fits says so.
  [[nodiscard]] bool contains(const Trail& trail, bool is_folder) const;

 private:
  struct Pattern {
    std::vector<std::string> names;  ///< "**" stands for any number of them
    std::size_t depth = 0;
    bool negated = false;
    bool folders_only = false;
  };
  std::vector<Pattern> patterns_;
};

}  // namespace selon
