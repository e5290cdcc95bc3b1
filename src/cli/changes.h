// What git says has changed since a revision: files, and the lines in them. git is run without
// a shell, and nothing of the repository's configuration is run by it (external diffs, file
// system monitors).
//
//   auto changes = Changes::since("main", options.files);
//   if (changes->has_file(path)) … changes->has_line(path, first, last)
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace selon {

/// Lines of a file, first and last.
struct LineRange {
  std::uint32_t first = 1;
  std::uint32_t last = 0;
};

class Changes {
 public:
  /// Asks the repository of each file. Fails where a file is in none, where git isn't there, and
  /// where it doesn't know the revision.
  [[nodiscard]] static Expected<Changes> since(const std::string& revision,
                                               const std::vector<std::string>& files);

  /// Whether the file is new or changed. New ones that git doesn't know yet are, where it
  /// doesn't ignore them.
  [[nodiscard]] bool has_file(const std::string& path) const;
  /// Whether any of these lines of it is.
  [[nodiscard]] bool has_line(const std::string& path, std::uint32_t first, std::uint32_t last) const;

  /// Takes in what `git diff -U0` wrote of the repository at `root`.
  void add_diff(const std::string& root, std::string_view diff);

 private:
  [[nodiscard]] Expected<void> ask(const std::string& folder, const std::string& revision);

  std::map<std::string, std::vector<LineRange>> files_;  ///< by canonical path
};

}  // namespace selon
