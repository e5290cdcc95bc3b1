#include "attribution/needs_figures.h"

#include <algorithm>

#include "attribution/quoted_text.h"

namespace selon {

namespace {

// A word that exempts a number ("voix", "amende") stands this close behind it.
constexpr std::size_t reach_of_exemption = 6;
// "deux cent quarante-trois millions": a number has few words.
constexpr std::size_t longest_number = 8;

bool has(const std::vector<StatementWord>& words, std::size_t at, sense::Bits senses) {
  return at < words.size() && (words[at].senses & senses) != 0;
}

}  // namespace

FigureNeeds::FigureNeeds(const TagTable& tags)
    : number_(tags_named(tags, "NUM")),
      of_(tags_named(tags, "DE")),
      skipped_(tags_named(tags, "ADJ ADV")),
      determiner_(tags_named(tags, "DET")),
      nouns_(tags_named(tags, "@NOUNS")),
      finite_(tags_named(tags, "@FINITE")),
      participles_(tags_named(tags, "@PARTICIPLE")),
      having_(tags_named(tags, "HAVE")) {}

// "a publié un bénéfice de", "demande 3 %": the sentence says whose figure it is.
bool FigureNeeds::is_stated(const Words& words) const {
  bool having = false;
  for (const StatementWord& word : words) {
    having = having || having_.test(word.tag);
    if ((word.senses & sense::states) == 0) {
      continue;
    }
    if (participles_.test(word.tag) ? having : finite_.test(word.tag)) {
      return true;
    }
  }
  return false;
}

bool FigureNeeds::is_exempt(const Words& words, std::size_t at) const {
  const std::size_t end = std::min(words.size(), at + reach_of_exemption);
  for (std::size_t i = at - std::min(at, reach_of_exemption); i < end; ++i) {
    if (has(words, i, sense::public_figure)) {
      return true;
    }
  }
  return false;
}

// "48 salariés", "deux morts", "200 jeunes élèves"; small numbers of people are
// what a reporter sees.
bool FigureNeeds::is_counted(const Words& words, std::size_t number, std::size_t next) const {
  // "les 43 salariés" were spoken of before.
  if (number > 0 && determiner_.test(words[number - 1].tag)) {
    return false;
  }
  if (next < words.size() && skipped_.test(words[next].tag)) {
    ++next;
  }
  if (has(words, next, sense::casualty)) {
    return true;
  }
  const bool large = has(words, number, sense::number_like) || !has(words, number, sense::small_number);
  const bool one_digit =
      (words[number].senses & sense::number_like) == 0 && (words[number].senses & sense::magnitude) == 0;
  return has(words, next, sense::counted) && large && !one_digit;
}

// "la moitié des", "un tiers de la population", "trois quarts des"
bool FigureNeeds::is_fraction(const Words& words, std::size_t at) const {
  if (!has(words, at, sense::fraction) || at + 2 >= words.size() || !of_.test(words[at + 1].tag)) {
    return false;
  }
  const bool article = determiner_.test(words[at + 2].tag);
  return has(words, at + 2, sense::whole) || (article && has(words, at + 3, sense::whole)) ||
         has(words, at + 2, sense::counted) || (article && has(words, at + 3, sense::counted));
}

// "un vol sur deux", "trois communes sur dix"
bool FigureNeeds::is_ratio(const Words& words, std::size_t at) const {
  return has(words, at, sense::ratio) && at >= 2 && at + 1 < words.size() && is_number(words[at + 1]) &&
         (nouns_.test(words[at - 1].tag) || skipped_.test(words[at - 1].tag)) &&
         (is_number(words[at - 2]) || determiner_.test(words[at - 2].tag));
}

bool FigureNeeds::is_figure(const Words& words, std::size_t at) const {
  if (is_fraction(words, at) || is_ratio(words, at)) {
    return true;
  }
  if (has(words, at, sense::estimate)) {
    return has(words, at + 1, sense::counted);
  }
  if (!is_number(words[at]) && !has(words, at, sense::magnitude)) {
    return false;
  }
  if (at > 0 && has(words, at, sense::magnitude) && has(words, at - 1, sense::definite)) {
    return false;  // "les centaines de salariés" were spoken of before
  }
  std::size_t next = at + 1;
  bool magnitude = has(words, at, sense::magnitude);
  const std::size_t end = std::min(words.size(), at + longest_number);
  while (next < end && (is_number(words[next]) || has(words, next, sense::magnitude))) {
    magnitude = magnitude || has(words, next, sense::magnitude);
    ++next;
  }
  if (has(words, next, sense::sign | sense::percent)) {
    return true;
  }
  if (next < words.size() && of_.test(words[next].tag)) {
    ++next;
  }
  if (has(words, next, sense::currency)) {
    return magnitude || has(words, at, sense::number_like);
  }
  if (magnitude && next < words.size() && nouns_.test(words[next].tag)) {
    return true;
  }
  return has(words, next, sense::times) ? has(words, next + 1, sense::superlative)
                                        : is_counted(words, next > at + 1 ? next - 1 : at, next);
}

bool FigureNeeds::any_in(const StatementWords& statement) const {
  const Words& words = statement.words();
  const bool numbers = (statement.tags() & number_).any();
  if (!numbers && (statement.present() &
                   (sense::fraction | sense::estimate | sense::multiplies | sense::magnitude)) == 0) {
    return false;
  }
  // What a court decides is public.
  if ((statement.present() & sense::law) != 0) {
    return false;
  }
  if ((statement.present() & sense::states) != 0 && is_stated(words)) {
    return false;
  }
  bool multiplied = false;
  bool measured = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_figure(words, i) && !is_exempt(words, i)) {
      return true;
    }
    // "le nombre de malades a triplé" needs no number
    measured = measured || has(words, i, sense::measured);
    multiplied =
        multiplied || (measured && has(words, i, sense::multiplies) &&
                       has(words, i, sense::finite | sense::participle) && !nouns_.test(words[i].tag));
  }
  return multiplied;
}

}  // namespace selon
