#include "document/characters.h"

namespace selon {

namespace {

std::uint32_t byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

std::uint32_t size_of_lead(std::uint32_t lead) {
  if (lead < 0xC0) return 1;
  if (lead < 0xE0) return 2;
  return lead < 0xF0 ? 3 : 4;
}

}  // namespace

Character character_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const std::uint32_t lead = byte_at(text, offset);
  if (lead < 0x80) return {lead, 1};
  const std::uint32_t size = size_of_lead(lead);
  if (offset + size > text.size()) return {0xFFFD, static_cast<std::uint32_t>(text.size() - offset)};
  char32_t code = lead & (0x7Fu >> size);
  for (std::uint32_t i = 1; i < size; ++i) {
    code = (code << 6) | (byte_at(text, offset + i) & 0x3Fu);
  }
  return {code, size};
}

Character character_before(std::string_view text, std::size_t offset) {
  if (offset == 0) return {};
  std::size_t start = offset - 1;
  while (start > 0 && offset - start < 4 && continues_character(text[start])) --start;
  return character_at(text.substr(0, offset), start);
}

bool is_white_space(char32_t code) {
  if (code < 0x80) return code == ' ' || (code >= '\t' && code <= '\r');
  return code == 0x85 || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200B) ||
         code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x2060 ||
         code == 0x3000 || code == 0xFEFF;
}

Span trimmed(std::string_view text, Span span) {
  while (!span.empty()) {
    const Character first = character_at(text, span.start);
    if (!is_white_space(first.code)) break;
    span.start += first.size;
  }
  while (!span.empty()) {
    const Character last = character_before(text, span.end);
    if (!is_white_space(last.code)) break;
    span.end -= last.size;
  }
  return span;
}

void append_character(std::string& out, char32_t code) {
  if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = 0xFFFD;
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6));
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

}  // namespace selon
