// Which sources a user means by a name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "claims/state.h"

namespace selon {

/// Ids, ascending: the sources that have `asked` as ref or as a whole name; where
/// there is none, those of whose names it is a part, word by word. May throw what
/// SQLite throws.
[[nodiscard]] std::vector<std::int64_t> find_source_ids(SQLite::Database& sqlite, const std::string& asked);

}  // namespace selon
