// A database written as JSON lines and read again is the same one.

#include "claims/transfer.h"

#include <doctest/doctest.h>

#include "article.h"
#include "claims/check.h"
#include "claims/queries.h"
#include "claims/source_decisions.h"
#include "scratch.h"

using namespace selon;
using namespace selon::testing;

namespace {

std::vector<std::string> lines_of(Database& database) {
  std::vector<std::string> lines;
  const auto rows = must(export_rows(database, [&](std::string_view line) {
    lines.emplace_back(line);
    return true;
  }));
  CHECK(rows + 2 == lines.size());
  return lines;
}

Expected<std::uint64_t> import_lines(Database& database, const std::vector<std::string>& lines) {
  std::size_t at = 0;
  return import_rows(database, "export.jsonl", [&](std::string_view& line) {
    if (at == lines.size()) return false;
    line = lines[at++];
    return true;
  });
}

/// Everything there is: revisions, a verification, a merge undone and one that holds, an alias.
void fill(Database& database) {
  for (const char* version : {"1", "2"}) {
    Article article = strike_dispatch();
    article.document.sha256 = fake_sha256(version);
    RecordOptions options;
    options.article = "grève \"des\" cantines\n";
    VerificationRow row;
    row.quotation = article.analysis.attributions.front().content.front();
    row.verdict = "altered";
    options.verifications = {&row, 1};
    const FindingRow finding{"source.single", Severity::info, "Une seule source", {0, 3}, 1, 1};
    options.findings = {&finding, 1};
    must(database.record(article.document, article.analysis, options));
  }
  const Article other = numbered_article(7, 5);
  must(database.record(other.document, other.analysis, {}));
  must(merge_sources(database, "riverain-7", "gaspard-delorme"));
  must(undo_source_decision(database, 0));
  must(merge_sources(database, "sud-cantines", "odile-ferrandon"));
  must(add_source_alias(database, "la maire", "odile-ferrandon"));
}

}  // namespace

TEST_CASE("exported and imported a database is the same, both ways") {
  const Scratch scratch;
  Database first = must(Database::open(scratch.file("first.db"), OpenMode::create));
  fill(first);
  const auto lines = lines_of(first);
  Database second = must(Database::open(scratch.file("second.db"), OpenMode::create));
  CHECK(must(import_lines(second, lines)) + 2 == lines.size());
  CHECK(lines_of(second) == lines);
  CHECK(must(faults_in(second)).empty());
  CHECK(faults_of(second.path()) == "");
  for (const char* table : {"articles", "revisions", "claims", "claim_sources", "sources", "source_aliases",
                            "source_decisions", "findings", "verifications", "v_claims", "v_sources"}) {
    CAPTURE(table);
    const std::string all = std::string("SELECT * FROM ") + table;
    CHECK(ask(first.path(), all) == ask(second.path(), all));
    CHECK_FALSE(ask(first.path(), all).empty());
  }
  ClaimQuery query;
  query.about = "boeufs";
  CHECK(must(for_each_claim(second, query, [](const ClaimRow&) { return true; })) == 1);
  must(undo_source_decision(second, 2));  // what was decided may still be undone
  CHECK(must(faults_in(second)).empty());
}

