// Folding of names and the index over the pack's sources.
#include "attribution/source_index.h"

#include <map>
#include <set>

#include "attribution/name_fold.h"
#include "resolving_article.h"

using namespace selon;

TEST_CASE("names are folded") {
  CHECK(folded("L'Équipe") == "l equipe");
  CHECK(folded("L’EQUIPE") == "l equipe");
  CHECK(folded("A.F.P.") == "afp");
  CHECK(folded("Keystone-ATS") == "keystone ats");
  CHECK(folded("  Œuvre   sociale ") == "oeuvre sociale");
  CHECK(folded("Škoda Łódź Ðorđe ÿ") == "skoda lodz dorde y");
  CHECK(folded("Известия") == "известия");
  CHECK(folded("") == "");
  CHECK(folded("« »") == "");
}

TEST_CASE("every name of the pack is found, and is its source or shared") {
  const Pack& pack = resolving_room().pack;
  const SourceIndex index(pack);
  std::map<std::string, std::set<std::string>> sources_of;  // the slow, obvious way
  for (const SourceEntry& source : pack.sources) {
    sources_of[std::string(index.without_article(folded(source.name)))].insert(source.ref);
    for (const std::string& alias : source.aliases) {
      sources_of[std::string(index.without_article(folded(alias)))].insert(source.ref);
    }
  }
  for (const SourceEntry& source : pack.sources) {
    const std::string key = folded(source.name);
    const KnownName known = index.exactly(key, source.name);
    CAPTURE(source.name);
    REQUIRE(known.words == 1);
    const auto& expected = sources_of[std::string(index.without_article(key))];
    bool found = false;
    for (const std::uint32_t i : known.sources) {
      CHECK(expected.contains(index.source(i).ref));
      found = found || index.source(i).ref == source.ref;
    }
    CHECK(found);
  }
}

TEST_CASE("the longest name wins") {
  const SourceIndex index(resolving_room().pack);
  const std::vector<FoldedWord> words = {{"agence", "Agence", true},
                                         {"france", "France", true},
                                         {"presse", "Presse", true},
                                         {"dit", "dit", false}};
  // The words must lie in one text, as they do in an article.
  static constexpr std::string_view text = "Agence France Presse dit";
  std::vector<FoldedWord> row = words;
  const std::size_t starts[] = {0, 7, 14, 21};
  for (std::size_t i = 0; i < row.size(); ++i) {
    row[i].text = text.substr(starts[i], words[i].text.size());
  }
  const KnownName known = index.longest_at(row);
  REQUIRE(known.words == 3);
  CHECK(index.source(known.sources.front()).ref == "afp");
  CHECK(known.alias);
}
