// selon timeline --source NAME
#include "claims/timeline.h"

#include "cli/commands.h"
#include "cli/listing_format.h"

namespace selon {

int run_timeline(const Options& options, Console& console) {
  return list_rows<TimelineRow>(options, console, timeline_listing,
                                [&](Database& database, const auto& each) {
                                  return for_each_on_timeline(database, claim_query(options), each);
                                });
}

}  // namespace selon
