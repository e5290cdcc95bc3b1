// What an open Database holds; for the files of this room.
#pragma once

#include <SQLiteCpp/Database.h>

#include <memory>
#include <string>

#include "claims/database.h"

namespace selon {

struct RecordStatements;  // record_statements.h
struct RecordStatementsDeleter {
  void operator()(RecordStatements* statements) const;
};

struct Database::State {
  State(std::string file_path, const std::string& uri, int flags, int busy_timeout_ms)
      : path(std::move(file_path)), sqlite(uri, flags, busy_timeout_ms) {}

  std::string path;
  SQLite::Database sqlite;
  /// Made at the first record. Declared after the connection: it must go before it.
  std::unique_ptr<RecordStatements, RecordStatementsDeleter> record_statements;
};

}  // namespace selon
