#include "claims/article_rows.h"

#include "claims/sqlite_error.h"
#include "claims/state.h"
#include "claims/statement.h"

namespace selon {

Expected<std::size_t> for_each_article_row(Database& database,
                                           const std::function<bool(const ArticleRow&)>& each) {
  return without_exceptions(database.path(), [&]() -> Expected<std::size_t> {
    Prepared statement(database.state().sqlite,
                       "SELECT a.key, r.headline, r.publisher, r.at, CASE WHEN r.bylines <> '[]' THEN "
                       "(SELECT group_concat(value, ',') FROM json_each(r.bylines)) END, r.number, (SELECT "
                       "count(DISTINCT c.source_id) FROM claims AS c WHERE c.revision_id = r.id "
                       "AND c.is_claim = 1) "
                       "FROM articles AS a JOIN revisions AS r ON r.id = a.latest_revision ORDER BY a.id");
    Run run = statement.run();
    std::size_t count = 0;
    while (run.step()) {
      ++count;
      const ArticleRow row{run.text_at(0),
                           run.text_at(1),
                           run.text_at(2),
                           run.text_at(3),
                           run.text_at(4),
                           static_cast<std::uint32_t>(run.number_at(5)),
                           static_cast<std::uint32_t>(run.number_at(6))};
      if (!each(row)) {
        break;
      }
    }
    return count;
  });
}

Expected<void> for_each_credit(Database& database, const std::function<void(const CreditRow&)>& each) {
  return without_exceptions(database.path(), [&]() -> Expected<void> {
    Prepared statement(database.state().sqlite,
                       "SELECT DISTINCT l.claim_id, s.ref, s.name, s.kind, s.country, s.anonymous OR s.vague "
                       "FROM claims AS c JOIN claim_sources AS l ON l.claim_id = c.id JOIN sources AS s ON "
                       "s.id = l.source_id WHERE c.status = 'credited' AND l.role = 'credit' "
                       "ORDER BY l.claim_id, s.name");
    Run run = statement.run();
    while (run.step()) {
      each({run.number_at(0), run.text_at(1), run.text_at(2), run.text_at(3), run.text_at(4),
            run.number_at(5) != 0});
    }
    return {};
  });
}

}  // namespace selon
