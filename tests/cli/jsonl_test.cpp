#include "cli/jsonl.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <string>
#include <thread>
#include <vector>

using namespace selon;

namespace {

/// The lines that a reader makes of what comes through a pipe.
std::vector<std::string> lines_of(const std::string& input) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  std::thread writer([&] {
    for (std::size_t at = 0; at < input.size();) {
      const ssize_t written = ::write(ends[1], input.data() + at, input.size() - at);
      if (written <= 0) {
        break;
      }
      at += static_cast<std::size_t>(written);
    }
    ::close(ends[1]);
  });
  std::vector<std::string> lines;
  LineReader reader(ends[0]);
  for (std::string_view line;;) {
    const LineReader::Result result = reader.next(line);
    if (result == LineReader::Result::end) {
      break;
    }
    lines.emplace_back(result == LineReader::Result::line ? std::string(line) : "(too long)");
  }
  writer.join();
  ::close(ends[0]);
  return lines;
}

std::string mistake_of(std::string_view line) {
  JsonlParser parser;
  const auto record = parser.parse(line);
  return record ? "(none)" : record.error().what;
}

}  // namespace

TEST_CASE("lines come one by one, the last one with or without its end") {
  CHECK(lines_of("") == std::vector<std::string>{});
  CHECK(lines_of("a\n\nb") == std::vector<std::string>{"a", "", "b"});
  CHECK(lines_of("a\n") == std::vector<std::string>{"a"});
  const std::string wide(700'000, 'x');
  CHECK(lines_of(wide + "\n" + wide + "y\nz\n") == std::vector<std::string>{wide, wide + "y", "z"});
}

TEST_CASE("a line that is too long is dropped, and those after it are read") {
  const std::string endless(LineReader::longest_line + 400'000, 'x');
  CHECK(lines_of("a\n" + endless + "\nb\n") == std::vector<std::string>{"a", "(too long)", "b"});
  CHECK(lines_of(endless) == std::vector<std::string>{"(too long)"});
}

TEST_CASE("a descriptor that can't be read is an error") {
  LineReader reader(999);
  std::string_view line;
  CHECK(reader.next(line) == LineReader::Result::error);
  CHECK(reader.error() == EBADF);
}

TEST_CASE("a record: id, language, text") {
  JsonlParser parser;
  const auto record =
      parser.parse("{\"id\": \"a\\u0022b\", \"lang\": \"fr-CA\", \"text\": \"L'\\u00e9t\\u00e9\\n\"}");
  REQUIRE(record);
  CHECK(record->id == "a\"b");
  CHECK(record->id_json == "\"a\\\"b\"");
  CHECK(record->lang == "fr");
  CHECK(record->text == "L'été\n");

  const auto number = parser.parse("{\"id\": 42, \"text\": \"\"}");
  REQUIRE(number);
  CHECK(number->id_json == "42");
  CHECK(number->id == "42");
  const auto none = parser.parse("{\"text\": \"x\", \"id\": null, \"more\": [1]}");
  REQUIRE(none);
  CHECK(none->id_json == "");
}

TEST_CASE("a bad record says what is wrong, with its id where it has one") {
  CHECK(mistake_of("{\"text\": ").starts_with("no JSON: "));
  CHECK(mistake_of("[1]").starts_with("no JSON object"));
  CHECK(mistake_of("{\"id\": 1}") == "“text” is missing");
  CHECK(mistake_of("{\"text\": 1}") == "“text” is no string");
  CHECK(mistake_of("{\"text\": \"x\", \"lang\": 1}") == "“lang” is no string");
  CHECK(mistake_of("{\"text\": \"x\", \"id\": [1]}") == "“id” is neither a string nor a number");
  CHECK(mistake_of("{\"text\": \"\xFF\"}").starts_with("no JSON: "));
  CHECK(mistake_of(std::string(200'000, '[')).starts_with("no JSON: "));
  JsonlParser parser;
  const auto record = parser.parse("{\"id\": 7, \"text\": null}");
  REQUIRE_FALSE(record);
  CHECK(record.error().id_json == "7");
}
