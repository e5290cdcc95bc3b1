// What resolving needs to know of a word form, worked out once per form: its folded
// text, its classes by the pack's lists, its agreement and readings by the lexicon.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "attribution/source_words.h"
#include "language/text.h"
#include "language/vocabulary.h"

namespace selon {

struct WordFacts {
  std::string folded;
  std::uint64_t classes = 0;
  std::uint8_t agreement = 0;  ///< feature::masculine … plural; both of a pair: not known
  bool noun = false;           ///< has a reading as a common noun
  bool plain = false;          ///< has a reading that is no name: a dictionary word
  bool unknown = false;        ///< in no dictionary
  bool begins_phrase = false;  ///< some listed phrase of several words begins with it
};

class WordFactTable {
 public:
  WordFactTable(const Vocabulary& vocabulary, const SourceWords& words)
      : vocabulary_(&vocabulary), words_(&words) {}

  /// Of a token; nothing but zeros of one that is no word. The reference holds until
  /// start_document.
  const WordFacts& of(const Token& token) {
    if (generation_ == vocabulary_->generation() && token.word < slots_.size() &&
        slots_[token.word] != nullptr) {
      return *slots_[token.word];
    }
    return token.word == no_index ? nothing_ : of_new(token.word);
  }
  /// Call before each document: forgets words when there are very many.
  void start_document();

 private:
  const WordFacts& of_new(std::uint32_t word);
  void work_out(const Word& word, WordFacts& facts) const;

  const Vocabulary* vocabulary_;
  const SourceWords* words_;
  std::vector<const WordFacts*> slots_;  ///< by word index; null: not worked out yet
  std::deque<WordFacts> facts_;
  WordFacts nothing_;
  std::uint32_t generation_ = 0;  ///< of the vocabulary's words
};

/// True if two agreements share a gender and a number, as far as they are known.
[[nodiscard]] bool agree(std::uint8_t a, std::uint8_t b);
/// What both say together: what one leaves open, the other settles.
[[nodiscard]] std::uint8_t settle(std::uint8_t first, std::uint8_t second);

}  // namespace selon
