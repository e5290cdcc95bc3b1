// How a word form gets its candidate tags: the pack's own words first, then the
// readings of the lexicon in the order of the pack's tags, then its shape.
#include <algorithm>

#include "language/unicode.h"
#include "language/vocabulary.h"

namespace selon {

namespace {

std::uint8_t shape_of(std::string_view text) {
  std::uint8_t shape = 0;
  std::size_t letters = 0;
  std::size_t capitals = 0;
  for (std::size_t i = 0; i < text.size();) {
    const unicode::CodePoint c = unicode::decode(text, i);
    if (unicode::is_digit(c.value)) {
      shape |= shape_digits;
    } else if (unicode::is_letter(c.value)) {
      capitals += unicode::is_upper(c.value) ? 1u : 0u;
      if (letters == 0 && unicode::is_upper(c.value)) {
        shape |= shape_capital;
      }
      ++letters;
    }
    i += c.size;
  }
  if (capitals == letters && letters > 1) {
    shape |= shape_all_capitals;
  }
  return shape;
}

// The lexicon writes the apostrophe as U+2019.
std::string lexicon_spelling(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const unicode::CodePoint c = unicode::decode(text, i);
    i += c.size;
    if (unicode::is_apostrophe(c.value)) {
      out += "\xE2\x80\x99";
    } else if (unicode::is_hyphen(c.value)) {
      out += '-';
    } else if (c.value != 0xAD) {
      unicode::append(out, c.value);
    }
  }
  return out;
}

std::string lower_first(const std::string& text) {
  std::string out;
  const unicode::CodePoint c = unicode::decode(text, 0);
  unicode::append(out, unicode::to_lower(c.value));
  return out + text.substr(c.size);
}

// "Etat" for "État": capitals are often set without their accent.
std::string accented_initial(const std::string& lower) {
  return lower.starts_with('e') ? "\xC3\xA9" + lower.substr(1) : std::string();
}

// The part after the last hyphen: "ex-ministre" and "sud-coréenne" inflect there.
std::string_view last_part(std::string_view text) {
  const std::size_t hyphen = text.rfind('-');
  return hyphen == std::string_view::npos ? std::string_view() : text.substr(hyphen + 1);
}

constexpr std::uint16_t agreement =
    feature::masculine | feature::feminine | feature::singular | feature::plural;

}  // namespace

std::span<const Reading> Vocabulary::readings(std::string_view text) const {
  const std::string spelled = lexicon_spelling(text);
  if (const auto exact = lexicon_->find(spelled); !exact.empty()) {
    return exact;
  }
  return lexicon_->find(lower_first(spelled));
}

std::uint32_t Vocabulary::verb_of(const Reading& reading) const {
  if (reading.part != PartOfSpeech::verb) {
    return no_index;
  }
  const auto found = verbs_.find(lexicon_->lemma(reading));
  return found == verbs_.end() ? no_index : found->second;
}

bool Vocabulary::matches(const TagSource& source, const Reading& reading, ListSet lists) const {
  if (source.part != reading.part || (source.form != VerbForm::none && source.form != reading.form) ||
      (source.features & reading.features) != source.features) {
    return false;
  }
  if (!source.lemma.empty() && lexicon_->lemma(reading) != source.lemma) {
    return false;
  }
  if (source.listed && (lists & source.list) == 0) {
    return false;
  }
  if (source.verbs == 0) {
    return true;
  }
  const std::uint32_t index = verb_of(reading);
  if (index == no_index) {
    return false;
  }
  const Verb& verb = pack_->verbs[index];
  const bool tells = (verb.takes & takes_person_que) != 0;
  const bool says = (verb.takes & takes_que) != 0;
  switch (source.verbs) {
    case 1:
      return !verb.weak && says && !tells;
    case 2:
      return verb.weak;
    case 3:
      return !verb.weak && !says && !tells;
    default:
      return !verb.weak && tells;
  }
}

void Vocabulary::add_readings(Word& word, std::span<const Reading> readings, TagSet& seen) {
  // A pack lists special classes before general ones ("say" before "verb"): a
  // reading counts for the first that fits, so that "dit" isn't a plain verb too.
  for (const Reading& reading : readings) {
    for (const TagSource& source : sources_) {
      if (matches(source, reading, word.lists)) {
        seen.set(source.tag);
        break;
      }
    }
    if (const std::uint32_t verb = verb_of(reading); verb != no_index && word.verb == no_index) {
      word.verb = verb;
    }
    if (reading.part == PartOfSpeech::noun || reading.part == PartOfSpeech::adjective ||
        reading.part == PartOfSpeech::first_name) {
      word.gender_number = static_cast<std::uint8_t>(word.gender_number | (reading.features & agreement));
    }
    if (reading.part == PartOfSpeech::name || reading.part == PartOfSpeech::first_name ||
        reading.part == PartOfSpeech::surname) {
      word.name_reading = true;
    }
  }
}

void Vocabulary::work_out(Word& word) {
  word.shape = shape_of(word.text);
  const std::string folded = fold_word(word.text);
  word.multiwords = tables_.multiwords_at(folded);
  word.second_word = tables_.second_word(folded);
  TagSet seen;
  bool closed = false;
  if (const WordTables::Named* named = tables_.find(folded)) {
    for (const Tag tag : tables_.tags(*named)) {
      seen.set(tag);
    }
    word.lists = named->list_set();
    closed = named->closed != 0;
  }
  const std::string spelled = lexicon_spelling(word.text);
  const bool capital = (word.shape & shape_capital) != 0;
  if (!closed) {
    const auto exact = lexicon_->find(spelled);
    add_readings(word, exact, seen);
    auto lower = capital ? lexicon_->find(lexicon_spelling(folded)) : std::span<const Reading>();
    if (capital && lower.empty()) {
      lower = lexicon_->find(accented_initial(folded));
    }
    add_readings(word, lower, seen);
    if (exact.empty() && lower.empty()) {
      word.shape |= shape_unknown;
      if (!capital) {
        add_readings(word, lexicon_->find(last_part(lexicon_spelling(folded))), seen);
        if (seen.none() && word.lists != 0) {
          // "proviseure": in no dictionary, but a list of the pack says that it is a noun.
          const Reading noun{0, 0, PartOfSpeech::noun, VerbForm::none};
          add_readings(word, {&noun, 1}, seen);
        }
      }
      if (seen.none()) {
        const bool digits = (word.shape & shape_digits) != 0;
        seen.set(shape_tags_[capital ? 1u : (digits ? 2u : 0u)]);
      }
    }
  }
  // A capital inside a sentence may make a name of any word.
  if (capital && shape_tags_[1] != 0) {
    seen.set(shape_tags_[1]);
  }
  seen.reset(0);
  std::size_t count = 0;
  const std::size_t tags = std::min(seen.size(), pack_->tags.size() + 1);
  for (std::size_t tag = 1; tag < tags && count < word.candidates.size(); ++tag) {
    if (seen.test(tag)) {
      word.candidates[count++] = static_cast<Tag>(tag);
    }
  }
}

}  // namespace selon
