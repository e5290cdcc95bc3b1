// Where the database's file lies, and how it comes into being: readable by its owner
// only from the first moment.
#pragma once

#include <optional>
#include <string>

#include "base/error.h"
#include "claims/database.h"

namespace selon {

/// What is to be opened.
struct DatabaseFile {
  std::string path;        ///< absolute, so that no name means something else to SQLite
  bool empty = false;      ///< a file without a byte, as left by a process that died at once
  bool immutable = false;  ///< nobody can be writing, and SQLite must not try to lock
};

/// Looks at `path`, and with OpenMode::create makes the file (mode 0600) where there
/// is none, and its directories (mode 0700) where they are the user's data directory's.
[[nodiscard]] Expected<DatabaseFile> find_database_file(const std::string& path, OpenMode mode);

}  // namespace selon
