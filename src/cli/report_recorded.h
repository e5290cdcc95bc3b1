// selon report --recorded: the claims of the database in figures.
#pragma once

#include "cli/console.h"
#include "cli/options.h"
#include "cli/session.h"

namespace selon {

int run_report_recorded(Session& session, const Options& options, Console& console);

}  // namespace selon
