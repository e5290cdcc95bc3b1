// Times as articles and users write them, and as the database keeps them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace selon {

/// The seconds (since 1970, UTC) that a written time covers: a whole day for
/// "2023-07-28", one second for "2023-07-28T09:52:00+02:00".
struct Moment {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

/// Reads ISO 8601: year, year-month, a date, or a date and a time with 'T' or a
/// space, seconds and their fraction left out or not, "Z", "+02:00", "+0200" or no
/// zone (UTC). Nothing where it is none, or no day of the calendar.
[[nodiscard]] std::optional<Moment> read_moment(std::string_view written);

/// The same of what a user asks for: fails where it is none, with the ways to write one.
[[nodiscard]] Expected<Moment> moment_asked_for(const std::string& written);

/// "2023-07-28T07:52:00Z"
[[nodiscard]] std::string write_moment(std::int64_t seconds);

[[nodiscard]] std::int64_t now_in_seconds();

}  // namespace selon
