// Sources made one, names added, and all of it undone.

#include "claims/source_decisions.h"

#include <doctest/doctest.h>

#include "article.h"
#include "claims/queries.h"
#include "scratch.h"

using namespace selon;
using namespace selon::testing;

namespace {

/// Three articles in each of which another one speaks, and one where two do.
struct Desk {
  Scratch scratch;
  Database database = must(Database::open(scratch.file("claims.db"), OpenMode::create));

  Desk() {
    say("a", "jeanne-morvan", "Jeanne Morvan", "la digue tiendra");
    say("b", "j-morvan", "J. Morvan", "les vannes sont neuves");
    say("c", "morvan", "Morvan", "le port rouvrira");
  }
  void say(const std::string& key, const std::string& ref, const std::string& name,
           const std::string& content) {
    Article article;
    article.document.path = key + ".txt";
    article.document.sha256 = fake_sha256(key + content);
    article.block(BlockKind::paragraph, name + " a dit que " + content + ".");
    article.says(article.source(ref, name), name, "a dit", "dire", {content});
    RecordOptions options;
    options.article = key;
    options.published_at = "2024-03-12";
    must(database.record(article.document, article.analysis, options));
  }
  std::size_t claims(const std::string& source, bool exact = false) {
    ClaimQuery query;
    query.source = source;
    query.exact = exact;
    return must(for_each_claim(database, query, [](const ClaimRow&) { return true; }));
  }
  std::string sources() {
    std::string all;
    must(for_each_source(database, {}, [&](const SourceRow& row) {
      all += std::string(row.ref) + " " + std::to_string(row.claims) + "\n";
      return true;
    }));
    return all;
  }
  std::string faults() { return faults_of(database.path()); }
};

}  // namespace

TEST_CASE("two sources made one have their claims together, and apart again when that is undone") {
  Desk desk;
  const std::string before = desk.sources();
  CHECK(desk.claims("j-morvan") == 1);
  const SourceDecision decision = must(merge_sources(desk.database, "j-morvan", "jeanne-morvan"));
  CHECK(decision.id == 1);
  CHECK(decision.name == "J. Morvan");
  CHECK(decision.into_ref == "jeanne-morvan");
  CHECK(desk.claims("j-morvan") == 2);
  CHECK(desk.claims("Jeanne Morvan") == 2);
  CHECK(desk.sources() == "jeanne-morvan 2\nmorvan 1\n");
  CHECK(ask(desk.database.path(), "SELECT source FROM v_claims WHERE article = 'b'") == "Jeanne Morvan");
  CHECK(desk.faults() == "");
  must(undo_source_decision(desk.database, 0));
  CHECK(desk.claims("j-morvan") == 1);
  CHECK(desk.sources() == before);
  CHECK(desk.faults() == "");
  CHECK(error_of(undo_source_decision(desk.database, 0)) ==
        "there is no such decision; `selon sources decisions` lists them");
  CHECK(error_of(undo_source_decision(desk.database, 1)) ==
        "that decision is undone already: “1”; nothing is to be done");
}

TEST_CASE("a decision holds for what is recorded later") {
  Desk desk;
  must(merge_sources(desk.database, "j-morvan", "jeanne-morvan"));
  desk.say("d", "j-morvan", "J. Morvan", "la pluie cessera");
  CHECK(desk.claims("jeanne-morvan") == 3);
  must(add_source_alias(desk.database, "Madame le maire", "jeanne-morvan"));
  CHECK(desk.claims("madame LE MAIRE") == 3);
  CHECK(desk.claims("madame le maire", true) == 0);
  desk.say("e", "madame-le-maire", "Madame le Maire", "le budget est voté");
  CHECK(desk.claims("jeanne-morvan") == 4);
  CHECK(desk.faults() == "");
  must(undo_source_decision(desk.database, 1));
  CHECK(desk.claims("j-morvan") == 2);
  CHECK(desk.claims("jeanne-morvan") == 2);
  must(undo_source_decision(desk.database, 2));
  CHECK(desk.claims("jeanne-morvan") == 1);
  CHECK(desk.claims("madame-le-maire") == 1);
  CHECK(desk.faults() == "");
}

TEST_CASE("chains are one group, and never a circle") {
  Desk desk;
  must(merge_sources(desk.database, "morvan", "j-morvan"));
  must(merge_sources(desk.database, "j-morvan", "jeanne-morvan"));
  CHECK(desk.claims("morvan") == 3);
  CHECK(error_of(merge_sources(desk.database, "jeanne-morvan", "morvan")).find("one source already") !=
        std::string::npos);
  must(undo_source_decision(desk.database, 2));
  CHECK(desk.claims("j-morvan") == 2);
  CHECK(desk.claims("jeanne-morvan") == 1);
  CHECK(desk.faults() == "");
}

TEST_CASE("a claim of two sources that are made one is counted once, and keeps both") {
  Desk desk;
  Article article;
  article.document.path = "photo.txt";
  article.document.sha256 = fake_sha256("photo");
  const auto agency = article.source("agence-vauvre", "Agence Vauvre", SourceKind::agency);
  const auto other = article.source("ag-vauvre", "Ag. Vauvre", SourceKind::agency);
  article.block(BlockKind::caption, "La digue, mardi. Photo Agence Vauvre et Ag. Vauvre");
  article.statement(Status::credited, "La digue, mardi.");
  article.document.blocks.push_back({BlockKind::credit, article.span("Photo Agence Vauvre et Ag. Vauvre")});
  article.analysis.credits = {agency, other};
  must(desk.database.record(article.document, article.analysis, {}));
  REQUIRE(desk.claims("ag-vauvre") == 1);
  must(merge_sources(desk.database, "ag-vauvre", "agence-vauvre"));
  CHECK(desk.claims("agence-vauvre") == 1);
  CHECK(desk.sources().find("agence-vauvre 1\n") != std::string::npos);
  CHECK(desk.faults() == "");
  must(undo_source_decision(desk.database, 0));
  CHECK(desk.claims("ag-vauvre") == 1);
  CHECK(desk.claims("agence-vauvre") == 1);
  CHECK(desk.faults() == "");
}

TEST_CASE("what isn't one source is refused with what there is") {
  Desk desk;
  CHECK(error_of(merge_sources(desk.database, "Personne", "jeanne-morvan")) ==
        "there is no source of that name: “Personne”; `selon sources` lists them");
  desk.say("f", "paul-morvan", "Paul Morvan", "la fête aura lieu");
  desk.say("g", "morvan", "Morvan", "le port rouvrira tard");
  must(merge_sources(desk.database, "morvan", "j-morvan"));
  CHECK(error_of(merge_sources(desk.database, "j-morvan", "Paul")) == "");
  CHECK(error_of(add_source_alias(desk.database, "…", "jeanne-morvan")) ==
        "this is no name: “…”; write one with letters or figures");
  must(add_source_alias(desk.database, "la mairie", "jeanne-morvan"));
  CHECK(error_of(add_source_alias(desk.database, "La Mairie", "morvan")) ==
        "that is an alias of Jeanne Morvan already: “La Mairie”; undo it first: selon sources undo 3");
}
