#include "claims/diff/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace selon {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view key) { return !key.empty() && std::ranges::all_of(key, is_digit); }

/// What stands between two words.
std::string_view gap(std::string_view text, const QuotedWord& a, const QuotedWord& b) {
  return text.substr(a.span.end, b.span.start - a.span.end);
}

/// A space of any kind that typography sets inside a number.
bool is_space_in_number(std::string_view gap) {
  return gap == " " || gap == "\u00A0" || gap == "\u202F" || gap == "\u2009";
}

/// Number words that belong together have spaces or a hyphen between them.
bool is_close(std::string_view gap) {
  return gap == "-" || gap == "\u2011" || gap == "\n" || is_space_in_number(gap);
}

std::string folded(std::string_view words) {
  std::string out;
  for (const QuotedWord& word : words_in(words, {0, static_cast<std::uint32_t>(words.size())})) {
    out += out.empty() ? "" : " ";
    out += word.key;
  }
  return out;
}

/// "18h03" is 18, h, 03; "21ème" is 21, ème: where digits stand first, they are parted
/// from the letters.
std::vector<QuotedWord> parted(std::vector<QuotedWord> words) {
  std::vector<QuotedWord> out;
  out.reserve(words.size());
  for (QuotedWord& word : words) {
    if (!is_digit(word.key.front()) || all_digits(word.key)) {
      out.push_back(std::move(word));
      continue;
    }
    const bool as_written = word.key.size() == word.span.size();  // else letters lost their accents
    for (std::size_t at = 0; at < word.key.size();) {
      std::size_t end = at + 1;
      while (end < word.key.size() && is_digit(word.key[end]) == is_digit(word.key[at])) ++end;
      if (!as_written && at > 0) end = word.key.size();
      const auto start = word.span.start + static_cast<std::uint32_t>(at);
      const auto length = static_cast<std::uint32_t>(end - at);
      out.push_back(
          {word.key.substr(at, end - at), {start, end == word.key.size() ? word.span.end : start + length}});
      at = end;
    }
  }
  return out;
}

/// Fifteen digits are what a double holds of a decimal number; below them arithmetic leaves its traces.
std::string key_of(double value) { return fmt::format("#{:.15g}", value); }

/// A number of more digits than that (an account, a register) is its digits.
std::optional<std::string> key_of_long(std::string_view text) {
  constexpr std::size_t exact_digits = 15;
  std::string digits;
  const bool grouped = std::ranges::count(text, '.') > 1;  // "12.345.678": no decimals
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
    if (c == ',' || (c == '.' && !grouped)) return std::nullopt;
  }
  // "2 000 000 milliards" is as exact as its digits: zeros behind them need none.
  if (digits.find_last_not_of('0') + 1 <= exact_digits) return std::nullopt;
  return "#" + digits;
}

std::string month_key(int month) { return fmt::format("@{}", month); }

/// `current` is what was read since the last thousand, `next` a number word below a
/// hundred: "vingt" takes "deux", "soixante" takes "dix", "deux" takes nothing.
bool takes_small(double current, double next) {
  const auto tens = static_cast<int>(std::fmod(current, 100));
  return tens == 0 || (tens % 10 == 0 && next < (tens == 60 || tens == 80 ? 20 : 10));
}

}  // namespace

FigureReader::FigureReader(const Pack& pack)
    : suffixes_(pack.list("ordinal-suffixes")),
      roman_suffixes_(pack.list("roman-ordinal-suffixes")),
      articles_(pack.list("number-articles")),
      joiners_(pack.list("number-joiners")),
      halves_(pack.list("half-words")),
      linkers_(pack.list("unit-linkers")),
      figure_words_(pack.list("figure-words")),
      opposed_words_(pack.list("figure-words-opposed")),
      bounds_(pack.list("figure-bounds")),
      weekdays_(pack.list("weekdays")) {
  take_values(pack.list("number-values"), values_);
  take_values(pack.list("ordinal-values"), ordinals_);
  take_months(pack.list("months"));
  take_units(pack.list("unit-forms"));
}

