#include "claims/forget.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <filesystem>
#include <system_error>
#include <vector>

#include "claims/moment.h"
#include "claims/source_lookup.h"
#include "claims/sql_functions.h"
#include "claims/sqlite_error.h"
#include "claims/state.h"
#include "claims/statement.h"

namespace selon {

namespace {

tl::unexpected<Error> refuse(std::string what, std::string fragment, std::string advice) {
  return tl::unexpected(Error{"", 0, 0, std::move(what), std::move(fragment), std::move(advice)});
}

std::uint64_t changed(SQLite::Database& sqlite, const std::string& sql) {
  return static_cast<std::uint64_t>(sqlite.exec(sql));
}

/// Fills the temporary table `doomed` with the ids of the revisions; how many.
Expected<std::uint64_t> choose(SQLite::Database& sqlite, const ForgetQuery& query) {
  std::string where = "1";
  std::vector<std::string> texts;
  if (!query.article.empty()) {
    std::error_code failure;
    const auto absolute = std::filesystem::absolute(query.article, failure).lexically_normal();
    where += " AND article_id IN (SELECT id FROM articles WHERE key IN (?, ?))";
    texts.insert(texts.end(), {query.article, failure ? query.article : absolute.string()});
  }
  if (!query.source.empty()) {
    const auto ids = find_source_ids(sqlite, query.source, true);
    if (ids.empty()) {
      return refuse("there is no source of that name", query.source, "`selon sources` lists them");
    }
    where += fmt::format(
        " AND article_id IN (SELECT r.article_id FROM claim_sources AS s JOIN claims AS c ON c.id = "
        "s.claim_id "
        "JOIN revisions AS r ON r.id = c.revision_id WHERE s.source_id IN ({}))",
        fmt::join(ids, ","));
  }
  if (!query.before.empty()) {
    const auto moment = read_moment(query.before);
    if (!moment) {
      return refuse("this is no date", query.before,
                    "write it as 2023, 2023-07, 2023-07-28 or 2023-07-28T09:52");
    }
    where += " AND at < ?";
    texts.push_back(write_moment(moment->first));
  }
  sqlite.exec("CREATE TEMP TABLE IF NOT EXISTS doomed (id INTEGER PRIMARY KEY); DELETE FROM temp.doomed");
  Prepared statement(sqlite, "INSERT INTO temp.doomed SELECT id FROM revisions WHERE " + where);
  Run run = statement.run();
  for (const std::string& text : texts) run.text(text);
  run.exec();
  return static_cast<std::uint64_t>(sqlite.execAndGet("SELECT count(*) FROM temp.doomed").getInt64());
}

/// The rows of the doomed revisions. The full-text index is told first: it needs the rows.
Forgotten remove(SQLite::Database& sqlite) {
  Forgotten gone;
  sqlite.exec(
      "INSERT INTO claims_fts (claims_fts, rowid, content, source, headline) "
      "SELECT 'delete', t.id, t.content, t.source, t.headline FROM claims AS c JOIN claims_text AS t "
      "ON t.id = c.id WHERE c.revision_id IN temp.doomed");
  sqlite.exec("DELETE FROM verifications WHERE revision_id IN temp.doomed");
  sqlite.exec(
      "DELETE FROM claim_sources WHERE claim_id IN (SELECT id FROM claims WHERE revision_id IN temp.doomed)");
  gone.claims = changed(sqlite, "DELETE FROM claims WHERE revision_id IN temp.doomed");
  sqlite.exec("DELETE FROM findings WHERE revision_id IN temp.doomed");
  sqlite.exec("UPDATE articles SET latest_revision = NULL WHERE latest_revision IN temp.doomed");
  gone.revisions = changed(sqlite, "DELETE FROM revisions WHERE id IN temp.doomed");
  sqlite.exec(
      "UPDATE articles SET latest_revision = (SELECT r.id FROM revisions AS r WHERE r.article_id = "
      "articles.id "
      "ORDER BY r.number DESC LIMIT 1) WHERE latest_revision IS NULL");
  return gone;
}

/// Sources without a claim, and names that no claim has any more: they are words of what is
/// forgotten. A user's decisions name sources too, and go with them.
void remove_sources(SQLite::Database& sqlite, Forgotten& gone) {
  sqlite.exec(
      "CREATE TEMP TABLE gone_sources AS SELECT id FROM sources WHERE id NOT IN "
      "(SELECT recorded_id FROM claim_sources)");
  // one that others were merged into stays as long as they do
  sqlite.exec(
      "DELETE FROM temp.gone_sources WHERE id IN (SELECT same_as FROM sources WHERE same_as IS NOT NULL AND "
      "id NOT IN temp.gone_sources)");
  sqlite.exec(
      "DELETE FROM source_decisions WHERE source_id IN temp.gone_sources OR into_id IN temp.gone_sources");
  sqlite.exec("DELETE FROM source_aliases WHERE source_id IN temp.gone_sources");
  sqlite.exec("UPDATE sources SET same_as = NULL WHERE id IN temp.gone_sources");
  gone.sources = changed(sqlite, "DELETE FROM sources WHERE id IN temp.gone_sources");
  sqlite.exec("DROP TABLE temp.gone_sources");
  gone.articles = changed(sqlite, "DELETE FROM articles WHERE latest_revision IS NULL");
}

/// The names of sources that stay, where an article that is gone gave them.
void remove_names(SQLite::Database& sqlite) {
  sqlite.exec(
      "CREATE TEMP TABLE kept_names AS "
      "SELECT source_id, fold_name(source_name) AS folded FROM claims WHERE source_id IS NOT NULL "
      "UNION SELECT source_id, fold_name(mention) FROM claims WHERE source_id IS NOT NULL AND mention IS NOT "
      "NULL");
  sqlite.exec("CREATE INDEX temp.kept_names_by_source ON kept_names (source_id, folded)");
  sqlite.exec(
      "UPDATE sources SET name = coalesce((SELECT c.source_name FROM claims AS c WHERE c.source_id = "
      "sources.id "
      "ORDER BY length(c.source_name) DESC, c.id LIMIT 1), name) WHERE known = 0 AND id IN "
      "(SELECT source_id FROM temp.kept_names) AND NOT EXISTS (SELECT 1 FROM temp.kept_names AS k "
      "WHERE k.source_id = sources.id AND k.folded = fold_name(sources.name))");
  sqlite.exec(
      "DELETE FROM source_aliases WHERE origin <> 'pack' AND source_id IN (SELECT source_id FROM "
      "temp.kept_names) "
      "AND NOT EXISTS (SELECT 1 FROM temp.kept_names AS k WHERE k.source_id = source_aliases.source_id AND "
      "k.folded = source_aliases.folded) AND folded <> (SELECT fold_name(s.name) FROM sources AS s "
      "WHERE s.id = source_aliases.source_id)");
  sqlite.exec("DROP TABLE temp.kept_names");
}

std::uint64_t file_size(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

}  // namespace

Expected<Forgotten> forget(Database& database, const ForgetQuery& query) {
  if (query.article.empty() && query.source.empty() && query.before.empty()) {
    return refuse("nothing is said of what to forget", "", "name an article, or give --source or --before");
  }
  SQLite::Database& sqlite = database.state().sqlite;
  auto gone = without_exceptions(database.path(), [&]() -> Expected<Forgotten> {
    add_sql_functions(sqlite);
    sqlite.exec("PRAGMA secure_delete = ON");
    sqlite.exec("PRAGMA temp_store = MEMORY");
    SQLite::Transaction transaction(sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    const auto chosen = choose(sqlite, query);
    if (!chosen) return tl::unexpected(chosen.error());
    if (*chosen == 0) {
      return refuse("nothing recorded fits",
                    query.article.empty() ? query.source + query.before : query.article,
                    "nothing was forgotten; `selon claims` tells the keys of the articles");
    }
    Forgotten made = remove(sqlite);
    remove_sources(sqlite, made);
    remove_names(sqlite);
    transaction.commit();
    return made;
  });
  if (!gone) return gone;
  if (const auto cleaned = clean_database(database); !cleaned) {
    Error error = cleaned.error();
    error.what = "forgotten, but its words are still in free parts of the file: " + error.what;
    error.advice = "run `selon vacuum` when no other process uses the database";
    return tl::unexpected(std::move(error));
  }
  return gone;
}

Expected<std::uint64_t> clean_database(Database& database) {
  SQLite::Database& sqlite = database.state().sqlite;
  return without_exceptions(database.path(), [&]() -> Expected<std::uint64_t> {
    const auto checkpoint = [&] {
      return sqlite.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt() == 0;
    };
    static_cast<void>(checkpoint());
    const std::uint64_t before = file_size(database.path());
    sqlite.exec("PRAGMA secure_delete = ON");
    // Deleted claims stay in the index until its parts are merged.
    sqlite.exec("INSERT INTO claims_fts (claims_fts) VALUES ('optimize')");
    sqlite.exec("VACUUM");
    if (!checkpoint()) {
      return tl::unexpected(Error{database.path(), 0, 0,
                                  "the log of the claims database can't be emptied: another process reads it",
                                  "", "try again when that has finished"});
    }
    const std::uint64_t after = file_size(database.path());
    return before > after ? before - after : 0;
  });
}

}  // namespace selon
