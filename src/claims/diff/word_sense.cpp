#include "claims/diff/word_sense.h"

#include <algorithm>

#include "language/vocabulary.h"

namespace selon {

bool WordSense::is_conditional(std::string_view form) const {
  const auto readings = lexicon_->find(fold_word(form));
  return std::ranges::any_of(readings, [](const Reading& reading) {
    return reading.part == PartOfSpeech::verb && (reading.features & feature::conditional) != 0;
  });
}

bool WordSense::same_lemma(std::string_view a, std::string_view b) const {
  const auto ours = lexicon_->find(fold_word(a));
  const auto theirs = lexicon_->find(fold_word(b));
  return std::ranges::any_of(ours, [&](const Reading& one) {
    return std::ranges::any_of(theirs, [&](const Reading& other) { return one.lemma == other.lemma; });
  });
}

}  // namespace selon
