// What the words of a statement mean for the question whether it needs a source:
// the pack's lists (rules/LANG/needs.xml, by word and by lemma) and the tense of
// verbs by the lexicon, as one bit set a word (attribution/senses.h), worked out once a word form.
//
//   StatementWords reader(vocabulary);
//   reader.start(text);
//   reader.read(document, text, statement);
//   for (const StatementWord& word : reader.words()) …   // quoted words are left out
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "attribution/analysis.h"
#include "attribution/pattern_set.h"
#include "attribution/senses.h"
#include "document/document.h"
#include "language/text.h"
#include "language/vocabulary.h"

namespace selon {

struct StatementWord {
  std::uint32_t token = 0;
  Tag tag = 0;
  sense::Bits senses = 0;
};

/// The senses of word forms, kept from text to text.
class SenseTable {
 public:
  explicit SenseTable(const Vocabulary& vocabulary);

  /// Of a token, and of the entries of several words that begin with it.
  [[nodiscard]] sense::Bits of(const Document& document, const Token& token);

 private:
  struct Phrase {
    std::string text;
    sense::Bits senses = 0;
    char next = 0;  ///< the ASCII letter that begins the word after the first one; 0: another
  };
  struct Entry {
    sense::Bits senses = 0;
    const std::vector<Phrase>* phrases = nullptr;  ///< that begin with this word
  };

  const Entry& entry(std::uint32_t word) {
    const bool known = generation_ == vocabulary_->generation() && word < slots_.size();
    return known && slots_[word] != nullptr ? *slots_[word] : new_entry(word);
  }
  const Entry& new_entry(std::uint32_t word);
  void add_list(std::string_view id, sense::Bits bits, bool verbs);
  [[nodiscard]] sense::Bits work_out(std::string_view text) const;
  [[nodiscard]] sense::Bits of_verb(const Reading& reading) const;

  const Vocabulary* vocabulary_;
  std::unordered_map<std::string, sense::Bits> verbs_;  ///< by lemma
  std::unordered_map<std::string, sense::Bits> words_;  ///< by lower-case form or lemma
  std::unordered_map<std::string, std::vector<Phrase>> phrases_;
  std::vector<std::pair<std::string, sense::Bits>> signs_;
  std::vector<const Entry*> slots_;  ///< by word index of the vocabulary; null: not worked out yet
  std::deque<Entry> entries_;
  std::uint32_t generation_ = 0;  ///< of the vocabulary's words
};

/// The words and marks of one statement that stand outside quotation marks.
class StatementWords {
 public:
  explicit StatementWords(const Vocabulary& vocabulary) : senses_(vocabulary) {}

  /// Call before the statements of a text are read.
  void start(const Text& text);
  void read(const Document& document, const Text& text, const Statement& statement);
  [[nodiscard]] const std::vector<StatementWord>& words() const { return words_; }
  /// All senses that occur.
  [[nodiscard]] sense::Bits present() const { return present_; }
  [[nodiscard]] const TagSet& tags() const { return tags_; }

 private:
  SenseTable senses_;
  std::vector<TokenRange> quoted_;  ///< ascending
  std::vector<StatementWord> words_;
  sense::Bits present_ = 0;
  TagSet tags_;
};

}  // namespace selon
