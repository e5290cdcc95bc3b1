// Whether a claims database is whole: the file, what its rows say of each other, and the
// full-text index.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "claims/database.h"

namespace selon {

/// What is wrong, a sentence each; empty where nothing is. Needs a database that may be
/// written: SQLite checks its full-text index by a command.
[[nodiscard]] Expected<std::vector<std::string>> faults_in(Database& database);

/// Makes the full-text index anew from the claims.
[[nodiscard]] Expected<void> rebuild_text_index(Database& database);

}  // namespace selon
