// Regular expressions compiled when a rule pack is prepared, so that a start of the
// program needn't compile them (PCRE2 API, pcre2serialize). A file of them stands in
// the program's own folder only: compiled patterns from elsewhere aren't to be trusted.
//
//   auto store = find_regexes("fr", fingerprint);  // null where there is none
//   if (store != nullptr) if (auto regex = store->find(text, options)) …
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/mapped_file.h"
#include "rules/regex.h"

namespace selon {

class RegexStore {
 public:
  /// The store that `encode` wrote. Null where it is of other rule files or damaged.
  [[nodiscard]] static std::shared_ptr<const RegexStore> decode(MappedFile file, std::uint64_t fingerprint);
  [[nodiscard]] std::string encode(std::uint64_t fingerprint) const;

  /// The expression that was added under this text with these options; nothing where
  /// there is none, or it is of another version of PCRE2.
  [[nodiscard]] std::optional<Regex> find(std::string_view text, RegexOptions options) const;
  /// Adds a copy of `regex`, once for each text and options.
  void add(std::string_view text, RegexOptions options, const Regex& regex);

 private:
  std::map<std::string, std::string, std::less<>> added_;             ///< compiled, by key
  std::optional<MappedFile> file_;                                    ///< what was decoded
  std::vector<std::pair<std::string_view, std::string_view>> found_;  ///< the same, ascending, inside file_
};

/// The store of the prepared pack with that name in the program's folder.
[[nodiscard]] std::shared_ptr<const RegexStore> find_regexes(const std::string& lang,
                                                             std::uint64_t fingerprint);

}  // namespace selon
