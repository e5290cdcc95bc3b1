#include "claims/moment.h"

#include <doctest/doctest.h>

#include "claims/schema.h"

using namespace selon;

namespace {

std::string first_of(std::string_view written) {
  const auto moment = read_moment(written);
  return moment ? write_moment(moment->first) : "none";
}
std::string last_of(std::string_view written) {
  const auto moment = read_moment(written);
  return moment ? write_moment(moment->last) : "none";
}

}  // namespace

TEST_CASE("a time is read in every common way of writing it") {
  CHECK(first_of("2023-07-28T09:52:00+02:00") == "2023-07-28T07:52:00Z");
  CHECK(first_of("2023-07-28T09:52:00+0200") == "2023-07-28T07:52:00Z");
  CHECK(first_of("2023-07-28 09:52:07Z") == "2023-07-28T09:52:07Z");
  CHECK(first_of("2023-07-28T09:52:07.123-05:30") == "2023-07-28T15:22:07Z");
  CHECK(first_of("2023-07-28T09:52") == "2023-07-28T09:52:00Z");
  CHECK(first_of("2024-02-29") == "2024-02-29T00:00:00Z");
  CHECK(first_of("1969-12-31T23:59:59Z") == "1969-12-31T23:59:59Z");
}

TEST_CASE("a time covers as much as it says") {
  CHECK(last_of("2023") == "2023-12-31T23:59:59Z");
  CHECK(last_of("2024-02") == "2024-02-29T23:59:59Z");
  CHECK(last_of("2023-07-28") == "2023-07-28T23:59:59Z");
  CHECK(last_of("2023-07-28T09:52") == "2023-07-28T09:52:59Z");
  CHECK(last_of("2023-07-28T09:52:10Z") == "2023-07-28T09:52:10Z");
}

TEST_CASE("what is no time is told") {
  for (const char* written :
       {"", "hier", "23-07-28", "2023-13", "2023-02-29", "2023-07-32", "2023-07-28T25:00", "2023-07-28T09",
        "2023-07-28T09:60", "2023-07-28T09:52:00+", "2023-07-28X", "2023-07-28T09:52:00+02:00 soir",
        "2023-07-28T09:52:00.", "-2023-07-28"}) {
    CAPTURE(written);
    CHECK_FALSE(read_moment(written));
  }
}

TEST_CASE("ids of claims are in the order of time, and exact in a double") {
  const auto id = [](std::string_view written) { return first_claim_id(read_moment(written)->first); };
  CHECK(id("1850-01-01") < id("1950-01-01"));
  CHECK(id("2023-07-28T09:51") < id("2023-07-28T09:52"));
  CHECK(id("2023-07-28T09:52:00Z") == id("2023-07-28T09:52:59Z"));
  CHECK(id("0001-01-01") == 0);
  CHECK(id("9999-12-31") < (std::int64_t{1} << 53));
  CHECK(id("9999-12-31") > id("2209-01-01"));
}
