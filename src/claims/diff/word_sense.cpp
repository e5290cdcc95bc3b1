#include "claims/diff/word_sense.h"

#include <algorithm>
#include <sstream>

#include "language/vocabulary.h"

namespace selon {

namespace {

/// The entries of a list as the words that each is made of.
std::vector<std::vector<std::string>> split_entries(const WordList* list) {
  std::vector<std::vector<std::string>> entries;
  if (list == nullptr) return entries;
  for (const std::string& entry : list->words) {
    std::vector<std::string>& words = entries.emplace_back();
    std::istringstream in(entry);
    for (std::string word; in >> word;) words.push_back(word);
  }
  return entries;
}

}  // namespace

WordSense::WordSense(const Pack& pack, const Lexicon& lexicon)
    : stop_words_(pack.list("stop-words")),
      negators_(pack.list("negators")),
      auxiliaries_(pack.list("auxiliary-verbs")),
      modals_(pack.list("forecasting-modals")),
      offices_(pack.list("office-nouns")),
      opposites_(split_entries(pack.list("opposites"))),
      open_(split_entries(pack.list("cues-open"))),
      vouching_(split_entries(pack.list("cues-vouching"))),
      lexicon_(&lexicon) {}

bool WordSense::are_opposites(std::string_view a, std::string_view b) const {
  const auto is = [this](std::string_view form, std::string_view word) {
    return fold_word(form) == word || same_lemma(form, word);
  };
  return std::ranges::any_of(opposites_, [&](const Lemmas& pair) {
    return pair.size() == 2 && ((is(a, pair[0]) && is(b, pair[1])) || (is(a, pair[1]) && is(b, pair[0])));
  });
}

bool WordSense::has_any(const std::vector<Lemmas>& cues, const std::vector<DiffWord>& words,
                        std::string_view text) const {
  return std::ranges::any_of(cues, [&](const Lemmas& cue) {
    for (std::size_t at = 0; at + cue.size() <= words.size(); ++at) {
      std::size_t same = 0;
      while (same < cue.size()) {
        const std::string_view form = words[at + same].span.in(text);
        if (fold_word(form) != cue[same] && !same_lemma(form, cue[same])) break;
        ++same;
      }
      if (same == cue.size()) return true;
    }
    return false;
  });
}

int WordSense::certainty_of(const std::vector<DiffWord>& cue, std::string_view text) const {
  if (has_any(open_, cue, text)) return -1;
  return has_any(vouching_, cue, text) ? 1 : 0;
}

bool WordSense::is_conditional(std::string_view form) const {
  const auto readings = lexicon_->find(fold_word(form));
  return std::ranges::any_of(readings, [](const Reading& reading) {
    return reading.part == PartOfSpeech::verb && (reading.features & feature::conditional) != 0;
  });
}

bool WordSense::is_auxiliary(std::string_view form) const {
  const auto readings = lexicon_->find(fold_word(form));
  return std::ranges::any_of(readings, [this](const Reading& reading) {
    return reading.part == PartOfSpeech::verb && auxiliaries_.contains(lexicon_->lemma(reading));
  });
}

bool WordSense::is_full_verb(std::string_view form) const {
  const auto readings = lexicon_->find(fold_word(form));
  return std::ranges::any_of(readings, [this](const Reading& reading) {
    return reading.part == PartOfSpeech::verb && !auxiliaries_.contains(lexicon_->lemma(reading));
  });
}

bool WordSense::is_told_as_fact(std::string_view form) const {
  const auto readings = lexicon_->find(fold_word(form));
  return std::ranges::any_of(readings, [](const Reading& reading) {
    constexpr auto tenses = feature::present | feature::imperfect | feature::past;
    return reading.part == PartOfSpeech::verb && reading.form == VerbForm::finite &&
           (reading.features & tenses) != 0 && (reading.features & feature::conditional) == 0;
  });
}

bool WordSense::is_modal(std::string_view form) const {
  const auto readings = lexicon_->find(fold_word(form));
  return std::ranges::any_of(readings, [this](const Reading& reading) {
    return reading.part == PartOfSpeech::verb && modals_.contains(lexicon_->lemma(reading));
  });
}

bool WordSense::is_past(const std::vector<DiffWord>& cue, std::string_view text) const {
  const auto any = [&](const DiffWord& word, const auto& test) {
    return std::ranges::any_of(lexicon_->find(fold_word(word.span.in(text))), test);
  };
  const auto is_participle = [](const Reading& reading) { return reading.form == VerbForm::past_participle; };
  const auto is_finite = [](std::uint32_t tenses) {
    return [tenses](const Reading& reading) {
      return reading.form == VerbForm::finite && (reading.features & tenses) != 0;
    };
  };
  for (std::size_t i = 0; i < cue.size(); ++i) {
    const bool compound = i > 0 && any(cue[i], is_participle) && is_auxiliary(cue[i - 1].span.in(text));
    const bool simple = any(cue[i], is_finite(feature::imperfect | feature::past)) &&
                        !any(cue[i], is_finite(feature::present));
    if (compound || simple) return true;
  }
  return false;
}

bool WordSense::same_lemma(std::string_view a, std::string_view b) const {
  const auto ours = lexicon_->find(fold_word(a));
  const auto theirs = lexicon_->find(fold_word(b));
  return std::ranges::any_of(ours, [&](const Reading& one) {
    return std::ranges::any_of(theirs, [&](const Reading& other) { return one.lemma == other.lemma; });
  });
}

}  // namespace selon
