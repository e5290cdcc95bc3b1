// Words of quotations as they are compared: what each one does in a sentence, and which
// forms count as the same word.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "audit/words.h"

namespace selon {

/// What a word is to the sense of a sentence. Whoever changes a negation, a figure or a
/// degree ("tous", "peut", "presque") changes what was said, however alike the rest is.
enum class WordRole : std::uint8_t { gap, link, content, negation, degree, figure };

struct ComparedWord {
  std::string key;  ///< folded; figures up to sixteen as digits; empty: a marked gap
  WordRole role = WordRole::content;
  bool elided = false;  ///< an apostrophe follows
};

/// Makes words comparable, after the word lists of the pack.
class WordRoles {
 public:
  explicit WordRoles(const Pack& pack);

  [[nodiscard]] std::vector<ComparedWord> compared(std::string_view text,
                                                   const std::vector<QuotedWord>& words) const;
  /// Negations that are nothing else ("pas"), as against "plus" or "personne".
  [[nodiscard]] bool is_plain_negation(const ComparedWord& word) const;

 private:
  [[nodiscard]] WordRole role(const std::string& key) const;

  WordSet links_;
  WordSet negations_;
  WordSet plain_negations_;
  WordSet degrees_;
  std::vector<WordSet> figures_;
  std::unordered_map<std::string, std::string> numerals_;  ///< "trois" to "3"
};

/// The same word: elided or not, in letters or in digits.
[[nodiscard]] bool is_same_word(const ComparedWord& a, const ComparedWord& b);
/// Probably two forms of one word: "continuera", "continuer".
[[nodiscard]] bool is_related_word(const ComparedWord& a, const ComparedWord& b);
/// How much a word tells about which utterance this is.
[[nodiscard]] int weight(const ComparedWord& word);

}  // namespace selon
