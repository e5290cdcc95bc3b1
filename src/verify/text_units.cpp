#include "verify/text_units.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>

#include "language/unicode.h"
#include "verify/loose_words.h"

namespace selon {

namespace {

bool is_left_out(std::uint32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

bool is_combining(std::uint32_t c) { return c >= 0x300 && c <= 0x36F; }

bool is_quotation_mark_sign(std::uint32_t c) {
  return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) || c == 0x2039 || c == 0x203A ||
         c == 0x2033 || c == 0xFF02;
}

bool is_single_mark(std::uint32_t c) {
  return c == '\'' || (c >= 0x2018 && c <= 0x201B) || c == 0x2BC || c == 0x2032 || c == 0xB4 || c == '`';
}

bool is_dash(std::uint32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

bool is_word_character(std::uint32_t c) {
  return (unicode::is_letter(c) && c != 0xAD && !is_dash(c)) || unicode::is_digit(c);
}

/// What a ligature stands for, else nothing.
std::string_view without_ligature(std::uint32_t c) {
  constexpr std::array<std::string_view, 7> typeset = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  if (c >= 0xFB00 && c <= 0xFB06) return typeset[c - 0xFB00];
  switch (c) {
    case 0x153:
      return "oe";
    case 0x152:
      return "Oe";
    case 0xE6:
      return "ae";
    case 0xC6:
      return "Ae";
    default:
      return {};
  }
}

std::uint32_t composed(std::uint32_t base, std::uint32_t accent) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return 0;
  const UChar32 made = unorm2_composePair(nfc, static_cast<UChar32>(base), static_cast<UChar32>(accent));
  return made < 0 ? 0 : static_cast<std::uint32_t>(made);
}

/// Capitals without accents.
std::uint32_t plain_capital(std::uint32_t c) {
  if (c < 0xC0 || !unicode::is_upper(c)) return c;
  const LooseLetters letters = loose_letters(c);
  return letters.count == 1 && letters.letters[0] >= 'a'
             ? static_cast<std::uint32_t>(letters.letters[0] - 'a' + 'A')
             : c;
}

class UnitReader {
 public:
  UnitReader(std::string_view text, Span span)
      : text_(text), end_(span.end), at_(span.start), begin_(span.start) {}

  std::vector<TextUnit> run() {
    while (at_ < end_) step();
    return std::move(units_);
  }

 private:
  [[nodiscard]] unicode::CodePoint peek(std::uint32_t at) const {
    return at < end_ ? unicode::decode(text_, at) : unicode::CodePoint{};
  }

  void step() {
    const unicode::CodePoint c = peek(at_);
    if (unicode::is_space(c.value) || is_left_out(c.value) || is_combining(c.value)) {
      at_ += c.size;
    } else if (is_word_character(c.value) || !without_ligature(c.value).empty()) {
      word();
    } else {
      mark(c);
    }
  }

  void word() {
    TextUnit unit;
    unit.span.start = at_;
    bool digits = true;
    while (at_ < end_) {
      const unicode::CodePoint c = peek(at_);
      if (is_left_out(c.value)) {
        at_ += c.size;
        continue;
      }
      const std::string_view ligature = without_ligature(c.value);
      if (!ligature.empty()) {
        unit.key += ligature;
      } else if (is_word_character(c.value)) {
        append(unit.key, c);
        digits = digits && unicode::is_digit(c.value);
        continue;
      } else if (!is_combining(c.value)) {
        break;
      }
      digits = false;
      at_ += c.size;
    }
    unit.span.end = at_;
    unit.lower = lower_key(unit.key);
    if (!digits || !joins_number(unit)) units_.push_back(std::move(unit));
  }

  /// Appends a letter with the accents that follow it, and moves past them.
  void append(std::string& key, unicode::CodePoint c) {
    std::uint32_t code = c.value;
    at_ += c.size;
    for (unicode::CodePoint accent = peek(at_); is_combining(accent.value); accent = peek(at_)) {
      const std::uint32_t made = composed(code, accent.value);
      code = made == 0 ? code : made;
      at_ += accent.size;
    }
    unicode::append(key, plain_capital(code));
  }

  /// "000" after "12": one number with it.
  bool joins_number(const TextUnit& unit) {
    constexpr std::size_t group = 3;
    if (unit.key.size() != group || units_.empty() || !is_number(units_.back())) return false;
    TextUnit& before = units_.back();
    const bool whole = std::ranges::all_of(before.key, [](char c) { return c >= '0' && c <= '9'; });
    const unicode::CodePoint space = peek(before.span.end);
    if (!whole || !unicode::is_space(space.value) || space.value < ' ' ||
        before.span.end + space.size != unit.span.start ||
        (before.key.size() > group && before.span.size() == before.key.size())) {
      return false;
    }
    before.key += unit.key;
    before.lower = before.key;
    before.span.end = unit.span.end;
    return true;
  }