/// An entry is a number word and its value: "quatre-vingts 80".
void FigureReader::take_values(const WordList* list, Values& values) {
  if (list == nullptr) return;
  for (const std::string& entry : list->words) {
    const std::size_t space = entry.rfind(' ');
    double value = 0;
    if (space == std::string::npos ||
        std::from_chars(entry.data() + space + 1, entry.data() + entry.size(), value).ec != std::errc()) {
      continue;
    }
    values.emplace(folded(std::string_view(entry).substr(0, space)), value);
  }
}

void FigureReader::take_months(const WordList* list) {
  if (list == nullptr) return;
  for (const std::string& entry : list->words) {
    months_.emplace(folded(entry), static_cast<double>(months_.size() + 1));
  }
}

/// An entry is a form and the short form of its unit: "kilomètres km", "€ euro".
void FigureReader::take_units(const WordList* list) {
  if (list == nullptr) return;
  for (const std::string& entry : list->words) {
    const std::size_t space = entry.rfind(' ');
    if (space == std::string::npos) continue;
    const std::string form = entry.substr(0, space);
    const std::string key = folded(form);
    units_.emplace(key.empty() ? form : key, entry.substr(space + 1));
  }
}

const double* FigureReader::value_at(const Words& words, std::size_t at, std::size_t& length,
                                     std::string_view text) const {
  if (at + 1 < words.size() && is_close(gap(text, words[at], words[at + 1]))) {
    if (const auto two = values_.find(words[at].key + " " + words[at + 1].key); two != values_.end()) {
      length = 2;
      return &two->second;
    }
  }
  const auto one = at < words.size() ? values_.find(words[at].key) : values_.end();
  length = 1;
  return one == values_.end() ? nullptr : &one->second;
}

/// "1 150", "1.150.000", "11,4"
FigureReader::Number FigureReader::digits_at(const Words& words, std::size_t at,
                                             std::string_view text) const {
  std::string digits = words[at].key;
  std::size_t next = at + 1;
  const auto goes_on = [&](bool (*between)(std::string_view)) {
    return next < words.size() && all_digits(words[next].key) &&
           between(gap(text, words[next - 1], words[next]));
  };
  if (digits.size() <= 3) {
    const auto groups = [](std::string_view between) {  // a wrapped line may end inside a number
      return between == "." || between == "\n" || is_space_in_number(between);
    };
    while (goes_on(groups) && words[next].key.size() == 3) digits += words[next++].key;
  }
  if (goes_on([](std::string_view between) { return between == "," || between == "."; })) {
    digits += "." + words[next++].key;
  }
  Number number{0, next};
  std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
  return number;
}

/// Goes on with number words: hundreds, tens and ones add up, thousands multiply.
FigureReader::Number FigureReader::composed(Number begun, const Words& words, std::string_view text) const {
  double total = 0;
  double current = begun.value;
  double scale = INFINITY;
  std::size_t at = begun.last;
  bool first = true;
  while (at < words.size()) {
    std::size_t next = at;
    if (!first && next > 0 && !is_close(gap(text, words[next - 1], words[next]))) break;
    const bool joined = !first && joiners_.contains(words[next].key);
    next += joined ? 1 : 0;
    std::size_t length = 0;
    const double* value = value_at(words, next, length, text);
    if (value == nullptr || (joined && (std::fmod(*value, 10) != 1 || current < 20))) break;
    if (*value >= 1000) {
      if (*value == scale) break;
      if (*value > scale) {  // "trois mille milliards"
        total = (total + current) * *value;
      } else {
        total += (current == 0 ? 1 : current) * *value;
      }
      scale = *value;
      current = 0;
    } else if (*value == 100) {
      if (current >= 20 || current == 10) break;  // "quinze cents"
      current = (current == 0 ? 1 : current) * 100;
    } else if (first || (current == 0 && total > 0) || (current > 0 && takes_small(current, *value))) {
      current += *value;
    } else {
      break;
    }
    first = false;
    at = next + length;
  }
  return {total + current, at, total > 0 && current == 0 ? scale : 1};
}

