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

}  // namespace

std::vector<std::int64_t> find_source_ids(SQLite::Database& sqlite, const std::string& asked) {
  const std::string folded = fold_name(asked);
  Prepared whole(sqlite,
                 "SELECT id FROM sources WHERE ref = ? "
                 "UNION SELECT source_id FROM source_aliases WHERE folded = ? ORDER BY 1");
  Run exact = whole.run();
  exact.text(asked).text(folded);
  if (auto ids = read_ids(exact); !ids.empty() || folded.empty()) return ids;
  Prepared parts(sqlite,
                 "SELECT DISTINCT source_id FROM source_aliases "
                 "WHERE instr(' ' || folded || ' ', ' ' || ? || ' ') > 0 ORDER BY 1");
  Run part = parts.run();
  part.text(folded);
  return read_ids(part);
}

}  // namespace selon
