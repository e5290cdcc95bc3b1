#include "claims/queries.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "claims/fold.h"
#include "claims/moment.h"
#include "claims/near_sources.h"
#include "claims/schema.h"
#include "claims/source_lookup.h"
#include "claims/sqlite_error.h"
#include "claims/state.h"
#include "claims/statement.h"
#include "claims/words.h"
#include "rules/names.h"

namespace selon {

namespace {

constexpr std::string_view claim_columns = R"sql(
  SELECT c.id, a.key, r.path, r.headline, r.publisher, r.number, a.latest_revision = r.id, r.at, r.recorded_at,
    s.name, s.ref, s.kind, s.country, s.metonym_of, c.mention,
    CASE WHEN c.status = 'credited' THEN
      (SELECT group_concat(name, ', ') FROM
        (SELECT DISTINCT k.name AS name FROM claim_sources AS l JOIN sources AS k ON k.id = l.source_id
         WHERE l.claim_id = c.id AND l.role = 'credit' ORDER BY k.name)) END,
    CASE WHEN c.candidates <> '[]' THEN
      (SELECT group_concat(value, ', ') FROM json_each(c.candidates)) END,
    v.name, c.content, c.cue, c.lemma, c.addressee, c.status, c.kind, c.resolution, c.stance, c.polarity,
    c.modality, c.anonymous, c.is_claim, c.continues,
    json_extract(c.content_spans, '$[0][0]'), json_extract(c.content_spans, '$[#-1][1]'), c.line, c.column,
    (SELECT q.class FROM verifications AS q WHERE q.claim_id = c.id ORDER BY q.passes, q.start LIMIT 1)
)sql";

/// Columns in the order of claim_columns.
ClaimRow read_claim(const Run& run) {
  ClaimRow row;
  int at = 0;
  const auto text = [&] { return run.text_at(at++); };
  const auto number = [&] { return run.number_at(at++); };
  const auto small = [&] { return static_cast<std::uint32_t>(run.number_at(at++)); };
  row.id = number();
  for (auto field : {&ClaimRow::article, &ClaimRow::path, &ClaimRow::headline, &ClaimRow::publisher}) {
    row.*field = text();
  }
  row.revision = small();
  row.latest = number() != 0;
  for (auto field :
       {&ClaimRow::at,          &ClaimRow::recorded_at, &ClaimRow::source,     &ClaimRow::ref,
        &ClaimRow::source_kind, &ClaimRow::country,     &ClaimRow::metonym_of, &ClaimRow::mention,
        &ClaimRow::credits,     &ClaimRow::candidates,  &ClaimRow::via,        &ClaimRow::content,
        &ClaimRow::cue,         &ClaimRow::lemma,       &ClaimRow::addressee,  &ClaimRow::status,
        &ClaimRow::kind,        &ClaimRow::resolution,  &ClaimRow::stance,     &ClaimRow::polarity,
        &ClaimRow::modality}) {
    row.*field = text();
  }
  row.anonymous = number() != 0;
  row.is_claim = number() != 0;
  row.continues = number();
  row.span.start = small();
  row.span.end = small();
  row.line = small();
  row.column = small();
  row.verification = text();
  return row;
}

/// A question being put into SQL: the table that leads, conditions, and the values
/// of their question marks in order. `id` is the leading table's column that holds
/// the claim's id: ranges and order on it are read off its index.
struct ClaimSql {
  std::string from;
  std::string id = "c.id";
  std::string where = "1";
  std::vector<std::string> texts;

