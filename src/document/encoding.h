// A file's bytes to UTF-8: by byte order mark, then valid UTF-8, then the charset
// that the file declares, then detection. What cannot be told is an error with its
// place, never a text with wrong letters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"

namespace selon {

/// `bytes` as UTF-8 without byte order mark. `declared` is the charset named by the
/// file ("iso-8859-15"), or "". `path` is for messages.
[[nodiscard]] Expected<std::string> to_utf8(std::string bytes, std::string_view declared,
                                            const std::string& path);

/// The charset that an HTML page declares in its first kilobytes, or "".
[[nodiscard]] std::string declared_charset(std::string_view html);

/// Where the first byte that is not UTF-8 stands; the size of `bytes` if there is none.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view bytes);

/// The line and column of a byte, all bytes before it being UTF-8.
[[nodiscard]] Error error_at(std::string_view bytes, std::size_t offset, const std::string& path);

/// The text is UTF-16: a byte order mark, or zero bytes in every other place.
enum class Utf16 : std::uint8_t { no, little_endian, big_endian };
[[nodiscard]] Utf16 utf16_order(std::string_view bytes);

}  // namespace selon
