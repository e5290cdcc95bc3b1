// What a pack says of word forms by itself, before any lexicon: the tags and the word
// lists that name them, and the entries of several words. Built from the pack, or read
// where they lie in its prepared file: thousands of words, of which a text has dozens.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/phrase_table.h"
#include "language/text.h"
#include "rules/pack.h"

namespace selon {

/// Bit i: the pack's list i. A pack with more lists is refused by Vocabulary::create.
inline constexpr std::size_t max_list_bits = 256;
using ListSet = std::bitset<max_list_bits>;

class WordTables {
 public:
  /// A word that the pack names.
  struct Named {
    std::uint64_t lists[max_list_bits / 64] = {};  ///< the bits of a ListSet, low ones first
    std::uint32_t first_tag = 0;
    std::uint32_t tag_count = 0;
    std::uint64_t closed = 0;  ///< the lexicon's readings don't count
    [[nodiscard]] ListSet list_set() const {
      ListSet set;
      for (std::size_t i = std::size(lists); i-- > 0;) {
        set = set << 64 | ListSet{lists[i]};
      }
      return set;
    }
  };
  /// An entry of several words.
  struct Multiword {
    std::uint32_t text = 0;  ///< place in the pool: the words, a space between two
    std::uint32_t size = 0;
    std::uint32_t rest = 0;  ///< where its second word begins in its text
    std::uint32_t further_words = 0;
    std::uint32_t second = 0;  ///< its second word's index, as second_word gives it
  };

  /// The prepared tables of the pack, where it has them; else built.
  [[nodiscard]] static WordTables of(const Pack& pack);
  [[nodiscard]] static WordTables build(const Pack& pack);
  /// What `encode` gave; the bytes are read where they are. Nothing where they are cut short.
  [[nodiscard]] static std::optional<WordTables> decode(std::string_view bytes);
  [[nodiscard]] std::string encode() const;
  static constexpr std::string_view stored_as = "words";  ///< in a pack's prepared file

  /// The word in lower case as tokens have it ("d' après"), or nullptr.
  [[nodiscard]] const Named* find(std::string_view lower) const;
  [[nodiscard]] std::span<const Tag> tags(const Named& word) const {
    return tags_.subspan(word.first_tag, word.tag_count);
  }
  /// Which entries of several words begin with this word (lower case), or no_index.
  [[nodiscard]] std::uint32_t multiwords_at(std::string_view first) const;
  /// The index of a word (lower case) that some entry of several words has after its first; no_index
  /// of any other.
  [[nodiscard]] std::uint32_t second_word(std::string_view lower) const { return seconds_.find(lower); }
  /// Those entries, the longest first.
  [[nodiscard]] std::span<const Multiword> multiwords(std::uint32_t index) const;
  [[nodiscard]] std::string_view text(const Multiword& entry) const {
    return {pool_.data() + entry.text, entry.size};
  }

 private:
  friend class WordTablesBuilder;
  /// What was built, and the arrays below look into; empty where they are prepared.
  struct Built {
    PhraseTableBuilder words;
    PhraseTableBuilder heads;
    PhraseTableBuilder seconds;
    std::vector<Named> named;
    std::vector<Tag> tags;
    std::vector<std::uint32_t> starts;
    std::vector<Multiword> multiwords;
    std::vector<char> pool;
  };

  Built built_;
  PhraseTable words_;    ///< their value: in `named_`
  PhraseTable heads_;    ///< first words of entries of several; their value: in `starts_`
  PhraseTable seconds_;  ///< the words that follow those
  std::span<const Named> named_;
  std::span<const Tag> tags_;
  std::span<const std::uint32_t> starts_;  ///< of each head's entries in `multiwords_`; the end last
  std::span<const Multiword> multiwords_;
  std::span<const char> pool_;
};

/// Lower case of a word, typographic apostrophe made straight (simple case mapping).
[[nodiscard]] std::string fold_word(std::string_view text);

}  // namespace selon
