// selon claims [--source NAME] [--about WORDS] ...
#include "cli/commands.h"
#include "cli/listing_format.h"

namespace selon {

int run_claims(const Options& options, Console& console) {
  return list_rows<ClaimRow>(options, console, claim_listing, [&](Database& database, const auto& each) {
    return for_each_claim(database, claim_query(options), each);
  });
}

}  // namespace selon
