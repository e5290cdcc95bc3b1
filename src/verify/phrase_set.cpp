#include "verify/phrase_set.h"

#include <algorithm>

#include "language/unicode.h"
#include "verify/loose_words.h"

namespace selon {

namespace {

std::string without_first_accent(const std::string& lower) {
  const unicode::CodePoint first = unicode::decode(lower, 0);
  const LooseLetters letters = loose_letters(first.value);
  return letters.count == 0 ? lower : std::string(letters.letters, letters.count) + lower.substr(first.size);
}

bool joins_words(const TextUnit& unit) { return unit.is("'") || unit.is("-"); }

}  // namespace

bool PhraseSet::Word::fits(const TextUnit& unit) const {
  const std::string& wanted = is_capital(unit) ? capital : lower;
  return any_ending ? unit.lower.starts_with(wanted) : unit.lower == wanted;
}

PhraseSet::PhraseSet(const WordList* list) {
  if (list == nullptr) return;
  for (const std::string& entry : list->words) {
    std::vector<Word> phrase;
    for (const TextUnit& unit : units_of(entry, {0, static_cast<std::uint32_t>(entry.size())})) {
      if (unit.is_word()) phrase.push_back({unit.lower, without_first_accent(unit.lower), false});
      if (unit.is("*") && !phrase.empty()) phrase.back().any_ending = true;
    }
    if (phrase.empty()) continue;
    longest_ = std::max(longest_, 2 * phrase.size());
    const auto index = static_cast<std::uint32_t>(phrases_.size());
    const auto lower = static_cast<unsigned char>(phrase.front().lower.front());
    const auto capital = static_cast<unsigned char>(phrase.front().capital.front());
    by_first_byte_[lower].push_back(index);
    if (capital != lower) by_first_byte_[capital].push_back(index);
    phrases_.push_back(std::move(phrase));
  }
}

std::size_t PhraseSet::end_of(std::span<const TextUnit> units, std::size_t at) const {
  std::size_t best = at;
  if (at >= units.size() || !units[at].is_word() || units[at].lower.empty()) return best;
  for (const std::uint32_t index : by_first_byte_[static_cast<unsigned char>(units[at].lower.front())]) {
    std::size_t i = at;
    const bool fits = std::ranges::all_of(phrases_[index], [&](const Word& word) {
      while (i > at && i < units.size() && joins_words(units[i])) ++i;
      const bool same = i < units.size() && units[i].is_word() && word.fits(units[i]);
      ++i;
      return same;
    });
    if (fits) best = std::max(best, i);
  }
  return best;
}

bool PhraseSet::touches(std::span<const TextUnit> units, std::size_t first, std::size_t last) const {
  for (std::size_t i = first > longest_ ? first - longest_ : 0; i < last; ++i) {
    if (end_of(units, i) > std::max(i, first)) return true;
  }
  return false;
}

}  // namespace selon
