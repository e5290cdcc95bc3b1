#include "verify/guard_words.h"

#include <algorithm>

namespace selon {

namespace {

std::string joined_lower(std::string_view entry) {
  std::string joined;
  for (const TextUnit& unit : units_of(entry, {0, static_cast<std::uint32_t>(entry.size())})) {
    if (!unit.is_word()) continue;
    joined += joined.empty() ? "" : " ";
    joined += unit.lower;
  }
  return joined;
}

}  // namespace

UnitSet::UnitSet(const WordList* list) {
  if (list == nullptr) return;
  for (const std::string& entry : list->words) words_.insert(joined_lower(entry));
}

GuardWords::GuardWords(const Pack& pack, const Lexicon* lexicon)
    : verbs(lexicon),
      reversals(pack.list("verify-reversals")),
      conditions(pack.list("verify-conditions")),
      hearsay(pack.list("verify-hearsay")),
      afterthoughts(pack.list("verify-afterthoughts")),
      idioms(pack.list("verify-idioms")),
      clause_openers(pack.list("verify-clause-openers")),
      complementizers(pack.list("verify-complementizers")),
      restrictors(pack.list("verify-restrictors")),
      negation_limits(pack.list("verify-negation-limits")),
      negation_limits_apart(pack.list("verify-negation-limits-apart")),
      aside_breakers(pack.list("verify-aside-breakers")),
      saying_forms(pack.list("verify-saying-forms")),
      saying_first(pack.list("verify-saying-first")),
      saying_links(pack.list("verify-saying-links")),
      articles(pack.list("verify-articles")),
      exceptives(pack.list("verify-exceptives")),
      strong_coordinators(pack.list("verify-strong-coordinators")),
      weak_coordinators(pack.list("verify-weak-coordinators")),
      subjects(pack.list("verify-subjects")),
      enclitics(pack.list("verify-enclitics")),
      small_words_(pack.list("stop-words")),
      negations_(pack.list("verify-negations")),
      modals_(pack.list("verify-modals")),
      quantifiers_(pack.list("verify-quantifiers")),
      number_articles_(pack.list("number-articles")),
      months_(pack.list("months")),
      weekdays_(pack.list("weekdays")),
      figure_words_(pack.list("figure-words")),
      titles_(pack.list("titles")) {
  if (const WordList* values = pack.list("number-values")) {
    for (const std::string& entry : values->words) {  // "vingt 20"
      numbers_.insert(joined_lower(entry.substr(0, entry.find(' '))));
    }
  }
  if (const WordList* stems = pack.list("verify-modal-stems")) modal_stems_ = stems->words;
}

std::uint8_t GuardWords::of(const TextUnit& unit) const {
  if (!unit.is_word()) return is_figure_sign(unit) ? guard_number : 0;
  unsigned guards = 0;
  guards |= negations_.contains(unit) ? guard_negation : 0;
  guards |= modals_.contains(unit) ? guard_modal : 0;
  guards |= quantifiers_.contains(unit) ? guard_quantifier : 0;
  const bool number = is_number(unit) || months_.contains(unit) || weekdays_.contains(unit) ||
                      figure_words_.contains(unit) ||
                      (numbers_.contains(unit.lower) && !number_articles_.contains(unit));
  guards |= number ? guard_number : 0;
  return static_cast<std::uint8_t>(guards);
}

std::uint8_t GuardWords::among(std::span<const TextUnit> units, std::size_t first, std::size_t last) const {
  unsigned guards = 0;
  std::size_t idiom_end = first;
  for (std::size_t i = first; i < last; ++i) {
    idiom_end = std::max(idiom_end, idioms.end_of(units, i));
    if (i >= idiom_end) guards |= of(units[i]);
    // The full stop of "M." ends nothing.
    const bool abbreviated = i > 0 && units[i].is(".") && titles_.contains(units[i - 1]);
    guards |= ends_sentence(units[i]) && !abbreviated ? guard_sentence : 0;
    const bool at_start = i == 0 || (!units[i - 1].is_word() && !units[i - 1].is("'") &&
                                     !units[i - 1].is("-") && !units[i - 1].is(","));
    guards |= is_capital(units[i]) && !at_start ? guard_name : 0;
  }
  return static_cast<std::uint8_t>(guards);
}

std::vector<std::string> GuardWords::senses(std::span<const TextUnit> units) const {
  std::vector<std::string> senses;
  for (const TextUnit& unit : units) {
    const std::uint8_t guards = of(unit);
    if ((guards & guard_modal) != 0) {
      const auto stem = std::ranges::find_if(
          modal_stems_, [&](const std::string& start) { return unit.lower.starts_with(start); });
      senses.push_back(stem == modal_stems_.end() ? unit.lower : *stem);
    } else if (guards != 0) {
      senses.push_back(unit.lower);
    }
  }
  std::ranges::sort(senses);
  return senses;
}

std::vector<std::string> GuardWords::governing_senses(std::span<const TextUnit> units, std::size_t first,
                                                      std::size_t last) const {
  std::vector<TextUnit> words;
  std::vector<std::string> phrases;
  for (std::size_t i = first; i < last; ++i) {
    if (const std::size_t end = idioms.end_of(units, i); end > i) {
      i = end - 1;
      continue;
    }
    const bool governs = (of(units[i]) & (guard_negation | guard_modal | guard_quantifier)) != 0;
    // "ne" only goes with a negation of more letters.
    constexpr std::size_t particle = 2;
    if (governs && conditions.end_of(units, i) == i && units[i].lower.size() > particle)
      words.push_back(units[i]);
    if (reversals.end_of(units, i) > i) phrases.emplace_back("<reversal>");
    if (conditions.end_of(units, i) > i) phrases.emplace_back(condition_sense);
    if (hearsay.end_of(units, i) > i) phrases.emplace_back("<hearsay>");
  }
  std::vector<std::string> all = senses(words);
  all.insert(all.end(), phrases.begin(), phrases.end());
  std::ranges::sort(all);
  return all;
}

bool GuardWords::begins_among(const PhraseSet& phrases, std::span<const TextUnit> units, std::size_t first,
                              std::size_t last) const {
  for (std::size_t i = first; i < last; ++i) {
    if (phrases.end_of(units, i) > i && idioms.end_of(units, i) == i) return true;
  }
  return false;
}

bool GuardWords::is_finite(const TextUnit& unit) const {
  return verbs.is_finite(unit) || (small_words_.contains(unit) && verbs.may_be_finite(unit));
}

bool GuardWords::is_content(const TextUnit& unit) const {
  return unit.is_word() && !small_words_.contains(unit) && unit.key.size() > 1 && !is_number(unit);
}

bool GuardWords::keeps_sense(std::span<const TextUnit> removed, std::span<const TextUnit> inserted) const {
  return senses(removed) == senses(inserted);
}

}  // namespace selon
