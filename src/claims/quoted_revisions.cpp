#include "claims/quoted_revisions.h"

#include <fmt/format.h>

#include "claims/layout.h"
#include "claims/moment.h"
#include "claims/recorded.h"
#include "claims/source_lookup.h"
#include "claims/sqlite_error.h"
#include "claims/state.h"
#include "claims/statement.h"

namespace selon {

namespace {

constexpr std::string_view columns =
    "SELECT r.id, a.key, r.lang, r.at, r.number, s.id, s.name, c.source_id IS NOT NULL OR c.cue IS NOT NULL "
    "OR c.mention IS NOT NULL, c.content_spans, c.statement_start, c.statement_end, r.text, "
    "coalesce(r.layout, '') "
    "FROM claims AS c CROSS JOIN revisions AS r ON r.id = c.revision_id CROSS JOIN articles AS a ON "
    "a.latest_revision = r.id "
    "LEFT JOIN sources AS o ON o.id = c.source_id LEFT JOIN sources AS s ON s.id = coalesce(o.same_as, o.id) "
    "WHERE c.kind IN ('direct', 'mixed', 'according_to') AND c.is_claim = 1";

/// Columns in the order of `columns`.
QuotedClaim read_claim(const Run& run) {
  QuotedClaim claim;
  claim.source = run.number_at(5);
  claim.speaker = run.text_at(6);
  claim.attributed = run.number_at(7) != 0;
  claim.content = read_spans(run.text_at(8));
  claim.statement = {static_cast<std::uint32_t>(run.number_at(9)),
                     static_cast<std::uint32_t>(run.number_at(10))};
  if (claim.statement.empty() && !claim.content.empty()) {
    claim.statement = {claim.content.front().start, claim.content.back().end};
  }
  return claim;
}

QuotedRevision read_revision(const Run& run) {
  QuotedRevision revision;
  revision.id = run.number_at(0);
  revision.article = run.text_at(1);
  revision.lang = run.text_at(2);
  revision.at = run.text_at(3);
  revision.number = static_cast<std::uint32_t>(run.number_at(4));
  revision.document.text = run.text_at(11);
  // Where an earlier schema recorded it: one block, as the loader would find without its file.
  if (!restore_layout(revision.document, run.text_at(12)) || revision.document.blocks.empty()) {
    revision.document.blocks = {
        {BlockKind::paragraph, {0, static_cast<std::uint32_t>(revision.document.text.size())}}};
  }
  return revision;
}

/// Conditions, and the values of their question marks.
struct Conditions {
  std::string sql;
  std::vector<std::string> texts;
};

Expected<void> add_dates(const ClaimQuery& query, Conditions& conditions) {
  for (const auto& [written, compared] : {std::pair(&query.since, ">="), std::pair(&query.until, "<=")}) {
    if (written->empty()) continue;
    const auto moment = moment_asked_for(*written);
    if (!moment) return tl::unexpected(moment.error());
    conditions.sql += fmt::format(" AND r.at {} ?", compared);
    conditions.texts.push_back(write_moment(written == &query.since ? moment->first : moment->last));
  }
  return {};
}

Expected<Conditions> conditions_of(Database& database, const ClaimQuery& query) {
  Conditions made;
  if (!query.source.empty()) {
    made.sql += fmt::format(
        " AND c.id IN (SELECT claim_id FROM claim_sources WHERE source_id IN ({}) AND role <> 'relay')",
        fmt::join(find_source_ids(database.state().sqlite, query.source, query.exact), ","));
  }
  if (!query.article.empty()) {
    const auto revisions = revisions_of(database, query.article);
    if (!revisions) return tl::unexpected(revisions.error());
    const std::int64_t latest = revisions->back().id;
    made.sql += fmt::format(
        " AND (c.revision_id = {0} OR c.id IN (SELECT m.claim_id FROM claim_sources AS m WHERE m.source_id "
        "IN (SELECT n.source_id FROM claim_sources AS n JOIN claims AS k ON k.id = n.claim_id "
        "WHERE k.revision_id = {0})))",
        latest);
  }
  if (auto dated = add_dates(query, made); !dated) return tl::unexpected(dated.error());
  return made;
}

}  // namespace

Expected<std::size_t> for_each_quoted_revision(Database& database, const ClaimQuery& query,
                                               const std::function<bool(QuotedRevision&)>& each) {
  return without_exceptions(database.path(), [&]() -> Expected<std::size_t> {
    const auto conditions = conditions_of(database, query);
    if (!conditions) return tl::unexpected(conditions.error());
    Prepared statement(database.state().sqlite,
                       fmt::format("{}{} ORDER BY c.revision_id, c.id", columns, conditions->sql));
    Run run = statement.run();
    for (const std::string& value : conditions->texts) run.text(value);
    QuotedRevision revision;
    std::size_t count = 0;
    bool goes_on = true;
    const auto hand_over = [&] {
      if (revision.id == 0) return;
      ++count;
      goes_on = each(revision);
    };
    while (goes_on && run.step()) {
      if (run.number_at(0) != revision.id) {
        hand_over();
        revision = read_revision(run);
      }
      revision.claims.push_back(read_claim(run));
    }
    if (goes_on) hand_over();
    return count;
  });
}

}  // namespace selon
