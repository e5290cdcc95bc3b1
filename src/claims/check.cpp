#include "claims/check.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "claims/sqlite_error.h"
#include "claims/state.h"
#include "claims/statement.h"

namespace selon {

namespace {

/// A question whose answer counts rows that must not be.
struct Rule {
  std::string_view what;
  std::string_view count;
};

constexpr std::array<Rule, 12> rules{{
    {"rows that refer to rows that aren't there", "SELECT count(*) FROM pragma_foreign_key_check"},
    {"articles without a revision", "SELECT count(*) FROM articles WHERE latest_revision IS NULL"},
    {"articles whose latest revision is not their last",
     "SELECT count(*) FROM articles AS a WHERE a.latest_revision IS NOT NULL AND a.latest_revision IS NOT "
     "(SELECT r.id FROM revisions AS r WHERE r.article_id = a.id ORDER BY r.number DESC LIMIT 1)"},
    {"revisions that count other claims than they have",
     "SELECT count(*) FROM revisions AS r WHERE r.claims <> (SELECT count(*) FROM claims AS c WHERE "
     "c.revision_id = r.id AND c.is_claim = 1) OR r.unclaimed <> (SELECT count(*) FROM claims AS c WHERE "
     "c.revision_id = r.id AND c.is_claim = 0)"},
    {"revisions that count other findings than they have",
     "SELECT count(*) FROM revisions AS r WHERE r.findings <> (SELECT count(*) FROM findings AS f WHERE "
     "f.revision_id = r.id)"},
    {"claims whose source isn't among their sources",
     "SELECT count(*) FROM claims AS c WHERE c.source_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
     "claim_sources AS s WHERE s.claim_id = c.id AND s.recorded_id = c.source_id)"},
    {"claims of a merged source that aren't counted with it",
     "SELECT count(*) FROM claim_sources AS c JOIN sources AS s ON s.id = c.recorded_id WHERE c.source_id <> "
     "coalesce(s.same_as, s.id)"},
    {"sources merged into one that is itself merged",
     "SELECT count(*) FROM sources AS s JOIN sources AS t ON t.id = s.same_as WHERE t.same_as IS NOT NULL"},
    {"sources without a name", "SELECT count(*) FROM sources AS s WHERE s.name = ''"},
    {"claims that lie outside of their article's text",
     "SELECT count(*) FROM (SELECT c.content_spans AS spans, c.statement_start AS first, c.statement_end AS "
     "last, length(CAST(r.text AS BLOB)) AS size FROM claims AS c JOIN revisions AS r ON r.id = "
     "c.revision_id) "
     "WHERE first < 0 OR last < first OR last > size OR CASE WHEN json_valid(spans) THEN EXISTS (SELECT 1 "
     "FROM "
     "json_each(spans) AS s WHERE CASE WHEN s.type = 'array' THEN coalesce(s.value ->> 0 < 0 OR s.value ->> "
     "1 < "
     "s.value ->> 0 OR s.value ->> 1 > size, 1) ELSE 1 END) ELSE 1 END"},
    {"verifications of a claim of another revision",
     "SELECT count(*) FROM verifications AS v JOIN claims AS c ON c.id = v.claim_id WHERE c.revision_id <> "
     "v.revision_id"},
    {"claims that go on a claim of another revision",
     "SELECT count(*) FROM claims AS c JOIN claims AS d ON d.id = c.continues WHERE d.revision_id <> "
     "c.revision_id"},
}};

}  // namespace

Expected<std::vector<std::string>> faults_in(Database& database) {
  SQLite::Database& sqlite = database.state().sqlite;
  return without_exceptions(database.path(), [&]() -> Expected<std::vector<std::string>> {
    std::vector<std::string> faults;
    {
      Prepared statement(sqlite, "PRAGMA integrity_check(20)");
      Run run = statement.run();
      while (run.step()) {
        if (run.text_at(0) != "ok") faults.push_back(fmt::format("the file is damaged: {}", run.text_at(0)));
      }
    }
    for (const Rule& rule : rules) {
      const auto count = sqlite.execAndGet(std::string(rule.count)).getInt64();
      if (count > 0) faults.push_back(fmt::format("{}: {}", rule.what, count));
    }
    try {
      sqlite.exec("INSERT INTO claims_fts (claims_fts, rank) VALUES ('integrity-check', 1)");
    } catch (const SQLite::Exception& exception) {
      faults.push_back(
          fmt::format("the full-text index isn't in step with the claims ({}); `selon vacuum` makes it anew",
                      exception.what()));
    }
    return faults;
  });
}

Expected<void> rebuild_text_index(Database& database) {
  return without_exceptions(database.path(), [&]() -> Expected<void> {
    database.state().sqlite.exec("INSERT INTO claims_fts (claims_fts) VALUES ('rebuild')");
    return {};
  });
}

}  // namespace selon
