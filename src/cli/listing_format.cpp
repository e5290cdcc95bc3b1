#include "cli/listing_format.h"

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
  const ListingFormat format = options.format == "json"  ? ListingFormat::json
                               : options.format == "csv" ? ListingFormat::csv
                                                         : ListingFormat::text;
  return {format, console.language, console.colours};
}

}  // namespace selon