/// "un million et demi", "trois heures et demie": half of what was counted last.
FigureReader::Number FigureReader::with_half(Number number, const Words& words) const {
  const auto is_half = [&](std::size_t at) {
    return at + 1 < words.size() && joiners_.contains(words[at].key) && halves_.contains(words[at + 1].key);
  };
  if (is_half(number.last)) {
    return {number.value + number.scale / 2, number.last + 2};
  }
  std::size_t length = 0;  // what stands behind the unit is left to be read as words
  if (unit_at(words, number.last, length) != nullptr && is_half(number.last + length)) {
    number.value += 0.5;
  }
  return number;
}

/// No number where `last` is `at`.
FigureReader::Number FigureReader::number_at(const Words& words, std::size_t at,
                                             std::string_view text) const {
  if (all_digits(words[at].key)) {
    Number number = digits_at(words, at, text);
    std::size_t length = 0;  // "1,9 milliard"
    const bool close =
        number.last < words.size() && is_close(gap(text, words[number.last - 1], words[number.last]));
    const double* scale = close ? value_at(words, number.last, length, text) : nullptr;
    if (scale != nullptr && *scale >= 1000) return {number.value * *scale, number.last + length, *scale};
    return number;
  }
  Number number = composed({0, at}, words, text);
  if (number.last == at + 1 && articles_.contains(words[at].key)) number.last = at;
  return number;
}

/// "%", "€": no words, but the sign behind a number is its unit.
void FigureReader::add_sign(std::vector<DiffWord>& out, std::string_view text, Span span) const {
  std::uint32_t at = out.back().span.end;
  while (at < span.end && (text[at] == ' ' || text[at] == '\n')) ++at;
  for (const std::string_view space : {"\u00A0", "\u202F", "\u2009"}) {
    if (text.substr(at).starts_with(space)) at += static_cast<std::uint32_t>(space.size());
  }
  for (std::uint32_t length = 1; length <= 3 && at + length <= span.end; ++length) {
    const auto sign = units_.find(std::string(text.substr(at, length)));
    const bool letter = std::isalnum(static_cast<unsigned char>(text[at])) != 0;
    if (sign != units_.end() && !letter) {
      out.push_back({sign->second, {at, at + length}, true, false});
      return;
    }
  }
}

/// "3 euros", "3 millions d'euros"
bool FigureReader::follows_number(const std::vector<DiffWord>& out) const {
  if (out.empty() || out.back().figure) return !out.empty();
  return out.size() > 1 && linkers_.contains(out.back().key) && out[out.size() - 2].figure;
}

namespace {

/// "-2 °C", not "10-15 %" nor a line that opens with a dash and a space.
bool has_minus_before(std::string_view text, Span span, std::uint32_t start) {
  const std::string_view before = text.substr(span.start, start - span.start);
  for (const std::string_view minus : {"-", "\u2212"}) {
    if (before.ends_with(minus)) {
      const std::string_view left = before.substr(0, before.size() - minus.size());
      constexpr std::array<std::string_view, 6> free{" ", "(", "\n", "\u00A0", "\u202F", "\u2009"};
      return left.empty() || std::ranges::any_of(free, [&](auto mark) { return left.ends_with(mark); });
    }
  }
  return false;
}

}  // namespace

/// The longest unit that begins here: "kilomètres à l'heure" before "kilomètres".
const std::string* FigureReader::unit_at(const Words& words, std::size_t at, std::size_t& length) const {
  constexpr std::size_t most_words = 4;
  const std::string* longest = nullptr;
  std::string key;
  for (std::size_t count = 1; count <= most_words && at + count <= words.size(); ++count) {
    key += (count == 1 ? "" : " ") + words[at + count - 1].key;
    if (const auto found = units_.find(key); found != units_.end()) {
      longest = &found->second;
      length = count;
    }
  }
  return longest;
}

/// "plus" of "plus de 500"
bool FigureReader::is_bound(const Words& words, std::size_t at, std::string_view text) const {
  return bounds_.contains(words[at].key) && at + 2 < words.size() && linkers_.contains(words[at + 1].key) &&
         number_at(words, at + 2, text).last > at + 2;
}

