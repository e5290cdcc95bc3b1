// The outcome of verifying quotations, and a document rebuilt from what is recorded.

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include "article.h"
#include "claims/layout.h"
#include "claims/queries.h"
#include "scratch.h"

using namespace selon;
using namespace selon::testing;

namespace {

std::size_t unverified(Database& database) {
  ClaimQuery query;
  query.unverified = true;
  return must(for_each_claim(database, query, [](const ClaimRow&) { return true; }));
}

VerificationRow verification(Span quotation, const std::string& verdict, bool passes) {
  VerificationRow row;
  row.quotation = quotation;
  row.verdict = verdict;
  row.passes = passes;
  row.path = "source.txt";
  row.line = 3;
  row.column = 1;
  row.text = "Les repas seront servis froids.";
  return row;
}

}  // namespace

TEST_CASE("a quotation is unverified until it passes, and may be verified later") {
  const Scratch scratch;
  Database database = must(Database::open(scratch.file("claims.db"), OpenMode::create));
  const Article article = strike_dispatch();
  RecordOptions options;
  options.article = "greve";
  must(database.record(article.document, article.analysis, options));
  CHECK(unverified(database) == 1);  // of five claims one quotes
  const Span first = article.analysis.attributions.front().content.front();
  VerificationRow row = verification(first, "altered", false);
  options.verifications = {&row, 1};
  CHECK(must(database.record(article.document, article.analysis, options)).unchanged);
  CHECK(unverified(database) == 1);
  const std::string asked =
      "SELECT v.class, v.candidate_path, v.candidate_line, c.content FROM v_verifications AS v JOIN v_claims "
      "AS c "
      "ON c.id = v.claim";
  CHECK(ask(database.path(), asked) == "altered|source.txt|3|« Les repas […] seront servis froids. »");
  row = verification(first, "exact", true);
  must(database.record(article.document, article.analysis, options));
  CHECK(unverified(database) == 0);
  CHECK(ask(database.path(), asked) == "exact|source.txt|3|« Les repas […] seront servis froids. »");
  CHECK(ask(database.path(), "SELECT count(*) FROM v_claims WHERE verification = 'exact'") == "1");
  CHECK(faults_of(database.path()) == "");
}

TEST_CASE("a document whose text was built from its file is restored with its places") {
  Document document;
  document.text = "Titre\n\nLe pont été fermé.\nLa suite.";
  document.decoded = "<h1>Titre</h1>\n  <p>Le pont &eacute;t&eacute; ferm&eacute;.\nLa suite.</p>";
  const auto in_file = [&](std::string_view words) {
    return static_cast<std::uint32_t>(document.decoded.find(words));
  };
  const auto in_text = [&](std::string_view words) {
    return static_cast<std::uint32_t>(document.text.find(words));
  };
  document.map = SourceMap({{0, in_file("Titre")},
                            {in_text("Le pont"), in_file("Le pont")},
                            {in_text("té"), in_file("t&eacute;")},
                            {in_text("é fermé"), in_file("&eacute; ferm")},
                            {in_text(" fermé"), in_file(" ferm&")},
                            {in_text("é."), in_file("&eacute;.")},
                            {in_text(".\nLa"), in_file(".\nLa")}});
  document.blocks = {{BlockKind::headline, {0, 5}},
                     {BlockKind::paragraph, {7, static_cast<std::uint32_t>(document.text.size())}}};
  document.italics = {{in_text("pont"), in_text(" été")}};
  const PlaceFinder places(document);
  Document restored;
  restored.text = document.text;
  REQUIRE(restore_layout(restored, layout_of(document, places)));
  CHECK(restored.blocks.size() == 2);
  CHECK(restored.blocks[0].kind == BlockKind::headline);
  CHECK(restored.blocks[1].span == document.blocks[1].span);
  CHECK(restored.italics == document.italics);
  const PlaceFinder again(restored);
  for (const char* words : {"Titre", "Le pont", "pont", "La suite", "suite"}) {
    CAPTURE(words);
    CHECK(again.at(in_text(words)).line == places.at(in_text(words)).line);
    CHECK(again.at(in_text(words)).column == places.at(in_text(words)).column);
  }
}

TEST_CASE("a layout that isn't one of the text is refused") {
  for (const char* layout : {"", "[]", "{}", "{\"blocks\":[],\"italics\":[]}",
                             "{\"blocks\":[[\"paragraph\",0,99,0,0]],\"italics\":[],\"places\":[]}",
                             "{\"blocks\":[[\"poem\",0,2,0,0]],\"italics\":[],\"places\":[]}",
                             "{\"blocks\":[[\"paragraph\",0,1,0,0]],\"italics\":[],\"places\":[]}",
                             "{\"blocks\":[[\"paragraph\",-1,2,0,0]],\"italics\":[],\"places\":[]}",
                             "{\"blocks\":[],\"italics\":[],\"places\":[[0,4000000000,1]]}",
                             "{\"blocks\":[],\"italics\":[],\"places\":[[0,1,4000000000]]}"}) {
    CAPTURE(layout);
    Document document;
    document.text = "été";
    CHECK_FALSE(restore_layout(document, layout));
    CHECK(document.blocks.empty());
  }
}
