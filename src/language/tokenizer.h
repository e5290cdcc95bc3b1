// Cuts a block's text into tokens: words (elided articles and inverted clitics are
// tokens of their own), numbers, abbreviations with their full stop, addresses, and
// single marks of punctuation. What is language in it comes from the pack's lists
// "elisions", "clitics" and "abbreviations".
#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

#include "language/text.h"
#include "language/vocabulary.h"

namespace selon {

class Tokenizer {
 public:
  explicit Tokenizer(Vocabulary& vocabulary);

  /// Appends the tokens of `block` (a span of `text`, valid UTF-8). Words are
  /// interned; marks of punctuation get their tag, straight quotation marks none yet.
  void tokenize(std::string_view text, Span block, std::vector<Token>& out);

 private:
  [[nodiscard]] bool is_elision(std::string_view word) const;
  [[nodiscard]] std::uint32_t scan_word(std::string_view text, std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t scan_number(std::string_view text, std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t scan_address(std::string_view text, std::uint32_t at, std::uint32_t end) const;
  void add_word(std::string_view text, Span span, bool space, std::vector<Token>& out);
  void split_clitic(std::string_view text, Span span, bool space, std::vector<Token>& out);
  // abbreviations.cpp
  [[nodiscard]] bool is_abbreviation(std::string_view text, Span word, std::uint32_t end) const;
  [[nodiscard]] bool is_initial(std::string_view text, Span word, std::uint32_t end) const;
  [[nodiscard]] std::size_t merged_at(std::size_t i, std::string_view text, const std::vector<Token>& tokens,
                                      Token& token) const;
  [[nodiscard]] std::size_t length_of(const WordTables::Multiword& entry, std::string_view text,
                                      std::size_t i, const std::vector<Token>& tokens) const;
  [[nodiscard]] bool is_surname_at(std::string_view text, std::uint32_t at, std::uint32_t end) const;
  void merge_multiwords(std::string_view text, std::vector<Token>& tokens);

  Vocabulary& vocabulary_;
  std::unordered_set<std::string> elisions_;
  std::unordered_set<std::string> name_elisions_;  ///< part of a name where both parts are capital
  std::unordered_set<std::string> clitics_;
  std::unordered_set<std::string> abbreviations_;
  std::vector<std::size_t> heads_;  ///< tokens of the block that an entry of several words may begin with
  std::size_t longest_elision_;     ///< in bytes, before folding
  std::size_t longest_clitic_;      ///< in bytes, before folding
};

/// Whether a token is a quotation mark, by its first code point.
[[nodiscard]] bool is_quotation_mark(std::uint32_t code_point);

}  // namespace selon
