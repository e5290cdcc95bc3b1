#include "attribution/name_fold.h"

#include <array>

#include "language/unicode.h"

namespace selon {

namespace {

// The plain letters of U+00C0 to U+017F after lower-casing; ' ' where there are two
// letters or none (see below).
constexpr std::string_view latin_1 =
    "aaaaaa ceeeeiiii"   // U+00E0
    "dnooooo ouuuuy y";  // U+00F0
constexpr std::string_view latin_a =
    "aaaaaaccccccccdd"   // U+0100
    "ddeeeeeeeeeegggg"   // U+0110
    "gggghhhhiiiiiiii"   // U+0120
    "ii  jjkkklllllll"   // U+0130
    "lllnnnnnnnnnoooo"   // U+0140
    "oo  rrrrrrssssss"   // U+0150
    "ssttttttuuuuuuuu"   // U+0160
    "uuuuwwyyyzzzzzzs";  // U+0170

std::string_view two_letters(std::uint32_t c) {
  switch (c) {
    case 0xE6:
      return "ae";
    case 0x153:
      return "oe";
    case 0xDF:
      return "ss";
    case 0xFE:
      return "th";
    case 0x133:
      return "ij";
    default:
      return {};
  }
}

void append_letter(std::string& out, std::uint32_t c) {
  c = unicode::to_lower(c);
  if (const std::string_view letters = two_letters(c); !letters.empty()) {
    out += letters;
  } else if (c >= 0xE0 && c <= 0xFF && latin_1[c - 0xE0] != ' ') {
    out.push_back(latin_1[c - 0xE0]);
  } else if (c >= 0x100 && c <= 0x17F && latin_a[c - 0x100] != ' ') {
    out.push_back(latin_a[c - 0x100]);
  } else if (c >= 0x218 && c <= 0x21B) {
    out.push_back(c <= 0x219 ? 's' : 't');
  } else if (c < 0x300 || c > 0x36F) {  // combining accents are left out
    unicode::append(out, c);
  }
}

constexpr char gap_mark = ' ';
constexpr char nothing = 0;

// What an ASCII character gives: a letter or digit, a gap, or nothing.
constexpr std::array<char, 128> make_ascii() {
  std::array<char, 128> out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    const char c = static_cast<char>(i);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool upper = c >= 'A' && c <= 'Z';
    out[i] = plain ? c : upper ? static_cast<char>(c + ('a' - 'A')) : c == '.' ? nothing : gap_mark;
  }
  return out;
}
constexpr std::array<char, 128> ascii = make_ascii();

}  // namespace

void append_folded(std::string& out, std::string_view text) {
  bool gap = false;
  const std::size_t start = out.size();
  out.reserve(start + text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      ++i;
      if (ascii[byte] == gap_mark) {
        gap = true;
      } else if (ascii[byte] != nothing) {
        if (gap && out.size() > start) {
          out.push_back(' ');
        }
        gap = false;
        out.push_back(ascii[byte]);
      }
      continue;
    }
    const unicode::CodePoint c = unicode::decode(text, i);
    i += c.size;
    if (c.value == 0xAD) {
      continue;
    }
    if (!unicode::is_letter(c.value)) {
      gap = true;
      continue;
    }
    if (gap && out.size() > start) {
      out.push_back(' ');
    }
    gap = false;
    append_letter(out, c.value);
  }
}

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_folded(out, text);
  return out;
}

}  // namespace selon
