// The pack's sources by name: all names and aliases folded, looked up in a row of
// words. The article of a name ("Le Monde") is left out of the key, so that "du
// Monde" and "au Monde" find it too; its capital is asked for instead.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/phrase_table.h"
#include "rules/pack.h"

namespace selon {

/// A word of a text, folded (a hyphened or elided word may hold several).
struct FoldedWord {
  std::string_view folded;
  std::string_view text;
  bool capital = false;
};

/// A known name found in a text.
struct KnownName {
  std::uint32_t words = 0;             ///< how many words it takes
  std::vector<std::uint32_t> sources;  ///< in Pack::sources; more than one where the name is shared
  bool alias = false;                  ///< not the source's first name
  bool acronym = false;                ///< one word, all in capitals
};

class SourceIndex {
 public:
  /// Another spelling of a known source, for the search of misspellings.
  struct Name {
    std::uint32_t source = 0;
    std::uint32_t alias = 0;    ///< 0: its name; else which of its aliases, from 1
    std::uint32_t capital = 0;  ///< 1: begins with a capital, article aside
    std::uint32_t bare = 0;     ///< where the spelling begins without its article
    std::uint32_t letters = 0;  ///< a bit for each letter of the folded name (`letters_of`)
  };

  /// Keeps a reference to the pack; looks into its prepared index, where it has one.
  explicit SourceIndex(const Pack& pack);
  /// The index to prepare.
  [[nodiscard]] std::string encode() const;
  static constexpr std::string_view stored_as = "sources";

  /// The longest known name that begins at the first of `words`.
  [[nodiscard]] KnownName longest_at(std::span<const FoldedWord> words) const;
  /// Whether a known name may begin with this word; cheap.
  [[nodiscard]] bool may_begin(std::string_view folded) const;
  /// The sources with exactly this folded name (without its article).
  [[nodiscard]] KnownName exactly(std::string_view folded, std::string_view text) const;
  /// A folded name without its leading article.
  [[nodiscard]] std::string_view without_article(std::string_view folded) const;

  [[nodiscard]] const PhraseTable& table() const { return table_; }
  [[nodiscard]] const Name& name(const PhraseTable::Entry& entry) const { return names_[entry.value]; }
  [[nodiscard]] const SourceEntry& source(std::uint32_t index) const { return pack_->sources[index]; }
  [[nodiscard]] const std::string& spelling(const Name& name) const {
    const SourceEntry& entry = source(name.source);
    return name.alias == 0 ? entry.name : entry.aliases[name.alias - 1];
  }

 private:
  [[nodiscard]] bool decode(std::string_view bytes);
  void build();
  void add(const std::string& spelling, std::uint32_t source, std::uint32_t alias);
  [[nodiscard]] KnownName gather(std::uint32_t entry, std::string_view text, bool capital) const;

  const Pack* pack_;
  std::vector<std::string> articles_;
  PhraseTable table_;
  std::span<const Name> names_;  ///< by the table's values
  // What was built; empty where it is prepared.
  PhraseTableBuilder built_table_;
  std::vector<Name> built_names_;
  std::string key_;  ///< used again for each name
};

/// A bit for each letter that occurs in a folded name: what two names near in letters
/// share for the most part.
[[nodiscard]] std::uint32_t letters_of(std::string_view folded_name);

}  // namespace selon
