// What a source said over time, who had it first, and sources that may be one.

#include "claims/timeline.h"

#include <doctest/doctest.h>

#include "article.h"
#include "claims/near_sources.h"
#include "claims/state.h"
#include "scratch.h"

using namespace selon;
using namespace selon::testing;

namespace {

struct Archive {
  Scratch scratch;
  Database database = must(Database::open(scratch.file("claims.db"), OpenMode::create));

  Attribution& say(Article& article, const std::string& content, const std::string& ref = "odile-ferrandon",
                   const std::string& name = "Odile Ferrandon", SourceKind kind = SourceKind::person) {
    article.block(BlockKind::paragraph, name + " a dit que " + content + ".");
    return article.says(article.source(ref, name, kind), name, "a dit", "dire", {content});
  }
  void record(Article& article, const std::string& key, const std::string& at) {
    article.document.path = key;
    article.document.sha256 = fake_sha256(key + at);
    RecordOptions options;
    options.article = key;
    options.published_at = at;
    must(database.record(article.document, article.analysis, options));
  }
  void record(const std::string& key, const std::string& at, const std::string& content) {
    Article article;
    say(article, content);
    record(article, key, at);
  }
  std::vector<std::string> rows(std::uint32_t limit = 0) {
    ClaimQuery query;
    query.source = "Odile Ferrandon";
    query.limit = limit;
    std::vector<std::string> lines;
    must(for_each_on_timeline(database, query, [&](const TimelineRow& row) {
      std::string line =
          row.at.substr(0, 10) + " " + row.article + " " + std::to_string(row.articles) + ": " + row.content;
      for (const std::string& other : row.carried_by) line += " <" + other + ">";
      lines.push_back(line);
      return true;
    }));
    return lines;
  }
};

}  // namespace

TEST_CASE("near-equal claims are one, with the article that had it first") {
  Archive archive;
  archive.record("c", "2024-03-14", "La grève des cantines a coûté 12 000 euros à la ville");
  archive.record("a", "2024-03-12", "la grève des cantines a coûté 12 000 euros à notre ville");
  archive.record("b", "2024-03-13", "la grève des cantines a coûté 15 000 euros à notre ville");
  archive.record("d", "2024-03-15", "le pont rouvrira");
  archive.record("e", "2024-03-16", "la grève des cantines a coûté 12 000 euros à la ville");
  CHECK(archive.rows() ==
        std::vector<std::string>{
            "2024-03-12 a 3: la grève des cantines a coûté 12 000 euros à notre ville <c> <e>",
            "2024-03-13 b 1: la grève des cantines a coûté 15 000 euros à notre ville",
            "2024-03-15 d 1: le pont rouvrira"});
  CHECK(archive.rows(1).size() == 1);
}

TEST_CASE("a claim counts from the first revision that had it, as long as somebody carries it") {
  Archive archive;
  archive.record("a", "2024-03-12", "la grève des cantines a coûté 12 000 euros à notre ville");
  archive.record("b", "2024-03-13", "la grève des cantines a coûté 12 000 euros à notre ville");
  archive.record("a", "2024-03-14", "la grève des cantines a coûté 12 000 euros à notre ville");
  archive.record("c", "2024-03-12", "le pont rouvrira");
  archive.record("c", "2024-03-15", "le pont ne sera jamais détruit");
  CHECK(archive.rows() == std::vector<std::string>{
                              "2024-03-12 a 2: la grève des cantines a coûté 12 000 euros à notre ville <b>",
                              "2024-03-15 c 1: le pont ne sera jamais détruit"});
}

TEST_CASE("what is denied is another claim than what is affirmed") {
  Archive archive;
  archive.record("a", "2024-03-12", "avoir bloqué les cuisines de la ville");
  Article denial;
  archive.say(denial, "avoir bloqué les cuisines de la ville").polarity = Polarity::denied;
  archive.record(denial, "b", "2024-03-13");
  CHECK(archive.rows().size() == 2);
}

TEST_CASE("sources that may be one are told, and others aren't") {
  Archive archive;
  Article article;
  const auto add = [&](const std::string& ref, const std::string& name,
                       SourceKind kind = SourceKind::person) {
    archive.say(article, "le cas " + ref + " est clos", ref, name, kind);
  };
  add("jeanne-morvan", "Jeanne Morvan");
  add("j-morvan", "J. Morvan");
  add("morvan", "Morvan");
  add("paul-morvan", "Paul Morvan");
  add("janne-morvan", "Janne Morvan");
  add("oms", "OMS", SourceKind::institution);
  add("organisation-mondiale-de-la-sante", "Organisation mondiale de la santé", SourceKind::institution);
  add("lot-12", "Riverains du lot 12", SourceKind::group);
  add("lot-13", "Riverains du lot 13", SourceKind::group);
  add("delorme-gaspard", "Delorme Gaspard");
  add("gaspard-delorme", "Gaspard Delorme");
  archive.record(article, "a", "2024-03-12");
  const NearSources near(archive.database.state().sqlite);
  const auto of = [&](const std::string& ref) {
    return near.of(
        std::stoll(ask(archive.database.path(), "SELECT id FROM sources WHERE ref = '" + ref + "'")));
  };
  using Refs = std::vector<std::string>;
  CHECK(of("jeanne-morvan") == Refs{"j-morvan", "janne-morvan", "morvan"});
  CHECK(of("paul-morvan") == Refs{"morvan"});
  CHECK(of("oms") == Refs{"organisation-mondiale-de-la-sante"});
  CHECK(of("lot-12").empty());
  CHECK(of("gaspard-delorme") == Refs{"delorme-gaspard"});
}
