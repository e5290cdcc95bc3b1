#include "claims/verification_rows.h"

#include "claims/sqlite_error.h"
#include "claims/state.h"
#include "claims/statement.h"

namespace selon {

Expected<std::vector<VerificationRow>> verifications_of(Database& database, std::int64_t revision) {
  return without_exceptions(database.path(), [&]() -> Expected<std::vector<VerificationRow>> {
    Prepared statement(database.state().sqlite,
                       "SELECT start, \"end\", class, passes, edge_cut, candidate_path, candidate_line, "
                       "candidate_column, candidate_speaker, candidate_text FROM verifications "
                       "WHERE revision_id = ? ORDER BY start, \"end\"");
    Run run = statement.run();
    run.number(revision);
    std::vector<VerificationRow> rows;
    while (run.step()) {
      const auto small = [&](int column) { return static_cast<std::uint32_t>(run.number_at(column)); };
      VerificationRow row;
      row.quotation = {small(0), small(1)};
      row.verdict = run.text_at(2);
      row.passes = run.number_at(3) != 0;
      row.edge_cut = run.number_at(4) != 0;
      row.path = run.text_at(5);
      row.line = small(6);
      row.column = small(7);
      row.speaker = run.text_at(8);
      row.text = run.text_at(9);
      rows.push_back(std::move(row));
    }
    return rows;
  });
}

Expected<void> for_each_verified_claim(
    Database& database, const std::function<void(std::int64_t claim, const VerificationRow&)>& each) {
  return without_exceptions(database.path(), [&]() -> Expected<void> {
    Prepared statement(database.state().sqlite,
                       "SELECT claim_id, class, passes FROM verifications WHERE claim_id IS NOT NULL");
    Run run = statement.run();
    VerificationRow row;
    while (run.step()) {
      row.verdict = run.text_at(1);
      row.passes = run.number_at(2) != 0;
      each(run.number_at(0), row);
    }
    return {};
  });
}

}  // namespace selon
