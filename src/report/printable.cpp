#include "report/printable.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace selon {

namespace {

constexpr std::uint32_t context_bytes = 320;   ///< looked at on each side of a place
constexpr std::uint32_t context_columns = 44;  ///< shown before a place on a long line

bool turns_direction(UChar32 c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F ||
         c == 0x061C;
}

bool ends_line(UChar32 c) { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x85; }

/// What is shown for a character, and how wide that is.
struct Glyph {
  std::string text;
  std::uint32_t width = 0;
};

Glyph glyph_of(UChar32 c, std::string_view bytes) {
  if (c < 0 || c == 0xFFFD) {
    return {"\uFFFD", 1};
  }
  if (c == '\t' || ends_line(c)) {
    return {" ", 1};
  }
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
    return {fmt::format("\\x{:02x}", static_cast<std::uint32_t>(c)), 4};
  }
  if (turns_direction(c)) {
    std::string shown = fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(c));
    const auto width = static_cast<std::uint32_t>(shown.size());
    return {std::move(shown), width};
  }
  return {std::string(bytes), column_width(static_cast<char32_t>(c))};
}

template <class Visit>
void for_each_glyph(std::string_view text, const Visit& visit) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto end = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < end;) {
    const std::int32_t before = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, end, c);
    const auto start = static_cast<std::size_t>(before);
    if (!visit(glyph_of(c, text.substr(start, static_cast<std::size_t>(at) - start)), start)) {
      return;
    }
  }
}

bool inside_character(std::string_view text, std::uint32_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

/// The part of the line around `place` that may be shown.
Span line_around(std::string_view text, Span place) {
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t start = place.start;
  const std::uint32_t lowest = start > context_bytes ? start - context_bytes : 0;
  while (start > lowest && text[start - 1] != '\n' && text[start - 1] != '\r') {
    --start;
  }
  std::uint32_t end = place.start;
  const std::uint32_t highest = std::min(size, end + context_bytes);
  while (end < highest && text[end] != '\n' && text[end] != '\r') {
    ++end;
  }
  while (inside_character(text, start)) {
    ++start;
  }
  while (inside_character(text, end)) {
    ++end;
  }
  return {start, end};
}

std::uint32_t width_of(std::string_view text) {
  std::uint32_t width = 0;
  for_each_glyph(text, [&](const Glyph& glyph, std::size_t) {
    width += glyph.width;
    return true;
  });
  return width;
}

/// Where to begin so that only some columns stand before the place: after a space,
/// where there is one near.
std::uint32_t begin_near(std::string_view text, Span line, std::uint32_t place) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto start = static_cast<std::int32_t>(place);
  for (std::uint32_t used = 0; start > static_cast<std::int32_t>(line.start);) {
    std::int32_t before = start;
    UChar32 c = 0;
    U8_PREV(bytes, static_cast<std::int32_t>(line.start), before, c);
    const std::string_view character =
        text.substr(static_cast<std::size_t>(before), static_cast<std::size_t>(start - before));
    used += glyph_of(c, character).width;
    if (used > context_columns) {
      break;
    }
    start = before;
  }
  const auto begin = static_cast<std::uint32_t>(start);
  const std::size_t space = text.substr(0, place).find(' ', begin);
  return space != std::string_view::npos && space + 1 < place ? static_cast<std::uint32_t>(space) + 1 : begin;
}

}  // namespace

std::uint32_t column_width(char32_t character) {
  const auto c = static_cast<UChar32>(character);
  if (c < 0x300) {
    return c == 0xAD ? 0 : 1;
  }
  const auto mask = U_GET_GC_MASK(c);
  if ((mask & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0) {
    return 0;
  }
  const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for_each_glyph(text, [&](const Glyph& glyph, std::size_t) {
    out += glyph.text;
    return true;
  });
  return out;
}

Excerpt excerpt(std::string_view text, Span place, std::uint32_t columns) {
  const Span line = line_around(text, place);
  const bool fits = width_of(line.in(text)) <= columns;
  const std::uint32_t begin = fits ? line.start : begin_near(text, line, place.start);
  const bool starts_line = begin == 0 || text[begin - 1] == '\n' || text[begin - 1] == '\r';
  Excerpt made;
  made.line = starts_line ? "" : "…";
  std::uint32_t used = starts_line ? 0 : 1;
  std::uint32_t marked = 0;
  made.indent = used;
  bool cut = line.end < text.size() && text[line.end] != '\n' && text[line.end] != '\r';
  for_each_glyph(text.substr(begin, line.end - begin), [&](const Glyph& glyph, std::size_t offset) {
    if (used + glyph.width + 1 > columns) {
      cut = true;
      return false;
    }
    made.line += glyph.text;
    used += glyph.width;
    const auto at = begin + static_cast<std::uint32_t>(offset);
    made.indent += at < place.start ? glyph.width : 0;
    marked += place.contains(at) ? glyph.width : 0;
    return true;
  });
  made.line += cut ? "…" : "";
  made.width = std::max(marked, 1u);
  return made;
}

std::string csv_field(std::string_view text) {
  const bool formula =
      !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  const bool quoted = text.find_first_of("\",\r\n") != std::string_view::npos;
  std::string out = quoted ? "\"" : "";
  out += formula ? "'" : "";
  for (const char c : text) {
    out += c;
    if (c == '"') {
      out += c;
    }
  }
  out += quoted ? "\"" : "";
  return out;
}

std::string shortened(std::string_view text, std::uint32_t columns) {
  std::string out;
  std::uint32_t used = 0;
  for_each_glyph(text, [&](const Glyph& glyph, std::size_t) {
    if (used + glyph.width > columns) {
      out += "…";
      return false;
    }
    used += glyph.width;
    out += glyph.text;
    return true;
  });
  return out;
}

}  // namespace selon
