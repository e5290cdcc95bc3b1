#include "audit/compared_words.h"

#include <algorithm>

namespace selon {

namespace {

constexpr std::size_t shortest_stem = 3;

bool is_elided(std::string_view text, Span word) {
  const std::string_view rest = text.substr(std::min<std::size_t>(word.end, text.size()));
  return rest.starts_with('\'') || rest.starts_with("’");
}

bool is_elision_of(const ComparedWord& elided, const ComparedWord& full) {
  return elided.elided && !full.elided && full.key.size() == elided.key.size() + 1 &&
         full.key.starts_with(elided.key);
}

}  // namespace

WordRoles::WordRoles(const Pack& pack)
    : links_(pack.list("stop-words")),
      negations_(pack.list("negation-words")),
      plain_negations_(pack.list("plain-negations")),
      degrees_(pack.list("degree-words")) {
  for (const std::string_view list : {"numerals", "higher-numerals", "magnitude-words", "fraction-nouns"}) {
    figures_.emplace_back(pack.list(list));
  }
  if (const WordList* numerals = pack.list("numerals")) {
    for (std::size_t value = 0; value < numerals->words.size(); ++value) {
      const std::string& word = numerals->words[value];
      for (const QuotedWord& folded : words_in(word, {0, static_cast<std::uint32_t>(word.size())})) {
        numerals_.emplace(folded.key, std::to_string(value));
      }
    }
  }
}

WordRole WordRoles::role(const std::string& key) const {
  if (key.empty()) {
    return WordRole::gap;
  }
  if (negations_.contains(key)) {
    return WordRole::negation;
  }
  // Degrees before links: "tous" and "peut" tell little of what a text is about, and yet.
  if (degrees_.contains(key)) {
    return WordRole::degree;
  }
  if (links_.contains(key)) {  // "un" is an article before it is a number
    return WordRole::link;
  }
  const bool is_figure = (key.front() >= '0' && key.front() <= '9') ||
                         std::ranges::any_of(figures_, [&](const WordSet& set) { return set.contains(key); });
  return is_figure ? WordRole::figure : WordRole::content;
}

std::vector<ComparedWord> WordRoles::compared(std::string_view text,
                                              const std::vector<QuotedWord>& words) const {
  std::vector<ComparedWord> made;
  made.reserve(words.size());
  for (const QuotedWord& word : words) {
    ComparedWord& compared = made.emplace_back();
    compared.role = role(word.key);
    const auto numeral = numerals_.find(word.key);
    compared.key = numeral == numerals_.end() ? word.key : numeral->second;
    compared.elided = is_elided(text, word.span);
  }
  return made;
}

bool WordRoles::is_plain_negation(const ComparedWord& word) const {
  return plain_negations_.contains(word.key);
}

bool is_same_word(const ComparedWord& a, const ComparedWord& b) {
  return a.key == b.key || is_elision_of(a, b) || is_elision_of(b, a);
}

bool is_related_word(const ComparedWord& a, const ComparedWord& b) {
  if (a.role != WordRole::content || b.role != WordRole::content) {
    return false;
  }
  const auto differ = std::ranges::mismatch(a.key, b.key);
  const auto shared = static_cast<std::size_t>(differ.in1 - a.key.begin());
  return shared >= shortest_stem && 2 * shared >= std::max(a.key.size(), b.key.size());
}

int weight(const ComparedWord& word) {
  switch (word.role) {
    case WordRole::gap:
      return 0;
    case WordRole::content:
    case WordRole::figure:
      return 2;
    case WordRole::link:
    case WordRole::negation:
    case WordRole::degree:
      break;
  }
  return 1;
}

}  // namespace selon