/// Of "jeudi 27 juillet" the date says all: the day's name counts where it became
/// another one only.
void FigureReader::weaken_weekday(std::vector<DiffWord>& out) const {
  if (out.empty() || !weekdays_.contains(out.back().key)) return;
  out.back().weak = true;
  out.back().redundant = true;
}

std::size_t FigureReader::add_date(std::vector<DiffWord>& out, const Words& words, std::size_t at,
                                   std::string_view text) const {
  const Date date = date_at(words, at, text);
  if (date.day == 0) return at;
  weaken_weekday(out);
  const Span span{words[at].span.start, words[date.last - 1].span.end};
  out.push_back({key_of(date.day), span, true});
  out.push_back({month_key(date.month), span, true});
  if (date.year != 0) out.push_back({key_of(date.year), span, true});
  return date.last;
}

std::size_t FigureReader::add_number(std::vector<DiffWord>& out, const Words& words, std::size_t at,
                                     std::string_view text, Span span) const {
  Number number = number_at(words, at, text);
  const Number ordinal = ordinal_at(words, at, number, text);
  if (ordinal.last > at) {
    const bool day = is_month(words, ordinal.last);  // "1er juillet" is "1 juillet"
    if (day) weaken_weekday(out);
    out.push_back({key_of(ordinal.value) + (day ? "" : "e"),
                   {words[at].span.start, words[ordinal.last - 1].span.end},
                   true});
    out.back().weak = !day;
    return ordinal.last;
  }
  if (number.last == at) return at;
  number = with_half(number, words);
  if (is_month(words, number.last)) weaken_weekday(out);
  const bool below_zero = all_digits(words[at].key) && has_minus_before(text, span, words[at].span.start);
  const Span whole{words[at].span.start, words[number.last - 1].span.end};
  const auto digits = number.value >= 1e15 ? key_of_long(whole.in(text)) : std::nullopt;
  const std::string key =
      digits ? (below_zero ? "-" : "") + *digits : key_of(below_zero ? -number.value : number.value);
  out.push_back({key, whole, true});
  add_sign(out, text, span);
  return number.last;
}

/// A word that is no number: a unit, a date, or any other.
std::size_t FigureReader::add_word(std::vector<DiffWord>& out, const Words& words, std::size_t at,
                                   std::string_view text) const {
  const std::string& key = words[at].key;
  std::size_t length = 1;
  if (const std::string* unit = unit_at(words, at, length); unit != nullptr && follows_number(out)) {
    const bool weak = out.back().weak;
    out.push_back({*unit, {words[at].span.start, words[at + length - 1].span.end}, true});
    out.back().weak = weak;
    return at + length;
  }
  if (articles_.contains(key) && at + 1 < words.size() && unit_at(words, at + 1, length) != nullptr) {
    const double value = with_half({1, at + 1}, words).value;
    out.push_back({key_of(value), words[at].span, true});  // "un an", "une heure et demie"
    out.back().weak = value == 1;
    out.back().redundant = value == 1;
    return at + 1;
  }
  if (const auto month = months_.find(key); month != months_.end()) {
    out.push_back({month_key(static_cast<int>(month->second)), words[at].span, true});
    return at + 1;
  }
  const bool opposed = opposed_words_.contains(key) || is_bound(words, at, text);
  const bool figure = opposed || figure_words_.contains(key) || weekdays_.contains(key);
  out.push_back({key, words[at].span, figure});
  out.back().weak = opposed;
  return at + 1;
}

std::vector<DiffWord> FigureReader::words(std::string_view text, Span span) const {
  const Words found = parted(words_in(text, span));
  std::vector<DiffWord> out;
  out.reserve(found.size());
  for (std::size_t at = 0; at < found.size();) {
    std::size_t next = add_date(out, found, at, text);
    if (next == at) next = add_number(out, found, at, text, span);
    if (next == at) next = add_word(out, found, at, text);
    at = next;
  }
  return out;
}

}  // namespace selon
