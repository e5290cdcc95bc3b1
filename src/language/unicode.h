// Small inline helpers over UTF-8 text that is known to be valid.
#pragma once

#include <cstdint>
#include <string_view>

namespace selon::unicode {

struct CodePoint {
  std::uint32_t value = 0;
  std::uint32_t size = 0;  ///< bytes
};

/// The code point at `at`; {0, 0} at the end.
[[nodiscard]] inline CodePoint decode(std::string_view text, std::size_t at) {
  if (at >= text.size()) {
    return {};
  }
  const auto byte = [text](std::size_t i) -> std::uint32_t {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const std::uint32_t lead = byte(at);
  if (lead < 0x80) {
    return {lead, 1};
  }
  if (lead < 0xE0) {
    return {(lead & 0x1Fu) << 6 | (byte(at + 1) & 0x3Fu), 2};
  }
  if (lead < 0xF0) {
    return {(lead & 0x0Fu) << 12 | (byte(at + 1) & 0x3Fu) << 6 | (byte(at + 2) & 0x3Fu), 3};
  }
  return {(lead & 0x07u) << 18 | (byte(at + 1) & 0x3Fu) << 12 | (byte(at + 2) & 0x3Fu) << 6 |
              (byte(at + 3) & 0x3Fu),
          4};
}

/// The code point that ends before `at`; {0, 0} at the start.
[[nodiscard]] inline CodePoint decode_before(std::string_view text, std::size_t at) {
  if (at == 0) {
    return {};
  }
  std::size_t start = at - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0u) == 0x80u) {
    --start;
  }
  return decode(text, start);
}

/// White space of any kind, the no-break and thin spaces of French typography among it.
[[nodiscard]] inline bool is_space(std::uint32_t c) {
  return c == 0x20 || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || c == 0x202F || (c >= 0x2000 && c <= 0x200B) ||
         c == 0x3000 || c == 0x2028 || c == 0x2029 || c == 0x205F || c == 0x1680 || c == 0xFEFF ||
         c == 0x2060;
}

[[nodiscard]] inline bool is_digit(std::uint32_t c) { return c >= '0' && c <= '9'; }

/// Letters as far as tokens need to know them: all of Latin, Greek, Cyrillic and
/// beyond; symbols and punctuation blocks are out.
[[nodiscard]] inline bool is_letter(std::uint32_t c) {
  if (c < 0x80) {
    return (c | 0x20u) >= 'a' && (c | 0x20u) <= 'z';
  }
  if (c < 0xC0) {
    return c == 0xAA || c == 0xBA || c == 0xB5 || c == 0xAD;
  }
  if (c < 0x2000) {
    return c != 0xD7 && c != 0xF7;
  }
  return (c >= 0x2C00 && c < 0x2E00) || (c >= 0x3040 && c < 0xD7B0) || (c >= 0xF900 && c < 0xFE00) ||
         (c >= 0xFE20 && c < 0xFF00) || (c >= 0x1D400 && c < 0x1D800) || (c >= 0x20000 && c < 0x30000);
}

[[nodiscard]] inline bool is_upper(std::uint32_t c) {
  if (c < 0x80) {
    return c >= 'A' && c <= 'Z';
  }
  if (c <= 0xDE) {
    return c >= 0xC0 && c != 0xD7;
  }
  if (c >= 0x100 && c < 0x138) {
    return (c & 1u) == 0;
  }
  if (c >= 0x139 && c < 0x149) {
    return (c & 1u) == 1;
  }
  if (c >= 0x14A && c < 0x178) {
    return (c & 1u) == 0;
  }
  if (c >= 0x179 && c < 0x17F) {
    return (c & 1u) == 1;
  }
  return c == 0x178 || (c >= 0x391 && c <= 0x3AB) || (c >= 0x400 && c <= 0x42F) ||
         (c >= 0x1E00 && c < 0x1F00 && (c & 1u) == 0);
}

[[nodiscard]] inline std::uint32_t to_lower(std::uint32_t c) {
  if (!is_upper(c)) {
    return c;
  }
  if (c < 0x80 || (c >= 0xC0 && c <= 0xDE) || (c >= 0x391 && c <= 0x3AB)) {
    return c + 0x20;
  }
  if (c >= 0x400 && c <= 0x40F) {
    return c + 0x50;
  }
  if (c >= 0x410 && c <= 0x42F) {
    return c + 0x20;
  }
  return c == 0x178 ? 0xFF : c + 1;
}

[[nodiscard]] inline bool is_apostrophe(std::uint32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }

[[nodiscard]] inline bool is_hyphen(std::uint32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

/// Appends the UTF-8 form of a code point.
template <class String>
void append(String& out, std::uint32_t c) {
  const auto put = [&out](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0u | c >> 6);
    put(0x80u | (c & 0x3Fu));
  } else if (c < 0x10000) {
    put(0xE0u | c >> 12);
    put(0x80u | (c >> 6 & 0x3Fu));
    put(0x80u | (c & 0x3Fu));
  } else {
    put(0xF0u | c >> 18);
    put(0x80u | (c >> 12 & 0x3Fu));
    put(0x80u | (c >> 6 & 0x3Fu));
    put(0x80u | (c & 0x3Fu));
  }
}

}  // namespace selon::unicode
