#include "attribution/needs_words.h"

#include <algorithm>

#include "language/unicode.h"

namespace selon {

namespace {

using sense::Bits;

struct ListRow {
  std::string_view id;
  Bits bits;
  bool verbs;
};

constexpr ListRow list_rows[] = {
    {"modal-verbs", sense::modal, true},
    {"forecasting-modals", sense::forecasting, true},
    {"wish-verbs", sense::wish, true},
    {"intention-verbs", sense::intention, true},
    {"hypothetical-verbs", sense::hypothetical, true},
    {"hearsay-verbs", sense::hearsay_state, true},
    {"schedule-verbs", sense::scheduled, true},
    {"crime-verbs", sense::crime, true},
    {"accusation-verbs", sense::accusation, true},
    {"crime-support-verbs", sense::commits, true},
    {"multiplying-verbs", sense::multiplies, true},
    {"stating-verbs", sense::states, true},
    {"casualty-verbs", sense::casualty, true},
    {"change-verbs", sense::changes, true},
    {"amount-verbs", sense::amounts, true},
    {"hiding-verbs", sense::hides, true},
    {"motive-verbs", sense::motive, true},
    {"hidden-aims", sense::aim, true},
    {"schedule-reflexives", sense::takes_place, true},
    {"necessity-verbs", sense::needed, true},
    {"speech-infinitives", sense::speaking, true},
    {"near-future-verbs", sense::near_future, true},
    {"about-to-verbs", sense::about_to, true},
    {"reckoning-verbs", sense::reckons, true},
    {"tripling-verbs", sense::triples, true},
    {"loss-nouns", sense::loss, false},
    {"figure-nouns", sense::counted, false},
    {"casualty-nouns", sense::casualty | sense::counted, false},
    {"currency-nouns", sense::currency, false},
    {"percent-words", sense::percent, false},
    {"magnitude-words", sense::magnitude, false},
    {"estimate-determiners", sense::estimate, false},
    {"fraction-nouns", sense::fraction, false},
    {"fraction-wholes", sense::whole, false},
    {"measured-nouns", sense::measured, false},
    {"times-words", sense::times, false},
    {"ratio-words", sense::ratio, false},
    {"figure-exemptions", sense::public_figure, false},
    {"small-numbers", sense::small_number, false},
    {"figure-signs", sense::sign, false},
    {"crime-nouns", sense::crime_noun, false},
    {"guilt-words", sense::guilt, false},
    {"agent-prepositions", sense::agent, false},
    {"court-words", sense::law, false},
    {"evaluative-words", sense::evaluative, false},
    {"evaluative-adverbs", sense::evaluative_adverb, false},
    {"superlative-words", sense::superlative, false},
    {"superlative-adjectives", sense::best, false},
    {"superlative-determiners", sense::definite, false},
    {"reader-words", sense::reader, false},
    {"account-words", sense::account, false},
    {"public-counts", sense::public_count, false},
    {"people-nouns", sense::people, false},
    {"motive-adverbs", sense::motive_adverb, false},
    {"hidden-things", sense::hidden, false},
    {"accusing-phrases", sense::accusing, false},
    {"blame-words", sense::blame | sense::evaluative, false},
    {"judging-phrases", sense::blame | sense::evaluative_adverb, false},
    {"purpose-nouns", sense::purpose, false},
    {"motive-phrases", sense::motive_phrase, false},
    {"guessing-adverbs", sense::guessing, false},
    {"horizon-words", sense::horizon, false},
    {"approximation-words", sense::approximate, false},
    {"unit-nouns", sense::unit, false},
    {"comparison-adverbs", sense::ever, false},
    {"degree-adverbs", sense::equally, false},
    {"hypothesis-words", sense::hypothesis, false},
    {"hypothesis-nouns", sense::hypothesis_noun, false},
};

/// Past the phrase in `text` at `at`, or `at` where it doesn't stand there. A space of
/// the phrase fits any white space.
std::size_t after_phrase(std::string_view text, std::size_t at, std::string_view phrase) {
  std::size_t i = at;
  for (std::size_t j = 0; j < phrase.size();) {
    const unicode::CodePoint here = unicode::decode(text, i);
    const unicode::CodePoint wanted = unicode::decode(phrase, j);
    const std::uint32_t folded = unicode::is_apostrophe(here.value) ? '\'' : unicode::to_lower(here.value);
    const bool same = wanted.value == ' ' ? unicode::is_space(here.value) : folded == wanted.value;
    if (!same) {
      return at;
    }
    i += here.size;
    j += wanted.size;
  }
  return unicode::is_letter(unicode::decode(text, i).value) ? at : i;
}

/// As the vocabulary keeps several words taken as one: "d' ici à".
std::string with_spaces(std::string_view words) {
  std::string spaced;
  for (const char c : words) {
    spaced += c;
    if (c == '\'') spaced += ' ';
  }
  return spaced;
}

/// The ASCII letter, in lower case, that begins the word at or one space after `at`; 0 where there is none.
char letter_after(std::string_view text, std::size_t at) {
  at += at < text.size() && text[at] == ' ' ? 1u : 0u;
  const char c = at < text.size() ? text[at] : '\0';
  const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return lower >= 'a' && lower <= 'z' ? lower : '\0';
}

/// A year that the article can only look back at: "en 1995, il défendra…".
bool is_past_year(std::string_view text) {
  return text.size() == 4 && text[0] == '1' &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_number_of_two_digits(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) {
    digits += c >= '0' && c <= '9' ? 1u : 0u;
  }
  return digits >= 2;
}

/// "14", "61,80": at most three digits before the decimals.
bool is_below_a_thousand(std::string_view text) {
  const std::string_view whole = text.substr(0, text.find(','));
  return !whole.empty() && whole.size() <= 3 &&
         std::all_of(whole.begin(), whole.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool all_of(std::span<const Reading> readings, std::uint32_t features) {
  bool any = false;
  for (const Reading& reading : readings) {
    if (reading.form == VerbForm::finite) {
      any = true;
      if ((reading.features & features) != features) {
        return false;
      }
    }
  }
  return any;
}

}  // namespace

SenseTable::SenseTable(const Vocabulary& vocabulary) : vocabulary_(&vocabulary) {
  for (const ListRow& row : list_rows) {
    add_list(row.id, row.bits, row.verbs);
  }
}

void SenseTable::add_list(std::string_view id, Bits bits, bool verbs) {
  const WordList* list = vocabulary_->pack().list(id);
  if (list == nullptr) {
    return;
  }
  for (const std::string& entry : list->words) {
    std::string folded = fold_word(entry);
    if (bits == sense::sign) {
      signs_.emplace_back(std::move(folded), bits);
      continue;
    }
    const std::size_t space = folded.find(' ');
    if (space != std::string::npos) {
      phrases_[folded.substr(0, space)].push_back({folded, bits, letter_after(folded, space)});
      // "n'a rien fait": an elided word is a token of its own.
      const std::size_t elided = folded.find('\'');
      if (elided < space) {
        phrases_[folded.substr(0, elided + 1)].push_back({folded, bits, letter_after(folded, elided + 1)});
      }
    }
    // Several words that the tokenizer takes as one are looked up whole.
    words_[with_spaces(folded)] |= verbs ? Bits{} : bits;
    (verbs ? verbs_ : words_)[std::move(folded)] |= bits;
  }
}

Bits SenseTable::of_verb(const Reading& reading) const {
  Bits bits = 0;
  const auto found = verbs_.find(std::string(vocabulary_->lexicon().lemma(reading)));
  if (found != verbs_.end()) {
    bits |= found->second;
  }
  switch (reading.form) {
    case VerbForm::past_participle:
      return bits | sense::participle;
    case VerbForm::infinitive:
      return bits | sense::infinitive;
    case VerbForm::finite:
      if ((reading.features & feature::third) == 0) {
        return 0;
      }
      bits |= sense::finite;
      bits |= (reading.features & feature::present) != 0 ? sense::present : Bits{};
      bits |= (reading.features & feature::imperfect) != 0 ? sense::imperfect : Bits{};
      return bits;
    default:
      return 0;
  }
}

Bits SenseTable::work_out(std::string_view text) const {
  const std::string folded = fold_word(text);
  Bits bits = 0;
  const auto add = [&](const std::string& key) {
    if (const auto found = words_.find(key); found != words_.end()) {
      bits |= found->second;
    }
  };
  add(folded);
  const std::span<const Reading> readings = vocabulary_->readings(text);
  for (const Reading& reading : readings) {
    if (reading.part == PartOfSpeech::verb) {
      bits |= of_verb(reading);
    } else if (const auto lemma = vocabulary_->lexicon().lemma(reading); lemma != folded) {
      add(std::string(lemma));
    }
  }
  // Only forms that can't be another tense: "tira" is no future.
  bits |= all_of(readings, feature::conditional | feature::third) ? sense::conditional : Bits{};
  bits |= all_of(readings, feature::future | feature::third) ? sense::future : Bits{};
  bits |= is_number_of_two_digits(text) ? sense::number_like : Bits{};
  bits |= is_below_a_thousand(text) ? sense::few_digits : Bits{};
  bits |= is_past_year(text) ? sense::past_year : Bits{};
  return bits;
}

const SenseTable::Entry& SenseTable::new_entry(std::uint32_t word) {
  if (generation_ != vocabulary_->generation()) {
    generation_ = vocabulary_->generation();
    slots_.clear();
    entries_.clear();
  }
  if (word >= slots_.size()) {
    slots_.resize(word + std::size_t{1024}, nullptr);
  }
  const std::string_view text = vocabulary_->word(word).text;
  const auto found = phrases_.find(fold_word(text));
  slots_[word] =
      &entries_.emplace_back(Entry{work_out(text), found == phrases_.end() ? nullptr : &found->second});
  return *slots_[word];
}

Bits SenseTable::of(const Document& document, const Token& token) {
  if (token.word == no_index) {
    const std::string_view text = token.span.in(document.text);
    for (const auto& [sign, bits] : signs_) {
      if (sign == text) {
        return bits;
      }
    }
    return 0;
  }
  const Entry& found = entry(token.word);
  Bits bits = found.senses;
  if (found.phrases != nullptr) {
    const char next = letter_after(document.text, token.span.end);
    for (const Phrase& phrase : *found.phrases) {
      if (phrase.next != 0 && next != 0 && phrase.next != next) continue;  // most end here
      const bool here = after_phrase(document.text, token.span.start, phrase.text) != token.span.start;
      bits |= here ? phrase.senses : Bits{};
    }
  }
  return bits;
}

// Only the outermost quotations matter, and those are disjoint once overlapping ones
// (of unbalanced marks) are taken together.
void StatementWords::start(const Text& text) {
  quoted_.clear();
  for (const Quotation& quotation : text.quotations) {
    if (quotation.parent != no_index) {
      continue;
    }
    if (!quoted_.empty() && quotation.first < quoted_.back().last) {
      quoted_.back().last = std::max(quoted_.back().last, quotation.last);
    } else {
      quoted_.push_back({quotation.first, quotation.last});
    }
  }
}

void StatementWords::read(const Document& document, const Text& text, const Statement& statement) {
  words_.clear();
  present_ = 0;
  tags_.reset();
  const Sentence& sentence = text.sentences[statement.sentence];
  const auto begin = text.tokens.begin();
  const auto from =
      std::partition_point(begin + sentence.first, begin + sentence.last,
                           [&](const Token& token) { return token.span.start < statement.span.start; });
  auto i = static_cast<std::uint32_t>(from - begin);
  auto quoted = std::ranges::partition_point(quoted_, [i](TokenRange range) { return range.last <= i; });
  while (i < sentence.last && text.tokens[i].span.end <= statement.span.end) {
    if (quoted != quoted_.end() && quoted->contains(i)) {
      i = std::max(quoted->last, i + 1);
      ++quoted;
      continue;
    }
    const Token& token = text.tokens[i];
    const Bits senses = senses_.of(document, token);
    words_.push_back({i, token.tag, senses});
    present_ |= senses;
    tags_.set(token.tag);
    ++i;
  }
}

}  // namespace selon
