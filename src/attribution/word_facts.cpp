#include "attribution/word_facts.h"

#include "attribution/name_fold.h"

namespace selon {

namespace {

constexpr std::uint8_t genders = feature::masculine | feature::feminine;
constexpr std::uint8_t numbers = feature::singular | feature::plural;

std::uint8_t one_of_pair(std::uint8_t agreement, std::uint8_t pair) {
  const auto part = static_cast<std::uint8_t>(agreement & pair);
  return part == pair ? std::uint8_t{0} : part;
}

}  // namespace

bool agree(std::uint8_t a, std::uint8_t b) {
  const auto clash = [a, b](std::uint8_t pair) {
    const std::uint8_t x = one_of_pair(a, pair);
    const std::uint8_t y = one_of_pair(b, pair);
    return x != 0 && y != 0 && x != y;
  };
  return !clash(genders) && !clash(numbers);
}

std::uint8_t settle(std::uint8_t first, std::uint8_t second) {
  std::uint8_t out = 0;
  for (const std::uint8_t pair : {genders, numbers}) {
    const std::uint8_t mine = one_of_pair(first, pair);
    out = static_cast<std::uint8_t>(out | (mine != 0 ? mine : one_of_pair(second, pair)));
  }
  return out;
}

void WordFactTable::start_document() {
  constexpr std::size_t most_words = 500'000;
  if (facts_.size() > most_words) {
    facts_.clear();
    slots_.clear();
  }
}

const WordFacts& WordFactTable::of_new(std::uint32_t index) {
  if (generation_ != vocabulary_->generation()) {
    generation_ = vocabulary_->generation();
    facts_.clear();
    slots_.clear();
  }
  if (index >= slots_.size()) {
    slots_.resize(index + std::size_t{1024}, nullptr);
  }
  const WordFacts*& slot = slots_[index];
  if (slot == nullptr) {
    work_out(vocabulary_->word(index), facts_.emplace_back());
    slot = &facts_.back();
  }
  return *slot;
}

void WordFactTable::work_out(const Word& word, WordFacts& facts) const {
  append_folded(facts.folded, word.text);
  facts.begins_phrase = words_->may_go_on(first_word(facts.folded));
  facts.classes = words_->of(facts.folded);
  if ((facts.classes & word::head) == 0 && facts.folded.find(' ') != std::string::npos) {
    // "ex-ministre", "vice-procureure": the last part tells what it is.
    facts.classes |= words_->of(last_word(facts.folded)) & word::head;
    // "Marie-Do", "Anne-Catherine": the first part is a first name.
    facts.classes |=
        (word.shape & shape_capital) != 0 ? words_->of(first_word(facts.folded)) & word::first_name : 0;
  }
  for (const Reading& reading : vocabulary_->readings(word.text)) {
    switch (reading.part) {
      case PartOfSpeech::first_name:
        if ((facts.classes & word::first_name) == 0) {
          const bool woman = (reading.features & feature::feminine) != 0;
          const bool man = (reading.features & feature::masculine) != 0;
          facts.classes |= woman ? word::first_name_woman : 0;
          facts.classes |= man || !woman ? word::first_name_man : 0;
          facts.classes |= !woman && !man ? word::first_name_woman : 0;
        }
        break;
      case PartOfSpeech::name:
      case PartOfSpeech::surname:
        break;
      case PartOfSpeech::noun:
        facts.noun = true;
        facts.plain = true;
        break;
      default:
        facts.plain = true;
    }
  }
  facts.agreement = word.gender_number;
  facts.unknown = (word.shape & shape_unknown) != 0;
}

}  // namespace selon
