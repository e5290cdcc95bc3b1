// Dates in digits and ordinals, as the diff reads them.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "claims/diff/figures.h"

namespace selon {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits only, as many as that; 0 where it is anything else.
int digits(const QuotedWord& word, std::size_t least, std::size_t most) {
  int value = 0;
  if (word.key.size() < least || word.key.size() > most || !std::ranges::all_of(word.key, is_digit)) return 0;
  std::from_chars(word.key.data(), word.key.data() + word.key.size(), value);
  return value;
}

std::string_view gap(std::string_view text, const QuotedWord& a, const QuotedWord& b) {
  return text.substr(a.span.end, b.span.start - a.span.end);
}

bool is_date(int day, int month) { return day >= 1 && day <= 31 && month >= 1 && month <= 12; }

/// "ème" as it stands in a list of words.
std::string folded(std::string_view word) {
  const auto words = words_in(word, {0, static_cast<std::uint32_t>(word.size())});
  return words.size() == 1 ? words.front().key : std::string();
}

int roman_digit(char c) {
  constexpr std::string_view letters = "IVXLCDM";
  constexpr std::array<int, 7> values{1, 5, 10, 50, 100, 500, 1000};
  const std::size_t at = letters.find(c);
  return at == std::string_view::npos ? 0 : values.at(at);
}

/// The Roman numeral that `word` begins with, in capitals, and what is behind it. Of one
/// letter only I, V and X: "Le", "De" and "Me" are words.
std::optional<std::pair<int, std::string_view>> roman(std::string_view word) {
  int value = 0;
  std::size_t at = 0;
  while (at < word.size() && roman_digit(word[at]) != 0) {
    const int here = roman_digit(word[at]);
    const int next = at + 1 < word.size() ? roman_digit(word[at + 1]) : 0;
    value += here < next ? -here : here;
    ++at;
  }
  if (value <= 0 || (at == 1 && value > 10)) return std::nullopt;
  return std::pair(value, word.substr(at));
}

}  // namespace

/// "27/07", "27/07/2024", "27.07.2024", "2024-07-27". A month of one digit without a
/// year is none: "1/2" is a fraction.
FigureReader::Date FigureReader::date_at(const Words& words, std::size_t at, std::string_view text) const {
  const auto between = [&](std::size_t place) {
    return place + 1 < words.size() ? gap(text, words[place], words[place + 1]) : std::string_view(" ");
  };
  const std::string_view mark = between(at);
  if (mark != "/" && mark != "." && mark != "-") return {};
  const bool three = between(at + 1) == mark;
  if (mark == "-") {
    const Date date{three ? digits(words[at + 2], 2, 2) : 0, digits(words[at + 1], 2, 2),
                    digits(words[at], 4, 4), at + 3};
    return date.year != 0 && is_date(date.day, date.month) ? date : Date{};
  }
  const int year = three ? digits(words[at + 2], 4, 4) : 0;
  const Date date{digits(words[at], 1, 2), digits(words[at + 1], year != 0 ? 1 : 2, 2), year,
                  at + (year != 0 ? 3 : 2)};
  const bool complete = year != 0 || (mark == "/" && !three);
  return complete && is_date(date.day, date.month) ? date : Date{};
}

bool FigureReader::is_month(const Words& words, std::size_t at) const {
  return at < words.size() && months_.contains(words[at].key);
}

/// "3e", "IIIe", "troisième", "vingt-troisième", "vingt et unième". `before` is the
/// number that begins at `at`. No ordinal where `last` is `at`.
FigureReader::Number FigureReader::ordinal_at(const Words& words, std::size_t at, Number before,
                                              std::string_view text) const {
  const std::size_t next = before.last;
  const auto ordinal = [&](std::size_t place) {
    const auto found = place < words.size() ? ordinals_.find(words[place].key) : ordinals_.end();
    return found == ordinals_.end() ? std::optional<double>() : std::optional(found->second);
  };
  if (next == at) {
    if (const auto alone = ordinal(at)) return {*alone, at + 1};
    const auto numeral = roman(words[at].span.in(text));
    if (!numeral || !roman_suffixes_.contains(folded(numeral->second))) return {0, at};
    return {static_cast<double>(numeral->first), at + 1};
  }
  if (next >= words.size()) return {0, at};
  const std::string_view mark = gap(text, words[next - 1], words[next]);
  if (mark.empty()) {
    return suffixes_.contains(words[next].key) ? Number{before.value, next + 1} : Number{0, at};
  }
  const bool hyphen = mark == "-" || mark == "\u2011";
  if (joiners_.contains(words[next].key) && before.value >= 20) {
    if (const auto last = ordinal(next + 1); last && *last < 2) return {before.value + *last, next + 2};
  } else if (hyphen) {
    if (const auto last = ordinal(next); last && *last < 20) return {before.value + *last, next + 1};
  }
  return {0, at};
}

}  // namespace selon
