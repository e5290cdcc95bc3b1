#include "claims/moment.h"

#include <fmt/format.h>

#include <chrono>

namespace selon {

namespace {

/// Reads a written time from left to right.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  /// Exactly `count` digits.
  std::optional<int> digits(std::size_t count) {
    if (rest_.size() < count) return std::nullopt;
    int value = 0;
    for (const char c : rest_.substr(0, count)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }
  bool take(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool skip_digits() {
    const std::size_t count = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    rest_.remove_prefix(count);
    return count > 0;
  }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] bool next_is(std::string_view any_of) const {
    return !rest_.empty() && any_of.find(rest_.front()) != std::string_view::npos;
  }

 private:
  std::string_view rest_;
};

std::int64_t seconds_of(std::chrono::year_month_day day) {
  return std::chrono::sys_seconds{std::chrono::sys_days{day}}.time_since_epoch().count();
}

/// Seconds east of Greenwich.
std::optional<std::int64_t> read_zone(Reader& reader) {
  if (reader.at_end()) return 0;
  if (reader.take("Zz")) return 0;
  const bool west = reader.next_is("-");
  if (!reader.take("+-")) return std::nullopt;
  const auto hours = reader.digits(2);
  reader.take(":");
  const auto minutes = reader.at_end() ? std::optional<int>(0) : reader.digits(2);
  if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
  const std::int64_t seconds = (*hours * 60 + *minutes) * 60;
  return west ? -seconds : seconds;
}

/// The time of day with its zone, from the start of the day.
std::optional<Moment> read_time(Reader& reader, std::int64_t day) {
  const auto hour = reader.digits(2);
  if (!hour || *hour > 24 || !reader.take(":")) return std::nullopt;
  const auto minute = reader.digits(2);
  if (!minute || *minute > 59) return std::nullopt;
  std::int64_t length = 60;
  int second = 0;
  if (reader.take(":")) {
    const auto read = reader.digits(2);
    if (!read || *read > 60) return std::nullopt;
    if (reader.take(".,") && !reader.skip_digits()) return std::nullopt;
    second = *read;
    length = 1;
  }
  const auto zone = read_zone(reader);
  if (!zone || !reader.at_end()) return std::nullopt;
  const std::int64_t first = day + (*hour * 60 + *minute) * 60 + second - *zone;
  return Moment{first, first + length - 1};
}

}  // namespace

std::optional<Moment> read_moment(std::string_view written) {
  using namespace std::chrono;
  Reader reader(written);
  const auto y = reader.digits(4);
  if (!y) return std::nullopt;
  const year in_year{*y};
  if (reader.at_end()) {
    return Moment{seconds_of(in_year / January / 1), seconds_of((in_year + years{1}) / January / 1) - 1};
  }
  if (!reader.take("-")) return std::nullopt;
  const auto m = reader.digits(2);
  if (!m || *m < 1 || *m > 12) return std::nullopt;
  const year_month in_month = in_year / *m;
  if (reader.at_end()) {
    return Moment{seconds_of(in_month / 1), seconds_of((in_month + months{1}) / 1) - 1};
  }
  if (!reader.take("-")) return std::nullopt;
  const auto d = reader.digits(2);
  if (!d || !(in_month / *d).ok()) return std::nullopt;
  const std::int64_t start = seconds_of(in_month / *d);
  if (reader.at_end()) return Moment{start, start + 86399};
  if (!reader.take("Tt ")) return std::nullopt;
  return read_time(reader, start);
}

Expected<Moment> moment_asked_for(const std::string& written) {
  if (const auto moment = read_moment(written)) return *moment;
  return tl::unexpected(Error{"", 0, 0, "this is no date", written,
                              "write it as 2023, 2023-07, 2023-07-28 or 2023-07-28T09:52"});
}

std::string write_moment(std::int64_t seconds) {
  using namespace std::chrono;
  const sys_seconds time{std::chrono::seconds{seconds}};
  const auto day = floor<days>(time);
  const year_month_day date{day};
  const hh_mm_ss clock{time - day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", int(date.year()), unsigned(date.month()),
                     unsigned(date.day()), clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

std::int64_t now_in_seconds() {
  using namespace std::chrono;
  return floor<seconds>(system_clock::now()).time_since_epoch().count();
}

}  // namespace selon
