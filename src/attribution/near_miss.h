// Finds the name probably meant where a source's name is misspelt: "KXNA" for "KCNA".
// A form that any list or dictionary knows is never called a misspelling, nor is a
// short one that nothing in the article speaks for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/source_index.h"

namespace selon {

/// What is known of a name that no list has.
struct DoubtfulName {
  std::string_view text;    ///< as written
  std::string_view folded;  ///< without accents, without article
  /// For each word: whether dictionaries lack it. A word that they have is never misspelt.
  std::vector<bool> unknown;
  SourceKind kind = SourceKind::unknown;  ///< of the noun beside it: "l'agence KXNA"
  bool determiner = false;                ///< before it: "le Majlas"
};

struct Proposal {
  std::uint32_t source = no_index;  ///< in Pack::sources
  std::string_view spelling;
};

class NearMissFinder {
 public:
  explicit NearMissFinder(const SourceIndex& index) : index_(index) {}

  /// The known source meant, or nothing. `article` is the text where the right name
  /// may stand as well.
  [[nodiscard]] std::optional<Proposal> find(const DoubtfulName& name, std::string_view article);

 private:
  struct Key {
    std::uint32_t letters = 0;  ///< a bit for each letter that occurs
    std::uint32_t size = 0;
    std::uint32_t entry = 0;
  };
  /// Where a name is searched: the article, and whether it has the doubtful form again.
  struct Place {
    std::string_view article;
    std::optional<bool> repeated;  ///< nothing: not looked for yet
  };
  void prepare();
  [[nodiscard]] bool may_be(const Key& key, const DoubtfulName& name, const Key& known) const;
  [[nodiscard]] std::optional<std::uint32_t> rank_of(const Key& known, const DoubtfulName& name,
                                                     Place& place) const;
  [[nodiscard]] static bool is_repeated(const DoubtfulName& name, Place& place);
  [[nodiscard]] bool has_listed_word(const DoubtfulName& name) const;
  [[nodiscard]] bool word_of_a_list(std::string_view folded) const;

  const SourceIndex& index_;
  std::vector<Key> keys_;
};

/// The edits that a misspelling of a name of this many letters may have: one up to
/// five letters, two for longer ones.
[[nodiscard]] inline std::uint32_t edits_allowed(std::size_t letters) { return letters <= 5 ? 1 : 2; }

/// True if `a` and `b` differ, by no more than is allowed, and only in words that
/// `unknown` (one entry a word of `a`) marks.
[[nodiscard]] bool may_be_misspelt(std::string_view a, const std::vector<bool>& unknown, std::string_view b);

/// Whether `word` stands in `text` as a word of its own.
[[nodiscard]] bool has_word(std::string_view text, std::string_view word);

}  // namespace selon