  void demand(std::string_view condition) { where += fmt::format(" AND {}", condition); }
  void demand(std::string_view condition, std::string value) {
    demand(condition);
    texts.push_back(std::move(value));
  }
};

std::string id_list(const std::vector<std::int64_t>& ids) { return fmt::format("{}", fmt::join(ids, ",")); }

/// Full-text hits lead where words are asked for; else the one source; else the
/// claims themselves.
Expected<ClaimSql> lead(const ClaimQuery& query, const std::vector<std::int64_t>& sources) {
  ClaimSql sql;
  if (!query.about.empty()) {
    auto expression = full_text_expression(query.about);
    if (!expression) {
      return tl::unexpected(
          Error{"", 0, 0, "there is no word to search for", query.about, "give at least one word"});
    }
    sql.from = "claims_fts AS f CROSS JOIN claims AS c ON c.id = f.rowid";
    sql.id = "f.rowid";
    sql.demand("f.claims_fts MATCH ?", std::move(*expression));
    return sql;
  }
  if (sources.size() == 1) {
    sql.from = "claim_sources AS m CROSS JOIN claims AS c ON c.id = m.claim_id";
    sql.id = "m.claim_id";
    // A claim may have two of the sources that were made one.
    sql.demand(fmt::format(
        "m.source_id = {} AND m.role <> 'relay' AND NOT EXISTS (SELECT 1 FROM claim_sources AS d WHERE "
        "d.source_id = m.source_id AND d.claim_id = m.claim_id AND d.recorded_id < m.recorded_id AND "
        "d.role <> 'relay')",
        sources.front()));
    return sql;
  }
  sql.from = "claims AS c";
  return sql;
}

void demand_sources(ClaimSql& sql, const ClaimQuery& query, const std::vector<std::int64_t>& sources) {
  if (query.source.empty() || sql.id == "m.claim_id") return;
  if (sql.id == "f.rowid") {
    sql.demand(
        fmt::format("EXISTS (SELECT 1 FROM claim_sources AS m WHERE m.claim_id = f.rowid AND "
                    "m.source_id IN ({}) AND m.role <> 'relay')",
                    id_list(sources)));
  } else {
    sql.demand(fmt::format(
        "c.id IN (SELECT claim_id FROM claim_sources WHERE source_id IN ({}) AND role <> 'relay')",
        id_list(sources)));
  }
}

/// Ids are in the order of time to the minute, and narrow what is read; the
/// revision's time decides.
Expected<void> demand_dates(ClaimSql& sql, const ClaimQuery& query) {
  if (!query.since.empty()) {
    const auto since = moment_asked_for(query.since);
    if (!since) return tl::unexpected(since.error());
    sql.demand(fmt::format("{} >= {}", sql.id, first_claim_id(since->first)));
    sql.demand("r.at >= ?", write_moment(since->first));
  }
  if (!query.until.empty()) {
    const auto until = moment_asked_for(query.until);
    if (!until) return tl::unexpected(until.error());
    sql.demand(fmt::format("{} < {}", sql.id, first_claim_id(until->last + 60)));
    sql.demand("r.at <= ?", write_moment(until->last));
  }
  return {};
}

void demand_article(ClaimSql& sql, const std::string& key) {
  if (key.empty()) return;
  std::error_code failure;
  const auto absolute = std::filesystem::absolute(key, failure).lexically_normal();
  sql.demand(
      "c.revision_id IN (SELECT q.id FROM revisions AS q JOIN articles AS k ON k.id = q.article_id "
      "WHERE k.key IN (?, ?))");
  sql.texts.push_back(key);
  sql.texts.push_back(failure ? key : absolute.string());
}

void demand_manner(ClaimSql& sql, const ClaimQuery& query) {
  if (query.kind) sql.demand(fmt::format("c.kind = '{}'", word_of(*query.kind)));
  if (query.status) sql.demand(fmt::format("c.status = '{}'", word_of(*query.status)));
  if (query.anonymous) sql.demand(*query.anonymous ? "c.anonymous = 1" : "c.anonymous = 0");
  // A quotation is verified when each that was looked at passes.
  if (query.unverified) {
    sql.demand(
        "c.kind IN ('direct', 'mixed') AND coalesce((SELECT min(q.passes) FROM verifications AS q "
        "WHERE q.claim_id = c.id), 0) = 0");
  }
  if (!query.with_unclaimed) sql.demand("c.is_claim = 1");
  if (!query.all_revisions) sql.demand("a.latest_revision = r.id");
}

Expected<ClaimSql> claim_sql(const ClaimQuery& query, const std::vector<std::int64_t>& sources) {
  auto sql = lead(query, sources);
  if (!sql) return sql;
  demand_sources(*sql, query, sources);
  if (auto dated = demand_dates(*sql, query); !dated) return tl::unexpected(dated.error());
  demand_article(*sql, query.article);
  if (query.revision != 0) sql->demand(fmt::format("c.revision_id = {}", query.revision));
  demand_manner(*sql, query);
  return sql;
}

std::string whole_query(const ClaimSql& sql, std::uint32_t limit) {
  std::string text(claim_columns);
  text += fmt::format(
      " FROM {} CROSS JOIN revisions AS r ON r.id = c.revision_id CROSS JOIN articles AS a ON a.id = "
      "r.article_id "
      "LEFT JOIN sources AS o ON o.id = c.source_id LEFT JOIN sources AS s ON s.id = coalesce(o.same_as, "
      "o.id) "
      "LEFT JOIN sources AS p ON p.id = c.via_id LEFT JOIN sources AS v ON v.id = coalesce(p.same_as, p.id) "
      "WHERE {} ORDER BY {} DESC",
      sql.from, sql.where, sql.id);
  if (limit > 0) text += fmt::format(" LIMIT {}", limit);
  return text;
}

std::string source_sql(const SourceQuery& query, const std::vector<std::int64_t>& ids) {
  const std::string_view counted =
      query.all_revisions ? "1"
                          : "EXISTS (SELECT 1 FROM articles AS a WHERE a.latest_revision = c.revision_id)";
  std::string where = "s.same_as IS NULL AND c.is_claim = 1";
  if (!query.name.empty()) where += fmt::format(" AND s.id IN ({})", id_list(ids));
  if (query.kind) where += fmt::format(" AND s.kind = '{}'", name_of(*query.kind));
  if (query.anonymous) where += fmt::format(" AND (s.anonymous OR s.vague) = {}", *query.anonymous ? 1 : 0);
  std::string text = fmt::format(
      "SELECT s.id, s.ref, s.name, s.kind, s.country, s.metonym_of, s.anonymous, s.vague, s.known, "
      "count(*) FILTER (WHERE {0}) AS claims, count(DISTINCT r.article_id) FILTER (WHERE {0}), "
      "min(r.at), max(r.at), count(*) FILTER (WHERE c.kind = 'direct' AND {0}), "
      "count(*) FILTER (WHERE c.kind = 'indirect' AND {0}), "
      "count(*) FILTER (WHERE c.kind = 'mixed' AND {0}), "
      "count(*) FILTER (WHERE c.kind = 'according_to' AND {0}), "
      "count(*) FILTER (WHERE c.status = 'credited' AND {0}), "
      "count(*) FILTER (WHERE c.status = 'carried' AND {0}) "
      "FROM sources AS s JOIN (SELECT DISTINCT source_id, claim_id FROM claim_sources WHERE role <> 'relay') "
      "AS m "
      "ON m.source_id = s.id JOIN claims AS c ON c.id = m.claim_id "
      "JOIN revisions AS r ON r.id = c.revision_id WHERE {1} GROUP BY s.id ORDER BY claims DESC, s.name, "
      "s.id",
      counted, where);
  if (query.limit > 0) text += fmt::format(" LIMIT {}", query.limit);
  return text;
}

/// Columns in the order of source_sql.
SourceRow read_source(const Run& run) {
  SourceRow row;
  row.id = run.number_at(0);
  row.ref = run.text_at(1);
  row.name = run.text_at(2);
  row.kind = run.text_at(3);
  row.country = run.text_at(4);
  row.metonym_of = run.text_at(5);
  row.anonymous = run.number_at(6) != 0;
  row.vague = run.number_at(7) != 0;
  row.known = run.number_at(8) != 0;
  row.claims = static_cast<std::uint64_t>(run.number_at(9));
  row.articles = static_cast<std::uint64_t>(run.number_at(10));
  row.first_seen = run.text_at(11);
  row.last_seen = run.text_at(12);
  int at = 13;
  for (auto field : {&SourceRow::direct, &SourceRow::indirect, &SourceRow::mixed, &SourceRow::according_to,
                     &SourceRow::credited, &SourceRow::carried}) {
    row.*field = static_cast<std::uint64_t>(run.number_at(at++));
  }
  return row;
}

std::vector<std::string> read_aliases(Prepared& statement, std::int64_t source, std::string_view name) {
  std::vector<std::string> aliases;
  Run run = statement.run();
  run.number(source);
  while (run.step()) {
    if (run.text_at(0) != name) aliases.emplace_back(run.text_at(0));
  }
  return aliases;
}

}  // namespace

