#include "attribution/source_words.h"

#include "attribution/name_fold.h"
#include "language/lexicon.h"
#include "rules/regex_store.h"

namespace selon {

namespace {

struct ListClass {
  std::string_view id;
  std::uint64_t classes;
};

constexpr ListClass list_classes[] = {
    {"person-nouns", word::person},
    {"group-nouns", word::group},
    {"document-nouns", word::document},
    {"anonymous-nouns", word::anonymous},
    {"titles", word::civil_title},
    {"rank-titles", word::title | word::person},
    {"vague-expressions", word::vague},
    {"unnamed-expressions", word::unnamed},
    {"spokesman-nouns", word::spokesman},
    {"first-names-women", word::first_name_woman},
    {"first-names-men", word::first_name_man},
    {"nationality-adjectives", word::nationality},
    {"agency-heads", word::agency},
    {"agency-marks", word::agency_mark},
    {"media-heads", word::media},
    {"government-heads", word::government},
    {"institution-heads", word::institution},
    {"organization-heads", word::organization},
    {"company-heads", word::company},
    {"anaphoric-bodies", word::hypernym},
    {"vague-pronouns", word::vague},
    {"anaphoric-heads", word::hypernym | word::person},
    {"definite-articles", word::definite},
    {"contracted-articles", word::definite},
    {"indefinite-determiners", word::indefinite},
    {"demonstratives", word::demonstrative},
    {"possessives", word::possessive},
    {"speaker-possessives", word::of_speaker},
    {"naming-words", word::naming},
    {"whereabouts", word::whereabouts},
    {"sides", word::whereabouts | word::side},
    {"place-pronouns", word::place_pronoun},
    {"masculine-forms", word::masculine},
    {"feminine-forms", word::feminine},
    {"singular-forms", word::singular},
    {"plural-forms", word::plural},
    {"source-pronouns", word::pronoun},
    {"nearest-pronouns", word::pronoun_nearest},
    {"speaker-pronouns", word::pronoun_speaker},
    {"relative-pronouns", word::relative},
    {"same-source", word::same_source},
    {"nameless-expressions", word::no_name},
    {"name-particles", word::particle},
    {"complement-prepositions", word::preposition},
    {"name-coordinations", word::coordination},
    {"citing-words", word::citing},
    {"cited-words", word::cited},
    {"age-words", word::age},
    {"byline-words", word::byline},
    {"relay-words", word::relay},
    {"state-marks", word::state_mark},
};

}  // namespace

SourceWords::SourceWords(const Pack& pack) {
  if (pack.regexes == nullptr || !decode(pack.regexes->table(stored_as))) {
    build(pack);
  }
}

std::string SourceWords::encode() const {
  FlatWriter writer;
  table_.write(writer);
  writer.put(classes_);
  return std::move(writer.bytes);
}

bool SourceWords::decode(std::string_view bytes) {
  FlatReader reader(bytes);
  table_ = PhraseTable::read(reader);
  classes_ = reader.take<std::uint64_t>();
  return reader.complete();
}

void SourceWords::build(const Pack& pack) {
  std::size_t count = 0;
  for (const ListClass& row : list_classes) {
    const WordList* list = pack.list(row.id);
    count += list == nullptr ? 0 : list->words.size();
  }
  built_table_.reserve(count);
  built_classes_.reserve(count);
  for (const ListClass& row : list_classes) {
    add_list(pack, row.id, row.classes);
  }
  table_ = built_table_.table();
  classes_ = built_classes_;
}

void SourceWords::add_list(const Pack& pack, std::string_view id, std::uint64_t classes) {
  const WordList* list = pack.list(id);
  if (list == nullptr) {
    return;
  }
  std::string key;
  for (const std::string& entry : list->words) {
    key.clear();
    append_folded(key, entry);
    if (key.empty()) {
      continue;
    }
    const PhraseTable table = built_table_.table();
    if (const std::uint32_t known = table.find(key); known != no_index) {
      built_classes_[table.entry(known).value] |= classes;
      continue;
    }
    built_table_.add(key, static_cast<std::uint32_t>(built_classes_.size()));
    built_classes_.push_back(classes);
  }
}

std::uint64_t SourceWords::of(std::string_view phrase) const {
  const std::uint32_t entry = table_.find(phrase);
  return entry == no_index ? 0 : classes_[table_.entry(entry).value];
}

SourceKind SourceWords::kind_of_body(std::uint64_t classes) {
  // "un guide" is somebody rather than a book; "la revue" is a medium.
  if ((classes & word::document) != 0 && (classes & (word::person | word::media)) == 0) {
    return SourceKind::document;
  }
  if ((classes & (word::agency | word::media)) != 0 && (classes & word::state_mark) != 0) {
    return SourceKind::state_media;
  }
  constexpr std::pair<std::uint64_t, SourceKind> kinds[] = {
      {word::agency, SourceKind::agency},
      {word::media, SourceKind::media},
      {word::government, SourceKind::government},
      {word::institution, SourceKind::institution},
      {word::organization, SourceKind::organization},
      {word::company, SourceKind::company},
  };
  for (const auto& [classes_of_kind, kind] : kinds) {
    if ((classes & classes_of_kind) != 0) {
      return kind;
    }
  }
  return SourceKind::unknown;
}

std::uint8_t agreement_of(std::uint64_t classes) {
  std::uint32_t out = 0;
  out |= (classes & word::masculine) != 0 ? feature::masculine : 0;
  out |= (classes & word::feminine) != 0 ? feature::feminine : 0;
  out |= (classes & word::singular) != 0 ? feature::singular : 0;
  out |= (classes & word::plural) != 0 ? feature::plural : 0;
  return static_cast<std::uint8_t>(out);
}

}  // namespace selon
