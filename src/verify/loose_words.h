// Words as an index compares them: lower case, without accents, ligatures undone, soft
// hyphens and combining accents left out, everything else a border. Made for reading a
// hundred megabytes: a word is no string here but a hash of its folded letters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace selon {

struct LooseWord {
  std::uint64_t hash = 0;
  Span span;
};

/// What a character is to a word.
struct LooseLetters {
  char letters[2] = {0, 0};  ///< plain letters or digits, one or two
  std::uint8_t count = 0;
  bool skipped = false;  ///< neither a letter nor a border: soft hyphen, combining accent
};

/// The folded form of a character beyond ASCII that has plain letters; count 0 for others.
[[nodiscard]] LooseLetters loose_letters(std::uint32_t code);

/// Reads the words of a text one after the other, without keeping them.
class LooseScanner {
 public:
  /// `span` of `text`, valid UTF-8.
  LooseScanner(std::string_view text, Span span) : text_(text), at_(span.start), end_(span.end) {}
  /// False at the end.
  bool next(LooseWord& word);

 private:
  /// Takes the character at `at_` into the word; false at a border, past which it moves.
  bool take_other(std::uint64_t& hash, bool& begun);

  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t end_;
};

[[nodiscard]] std::vector<LooseWord> loose_words(std::string_view text, Span span);

/// A text folded as its words are, words separated by one space.
[[nodiscard]] std::string loose_text(std::string_view text);

/// The hash of a word followed by another one.
[[nodiscard]] constexpr std::uint64_t joined_hash(std::uint64_t first, std::uint64_t second) {
  std::uint64_t h = first * 0x9E3779B97F4A7C15u ^ (second + 0x7F4A7C15u);
  h ^= h >> 29;
  return h * 0xBF58476D1CE4E5B9u;
}

}  // namespace selon