Expected<std::size_t> for_each_claim(Database& database, const ClaimQuery& query,
                                     const std::function<bool(const ClaimRow&)>& each) {
  SQLite::Database& sqlite = database.state().sqlite;
  return without_exceptions(database.path(), [&]() -> Expected<std::size_t> {
    std::vector<std::int64_t> sources;
    if (!query.source.empty()) sources = find_source_ids(sqlite, query.source, query.exact);
    const auto sql = claim_sql(query, sources);
    if (!sql) return tl::unexpected(sql.error());
    if (!query.source.empty() && sources.empty()) return 0;
    Prepared statement(sqlite, whole_query(*sql, query.limit));
    Run run = statement.run();
    for (const std::string& value : sql->texts) run.text(value);
    std::size_t count = 0;
    while (run.step()) {
      ++count;
      if (!each(read_claim(run))) break;
    }
    return count;
  });
}

Expected<std::size_t> for_each_source(Database& database, const SourceQuery& query,
                                      const std::function<bool(const SourceRow&)>& each) {
  SQLite::Database& sqlite = database.state().sqlite;
  return without_exceptions(database.path(), [&]() -> Expected<std::size_t> {
    std::vector<std::int64_t> ids;
    if (!query.name.empty()) ids = find_source_ids(sqlite, query.name, query.exact);
    Prepared statement(sqlite, source_sql(query, ids));
    Prepared names(sqlite,
                   "SELECT alias FROM (SELECT l.alias AS alias, l.origin <> 'name' OR s.id <> ?1 AS later "
                   "FROM source_aliases AS l JOIN sources AS s ON s.id = l.source_id "
                   "WHERE s.id = ?1 OR s.same_as = ?1 UNION ALL "
                   "SELECT d.alias, 1 FROM source_decisions AS d JOIN sources AS s ON s.id = d.into_id "
                   "WHERE d.action = 'alias' AND d.undone_at IS NULL AND (s.id = ?1 OR s.same_as = ?1)) "
                   "GROUP BY alias ORDER BY min(later), alias");
    Run run = statement.run();
    const NearSources near(sqlite);
    std::size_t count = 0;
    while (run.step()) {
      ++count;
      SourceRow row = read_source(run);
      const std::vector<std::string> aliases = read_aliases(names, row.id, row.name);
      row.aliases.assign(aliases.begin(), aliases.end());
      row.near.assign(near.of(row.id).begin(), near.of(row.id).end());
      if (!each(row)) break;
    }
    return count;
  });
}

Expected<DatabaseCounts> count_database(Database& database) {
  return without_exceptions(database.path(), [&]() -> Expected<DatabaseCounts> {
    Prepared statement(database.state().sqlite,
                       "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM revisions), "
                       "(SELECT coalesce(sum(r.claims), 0) FROM articles AS a JOIN revisions AS r "
                       "ON r.id = a.latest_revision), (SELECT count(*) FROM sources)");
    Run run = statement.run();
    run.step();
    const auto number = [&](int column) { return static_cast<std::uint64_t>(run.number_at(column)); };
    return DatabaseCounts{number(0), number(1), number(2), number(3)};
  });
}

}  // namespace selon
