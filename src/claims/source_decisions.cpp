#include "claims/source_decisions.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "claims/fold.h"
#include "claims/moment.h"
#include "claims/source_lookup.h"
#include "claims/sqlite_error.h"
#include "claims/state.h"
#include "claims/statement.h"

namespace selon {

namespace {

/// Which sources are one: a tree per group, its root the source that counts.
class Groups {
 public:
  [[nodiscard]] std::int64_t root(std::int64_t source) const {
    for (auto at = parents_.find(source); at != parents_.end(); at = parents_.find(source)) {
      source = at->second;
    }
    return source;
  }
  /// Nothing where they are one already: there is never a circle.
  void join(std::int64_t from, std::int64_t into) {
    const std::int64_t a = root(from);
    const std::int64_t b = root(into);
    if (a != b) parents_[a] = b;
  }
  [[nodiscard]] const std::map<std::int64_t, std::int64_t>& parents() const { return parents_; }

 private:
  std::map<std::int64_t, std::int64_t> parents_;
};

/// The pairs that the decisions make, in their order.
Groups groups_of(SQLite::Database& sqlite) {
  Prepared statement(sqlite,
                     "SELECT d.id AS number, d.source_id AS source, d.into_id FROM source_decisions AS d "
                     "WHERE d.action = 'merge' AND d.undone_at IS NULL "
                     "UNION SELECT d.id, l.source_id, d.into_id FROM source_decisions AS d "
                     "JOIN source_aliases AS l ON l.folded = d.folded AND l.origin = 'name' "
                     "JOIN sources AS s ON s.id = l.source_id AND s.article_id IS NULL "
                     "WHERE d.action = 'alias' AND d.undone_at IS NULL ORDER BY number, source");
  Groups groups;
  Run run = statement.run();
  while (run.step()) groups.join(run.number_at(1), run.number_at(2));
  return groups;
}

/// Brings sources.same_as and the claims' counting sources in step with the decisions.
void apply_decisions(SQLite::Database& sqlite) {
  const Groups groups = groups_of(sqlite);
  std::map<std::int64_t, std::int64_t> before;  // sources that are merged, or will be, with their root
  {
    Prepared merged(sqlite, "SELECT id, same_as FROM sources WHERE same_as IS NOT NULL");
    Run run = merged.run();
    while (run.step()) before[run.number_at(0)] = run.number_at(1);
  }
  for (const auto& [source, parent] : groups.parents()) before.emplace(source, source);
  Prepared update(sqlite, "UPDATE sources SET same_as = ? WHERE id = ?");
  Prepared move(sqlite, "UPDATE claim_sources SET source_id = ? WHERE source_id = ? AND recorded_id = ?");
  for (const auto& [source, old_root] : before) {
    const std::int64_t root = groups.root(source);
    if (root == old_root) continue;
    update.run().number_or_null(root == source ? 0 : root).number(source).exec();
    move.run().number(root).number(old_root).number(source).exec();
  }
}

tl::unexpected<Error> refuse(std::string what, std::string fragment, std::string advice) {
  return tl::unexpected(Error{"", 0, 0, std::move(what), std::move(fragment), std::move(advice)});
}

/// The one source that is meant.
Expected<std::int64_t> one_source(SQLite::Database& sqlite, const std::string& asked) {
  {
    Prepared by_ref(sqlite, "SELECT coalesce(same_as, id) FROM sources WHERE ref = ?");
    Run run = by_ref.run();
    if (run.text(asked).step()) return run.number_at(0);
  }
  const std::vector<std::int64_t> ids = find_source_ids(sqlite, asked);
  if (ids.empty()) {
    return refuse("there is no source of that name", asked, "`selon sources` lists them");
  }
  if (ids.size() == 1) return ids.front();
  std::string refs;
  Prepared statement(sqlite, "SELECT ref FROM sources WHERE id = ?");
  constexpr std::size_t listed = 10;
  for (std::size_t at = 0; at < std::min(ids.size(), listed); ++at) {
    Run run = statement.run();
    if (run.number(ids[at]).step()) refs += fmt::format("{}{}", at == 0 ? "" : ", ", run.text_at(0));
  }
  return refuse("several sources have that name", asked,
                fmt::format("write the ref of one: {}{}", refs, ids.size() > listed ? ", …" : ""));
}

constexpr const char* decision_columns =
    "SELECT d.id, d.at, d.action = 'merge', coalesce(d.alias, s.name), coalesce(s.ref, ''), i.name, i.ref, "
    "coalesce(d.undone_at, ''), coalesce(s.kind, ''), i.kind FROM source_decisions AS d JOIN sources AS i ON "
    "i.id = d.into_id "
    "LEFT JOIN sources AS s ON s.id = d.source_id ";

SourceDecision read_decision(const Run& run) {
  SourceDecision decision;
  decision.id = run.number_at(0);
  decision.at = run.text_at(1);
  decision.merge = run.number_at(2) != 0;
  decision.name = run.text_at(3);
  decision.ref = run.text_at(4);
  decision.into_name = run.text_at(5);
  decision.into_ref = run.text_at(6);
  decision.undone_at = run.text_at(7);
  decision.kind = run.text_at(8);
  decision.into_kind = run.text_at(9);
  return decision;
}

template <class Bind>
std::optional<SourceDecision> decision_where(SQLite::Database& sqlite, const std::string& condition,
                                             const Bind& bind) {
  Prepared statement(sqlite, decision_columns + condition);
  Run run = statement.run();
  bind(run);
  if (!run.step()) return std::nullopt;
  return read_decision(run);
}

std::optional<SourceDecision> decision_numbered(SQLite::Database& sqlite, std::int64_t id) {
  return decision_where(sqlite, "WHERE d.id = ?", [&](Run& run) { run.number(id); });
}

/// The decision just made, applied.
SourceDecision applied(SQLite::Database& sqlite) {
  const std::int64_t id = sqlite.getLastInsertRowid();
  apply_decisions(sqlite);
  return *decision_numbered(sqlite, id);
}

std::string now() { return write_moment(now_in_seconds()); }

}  // namespace

Expected<SourceDecision> merge_sources(Database& database, const std::string& from, const std::string& into) {
  SQLite::Database& sqlite = database.state().sqlite;
  return without_exceptions(database.path(), [&]() -> Expected<SourceDecision> {
    SQLite::Transaction transaction(sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    const auto source = one_source(sqlite, from);
    if (!source) return tl::unexpected(source.error());
    const auto other = one_source(sqlite, into);
    if (!other) return tl::unexpected(other.error());
    if (*source == *other) {
      return refuse("these are one source already", from + "”, “" + into, "nothing is to be done");
    }
    {
      Prepared insert(
          sqlite, "INSERT INTO source_decisions (at, action, source_id, into_id) VALUES (?, 'merge', ?, ?)");
      insert.run().text(now()).number(*source).number(*other).exec();
    }
    SourceDecision decision = applied(sqlite);
    transaction.commit();
    return decision;
  });
}

Expected<SourceDecision> add_source_alias(Database& database, const std::string& alias,
                                          const std::string& into) {
  SQLite::Database& sqlite = database.state().sqlite;
  const std::string folded = fold_name(alias);
  if (folded.empty()) return refuse("this is no name", alias, "write one with letters or figures");
  return without_exceptions(database.path(), [&]() -> Expected<SourceDecision> {
    SQLite::Transaction transaction(sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    const auto other = one_source(sqlite, into);
    if (!other) return tl::unexpected(other.error());
    if (const auto known = decision_where(sqlite, "WHERE d.folded = ? AND d.undone_at IS NULL",
                                          [&](Run& run) { run.text(folded); })) {
      return refuse(fmt::format("that is an alias of {} already", known->into_name), alias,
                    fmt::format("undo it first: selon sources undo {}", known->id));
    }
    {
      Prepared insert(sqlite,
                      "INSERT INTO source_decisions (at, action, into_id, alias, folded) "
                      "VALUES (?, 'alias', ?, ?, ?)");
      insert.run().text(now()).number(*other).text(alias).text(folded).exec();
    }
    SourceDecision decision = applied(sqlite);
    transaction.commit();
    return decision;
  });
}

Expected<SourceDecision> undo_source_decision(Database& database, std::int64_t number) {
  SQLite::Database& sqlite = database.state().sqlite;
  return without_exceptions(database.path(), [&]() -> Expected<SourceDecision> {
    SQLite::Transaction transaction(sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    const auto found =
        number != 0
            ? decision_numbered(sqlite, number)
            : decision_where(sqlite, "WHERE d.undone_at IS NULL ORDER BY d.id DESC LIMIT 1", [](Run&) {});
    if (!found) {
      return refuse("there is no such decision", number == 0 ? "" : std::to_string(number),
                    "`selon sources decisions` lists them");
    }
    if (!found->undone_at.empty()) {
      return refuse("that decision is undone already", std::to_string(found->id), "nothing is to be done");
    }
    {
      Prepared update(sqlite, "UPDATE source_decisions SET undone_at = ? WHERE id = ?");
      update.run().text(now()).number(found->id).exec();
    }
    apply_decisions(sqlite);
    SourceDecision decision = *decision_numbered(sqlite, found->id);
    transaction.commit();
    return decision;
  });
}

Expected<std::size_t> for_each_source_decision(Database& database,
                                               const std::function<void(const SourceDecision&)>& each) {
  return without_exceptions(database.path(), [&]() -> Expected<std::size_t> {
    Prepared statement(database.state().sqlite, std::string(decision_columns) + "ORDER BY d.id");
    Run run = statement.run();
    std::size_t count = 0;
    while (run.step()) {
      ++count;
      each(read_decision(run));
    }
    return count;
  });
}

}  // namespace selon
