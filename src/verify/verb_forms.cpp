#include "verify/verb_forms.h"

#include <algorithm>

namespace selon {

std::span<const Reading> VerbForms::readings(const TextUnit& unit) const {
  if (lexicon_ == nullptr || !unit.is_word()) return {};
  return lexicon_->find(unit.lower);
}

bool VerbForms::is_finite(const TextUnit& unit) const { return may_be_finite(unit) && is_verb(unit); }

bool VerbForms::may_be_finite(const TextUnit& unit) const {
  return std::ranges::any_of(readings(unit),
                             [](const Reading& reading) { return reading.form == VerbForm::finite; });
}

bool VerbForms::is_verb(const TextUnit& unit) const {
  const std::span<const Reading> all = readings(unit);
  const auto is = [](PartOfSpeech part) { return [part](const Reading& r) { return r.part == part; }; };
  return std::ranges::any_of(all, is(PartOfSpeech::verb)) &&
         std::ranges::none_of(all, is(PartOfSpeech::noun)) &&
         std::ranges::none_of(all, is(PartOfSpeech::adjective)) &&
         std::ranges::none_of(all, is(PartOfSpeech::preposition)) &&
         std::ranges::none_of(all, is(PartOfSpeech::determiner));
}

bool VerbForms::same_verb(const TextUnit& a, const TextUnit& b) const {
  const std::span<const Reading> others = readings(b);
  return std::ranges::any_of(readings(a), [&](const Reading& reading) {
    return reading.part == PartOfSpeech::verb && std::ranges::any_of(others, [&](const Reading& other) {
             return other.part == PartOfSpeech::verb && lexicon_->lemma(other) == lexicon_->lemma(reading);
           });
  });
}

}  // namespace selon
