// What the rules room needs to know of UTF-8: whether a file is, and how many
// characters a stretch of it holds.
#pragma once

#include <cstddef>
#include <string_view>

namespace selon {

/// Offset of the first byte that is not part of a valid character, or that is a
/// control character other than tab, line feed and carriage return; or npos.
[[nodiscard]] std::size_t forbidden_byte_at(std::string_view text);

/// Number of code points in valid UTF-8.
[[nodiscard]] std::size_t count_characters(std::string_view text);

/// `text` without a character cut off at its end.
[[nodiscard]] std::string_view cut_utf8(std::string_view text);

/// Offset of the first combining accent (U+0300 to U+036F), or npos: a sign of
/// text in decomposed form, which never equals the composed words of an article.
[[nodiscard]] std::size_t combining_accent_at(std::string_view text);

}  // namespace selon
