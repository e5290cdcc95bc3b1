#include "claims/source_lookup.h"

#include "claims/fold.h"
#include "claims/statement.h"

namespace selon {

namespace {

std::vector<std::int64_t> read_ids(Run& run) {
  std::vector<std::int64_t> ids;
  while (run.step()) ids.push_back(run.number_at(0));
  return ids;
}

/// Every name of a source, with the source that counts for it.
constexpr const char* all_names =
    "(SELECT source_id, folded FROM source_aliases UNION ALL "
    "SELECT into_id, folded FROM source_decisions WHERE action = 'alias' AND undone_at IS NULL)";

std::vector<std::int64_t> find_ids(SQLite::Database& sqlite, const std::string& condition,
                                   const std::string& asked, const std::string& folded) {
  Prepared statement(sqlite, "SELECT DISTINCT coalesce(s.same_as, s.id) FROM sources AS s WHERE " +
                                 condition + " ORDER BY 1");
  Run run = statement.run();
  run.text(asked).text(folded);
  return read_ids(run);
}

}  // namespace

std::vector<std::int64_t> find_source_ids(SQLite::Database& sqlite, const std::string& asked, bool exact) {
  const std::string folded = fold_name(asked);
  if (exact) {
    return find_ids(sqlite,
                    "s.ref = ?1 OR s.id IN (SELECT source_id FROM source_aliases WHERE folded = ?2 AND "
                    "origin = 'name')",
                    asked, folded);
  }
  auto ids = find_ids(
      sqlite,
      std::string("s.ref = ?1 OR s.id IN (SELECT source_id FROM ") + all_names + " WHERE folded = ?2)", asked,
      folded);
  if (!ids.empty() || folded.empty()) return ids;
  return find_ids(sqlite,
                  std::string("s.id IN (SELECT source_id FROM ") + all_names +
                      " WHERE instr(' ' || folded || ' ', ' ' || ?2 || ' ') > 0)",
                  asked, folded);
}

}  // namespace selon
