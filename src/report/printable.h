// Text made fit for a terminal and for tables: drafts and pages are hostile, and a
// control character must never reach the terminal, nor a formula a spreadsheet.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"

namespace selon {

/// Control characters and those that turn the direction of text are shown as
/// escapes (\x1b, \u{202e}); line ends and tabs become spaces; bytes that are no
/// UTF-8 become U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);

/// How many columns of a terminal a character takes: 0 for combining and invisible
/// ones, 2 for wide ones.
[[nodiscard]] std::uint32_t column_width(char32_t character);

/// A line of a text with a place marked under it.
struct Excerpt {
  std::string line;          ///< printable, cut to the width with "…" where it is longer
  std::uint32_t indent = 0;  ///< columns before the place
  std::uint32_t width = 1;   ///< columns of the place that are shown, at least 1
};

/// The line of `text` on which `place` begins, at most `columns` wide.
[[nodiscard]] Excerpt excerpt(std::string_view text, Span place, std::uint32_t columns);

/// A field of a CSV table, quoted where RFC 4180 asks for it. A text that a
/// spreadsheet would take for a formula (= + - @, tab, carriage return in front)
/// gets an apostrophe before it.
[[nodiscard]] std::string csv_field(std::string_view text);

/// `text` on one line, cut after `columns` columns with "…".
[[nodiscard]] std::string shortened(std::string_view text, std::uint32_t columns);

}  // namespace selon
