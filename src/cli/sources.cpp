// selon sources [--source NAME]
#include "claims/queries.h"
#include "cli/commands.h"
#include "cli/listing_format.h"
#include "cli/recording.h"

namespace selon {

int run_sources(const Options& options, Console& console) {
  auto database = open_for_questions(options);
  if (!database) {
    console.fail(database.error());
    return console.exit_code();
  }
  SourceQuery query;
  query.name = options.source;
  query.all_revisions = options.all_revisions;
  query.limit = options.limit;
  const auto listing = source_listing(console.out, listing_options(options, console));
  const auto rows = for_each_source(*database, query, [&](const SourceRow& source) {
    listing->row(source);
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
