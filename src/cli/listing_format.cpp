#include "cli/listing_format.h"

#include "claims/words.h"
#include "cli/recording.h"

namespace selon {

Expected<Database> open_for_questions(const Options& options) {
  const auto path = database_path(options);
  if (!path) {
    return tl::unexpected(path.error());
  }
  return Database::open(*path, OpenMode::read_only);
}

ListingOptions listing_options(const Options& options, const Console& console) {
  const ListingFormat format = options.format == "json"    ? ListingFormat::json
                               : options.format == "jsonl" ? ListingFormat::jsonl
                               : options.format == "csv"   ? ListingFormat::csv
                               : options.format == "md"    ? ListingFormat::md
                                                           : ListingFormat::text;
  return {format, console.language, console.colours};
}

ClaimQuery claim_query(const Options& options) {
  ClaimQuery query;
  query.source = options.source;
  query.exact = options.exact;
  query.about = options.about;
  query.article = options.article;
  query.since = options.since;
  query.until = options.until;
  query.limit = options.limit;
  query.all_revisions = options.all_revisions;
  query.unverified = options.unverified;
  if (options.anonymous) {
    query.anonymous = true;
  }
  for (const AttributionKind kind : {AttributionKind::direct, AttributionKind::indirect,
                                     AttributionKind::mixed, AttributionKind::according_to}) {
    if (options.kind == word_of(kind)) {
      query.kind = kind;
    }
  }
  for (const Status status : {Status::credited, Status::carried}) {
    if (options.kind == word_of(status)) {
      query.status = status;
    }
  }
  return query;
}

}  // namespace selon
