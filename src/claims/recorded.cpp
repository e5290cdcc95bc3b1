#include "claims/recorded.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>

#include "claims/layout.h"
#include "claims/sqlite_error.h"
#include "claims/state.h"
#include "claims/statement.h"
#include "rules/suggest.h"

namespace selon {

namespace {

constexpr const char* revision_columns =
    "SELECT r.id, a.key, r.number, r.at, r.recorded_at, r.headline, r.selon_version, r.pack_version, "
    "r.claims, r.findings FROM revisions AS r JOIN articles AS a ON a.id = r.article_id ";

std::vector<RevisionRow> read_revisions(Run& run) {
  std::vector<RevisionRow> rows;
  while (run.step()) {
    RevisionRow row;
    row.id = run.number_at(0);
    row.article = run.text_at(1);
    row.number = static_cast<std::uint32_t>(run.number_at(2));
    row.at = run.text_at(3);
    row.recorded_at = run.text_at(4);
    row.headline = run.text_at(5);
    row.selon_version = run.text_at(6);
    row.pack_version = run.text_at(7);
    row.claims = static_cast<std::uint32_t>(run.number_at(8));
    row.findings = static_cast<std::uint32_t>(run.number_at(9));
    rows.push_back(std::move(row));
  }
  return rows;
}

/// An error with the keys that end like the one asked for, or a few of all.
Error no_such_article(SQLite::Database& sqlite, const std::string& article) {
  Prepared statement(sqlite, "SELECT key FROM articles ORDER BY id DESC LIMIT 2000");
  std::vector<std::string> keys;
  Run run = statement.run();
  while (run.step()) keys.emplace_back(run.text_at(0));
  const std::vector<std::string_view> names(keys.begin(), keys.end());
  return Error{"",      0,
               0,       "there is no such article in the claims database",
               article, keys.empty() ? "record it first (selon record)" : name_advice(article, names)};
}

std::vector<std::string> read_strings(std::string_view json) {
  std::vector<std::string> strings;
  const auto list = nlohmann::json::parse(json, nullptr, false);
  if (!list.is_array()) return strings;
  for (const auto& value : list) {
    if (value.is_string()) strings.push_back(value.get<std::string>());
  }
  return strings;
}

}  // namespace

Expected<std::vector<RevisionRow>> revisions_of(Database& database, const std::string& article) {
  SQLite::Database& sqlite = database.state().sqlite;
  return without_exceptions(database.path(), [&]() -> Expected<std::vector<RevisionRow>> {
    std::error_code failure;
    const auto absolute = std::filesystem::absolute(article, failure).lexically_normal();
    Prepared statement(sqlite, std::string(revision_columns) + "WHERE a.key = ? ORDER BY r.number");
    for (const std::string& key : {article, failure ? article : absolute.string()}) {
      Run run = statement.run();
      run.text(key);
      if (auto rows = read_revisions(run); !rows.empty()) return rows;
    }
    return tl::unexpected(no_such_article(sqlite, article));
  });
}

Expected<std::vector<RevisionRow>> all_revisions(Database& database) {
  return without_exceptions(database.path(), [&]() -> Expected<std::vector<RevisionRow>> {
    Prepared statement(database.state().sqlite, std::string(revision_columns) + "ORDER BY r.id");
    Run run = statement.run();
    return read_revisions(run);
  });
}

Expected<RecordedDocument> read_recorded(Database& database, std::int64_t revision_id) {
  return without_exceptions(database.path(), [&]() -> Expected<RecordedDocument> {
    Prepared statement(database.state().sqlite,
                       "SELECT path, format, lang, url, published, modified, publisher, authors, sha256, "
                       "headline, text, coalesce(layout, '') FROM revisions WHERE id = ?");
    Run run = statement.run();
    if (!run.number(revision_id).step()) {
      return tl::unexpected(Error{database.path(), 0, 0, "the revision is gone", std::to_string(revision_id),
                                  "another process has forgotten it; ask again"});
    }
    RecordedDocument recorded;
    Document& document = recorded.document;
    document.path = run.text_at(0);
    document.format = format_of(run.text_at(1)).value_or(Format::text);
    recorded.lang = run.text_at(2);
    document.metadata.lang = run.text_at(2);
    document.metadata.canonical_url = run.text_at(3);
    document.metadata.published = run.text_at(4);
    document.metadata.modified = run.text_at(5);
    document.metadata.publisher = run.text_at(6);
    document.metadata.authors = read_strings(run.text_at(7));
    document.sha256 = run.text_at(8);
    document.headline = run.text_at(9);
    document.text = run.text_at(10);
    recorded.has_layout = restore_layout(document, run.text_at(11));
    return recorded;
  });
}

Expected<bool> is_latest(Database& database, const std::string& key, const std::string& sha256) {
  return without_exceptions(database.path(), [&]() -> Expected<bool> {
    Prepared statement(database.state().sqlite,
                       "SELECT 1 FROM articles AS a JOIN revisions AS r ON r.id = a.latest_revision "
                       "WHERE a.key = ? AND r.sha256 = ?");
    return statement.run().text(key).text(sha256).step();
  });
}

}  // namespace selon
