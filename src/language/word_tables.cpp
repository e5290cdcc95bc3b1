#include "language/word_tables.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "language/unicode.h"
#include "rules/regex_store.h"

namespace selon {

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

/// Gathers the words of a pack, then lays them out flat.
class WordTablesBuilder {
 public:
  explicit WordTablesBuilder(const Pack& pack) : pack_(pack) {
    if (const WordList* elisions = pack.list("elisions")) {
      for (const std::string& word : elisions->words) {
        elisions_.insert(fold_word(word));
      }
    }
  }

  WordTables build() {
    for (std::size_t i = 0; i < pack_.tags.size(); ++i) {
      add_tag(pack_.tags[i], static_cast<Tag>(i + 1));
    }
    for (std::size_t i = 0; i < pack_.lists.size() && i < max_list_bits; ++i) {
      for (const std::string& word : pack_.lists[i].words) {
        named(as_tokens(word)).lists[i / 64] |= std::uint64_t{1} << i % 64;
      }
    }
    lay_out_tags();
    lay_out_multiwords();
    return look_into(std::move(built_));
  }

 private:
  void add_tag(const TagDefinition& definition, Tag tag) {
    for (const std::string& word : definition.words) {
      add(word, tag, !definition.open);
    }
    for (const std::string& id : definition.lists) {
      if (const WordList* list = pack_.list(id)) {
        for (const std::string& word : list->words) {
          add(word, tag, !definition.open);
        }
      }
    }
  }

  // "d'après" is two tokens, as every elided word is one of its own: "d' après".
  [[nodiscard]] std::string as_tokens(std::string_view word) const {
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

  WordTables::Named& named(const std::string& lower) {
    const PhraseTable known = built_.words.table();
    if (const std::uint32_t entry = known.find(lower); entry != no_index) {
      return built_.named[known.entry(entry).value];
    }
    built_.words.add(lower, static_cast<std::uint32_t>(built_.named.size()));
    tags_.emplace_back();
    return built_.named.emplace_back();
  }

  void add(std::string_view word, Tag tag, bool closed) {
    const std::string lower = as_tokens(word);
    if (const std::size_t space = lower.find(' '); space != std::string::npos) {
      multiwords_[lower.substr(0, space)].push_back(lower);
    }
    WordTables::Named& entry = named(lower);
    entry.closed = entry.closed != 0 || closed ? 1 : 0;
    std::vector<Tag>& tags = tags_[static_cast<std::size_t>(&entry - built_.named.data())];
    if (std::find(tags.begin(), tags.end(), tag) == tags.end()) {
      tags.push_back(tag);
    }
  }

  void lay_out_tags() {
    for (std::size_t i = 0; i < tags_.size(); ++i) {
      built_.named[i].first_tag = static_cast<std::uint32_t>(built_.tags.size());
      built_.named[i].tag_count = static_cast<std::uint32_t>(tags_[i].size());
      built_.tags.insert(built_.tags.end(), tags_[i].begin(), tags_[i].end());
    }
  }

  void lay_out_multiwords() {
    const auto words_of = [](const std::string& text) { return std::count(text.begin(), text.end(), ' '); };
    for (auto& [head, entries] : multiwords_) {
      std::ranges::sort(entries);
      entries.erase(std::ranges::unique(entries).begin(), entries.end());
      // The longest entry is tried first.
      std::ranges::stable_sort(entries, std::ranges::greater(), words_of);
      built_.heads.add(head, static_cast<std::uint32_t>(built_.starts.size()));
      built_.starts.push_back(static_cast<std::uint32_t>(built_.multiwords.size()));
      for (const std::string& text : entries) {
        const std::string second =
            text.substr(head.size() + 1, text.find(' ', head.size() + 1) - head.size() - 1);
        std::uint32_t second_index = built_.seconds.table().find(second);
        if (second_index == no_index) {
          built_.seconds.add(second, 0);
          second_index = built_.seconds.table().find(second);
        }
        built_.multiwords.push_back({static_cast<std::uint32_t>(built_.pool.size()),
                                     static_cast<std::uint32_t>(text.size()),
                                     static_cast<std::uint32_t>(head.size() + 1),
                                     static_cast<std::uint32_t>(words_of(text)), second_index});
        built_.pool.insert(built_.pool.end(), text.begin(), text.end());
      }
    }
    built_.starts.push_back(static_cast<std::uint32_t>(built_.multiwords.size()));
  }

  static WordTables look_into(WordTables::Built built) {
    WordTables out;
    out.built_ = std::move(built);
    out.words_ = out.built_.words.table();
    out.heads_ = out.built_.heads.table();
    out.seconds_ = out.built_.seconds.table();
    out.named_ = out.built_.named;
    out.tags_ = out.built_.tags;
    out.starts_ = out.built_.starts;
    out.multiwords_ = out.built_.multiwords;
    out.pool_ = out.built_.pool;
    return out;
  }

  const Pack& pack_;
  std::unordered_set<std::string> elisions_;
  WordTables::Built built_;
  std::vector<std::vector<Tag>> tags_;  ///< of each named word
  std::map<std::string, std::vector<std::string>> multiwords_;
};

WordTables WordTables::of(const Pack& pack) {
  if (pack.regexes != nullptr) {
    if (auto prepared = decode(pack.regexes->table(stored_as))) {
      return std::move(*prepared);
    }
  }
  return build(pack);
}

WordTables WordTables::build(const Pack& pack) { return WordTablesBuilder(pack).build(); }

std::string WordTables::encode() const {
  FlatWriter writer;
  words_.write(writer);
  heads_.write(writer);
  seconds_.write(writer);
  writer.put(named_);
  writer.put(tags_);
  writer.put(starts_);
  writer.put(multiwords_);
  writer.put(pool_);
  return std::move(writer.bytes);
}

std::optional<WordTables> WordTables::decode(std::string_view bytes) {
  FlatReader reader(bytes);
  WordTables out;
  out.words_ = PhraseTable::read(reader);
  out.heads_ = PhraseTable::read(reader);
  out.seconds_ = PhraseTable::read(reader);
  out.named_ = reader.take<Named>();
  out.tags_ = reader.take<Tag>();
  out.starts_ = reader.take<std::uint32_t>();
  out.multiwords_ = reader.take<Multiword>();
  out.pool_ = reader.take<char>();
  return reader.complete() ? std::optional(std::move(out)) : std::nullopt;
}

const WordTables::Named* WordTables::find(std::string_view lower) const {
  const std::uint32_t entry = words_.find(lower);
  return entry == no_index ? nullptr : &named_[words_.entry(entry).value];
}

std::uint32_t WordTables::multiwords_at(std::string_view first) const {
  const std::uint32_t entry = heads_.find(first);
  return entry == no_index ? no_index : heads_.entry(entry).value;
}

std::span<const WordTables::Multiword> WordTables::multiwords(std::uint32_t index) const {
  return multiwords_.subspan(starts_[index], starts_[index + 1] - starts_[index]);
}

}  // namespace selon