  [[nodiscard]] bool between_letters(std::uint32_t size) const {
    if (at_ == begin_ || at_ + size >= end_) return false;
    const std::uint32_t before = unicode::decode_before(text_, at_).value;
    // "[l]'État" is an elision too.
    return (is_word_character(before) || is_combining(before) || before == ']') &&
           (is_word_character(peek(at_ + size).value) || !without_ligature(peek(at_ + size).value).empty());
  }

  void mark(unicode::CodePoint c) {
    TextUnit unit;
    unit.kind = UnitKind::mark;
    unit.span = {at_, at_ + c.size};
    if (is_quotation_mark_sign(c.value)) {
      unit.key = "\"";
    } else if (is_single_mark(c.value)) {
      // Two are a double mark; between letters it is an apostrophe, elsewhere a quotation mark.
      const bool twice = is_single_mark(peek(unit.span.end).value);
      unit.span.end += twice ? peek(unit.span.end).size : 0;
      unit.key = !twice && (between_letters(c.size) || before_space_after_letter(c.size)) ? "'" : "\"";
    } else if (is_dash(c.value)) {
      unit.key = "-";
      for (unicode::CodePoint next = peek(unit.span.end); is_dash(next.value); next = peek(unit.span.end)) {
        unit.span.end += next.size;
      }
    } else if (c.value == 0x2026 || (c.value == '.' && peek(unit.span.end).value == '.')) {
      unit.key = "…";
      for (unicode::CodePoint next = peek(unit.span.end); next.value == '.' || next.value == 0x2026;
           next = peek(unit.span.end)) {
        unit.span.end += next.size;
      }
    } else {
      unicode::append(unit.key, c.value);
    }
    at_ = unit.span.end;
    unit.lower = unit.key;
    units_.push_back(std::move(unit));
  }

  /// "l’ homme", with a space of bad typesetting after the elision.
  [[nodiscard]] bool before_space_after_letter(std::uint32_t size) const {
    if (units_.empty() || units_.back().span.end != at_ || !units_.back().is_word()) return false;
    return units_.back().key.size() <= 2 && unicode::is_space(peek(at_ + size).value);
  }

  std::string_view text_;
  std::uint32_t end_;
  std::uint32_t at_;
  std::uint32_t begin_;
  std::vector<TextUnit> units_;
};

/// The first letter in lower case, and without accent.
std::string_view rest_of(std::string_view key, std::uint32_t& first) {
  const unicode::CodePoint c = unicode::decode(key, 0);
  const std::uint32_t lower = unicode::to_lower(c.value);
  const LooseLetters letters = lower < 0x80 ? LooseLetters{} : loose_letters(lower);
  first = letters.count == 1 ? static_cast<unsigned char>(letters.letters[0]) : lower;
  return key.substr(c.size);
}

}  // namespace

std::vector<TextUnit> units_of(std::string_view text, Span span) { return UnitReader(text, span).run(); }

std::string lower_key(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const unicode::CodePoint c = unicode::decode(word, at);
    unicode::append(out, unicode::to_lower(c.value));
    at += c.size;
  }
  return out;
}

bool same_but_initial(const TextUnit& a, const TextUnit& b) {
  if (!a.is_word() || !b.is_word()) return false;
  std::uint32_t first_a = 0;
  std::uint32_t first_b = 0;
  const std::string_view rest_a = rest_of(a.key, first_a);
  const std::string_view rest_b = rest_of(b.key, first_b);
  // Two small letters may differ by an accent only: "a", "à" are two words.
  return a.key == b.key || (first_a == first_b && rest_a == rest_b && (is_capital(a) || is_capital(b)));
}

bool ends_sentence(const TextUnit& unit) {
  return unit.is(".") || unit.is("!") || unit.is("?") || unit.is("…");
}

bool ends_clause(const TextUnit& unit) { return !unit.is_word() && !unit.is("'") && !is_figure_sign(unit); }

bool is_figure_sign(const TextUnit& unit) {
  if (unit.is_word() || unit.key.empty()) return false;
  const std::uint32_t sign = unicode::decode(unit.key, 0).value;
  return sign == '%' || sign == 0x2030 || sign == 0xB0 ||
         u_charType(static_cast<UChar32>(sign)) == U_CURRENCY_SYMBOL;
}

bool is_number(const TextUnit& unit) {
  return unit.is_word() && !unit.key.empty() && unit.key.front() >= '0' && unit.key.front() <= '9';
}

bool is_capital(const TextUnit& unit) {
  return unit.is_word() && unicode::is_upper(unicode::decode(unit.key, 0).value);
}

std::size_t word_count(std::span<const TextUnit> units) {
  return static_cast<std::size_t>(
      std::ranges::count_if(units, [](const TextUnit& unit) { return unit.is_word(); }));
}

}  // namespace selon
