// Databases as earlier programs left them (databases/schema-N.db): two articles, one with two
// revisions, brought up to date with nothing lost.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>

#include "article.h"
#include "claims/queries.h"
#include "claims/schema.h"
#include "claims/source_decisions.h"
#include "scratch.h"

using namespace selon;
using namespace selon::testing;

namespace fs = std::filesystem;

TEST_CASE("a database of each earlier schema is brought up to date and loses nothing") {
  for (int version = 1; version < current_schema_version(); ++version) {
    CAPTURE(version);
    const Scratch scratch;
    const std::string path = scratch.file("claims.db");
    fs::copy_file(fmt::format(SELON_TESTS_DIR "/claims/databases/schema-{}.db", version), path);
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    REQUIRE(ask(path, "PRAGMA user_version") == std::to_string(version));
    must(Database::open(path, OpenMode::create));
    CHECK(ask(path, "PRAGMA user_version") == std::to_string(current_schema_version()));
    CHECK(faults_of(path) == "");
    CHECK(ask(path, "SELECT article, revision, claims, findings FROM v_revisions ORDER BY 1, 2") ==
          "autre|1|11|1\ndigue|1|4|0\ndigue|2|3|2");
    CHECK(ask(path,
              "SELECT source, ref, content FROM v_claims WHERE article = 'digue' AND latest ORDER BY id "
              "DESC") ==
          "Jeanne Morvan|jeanne-morvan|« La digue tiendra »\n"
          "Jeanne Morvan|jeanne-morvan|3 des douze vannes sont hors d'usage\n"
          "un technicien|anonymous-1@1|une fissure longue de six mètres serait apparue en janvier");
    CHECK(ask(path, "SELECT source, ref FROM v_claims WHERE article = 'autre' AND anonymous") ==
          "un responsable américain ayant requis l'anonymat|anonymous-1@2");
    CHECK(ask(path,
              "SELECT claims, articles, first_seen, last_seen FROM v_sources WHERE ref = 'jeanne-morvan'") ==
          "4|1|2024-03-11T00:00:00Z|2024-03-12T00:00:00Z");
    Database database = must(Database::open(path, OpenMode::read_write));
    ClaimQuery query;
    query.source = "Morvan";
    query.about = "vannes";
    CHECK(must(for_each_claim(database, query, [](const ClaimRow&) { return true; })) == 1);
    must(merge_sources(database, "Hydralis", "jeanne-morvan"));
    const Article article = strike_dispatch();
    must(database.record(article.document, article.analysis, {}));
    CHECK(faults_of(path) == "");
  }
}
