// Plain text to lines, and lines to blocks: one block a line, blank lines between
// blocks, or lines wrapped at a fixed width.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace selon {

/// A line that is not blank.
struct TextLine {
  Span span;                 ///< without white space at its ends
  std::uint32_t indent = 0;  ///< bytes of white space before it
  bool after_gap = false;    ///< a blank line, or the start of the text, stands before it
};

[[nodiscard]] std::vector<TextLine> split_lines(std::string_view text);

/// The width at which the text was wrapped, in characters, or 0 where each line is a
/// block. Wrapped means: most lines that another one follows are so full that the
/// next line's first word had no room, and many next lines start in lower case. Of text
/// with balanced lines, as fmt writes, it is the width from which on its lines are full.
[[nodiscard]] std::uint32_t wrap_width(std::string_view text, const std::vector<TextLine>& lines);

/// The blocks of the text, without white space at their ends.
[[nodiscard]] std::vector<Span> split_blocks(std::string_view text);

/// How a block begins.
enum class Opening : std::uint8_t { word, lower_case, bullet, hyphen, dash, number, arrow };
[[nodiscard]] Opening opening_of(std::string_view text, Span span);

/// Where the text of a list item starts: after its bullet, dash or number.
[[nodiscard]] std::uint32_t after_marker(std::string_view text, Span span);

/// How a block ends, closing quotation marks and brackets left aside.
enum class Ending : std::uint8_t { open, period, ellipsis, question, exclamation, colon, comma };
[[nodiscard]] Ending ending_of(std::string_view text, Span span);

}  // namespace selon
