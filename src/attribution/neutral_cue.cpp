#include "attribution/neutral_cue.h"

#include <algorithm>

namespace selon {

namespace {

constexpr std::uint32_t tenses = feature::present | feature::imperfect | feature::past | feature::future |
                                 feature::conditional | feature::subjunctive;
constexpr std::uint32_t persons = feature::first | feature::second | feature::third;
constexpr std::uint32_t numbers = feature::singular | feature::plural;
constexpr std::uint32_t genders = feature::masculine | feature::feminine;

/// Whether two readings have a value in common, or one of them has none.
bool share(std::uint32_t a, std::uint32_t b, std::uint32_t mask) {
  return (a & mask) == 0 || (b & mask) == 0 || (a & b & mask) != 0;
}

bool same_form(const Reading& a, const Reading& b) {
  // A form may be of several tenses: "dit" is present and past.
  return a.form == b.form && share(a.features, b.features, tenses) &&
         share(a.features, b.features, persons) && share(a.features, b.features, numbers) &&
         share(a.features, b.features, genders);
}

bool ends_in_vowel(std::string_view word) {
  return !word.empty() && std::string_view("aeiouy").find(word.back()) != std::string_view::npos;
}

}  // namespace

NeutralCues::NeutralCues(const Vocabulary& vocabulary) : vocabulary_(&vocabulary) {
  const WordList* list = vocabulary.pack().list("neutral-forms");
  if (list == nullptr) {
    return;
  }
  for (const std::string& word : list->words) {
    for (const Reading& reading : vocabulary.readings(word)) {
      if (reading.part == PartOfSpeech::verb) {
        forms_.push_back({word, vocabulary.lexicon().lemma(reading), reading});
      }
    }
  }
}

std::string_view NeutralCues::form_for(const Verb& verb, std::string_view written) const {
  for (const Reading& reading : vocabulary_->readings(written)) {
    if (reading.part != PartOfSpeech::verb || vocabulary_->lexicon().lemma(reading) != verb.lemma) {
      continue;
    }
    const auto found = std::ranges::find_if(forms_, [&](const Form& form) {
      return form.lemma == verb.neutral && same_form(form.reading, reading);
    });
    if (found != forms_.end()) {
      return found->text;
    }
  }
  return {};
}

std::string NeutralCues::of(const Document& document, const Text& text, TokenRange cue,
                            std::uint32_t verb) const {
  const Word& word = vocabulary_->word(text.tokens[verb].word);
  const Verb& loaded = vocabulary_->pack().verbs[word.verb];
  if (loaded.neutral.empty()) {
    return {};
  }
  const Span place = text.tokens[verb].span;
  const std::string_view written = place.in(document.text);
  const std::string_view form = form_for(loaded, written);
  // An inverted pronoun is joined by the last sound of its verb: "avoue-t-il", but "dit-il".
  const bool joined = place.end < document.text.size() && document.text[place.end] == '-';
  if (form.empty() || (joined && ends_in_vowel(form) != ends_in_vowel(written))) {
    return {};
  }
  std::string out(Span{text.tokens[cue.first].span.start, place.start}.in(document.text));
  out += form;
  out += Span{place.end, text.tokens[cue.last - 1].span.end}.in(document.text);
  return out;
}

}  // namespace selon
