// Words for comparing wordings, whatever the language: runs of letters and digits,
// folded (lower case, without diacritics, ligatures undone), each with its place.
// Marks, spaces and apostrophes are no part of a word, so that differences of
// typography don't count as differences of wording.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/span.h"
#include "rules/pack.h"

namespace selon {

struct QuotedWord {
  std::string key;  ///< folded
  Span span;
};

/// The words of a part of `text`, in order.
[[nodiscard]] std::vector<QuotedWord> words_in(std::string_view text, Span span);

/// A word list of the pack, folded word by word: a multiword entry counts as its words.
class WordSet {
 public:
  explicit WordSet(const WordList* list);
  /// Only the entries that are one word: "un", of a list that also has "l'un des".
  [[nodiscard]] static WordSet of_single_words(const WordList* list);
  [[nodiscard]] bool contains(std::string_view key) const;
  [[nodiscard]] bool empty() const { return keys_.empty(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
  };
  WordSet() = default;
  std::unordered_set<std::string, Hash, std::equal_to<>> keys_;
};

/// What a stretch is about: its words without the stop words, each cut to its
/// first letters, so that forms of one word ("rencontre", "rencontré") meet.
class Topic {
 public:
  Topic(std::string_view text, Span span, const WordSet& stop_words);

  [[nodiscard]] std::size_t size() const { return stems_.size(); }
  /// How many of this topic's stems occur in `other`.
  [[nodiscard]] std::size_t shared_with(const Topic& other) const;

 private:
  std::vector<std::string> stems_;  ///< sorted, each once
};

}  // namespace selon
