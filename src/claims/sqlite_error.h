// SQLite's exceptions end here: each becomes an Error that says what it means for
// the claims database and what to do.
#pragma once

#include <SQLiteCpp/Exception.h>

#include <string>
#include <utility>

#include "base/error.h"

namespace selon {

[[nodiscard]] Error sqlite_error(const std::string& path, const SQLite::Exception& exception);

/// Runs `work` (which gives an Expected) and turns an exception of SQLite into its error.
template <class Work>
auto without_exceptions(const std::string& path, Work&& work) -> decltype(work()) {
  try {
    return std::forward<Work>(work)();
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(sqlite_error(path, exception));
  }
}

}  // namespace selon
