// The tables of words and names that are prepared with the rules, against those that
// are built from them: the same in every byte, and of no use when damaged.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "attribution/analyzer.h"
#include "attribution/source_index.h"
#include "attribution/source_words.h"
#include "document/load.h"
#include "language/word_tables.h"
#include "resolving_article.h"
#include "rules/regex_store.h"
#include "rules/tag_requirements.h"

using namespace selon;

namespace {

namespace fs = std::filesystem;

std::string file_of_tables(const Pack& pack) {
  RegexStore store;
  store.add_table(WordTables::stored_as, WordTables::build(pack).encode());
  store.add_table(SourceIndex::stored_as, SourceIndex(pack).encode());
  store.add_table(SourceWords::stored_as, SourceWords(pack).encode());
  store.add_table(TagRequirements::stored_as, TagRequirements::build(pack).encode());
  return store.encode(7);
}

/// The store that a file of these bytes gives.
std::shared_ptr<const RegexStore> read_store(const std::string& bytes) {
  const fs::path path =
      fs::temp_directory_path() / ("selon-test-tables-" + std::to_string(::getpid()) + ".regex");
  std::ofstream(path, std::ios::binary) << bytes;
  auto file = MappedFile::open(path.string(), true);
  fs::remove(path);
  REQUIRE(file.has_value());
  return RegexStore::decode(std::move(*file), 7);
}

Pack with_tables(const Pack& pack, const std::string& bytes) {
  Pack out = pack;
  out.regexes = read_store(bytes);
  REQUIRE(out.regexes != nullptr);
  return out;
}

}  // namespace

TEST_CASE("prepared tables of words and names are those that are built") {
  const Pack& pack = resolving_room().pack;
  const Pack prepared = with_tables(pack, file_of_tables(pack));
  CHECK(prepared.regexes->table(WordTables::stored_as) == WordTables::build(pack).encode());
  CHECK(WordTables::of(prepared).encode() == WordTables::build(pack).encode());
  CHECK(SourceIndex(prepared).encode() == SourceIndex(pack).encode());
  CHECK(SourceWords(prepared).encode() == SourceWords(pack).encode());
  CHECK(TagRequirements::prepared(prepared)->encode() == TagRequirements::build(pack).encode());
  CHECK(prepared.regexes->table("no such table").empty());
}

TEST_CASE("each word of the pack is found in its prepared tables, in each of its lists") {
  const Pack& pack = resolving_room().pack;
  const Pack prepared = with_tables(pack, file_of_tables(pack));
  auto vocabulary = Vocabulary::create(prepared, *resolving_room().lexicon);
  REQUIRE(vocabulary.has_value());
  Vocabulary& built = *resolving_room().vocabulary;
  for (const WordList& list : pack.lists) {
    for (const std::string& word : list.words) {
      CAPTURE(word);
      const Word& a = (*vocabulary)->word((*vocabulary)->intern(word));
      const Word& b = built.word(built.intern(word));
      CHECK(a.candidates == b.candidates);
      CHECK(a.lists == b.lists);
      CHECK((a.multiwords == no_index) == (b.multiwords == no_index));
      const bool apart = word.find('\'') != std::string::npos || word.find("’") != std::string::npos;
      CHECK((apart || (*vocabulary)->listed(list.id, fold_word(word))));
    }
  }
}

TEST_CASE("an article reads the same with prepared tables and without") {
  const Pack& pack = resolving_room().pack;
  const Pack prepared = with_tables(pack, file_of_tables(pack));
  const std::string lexicon = SELON_LEXICON_DIR "/fr.lexicon";
  auto fast = Analyzer::create(prepared, lexicon, {});
  auto slow = Analyzer::create(pack, lexicon, {});
  REQUIRE((fast.has_value() && slow.has_value()));
  std::size_t attributions = 0;
  for (const auto& entry : fs::directory_iterator(SELON_FIXTURES_DIR "/articles")) {
    if (entry.path().extension() != ".txt") {
      continue;
    }
    CAPTURE(entry.path().string());
    const auto document = load_file(entry.path().string(), pack, {});
    REQUIRE(document.has_value());
    const Analysis a = (*fast)->analyze(*document);
    const Analysis b = (*slow)->analyze(*document);
    CHECK(a.text.tags == b.text.tags);
    REQUIRE(a.attributions.size() == b.attributions.size());
    for (std::size_t i = 0; i < a.attributions.size(); ++i) {
      CHECK(a.attributions[i].source == b.attributions[i].source);
      CHECK(a.attributions[i].content == b.attributions[i].content);
      CHECK(a.attributions[i].source_index == b.attributions[i].source_index);
    }
    CHECK(a.statements.size() == b.statements.size());
    attributions += a.attributions.size();
  }
  CHECK(attributions > 100);
}

TEST_CASE("damaged tables are not used") {
  const Pack& pack = resolving_room().pack;
  const std::string bytes = file_of_tables(pack);
  for (std::size_t at = 0; at < bytes.size(); at += bytes.size() / 50) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x41);
    CHECK(read_store(damaged) == nullptr);
    CHECK(read_store(bytes.substr(0, at)) == nullptr);
  }
  // Under a right checksum, but cut short: built anew.
  RegexStore store;
  for (const std::string_view name :
       {WordTables::stored_as, SourceIndex::stored_as, SourceWords::stored_as, TagRequirements::stored_as}) {
    store.add_table(name, std::string(read_store(bytes)->table(name).substr(0, 4096)));
  }
  const Pack cut = with_tables(pack, store.encode(7));
  CHECK(WordTables::of(cut).encode() == WordTables::build(pack).encode());
  CHECK(SourceIndex(cut).encode() == SourceIndex(pack).encode());
  CHECK(SourceWords(cut).encode() == SourceWords(pack).encode());
  CHECK_FALSE(TagRequirements::prepared(cut));
}

TEST_CASE("a phrase is found whatever was added around it, with all its values") {
  PhraseTableBuilder builder;
  CHECK(builder.table().find("le monde") == no_index);
  CHECK_FALSE(builder.table().may_begin("le"));
  for (std::uint32_t i = 0; i < 3000; ++i) {
    builder.add("nom " + std::to_string(i % 1000), i);
  }
  builder.add("seul", 3000);
  const PhraseTable table = builder.table();
  CHECK(table.may_begin("nom"));
  CHECK(table.may_go_on("nom"));
  CHECK(table.may_begin("seul"));
  CHECK_FALSE(table.may_go_on("seul"));
  for (std::uint32_t i = 0; i < 1000; ++i) {
    std::vector<std::uint32_t> values;
    for (std::uint32_t at = table.find("nom " + std::to_string(i)); at != no_index;
         at = table.entry(at).next) {
      values.push_back(table.entry(at).value);
    }
    CHECK(values == std::vector<std::uint32_t>{i, i + 2000, i + 1000});
  }
  CHECK(table.find("nom 1000") == no_index);
  CHECK(table.find("nom") == no_index);
}
