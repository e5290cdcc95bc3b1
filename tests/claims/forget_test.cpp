// What is forgotten is in no byte of the file any more.

#include "claims/forget.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "article.h"
#include "claims/check.h"
#include "claims/queries.h"
#include "claims/source_decisions.h"
#include "scratch.h"

using namespace selon;
using namespace selon::testing;

namespace fs = std::filesystem;

namespace {

/// All bytes of the database: file, log and shared memory.
std::string bytes_of(const std::string& path) {
  std::string bytes;
  for (const char* suffix : {"", "-wal", "-shm"}) {
    std::ifstream file(path + suffix, std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return bytes;
}

bool holds(const std::string& path, const std::string& words) {
  return bytes_of(path).find(words) != std::string::npos;
}

struct Archive {
  Scratch scratch;
  Database database = must(Database::open(scratch.file("claims.db"), OpenMode::create));

  /// `name` says something in the article, and so does Gaspard Delorme.
  void record(const std::string& key, const std::string& at, const std::string& ref, const std::string& name,
              const std::string& content) {
    Article article;
    article.document.path = key + ".txt";
    article.document.sha256 = fake_sha256(key + at + content);
    article.analysis.lang = "fr";
    article.block(BlockKind::headline, "Affaire " + key);
    article.block(BlockKind::paragraph, name + " a dit que " + content + ".");
    article.says(article.source(ref, name), name, "a dit", "dire", {content});
    article.block(BlockKind::paragraph, "Gaspard Delorme, le " + key + ", a dit que tout va bien.");
    article.says(article.source("gaspard-delorme", "Gaspard Delorme"), "Gaspard Delorme, le " + key, "a dit",
                 "dire", {"tout va bien"});
    RecordOptions options;
    options.article = key;
    options.published_at = at;
    const FindingRow finding{"source.vague", Severity::warning, "vague: " + name, {0, 3}, 1, 1};
    options.findings = {&finding, 1};
    must(database.record(article.document, article.analysis, options));
  }
  [[nodiscard]] const std::string& path() const { return database.path(); }
};

}  // namespace

TEST_CASE("a forgotten article is gone from tables, index, free pages and log; the rest stays") {
  Archive archive;
  for (int n = 0; n < 40; ++n) {
    archive.record(fmt::format("dossier-{}", n), "2024-01-02", fmt::format("temoin-{}", n),
                   fmt::format("Temoinsecret{} Morel", n), fmt::format("la caissenoire{} existe", n));
  }
  archive.record("dossier-7", "2024-01-03", "temoin-7", "Temoinsecret7 Morel", "la caissenoire7 a disparu");
  must(merge_sources(archive.database, "temoin-7", "gaspard-delorme"));
  REQUIRE(holds(archive.path(), "caissenoire7 "));
  REQUIRE(holds(archive.path(), "Temoinsecret7"));
  const Forgotten gone = must(forget(archive.database, {"dossier-7", "", ""}));
  CHECK(gone.articles == 1);
  CHECK(gone.revisions == 2);
  CHECK(gone.claims == 4);
  CHECK(gone.sources == 1);
  for (const char* words : {"caissenoire7 ", "caissenoire7\"", "caissenoire7", "Temoinsecret7",
                            "temoinsecret7", "temoin-7", "dossier-7"}) {
    CAPTURE(words);
    CHECK_FALSE(holds(archive.path(), words));
  }
  CHECK(holds(archive.path(), "caissenoire8"));
  CHECK(faults_of(archive.path()) == "");
  CHECK(must(faults_in(archive.database)).empty());
  ClaimQuery query;
  query.source = "Gaspard Delorme";
  CHECK(must(for_each_claim(archive.database, query, [](const ClaimRow&) { return true; })) == 39);
}

TEST_CASE("forgotten by source: every article in which it speaks") {
  Archive archive;
  archive.record("a", "2024-01-02", "jean-lenoir", "Jean Lenoir", "le coffre est vide");
  archive.record("b", "2024-01-02", "anne-leblanc", "Anne Leblanc", "le coffre est plein");
  CHECK(must(forget(archive.database, {"", "Jean Lenoir", ""})).articles == 1);
  CHECK_FALSE(holds(archive.path(), "Lenoir"));
  CHECK_FALSE(holds(archive.path(), "coffre est vide"));
  CHECK(holds(archive.path(), "Leblanc"));
  CHECK(faults_of(archive.path()) == "");
}

TEST_CASE("forgotten by date: revisions of before it; an article lives on in its later ones") {
  Archive archive;
  archive.record("a", "2024-01-02", "jean-lenoir", "Jean Lenoir", "le coffre est vide");
  archive.record("a", "2024-03-02", "jean-lenoir", "Jean Lenoir", "le coffre est plein");
  archive.record("b", "2024-01-02", "anne-leblanc", "Anne Leblanc", "rien ne manque");
  const Forgotten gone = must(forget(archive.database, {"", "", "2024-02"}));
  CHECK(gone.revisions == 2);
  CHECK(gone.articles == 1);
  CHECK_FALSE(holds(archive.path(), "coffre est vide"));
  CHECK(ask(archive.path(), "SELECT article, revision, latest FROM v_revisions") == "a|2|1");
  CHECK(faults_of(archive.path()) == "");
  archive.record("a", "2024-03-03", "jean-lenoir", "Jean Lenoir", "le coffre a disparu");
  CHECK(ask(archive.path(), "SELECT max(revision) FROM v_revisions") == "3");
}

TEST_CASE("what nothing fits is refused, and nothing is forgotten") {
  Archive archive;
  archive.record("a", "2024-01-02", "jean-lenoir", "Jean Lenoir", "le coffre est vide");
  CHECK(error_of(forget(archive.database, {})) ==
        "nothing is said of what to forget; name an article, or give --source or --before");
  CHECK(error_of(forget(archive.database, {"zzz", "", ""})) ==
        "nothing recorded fits: “zzz”; nothing was forgotten; `selon claims` tells the keys of the articles");
  CHECK(error_of(forget(archive.database, {"", "Lenoir", ""})).find("no source of that name") !=
        std::string::npos);
  CHECK(error_of(forget(archive.database, {"", "", "hier"})).find("this is no date") != std::string::npos);
  CHECK(ask(archive.path(), "SELECT count(*) FROM v_claims") == "2");
}
