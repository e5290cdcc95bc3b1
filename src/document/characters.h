// Characters of UTF-8 text that is known to be valid: decoding forwards and
// backwards, white space as French typography uses it, and trimming.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"
#include "rules/utf8.h"

namespace selon {

/// A code point and its length in UTF-8. {0, 0} stands for "no character".
struct Character {
  char32_t code = 0;
  std::uint32_t size = 0;
};

/// The character that starts at `offset`; none at the end of the text.
[[nodiscard]] Character character_at(std::string_view text, std::size_t offset);
/// The character that ends at `offset`; none at the start of the text.
[[nodiscard]] Character character_before(std::string_view text, std::size_t offset);

/// White space of any kind: ASCII, no-break and thin spaces, line and paragraph
/// separators, and the invisible U+200B and U+FEFF.
[[nodiscard]] bool is_white_space(char32_t code);

/// `span` without white space at its ends; empty, at its start, where there is nothing else.
[[nodiscard]] Span trimmed(std::string_view text, Span span);

/// How many characters `text` has, as columns are counted.
[[nodiscard]] inline std::uint32_t characters_in(std::string_view text) {
  return static_cast<std::uint32_t>(count_characters(text));
}

/// Appends `code` as UTF-8; U+FFFD for what is no character.
void append_character(std::string& out, char32_t code);

}  // namespace selon
