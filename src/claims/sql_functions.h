// Our functions in SQL, for migrations and upkeep.
#pragma once

#include <SQLiteCpp/Database.h>

namespace selon {

/// fold_name(text): see claims/fold.h.
void add_sql_functions(SQLite::Database& sqlite);

}  // namespace selon
