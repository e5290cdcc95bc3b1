#include "attribution/needs_figures.h"

#include <algorithm>

#include "attribution/quoted_text.h"

namespace selon {

namespace {

// A word that exempts a number ("voix", "amende") stands this close behind it.
constexpr std::size_t reach_of_exemption = 6;
// "estimés à 3,4 millions d'euros par l'assureur"
constexpr std::size_t reach_of_agent = 12;
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
      having_(tags_named(tags, "HAVE")),
      according_(tags_named(tags, "SELON")),
      to_(tags_named(tags, "A")) {}

// "a publié un bénéfice de", "demande 3 %", "va investir", "financés par la région": the
// sentence says whose figure it is.
bool FigureNeeds::is_stated(const Words& words) const {
  bool having = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    having = having || having_.test(words[i].tag);
    if (!has(words, i, sense::states) || nouns_.test(words[i].tag)) {
      continue;
    }
    if (!participles_.test(words[i].tag) || having) {
      return true;
    }
    const std::size_t end = std::min(words.size(), i + reach_of_agent);
    for (std::size_t j = i + 1; j < end; ++j) {
      if (has(words, j, sense::agent)) {
        return true;
      }
    }
  }
  return false;
}

bool FigureNeeds::is_near(const Words& words, std::size_t at, sense::Bits senses) const {
  const std::size_t end = std::min(words.size(), at + reach_of_exemption);
  for (std::size_t i = at - std::min(at, reach_of_exemption); i < end; ++i) {
    if (has(words, i, senses)) {
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
  if (has(words, next, sense::public_count)) {
    return false;
  }
  if (has(words, next, sense::counted) && is_near(words, next, sense::casualty)) {
    return true;  // "trois personnes ont été tuées"
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
  const std::size_t noun = article ? at + 3 : at + 2;
  // "près du quart de ses parts de marché"; a quarter of an hour is no statistic.
  if (at > 0 && has(words, at - 1, sense::approximate) && noun < words.size() &&
      nouns_.test(words[noun].tag) && !has(words, noun, sense::unit)) {
    return true;
  }
  return has(words, at + 2, sense::whole) || (article && has(words, at + 3, sense::whole)) ||
         has(words, at + 2, sense::counted) || (article && has(words, at + 3, sense::counted));
}

// "un vol sur deux", "trois communes sur dix"
bool FigureNeeds::is_ratio(const Words& words, std::size_t at) const {
  const bool counts = has(words, at, sense::ratio) && at >= 2 &&
                      (!has(words, at - 1, sense::public_count) || has(words, at - 1, sense::people));
  return counts && at + 1 < words.size() && is_number(words[at + 1]) &&
         (nouns_.test(words[at - 1].tag) || skipped_.test(words[at - 1].tag)) &&
         (is_number(words[at - 2]) || determiner_.test(words[at - 2].tag));
}

// "près de 1 500", "au moins 600 tonnes", "plus de soixante-dix fois": who rounds has estimated.
bool FigureNeeds::is_approximated(const Words& words, std::size_t number, std::size_t next) const {
  const bool rounded = (number > 0 && has(words, number - 1, sense::approximate)) ||
                       (number > 1 && has(words, number - 2, sense::approximate));
  if (!rounded || has(words, number, sense::small_number)) {
    return false;
  }
  // "quelque 150 salariés" is what a reporter sees.
  if (determiner_.test(words[number - 1].tag) && has(words, number, sense::few_digits)) {
    return false;
  }
  if (next < words.size() && skipped_.test(words[next].tag)) {
    ++next;
  }
  if (has(words, next, sense::unit | sense::public_count)) {
    return false;
  }
  const bool thing = next < words.size() && nouns_.test(words[next].tag);
  const bool large = has(words, number, sense::number_like) && !has(words, number, sense::few_digits);
  return thing ? large || has(words, number, sense::number_like) || !has(words, number, sense::few_digits)
               : large;
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
    // What a thing costs in a shop is written on it.
    return magnitude || (has(words, at, sense::number_like) && !has(words, at, sense::few_digits));
  }
  if (magnitude && next < words.size() && nouns_.test(words[next].tag)) {
    return true;
  }
  if (is_approximated(words, at, next)) {
    return true;
  }
  return has(words, next, sense::times) ? has(words, next + 1, sense::superlative)
                                        : is_counted(words, next > at + 1 ? next - 1 : at, next);
}

// "le nombre de malades a triplé" needs no number.
bool FigureNeeds::is_multiplied(const Words& words) const {
  bool measured = false;
  for (const StatementWord& word : words) {
    measured = measured || (word.senses & sense::measured) != 0;
    if ((word.senses & sense::triples) != 0 && (word.senses & sense::participle) != 0) {
      return true;
    }
    if (measured && (word.senses & sense::multiplies) != 0 &&
        (word.senses & (sense::finite | sense::participle)) != 0 && !nouns_.test(word.tag)) {
      return true;
    }
  }
  return false;
}

// "ont chuté de moitié", "a été divisé par quatre"
bool FigureNeeds::is_changed(const StatementWords& statement) const {
  const Words& words = statement.words();
  if ((statement.present() & sense::changes) == 0) {
    return false;
  }
  for (std::size_t i = 1; i < words.size(); ++i) {
    if ((has(words, i, sense::fraction) && of_.test(words[i - 1].tag)) ||
        (is_number(words[i]) && has(words, i - 1, sense::agent))) {
      return true;
    }
  }
  return false;
}

// "sont estimés à 3,4 millions" without "par X": somebody has, nobody is named.
bool FigureNeeds::is_reckoned(const StatementWords& statement) const {
  const Words& words = statement.words();
  if ((statement.present() & sense::reckons) == 0 || (statement.present() & sense::agent) != 0) {
    return false;
  }
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (has(words, i, sense::reckons) && has(words, i, sense::participle) &&
        !having_.test(words[i - 1].tag) && to_.test(words[i + 1].tag)) {
      return true;
    }
  }
  return false;
}

bool FigureNeeds::is_statistic(const StatementWords& statement, std::size_t at) const {
  const Words& words = statement.words();
  if (is_reckoned(statement) || (statement.present() & sense::loss) != 0) {
    return true;
  }
  if (has(words, at, sense::ratio)) {
    return has(words, at - 1, sense::counted | sense::whole | sense::people);
  }
  const bool change = (statement.present() & sense::changes) != 0;
  const bool amount =
      (statement.present() & sense::amounts) != 0 && (statement.present() & sense::measured) != 0;
  return change || amount || has(words, at, sense::fraction) || is_near(words, at, sense::casualty);
}

FigureNeeds::Strength FigureNeeds::strength_of(const StatementWords& statement) const {
  const Words& words = statement.words();
  const bool numbers = (statement.tags() & number_).any();
  if (!numbers && (statement.present() & (sense::fraction | sense::estimate | sense::multiplies |
                                          sense::triples | sense::magnitude)) == 0) {
    return Strength::none;
  }
  // What a court decides is public.
  if ((statement.present() & sense::law) != 0) {
    return Strength::none;
  }
  if ((statement.present() & sense::states) != 0 && is_stated(words)) {
    return Strength::none;
  }
  if (is_multiplied(words) || is_changed(statement)) {
    return Strength::statistic;
  }
  Strength found = Strength::none;
  for (std::size_t i = 0; i < words.size() && found != Strength::statistic; ++i) {
    if (!is_figure(words, i) || is_near(words, i, sense::public_figure)) {
      continue;
    }
    // What stands in a budget or in the accounts was published with them.
    const bool vague = !numbers || has(words, i, sense::estimate | sense::magnitude) ||
                       (statement.tags() & according_).any();
    const bool published =
        (statement.present() & sense::account) != 0 && (statement.present() & sense::loss) == 0;
    Strength here = vague || published ? Strength::estimate : Strength::count;
    if (here == Strength::count && is_statistic(statement, i)) {
      here = Strength::statistic;
    }
    found = std::max(found, here);
  }
  return found;
}

}  // namespace selon
