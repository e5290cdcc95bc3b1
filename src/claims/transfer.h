// The whole database as JSON lines, and back: every row of every table but the full-text
// index, which is made anew. An export read into a new database exports as the same lines.
//
//   {"schema":"selon.export/1","database":3}            the version of the tables
//   {"table":"articles","row":{"id":1,"key":"…",…}}     each row, what is referred to first
//   {"rows":812}                                        the end: how many rows came before
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "claims/database.h"

namespace selon {

/// Hands over line by line, without line ends, all from one moment, until `each` returns
/// false. Gives the number of rows.
[[nodiscard]] Expected<std::uint64_t> export_rows(Database& database,
                                                  const std::function<bool(std::string_view)>& each);

/// Reads an export into an empty database, in one transaction. `next` gives line after line,
/// false at the end. Refused, each with its line: what is no export, one of a newer schema, a
/// row that the tables don't take, an end that is missing; nothing is imported then. `name` is
/// that of the input.
[[nodiscard]] Expected<std::uint64_t> import_rows(Database& database, const std::string& name,
                                                  const std::function<bool(std::string_view&)>& next);

}  // namespace selon
