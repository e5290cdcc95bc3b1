// Which sources a user means by a name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "claims/state.h"

namespace selon {

/// Ids, ascending: the sources that have `asked` as ref or as a whole name or alias; where
/// there is none, those of whose names it is a part, word by word. With `exact` only those
/// with that ref or that name, not an alias. A merged source stands as the one it was merged
/// into. May throw what SQLite throws.
[[nodiscard]] std::vector<std::int64_t> find_source_ids(SQLite::Database& sqlite, const std::string& asked,
                                                        bool exact = false);

}  // namespace selon
