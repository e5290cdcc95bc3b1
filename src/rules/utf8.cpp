#include "rules/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace selon {

namespace {

std::uint32_t byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/// Whether all eight bytes are between 0x20 and 0x7F.
bool is_plain(std::uint64_t word) {
  constexpr std::uint64_t each = 0x0101010101010101u;
  return ((word | (word - each * 0x20)) & (each * 0x80)) == 0;
}

/// Size of the valid character at `at`, or 0.
std::size_t valid_size(std::string_view text, std::size_t at) {
  const std::uint32_t lead = byte_at(text, at);
  if (lead < 0x80) {
    return 1;
  }
  const std::size_t size = lead < 0x80   ? 1
                           : lead < 0xC2 ? 0
                           : lead < 0xE0 ? 2
                           : lead < 0xF0 ? 3
                           : lead < 0xF5 ? 4
                                         : 0;
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte_at(text, at + i) & 0xC0) != 0x80) {
      return 0;
    }
  }
  const std::uint32_t second = byte_at(text, at + 1);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool surrogate_or_beyond = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
  return size > 1 && (overlong || surrogate_or_beyond) ? 0 : size;
}

}  // namespace

std::size_t forbidden_byte_at(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::uint64_t word = 0;  // eight bytes of plain ASCII at once: rule files are mostly those
    while (at + sizeof word <= text.size()) {
      std::memcpy(&word, text.data() + at, sizeof word);
      if (!is_plain(word)) {
        break;
      }
      at += sizeof word;
    }
    const std::size_t end = std::min(at + sizeof word, text.size());
    while (at < end) {
      const auto lead = static_cast<unsigned char>(text[at]);
      if (lead >= 0x20 && lead < 0x80) {
        ++at;
        continue;
      }
      const std::size_t size = is_control(text[at]) ? 0 : valid_size(text, at);
      if (size == 0) {
        return at;
      }
      at += size;
    }
  }
  return std::string_view::npos;
}

std::size_t count_characters(std::string_view text) {
  // Eight bytes at a time: the lowest bit of each tells whether it goes on a character (10xxxxxx).
  constexpr std::uint64_t lowest_bits = 0x0101010101010101;
  std::size_t count = text.size();
  std::size_t at = 0;
  for (std::uint64_t bytes = 0; at + sizeof bytes <= text.size(); at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    const std::uint64_t going_on = (bytes >> 7U) & (~bytes >> 6U) & lowest_bits;
    count -= (going_on * lowest_bits) >> 56U;  // the sum of all eight
  }
  for (; at < text.size(); ++at) {
    count -= (byte_at(text, at) & 0xC0) == 0x80 ? 1U : 0U;
  }
  return count;
}

std::string_view cut_utf8(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0 && text.size() - start < 4) {
    --start;
    if ((byte_at(text, start) & 0xC0) != 0x80) {
      return valid_size(text, start) == 0 ? text.substr(0, start) : text;
    }
  }
  return text;
}

std::size_t combining_accent_at(std::string_view text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    const std::uint32_t lead = byte_at(text, at);
    if (lead == 0xCC || (lead == 0xCD && byte_at(text, at + 1) < 0xB0)) {
      return at;
    }
  }
  return std::string_view::npos;
}

}  // namespace selon
