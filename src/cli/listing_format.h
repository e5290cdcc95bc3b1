// What the commands that ask the claims database share.
#pragma once

#include "claims/database.h"
#include "cli/console.h"
#include "cli/options.h"
#include "report/listings.h"

namespace selon {

[[nodiscard]] Expected<Database> open_for_questions(const Options& options);
[[nodiscard]] ListingOptions listing_options(const Options& options, const Console& console);

}  // namespace selon
