// A directory for one test, other processes, and a look into the database from outside.
#pragma once

#include <SQLiteCpp/Database.h>
#include <doctest/doctest.h>
#include <sys/types.h>

#include <functional>
#include <string>
#include <utility>

#include "base/error.h"
#include "claims/database.h"

namespace selon::testing {

/// A directory that goes with its object.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  [[nodiscard]] std::string file(const std::string& name) const { return directory_ + "/" + name; }
  [[nodiscard]] const std::string& directory() const { return directory_; }

 private:
  std::string directory_;
};

/// Runs `work` in another process, as a user without rights where the tests run as
/// root, and gives what it returned.
[[nodiscard]] std::string in_other_process(const std::function<std::string()>& work,
                                           bool without_rights = false);

/// The value, or a failed test with the error's words.
template <class T>
T must(Expected<T> result) {
  if (!result) FAIL(to_string(result.error()));
  return std::move(*result);
}

/// The error's words, or "" where there is none.
template <class T>
std::string error_of(const Expected<T>& result) {
  return result ? "" : to_string(result.error());
}

/// One value, asked as a stranger would.
[[nodiscard]] std::string ask(const std::string& path, const std::string& sql);

/// What is wrong with the database as a whole: "" where every revision has the rows
/// it counts, every reference holds, the index is in step, and SQLite finds no damage.
[[nodiscard]] std::string faults_of(const std::string& path);

}  // namespace selon::testing
