// Regular expressions compiled when a rule pack is prepared, so that a start of the
// program needn't compile them (PCRE2 API, pcre2serialize). A file of them stands in
// the program's own folder only: compiled patterns from elsewhere aren't to be trusted.
// Beside them stand the tables of words and names that other rooms prepare.
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
  /// The expressions of a store without its tables: for a pack to which words and names came.
  [[nodiscard]] static std::shared_ptr<const RegexStore> without_tables(
      std::shared_ptr<const RegexStore> store);

  /// The expression that was added under this text with these options; nothing where
  /// there is none, or it is of another version of PCRE2.
  [[nodiscard]] std::optional<Regex> find(std::string_view text, RegexOptions options) const;
  /// Adds a copy of `regex`, once for each text and options.
  void add(std::string_view text, RegexOptions options, const Regex& regex);

  /// Other arrays prepared from the same rules (base/flat_arrays.h), by name; empty where
  /// there are none. They begin at a multiple of eight and live as long as the store.
  [[nodiscard]] std::string_view table(std::string_view name) const {
    return under_ == nullptr ? look_up(table_key(name)) : std::string_view();
  }
  void add_table(std::string_view name, std::string bytes) { added_[table_key(name)] = std::move(bytes); }

 private:
  [[nodiscard]] static std::string table_key(std::string_view name);
  [[nodiscard]] std::string_view look_up(std::string_view key) const;

  std::shared_ptr<const RegexStore> under_;                           ///< another one, without its tables
  std::map<std::string, std::string, std::less<>> added_;             ///< expressions and tables, by key
  std::optional<MappedFile> file_;                                    ///< what was decoded
  std::vector<std::pair<std::string_view, std::string_view>> found_;  ///< the same, ascending, inside file_
};

/// The store of the prepared pack with that name in the program's folder.
[[nodiscard]] std::shared_ptr<const RegexStore> find_regexes(const std::string& lang,
                                                             std::uint64_t fingerprint);

}  // namespace selon
