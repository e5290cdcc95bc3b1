// selon verify --recorded: quotations of the claims database that stand in two wordings.
#pragma once

#include "cli/console.h"
#include "cli/options.h"
#include "cli/session.h"

namespace selon {

/// Gives the exit code: 1 where wordings differ.
[[nodiscard]] int run_verify_recorded(Session& session, const Options& options, Console& console);

}  // namespace selon
