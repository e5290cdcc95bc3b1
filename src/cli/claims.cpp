// selon claims [--source NAME] [--about WORDS] ...
#include "claims/queries.h"
#include "cli/commands.h"
#include "cli/listing_format.h"
#include "cli/recording.h"

namespace selon {

int run_claims(const Options& options, Console& console) {
  auto database = open_for_questions(options);
  if (!database) {
    console.fail(database.error());
    return console.exit_code();
  }
  ClaimQuery query;
  query.source = options.source;
  query.about = options.about;
  query.article = options.article;
  query.since = options.since;
  query.until = options.until;
  query.limit = options.limit;
  query.all_revisions = options.all_revisions;
  const auto listing = claim_listing(console.out, listing_options(options, console));
  const auto rows = for_each_claim(*database, query, [&](const ClaimRow& claim) {
    listing->row(claim);
    return !console.out.closed();
  });
  if (!rows) {
    console.fail(rows.error());
    return console.exit_code();
  }
  listing->finish(*rows);
  return console.exit_code();
}

}  // namespace selon
