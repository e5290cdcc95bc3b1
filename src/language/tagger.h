// Gives each token one tag. Every word has its candidates, best first (the order of
// the pack's tags); context rules, which are data of the pack, choose another one
// where the neighbours ask for it. After the fashion of Constraint Grammar
// (Karlsson 1990), with choosing rules only: from left to right, the tags before a
// token are settled, those after it are still the best guess.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "language/text.h"
#include "language/vocabulary.h"

namespace selon {

class Tagger {
 public:
  /// Fails on a context rule that names an unknown tag or set.
  static Expected<Tagger> create(Vocabulary& vocabulary);

  /// Sets the tags of the words in tokens [first, last) of one sentence.
  void tag(std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last);

 private:
  struct Element {
    TagSet tags;
    bool start = false;     ///< the sentence's start (or end)
    bool optional = false;  ///< "?" or "*"
    bool repeated = false;  ///< "*" or "+"
  };
  struct Rule {
    TagSet among;
    TagSet choose;
    std::vector<std::string> forms;  ///< lower case; empty: any word
    std::vector<Element> before;     ///< nearest first
    std::vector<Element> after;
  };

  /// A rule that a word may come under, wherever it stands, and the tag that it then gets.
  struct Choice {
    std::uint32_t rule = 0;
    Tag tag = 0;
  };
  struct Choices {
    std::uint32_t first = no_index;  ///< in choices_; none: not worked out yet
    std::uint32_t count = 0;
  };

  explicit Tagger(Vocabulary& vocabulary) : vocabulary_(&vocabulary) {}
  Expected<std::vector<Element>> parse(const ContextRule& rule, const std::string& expression) const;
  Expected<TagSet> parse_set(const ContextRule& rule, const std::string& names) const;
  [[nodiscard]] std::span<const Choice> choices_of(std::uint32_t word);
  void work_out(const Word& word);
  [[nodiscard]] static bool fits(const Rule& rule, const std::vector<Token>& tokens, std::uint32_t token,
                                 std::uint32_t first, std::uint32_t last);
  [[nodiscard]] Tag choose(const std::vector<Token>& tokens, std::uint32_t token, std::uint32_t first,
                           std::uint32_t last);

  Vocabulary* vocabulary_;
  std::vector<Rule> rules_;
  std::vector<Choices> words_;  ///< by word index of the vocabulary
  std::vector<Choice> choices_;
  std::uint32_t generation_ = 0;  ///< of the vocabulary's words that these are of
};

}  // namespace selon
