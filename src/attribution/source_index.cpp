#include "attribution/source_index.h"

#include <algorithm>

#include "attribution/name_fold.h"
#include "language/unicode.h"
#include "rules/regex_store.h"

namespace selon {

namespace {

constexpr std::size_t most_words = 14;

bool begins_with_capital(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const unicode::CodePoint c = unicode::decode(text, at);
    if (unicode::is_letter(c.value)) {
      return unicode::is_upper(c.value);
    }
    at += c.size;
  }
  return false;
}

bool is_acronym(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const unicode::CodePoint c = unicode::decode(text, at);
    at += c.size;
    if (unicode::is_letter(c.value)) {
      if (!unicode::is_upper(c.value)) {
        return false;
      }
      ++letters;
    }
  }
  return letters > 1;
}

// The spelling without its article: the tail of as many letters as the key has.
std::string_view tail_from_word(std::string_view spelling, bool skip_first) {
  if (!skip_first) {
    return spelling;
  }
  std::size_t at = 0;
  while (at < spelling.size()) {
    const unicode::CodePoint c = unicode::decode(spelling, at);
    at += c.size;
    if (!unicode::is_letter(c.value)) {
      return spelling.substr(at);
    }
  }
  return spelling;
}

}  // namespace

SourceIndex::SourceIndex(const Pack& pack) : pack_(&pack) {
  if (const WordList* list = pack.list("definite-articles")) {
    for (const std::string& word : list->words) {
      articles_.push_back(folded(word));
    }
  }
  if (pack.regexes == nullptr || !decode(pack.regexes->table(stored_as))) {
    build();
  }
}

std::string SourceIndex::encode() const {
  FlatWriter writer;
  table_.write(writer);
  writer.put(names_);
  return std::move(writer.bytes);
}

bool SourceIndex::decode(std::string_view bytes) {
  FlatReader reader(bytes);
  table_ = PhraseTable::read(reader);
  names_ = reader.take<Name>();
  return reader.complete();
}

void SourceIndex::build() {
  std::size_t count = 0;
  for (const SourceEntry& source : pack_->sources) {
    count += 1 + source.aliases.size();
  }
  built_table_.reserve(count);
  built_names_.reserve(count);
  for (std::uint32_t i = 0; i < pack_->sources.size(); ++i) {
    const SourceEntry& source = pack_->sources[i];
    add(source.name, i, 0);
    for (std::uint32_t alias = 0; alias < source.aliases.size(); ++alias) {
      add(source.aliases[alias], i, alias + 1);
    }
  }
  table_ = built_table_.table();
  names_ = built_names_;
}

std::uint32_t letters_of(std::string_view folded_name) {
  std::uint32_t bits = 0;
  for (const char c : folded_name) {
    const auto byte = static_cast<unsigned char>(c);
    bits |= 1u << (byte >= 'a' && byte <= 'z' ? byte - 'a' : 26 + byte % 6);
  }
  return bits;
}

std::string_view SourceIndex::without_article(std::string_view key) const {
  const std::string_view first = first_word(key);
  if (first.size() < key.size() && std::find(articles_.begin(), articles_.end(), first) != articles_.end()) {
    key.remove_prefix(first.size() + 1);
  }
  return key;
}

void SourceIndex::add(const std::string& spelling, std::uint32_t source, std::uint32_t alias) {
  key_.clear();
  append_folded(key_, spelling);
  const std::string_view key = without_article(key_);
  if (key.empty()) {
    return;
  }
  const std::string_view tail = tail_from_word(spelling, key.size() < key_.size());
  built_table_.add(key, static_cast<std::uint32_t>(built_names_.size()));
  built_names_.push_back({source, alias, begins_with_capital(tail) ? 1u : 0u,
                          static_cast<std::uint32_t>(tail.data() - spelling.data()), letters_of(key)});
}

bool SourceIndex::may_begin(std::string_view word) const { return table_.may_begin(first_word(word)); }

// Of several sources of one folded name those count that are spelt exactly so, if any is.
KnownName SourceIndex::gather(std::uint32_t entry, std::string_view text, bool capital) const {
  KnownName found;
  bool exact = false;
  bool alias = true;
  for (std::uint32_t i = entry; i != no_index; i = table_.entry(i).next) {
    const Name& known = names_[table_.entry(i).value];
    if (known.capital != 0 && !capital) {
      continue;
    }
    const std::string& spelt = spelling(known);
    const bool same = spelt == text || (spelt.size() > text.size() && spelt.ends_with(text));
    if (same && !exact) {
      found.sources.clear();
      exact = true;
      alias = true;
    }
    if (same || !exact) {
      alias = alias && known.alias != 0;
      if (std::find(found.sources.begin(), found.sources.end(), known.source) == found.sources.end()) {
        found.sources.push_back(known.source);
      }
    }
  }
  found.alias = alias;
  found.acronym = is_acronym(text) && text.find(' ') == std::string_view::npos;
  return found;
}

KnownName SourceIndex::exactly(std::string_view key, std::string_view text) const {
  const std::uint32_t entry = table_.find(without_article(key));
  KnownName found = entry == no_index ? KnownName{} : gather(entry, text, begins_with_capital(text));
  found.words = found.sources.empty() ? 0 : 1;
  return found;
}

KnownName SourceIndex::longest_at(std::span<const FoldedWord> words) const {
  KnownName best;
  if (words.empty() || !may_begin(words.front().folded)) {
    return best;
  }
  std::string key;
  const std::size_t count = std::min(words.size(), most_words);
  for (std::size_t i = 0; i < count; ++i) {
    if (words[i].folded.empty()) {
      break;
    }
    if (!key.empty()) {
      key.push_back(' ');
    }
    key += words[i].folded;
    const std::uint32_t entry = table_.find(key);
    if (entry == no_index) {
      continue;
    }
    const char* start = words.front().text.data();
    const std::string_view text(
        start, static_cast<std::size_t>(words[i].text.data() + words[i].text.size() - start));
    KnownName found = gather(entry, text, words.front().capital);
    if (!found.sources.empty()) {
      best = std::move(found);
      best.words = static_cast<std::uint32_t>(i) + 1;
    }
  }
  return best;
}

}  // namespace selon
