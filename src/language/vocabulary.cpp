#include "language/vocabulary.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "language/unicode.h"

namespace selon {

namespace {

enum VerbClass : std::uint8_t { any_verb, saying_verb, weak_verb, uttering_verb, telling_verb };

struct ClassName {
  std::string_view name;
  PartOfSpeech part;
  VerbClass verbs;
};

constexpr ClassName class_names[] = {
    {"noun", PartOfSpeech::noun, any_verb},
    {"adjective", PartOfSpeech::adjective, any_verb},
    {"verb", PartOfSpeech::verb, any_verb},
    {"say", PartOfSpeech::verb, saying_verb},
    {"think", PartOfSpeech::verb, weak_verb},
    {"utter", PartOfSpeech::verb, uttering_verb},
    {"tell", PartOfSpeech::verb, telling_verb},
    {"name", PartOfSpeech::name, any_verb},
    {"first-name", PartOfSpeech::first_name, any_verb},
    {"surname", PartOfSpeech::surname, any_verb},
    {"adverb", PartOfSpeech::adverb, any_verb},
    {"determiner", PartOfSpeech::determiner, any_verb},
    {"pronoun", PartOfSpeech::pronoun, any_verb},
    {"preposition", PartOfSpeech::preposition, any_verb},
    {"conjunction", PartOfSpeech::conjunction, any_verb},
    {"interjection", PartOfSpeech::interjection, any_verb},
    {"number", PartOfSpeech::number, any_verb},
};

constexpr std::pair<std::string_view, VerbForm> form_names[] = {
    {"finite", VerbForm::finite},
    {"infinitive", VerbForm::infinitive},
    {"participle", VerbForm::past_participle},
    {"gerund", VerbForm::present_participle},
    {"imperative", VerbForm::imperative},
};

constexpr std::pair<std::string_view, std::uint32_t> feature_names[] = {
    {"masculine", feature::masculine},
    {"feminine", feature::feminine},
    {"singular", feature::singular},
    {"plural", feature::plural},
    {"first", feature::first},
    {"second", feature::second},
    {"third", feature::third},
    {"present", feature::present},
    {"imperfect", feature::imperfect},
    {"past", feature::past},
    {"future", feature::future},
    {"conditional", feature::conditional},
    {"subjunctive", feature::subjunctive},
};

constexpr std::pair<std::string_view, std::size_t> shape_names[] = {
    {"shape:unknown", 0}, {"shape:capital", 1}, {"shape:digits", 2}, {"shape:mixed", 3}};

// Code points above Unicode stand for the two directions of a quotation mark.
constexpr std::uint32_t quote_open_key = 0x110000;
constexpr std::uint32_t quote_close_key = 0x110001;

constexpr std::size_t first_slots = std::size_t{1} << 12;

template <class Table>
auto find_name(const Table& table, std::string_view name) {
  return std::find_if(std::begin(table), std::end(table),
                      [name](const auto& row) { return row.first == name; });
}

}  // namespace

Expected<std::unique_ptr<Vocabulary>> Vocabulary::create(const Pack& pack, const Lexicon& lexicon) {
  if (pack.lists.size() > max_list_bits) {
    return tl::unexpected(Error{pack.files.empty() ? "" : pack.files.front(), 0, 0, "too many word lists",
                                pack.lists[max_list_bits].id, "a pack has at most 256: join some"});
  }
  std::unique_ptr<Vocabulary> vocabulary(new Vocabulary(pack, lexicon));
  for (std::size_t i = 0; i < pack.verbs.size(); ++i) {
    vocabulary->verbs_.emplace(pack.verbs[i].lemma, static_cast<std::uint32_t>(i));
  }
  for (std::size_t i = 0; i < pack.tags.size(); ++i) {
    for (const std::string& source : pack.tags[i].from) {
      if (auto added = vocabulary->add_source(pack.tags[i], source, static_cast<Tag>(i + 1)); !added) {
        return tl::unexpected(std::move(added.error()));
      }
    }
  }
  vocabulary->empty_slots(first_slots);
  return vocabulary;
}

// A source is "shape:NAME", "quote:open", "U+002C", or CLASS[:FORM][.FEATURE]*[=LEMMA][@LIST].
Expected<void> Vocabulary::add_source(const TagDefinition& definition, const std::string& source, Tag tag) {
  if (const auto shape = find_name(shape_names, source); shape != std::end(shape_names)) {
    shape_tags_[shape->second] = tag;
    return {};
  }
  if (source == "quote:open" || source == "quote:close") {
    punctuation_[source == "quote:open" ? quote_open_key : quote_close_key] = tag;
    return {};
  }
  std::string_view rest = source;
  if (rest.starts_with("U+")) {
    std::uint32_t code_point = 0;
    const auto parsed = std::from_chars(rest.data() + 2, rest.data() + rest.size(), code_point, 16);
    if (parsed.ec == std::errc() && parsed.ptr == rest.data() + rest.size()) {
      punctuation_[code_point] = tag;
      return {};
    }
  }
  TagSource result;
  result.tag = tag;
  if (const std::size_t at = rest.find('@'); at != std::string_view::npos) {
    result.listed = true;
    result.list = list_bit(rest.substr(at + 1));
    rest = rest.substr(0, at);
  }
  if (const std::size_t equals = rest.find('='); equals != std::string_view::npos) {
    result.lemma = rest.substr(equals + 1);
    rest = rest.substr(0, equals);
  }
  const std::size_t name_end = std::min(rest.find_first_of(":."), rest.size());
  const std::string_view name = rest.substr(0, name_end);
  const auto known = std::find_if(std::begin(class_names), std::end(class_names),
                                  [name](const ClassName& row) { return row.name == name; });
  bool good = known != std::end(class_names);
  if (good) {
    result.part = known->part;
    result.verbs = known->verbs;
  }
  rest = rest.substr(name_end);
  while (good && !rest.empty()) {
    const char kind = rest.front();
    rest = rest.substr(1);
    const std::size_t end = std::min(rest.find_first_of(":."), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest = rest.substr(end);
    if (kind == ':') {
      const auto form = find_name(form_names, part);
      good = form != std::end(form_names);
      result.form = good ? form->second : VerbForm::none;
    } else {
      const auto named = find_name(feature_names, part);
      good = named != std::end(feature_names);
      result.features = static_cast<std::uint16_t>(result.features | (good ? named->second : 0u));
    }
  }
  if (!good) {
    const RulePlace& place = definition.place;
    return tl::unexpected(Error{place.file < pack_->files.size() ? pack_->files[place.file] : "", place.line,
                                place.column, "unknown word class in the tag " + definition.name, source,
                                "see src/language/vocabulary.cpp for the classes"});
  }
  sources_.push_back(std::move(result));
  return {};
}

Tag Vocabulary::tag(std::string_view name) const {
  for (std::size_t i = 0; i < pack_->tags.size(); ++i) {
    if (pack_->tags[i].name == name) {
      return static_cast<Tag>(i + 1);
    }
  }
  return 0;
}

Tag Vocabulary::punctuation(std::uint32_t code_point) const {
  const auto found = punctuation_.find(code_point);
  return found == punctuation_.end() ? Tag{0} : found->second;
}

ListSet Vocabulary::list_bit(std::string_view id) const {
  for (std::size_t i = 0; i < pack_->lists.size() && i < max_list_bits; ++i) {
    if (pack_->lists[i].id == id) {
      return ListSet{1} << i;
    }
  }
  return 0;
}

bool Vocabulary::listed(std::string_view list_id, std::string_view lower) const {
  const WordTables::Named* named = tables_.find(lower);
  return named != nullptr && (named->list_set() & list_bit(list_id)) != 0;
}

void Vocabulary::trim() {
  constexpr std::size_t most_words = 2'000'000;
  if (word_count_ < most_words) {
    return;
  }
  words_.clear();
  word_count_ = 0;
  texts_.release();
  empty_slots(first_slots);
  ++generation_;
}

void Vocabulary::empty_slots(std::size_t count) {
  slots_.assign(count, Slot{});
  slot_mask_ = static_cast<std::uint32_t>(count) - 1;
}

void Vocabulary::grow() {
  std::vector<Slot> old = std::move(slots_);
  empty_slots(old.size() * 2);
  for (const Slot& word : old) {
    if (word.word != no_index) {
      std::uint32_t slot = word.hash & slot_mask_;
      while (slots_[slot].word != no_index) {
        slot = (slot + 1) & slot_mask_;
      }
      slots_[slot] = word;
    }
  }
}

std::uint32_t Vocabulary::intern(std::string_view text) {
  const auto hash = static_cast<std::uint32_t>(lexicon_file::hash(text));
  std::uint32_t slot = hash & slot_mask_;
  while (slots_[slot].word != no_index) {
    if (slots_[slot].hash == hash && this->word(slots_[slot].word).text == text) {
      return slots_[slot].word;
    }
    slot = (slot + 1) & slot_mask_;
  }
  Word word;
  if (!text.empty()) {
    auto* copy = static_cast<char*>(texts_.allocate(text.size(), 1));
    std::copy(text.begin(), text.end(), copy);
    word.text = {copy, text.size()};
  }
  work_out(word);
  if (word_count_ % words_together == 0) {
    words_.push_back(std::make_unique<Word[]>(words_together));
  }
  const std::uint32_t index = word_count_++;
  words_.back()[index % words_together] = word;
  slots_[slot] = {hash, index};
  if (std::size_t{word_count_} * 2 > slots_.size()) {
    grow();
  }
  return index;
}

}  // namespace selon