TEST_CASE("what is no whole export is refused with its line, and nothing is imported") {
  const Scratch scratch;
  Database first = must(Database::open(scratch.file("first.db"), OpenMode::create));
  fill(first);
  const auto lines = lines_of(first);
  Database second = must(Database::open(scratch.file("second.db"), OpenMode::create));
  const auto refusal = [&](std::vector<std::string> changed) {
    const std::string told = error_of(import_lines(second, changed));
    CHECK(ask(second.path(), "SELECT count(*) FROM articles") == "0");
    return told;
  };
  auto cut = lines;
  cut.pop_back();
  CHECK(refusal(cut).find("cut off") != std::string::npos);
  auto gap = lines;
  gap.erase(gap.begin() + 2);
  CHECK(refusal(gap).find("the export is not whole") != std::string::npos);
  auto newer = lines;
  newer[0] = R"({"schema":"selon.export/1","database":99})";
  CHECK(refusal(newer).find("export.jsonl:1:1: the export has the tables of schema 99") == 0);
  for (const char* bad :
       {"no json", "[]", "{}", R"({"table":"sqlite_schema","row":{}})",
        R"({"table":"articles","row":{"id":1}})", R"({"table":"articles","row":{"id":1,"key":"a","x":null}})",
        R"({"table":"articles","row":{"id":"x","key":"a","latest_revision":null}})",
        R"({"table":"articles","row":{"id":1,"key":["a"],"latest_revision":null}})"}) {
    CAPTURE(bad);
    auto changed = lines;
    changed.insert(changed.begin() + 1, bad);
    CHECK(refusal(changed).find("export.jsonl:2:1: ") == 0);
  }
  CHECK(refusal({}).find("it is empty") != std::string::npos);
  CHECK(error_of(import_lines(first, lines)).find("isn't empty") != std::string::npos);
}

TEST_CASE("rows that refer to nothing are refused as a whole") {
  const Scratch scratch;
  Database database = must(Database::open(scratch.file("claims.db"), OpenMode::create));
  const std::vector<std::string> lines{R"({"schema":"selon.export/1","database":3})",
                                       R"({"table":"articles","row":{"id":1,"key":"a","latest_revision":5}})",
                                       R"({"rows":1})"};
  CHECK(error_of(import_lines(database, lines)).find("refer to rows that aren't in it") != std::string::npos);
  CHECK(ask(database.path(), "SELECT count(*) FROM articles") == "0");
}

TEST_CASE("a check tells of claims whose places aren't in their text") {
  const Scratch scratch;
  Database database = must(Database::open(scratch.file("claims.db"), OpenMode::create));
  fill(database);
  const std::string first = " WHERE id = (SELECT min(id) FROM claims)";
  const std::string good = ask(database.path(), "SELECT content_spans FROM claims" + first);
  const auto set = [&](const std::string& column, const std::string& value) {
    static_cast<void>(ask(database.path(), "UPDATE claims SET " + column + " = " + value + first));
  };
  for (const char* bad :
       {"'[[50,20]]'", "'[[-1,5]]'", "'[[0,5],[7,900000]]'", "'[[5]]'", "'[5]'", "'garbage'"}) {
    CAPTURE(bad);
    set("content_spans", bad);
    CHECK(must(faults_in(database)) ==
          std::vector<std::string>{"claims that lie outside of their article's text: 1"});
  }
  set("content_spans", "'" + good + "'");
  const std::string end = ask(database.path(), "SELECT statement_end FROM claims" + first);
  for (const char* bad : {"900000", "-5"}) {
    CAPTURE(bad);
    set("statement_end", bad);
    CHECK(must(faults_in(database)).size() == 1);
  }
  set("statement_end", end);
  CHECK(must(faults_in(database)).empty());
}

TEST_CASE("a check tells what is out of step") {
  const Scratch scratch;
  Database database = must(Database::open(scratch.file("claims.db"), OpenMode::create));
  fill(database);
  CHECK(must(faults_in(database)).empty());
  static_cast<void>(ask(database.path(), "UPDATE revisions SET claims = claims + 1 WHERE number = 2"));
  CHECK(must(faults_in(database)) ==
        std::vector<std::string>{"revisions that count other claims than they have: 1"});
  static_cast<void>(ask(database.path(), "UPDATE revisions SET claims = claims - 1 WHERE number = 2"));
  static_cast<void>(ask(database.path(), "UPDATE claims SET content = 'autre chose' WHERE kind = 'direct'"));
  const auto faults = must(faults_in(database));
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].find("the full-text index isn't in step") == 0);
  CHECK(error_of(rebuild_text_index(database)).empty());
  CHECK(must(faults_in(database)).empty());
}
