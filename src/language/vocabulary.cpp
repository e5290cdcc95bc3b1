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

template <class Table>
auto find_name(const Table& table, std::string_view name) {
  return std::find_if(std::begin(table), std::end(table),
                      [name](const auto& row) { return row.first == name; });
}

}  // namespace

std::string fold_word(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const char ascii = text[i];
    if (static_cast<unsigned char>(ascii) < 0x80) {
      out.push_back(ascii >= 'A' && ascii <= 'Z' ? static_cast<char>(ascii | 0x20) : ascii);
      ++i;
      continue;
    }
    const unicode::CodePoint c = unicode::decode(text, i);
    i += c.size;
    if (unicode::is_apostrophe(c.value)) {
      out.push_back('\'');
    } else if (unicode::is_hyphen(c.value)) {
      out.push_back('-');
    } else if (c.value != 0xAD) {
      unicode::append(out, unicode::to_lower(c.value));
    }
  }
  return out;
}

Expected<std::unique_ptr<Vocabulary>> Vocabulary::create(const Pack& pack, const Lexicon& lexicon) {
  std::unique_ptr<Vocabulary> vocabulary(new Vocabulary(pack, lexicon));
  if (const WordList* elisions = pack.list("elisions")) {
    for (const std::string& word : elisions->words) {
      vocabulary->elisions_.insert(fold_word(word));
    }
  }
  for (std::size_t i = 0; i < pack.verbs.size(); ++i) {
    vocabulary->verbs_.emplace(pack.verbs[i].lemma, static_cast<std::uint32_t>(i));
  }
  for (std::size_t i = 0; i < pack.tags.size(); ++i) {
    if (auto added = vocabulary->add_tag(pack.tags[i], static_cast<Tag>(i + 1)); !added) {
      return tl::unexpected(std::move(added.error()));
    }
  }
  vocabulary->add_lists();
  vocabulary->slots_.assign(1u << 12, 0);
  vocabulary->slot_mask_ = (1u << 12) - 1;
  return vocabulary;
}

Expected<void> Vocabulary::add_tag(const TagDefinition& definition, Tag tag) {
  for (const std::string& source : definition.from) {
    if (auto added = add_source(definition, source, tag); !added) {
      return added;
    }
  }
  for (const std::string& word : definition.words) {
    add_explicit(word, tag, !definition.open);
  }
  for (const std::string& id : definition.lists) {
    if (const WordList* list = pack_->list(id)) {
      for (const std::string& word : list->words) {
        add_explicit(word, tag, !definition.open);
      }
    }
  }
  return {};
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
    result.list = rest.substr(at + 1);
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

// "d'après" is two tokens, as every elided word is one of its own: "d' après".
std::string Vocabulary::as_tokens(std::string_view word) const {
  std::string folded = fold_word(word);
  if (folded.find('\'') == std::string::npos) {
    return folded;
  }
  std::string out;
  std::size_t start = 0;
  for (const char c : folded) {
    out.push_back(c);
    if (c == ' ') {
      start = out.size();
    } else if (c == '\'' && elisions_.contains(out.substr(start, out.size() - 1 - start))) {
      out.push_back(' ');
      start = out.size();
    }
  }
  if (out.ends_with(' ')) {
    out.pop_back();
  }
  return out;
}

void Vocabulary::add_explicit(std::string_view word, Tag tag, bool closed) {
  const std::string folded = as_tokens(word);
  if (const std::size_t space = folded.find(' '); space != std::string::npos) {
    std::vector<std::string> rest;
    std::size_t at = space + 1;
    while (at <= folded.size()) {
      const std::size_t end = std::min(folded.find(' ', at), folded.size());
      rest.push_back(folded.substr(at, end - at));
      at = end + 1;
    }
    auto& entries = multiwords_[folded.substr(0, space)];
    // The longest entry is tried first.
    const auto shorter = std::find_if(entries.begin(), entries.end(),
                                      [&](const auto& entry) { return entry.size() < rest.size(); });
    entries.insert(shorter, std::move(rest));
  }
  Explicit& entry = explicit_[folded];
  if (std::find(entry.tags.begin(), entry.tags.end(), tag) == entry.tags.end()) {
    entry.tags.push_back(tag);
  }
  entry.closed = entry.closed || closed;
}

void Vocabulary::add_lists() {
  std::size_t words = explicit_.size();
  for (const WordList& list : pack_->lists) {
    words += list.words.size();
  }
  explicit_.reserve(words);
  for (std::size_t i = 0; i < pack_->lists.size() && i < max_list_bits; ++i) {
    for (const std::string& word : pack_->lists[i].words) {
      explicit_[as_tokens(word)].lists |= ListSet{1} << i;
    }
  }
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
  const auto found = explicit_.find(std::string(lower));
  return found != explicit_.end() && (found->second.lists & list_bit(list_id)) != 0;
}

const std::vector<std::vector<std::string>>* Vocabulary::multiwords(std::string_view first) const {
  const auto found = multiwords_.find(std::string(first));
  return found == multiwords_.end() ? nullptr : &found->second;
}

void Vocabulary::trim() {
  constexpr std::size_t most_words = 2'000'000;
  if (words_.size() < most_words) {
    return;
  }
  words_.clear();
  texts_.clear();
  slots_.assign(1u << 12, 0);
  slot_mask_ = (1u << 12) - 1;
}

void Vocabulary::grow() {
  slots_.assign(slots_.size() * 2, 0);
  slot_mask_ = static_cast<std::uint32_t>(slots_.size()) - 1;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    auto slot = static_cast<std::uint32_t>(lexicon_file::hash(words_[i].text)) & slot_mask_;
    while (slots_[slot] != 0) {
      slot = (slot + 1) & slot_mask_;
    }
    slots_[slot] = static_cast<std::uint32_t>(i) + 1;
  }
}

std::uint32_t Vocabulary::intern(std::string_view text) {
  const auto hash = static_cast<std::uint32_t>(lexicon_file::hash(text));
  auto slot = hash & slot_mask_;
  while (slots_[slot] != 0) {
    if (words_[slots_[slot] - 1].text == text) {
      return slots_[slot] - 1;
    }
    slot = (slot + 1) & slot_mask_;
  }
  texts_.emplace_back(text);
  Word word;
  word.text = texts_.back();
  work_out(word);
  words_.push_back(word);
  slots_[slot] = static_cast<std::uint32_t>(words_.size());
  if (words_.size() * 2 > slots_.size()) {
    grow();
  }
  return static_cast<std::uint32_t>(words_.size()) - 1;
}

}  // namespace selon
