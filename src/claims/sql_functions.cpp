#include "claims/sql_functions.h"

#include <sqlite3.h>

#include <string>

#include "claims/fold.h"

namespace selon {

namespace {

void fold_value(sqlite3_context* context, int, sqlite3_value** values) {
  const void* text = sqlite3_value_text(values[0]);
  const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[0]));
  const std::string folded = fold_name({static_cast<const char*>(text), text != nullptr ? size : 0});
  sqlite3_result_text(context, folded.data(), static_cast<int>(folded.size()), SQLITE_TRANSIENT);
}

}  // namespace

void add_sql_functions(SQLite::Database& sqlite) {
  sqlite.createFunction("fold_name", 1, true, nullptr, fold_value);
}

}  // namespace selon
