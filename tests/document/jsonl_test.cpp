#include "document/jsonl.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace selon;

namespace {

/// All lines of `content`, as "line id text" or the error's message with the id in brackets.
std::vector<std::string> read_all(std::string content, std::size_t limit = JsonlReader::default_limit) {
  std::FILE* file = content.empty() ? std::tmpfile() : ::fmemopen(content.data(), content.size(), "r");
  REQUIRE(file != nullptr);
  std::vector<std::string> out;
  {
    JsonlReader reader(file, "a.jsonl", limit);
    while (auto line = reader.next()) {
      if (*line) {
        const JsonlRecord& record = **line;
        out.push_back(std::to_string(record.line) + " " + (record.id.is_number ? "#" : "") + record.id.text +
                      " " + record.lang + " " + record.text);
      } else {
        const JsonlFailure& failure = line->error();
        out.push_back("[" + failure.id.text + "] " + to_string(failure.error));
      }
    }
  }
  std::fclose(file);
  return out;
}

using Lines = std::vector<std::string>;

std::string error_of(const std::string& line) {
  const auto lines = read_all(line + "\n");
  REQUIRE(lines.size() == 1);
  return lines[0];
}

}  // namespace

TEST_CASE("records in order, whatever the fields' order and number") {
  CHECK(read_all("{\"id\":\"a1\",\"lang\":\"fr\",\"text\":\"L'\\u00e9t\\u00e9\\nà Nîmes\"}\n"
                 "\n"
                 "{\"text\":\"Non.\",\"source\":{\"x\":[1,2]},\"id\":42}\r\n"
                 "{\"text\":\"Sans id ni fin de ligne\"}") ==
        Lines{"1 a1 fr L'été\nà Nîmes", "3 #42  Non.", "4   Sans id ni fin de ligne"});
  CHECK(read_all("").empty());
  CHECK(read_all("\n \n\t\n").empty());
  CHECK(read_all("\xEF\xBB\xBF{\"text\":\"x\"}\n") == Lines{"1   x"});
}

TEST_CASE("ids are strings or numbers, and null is none") {
  CHECK(read_all("{\"id\":-7,\"text\":\"x\"}") == Lines{"1 #-7  x"});
  CHECK(read_all("{\"id\":1.5,\"text\":\"x\"}") == Lines{"1 #1.5  x"});
  CHECK(read_all("{\"id\":null,\"lang\":null,\"text\":\"x\"}") == Lines{"1   x"});
  CHECK(read_all("{\"id\":\"é\\\"\",\"text\":\"x\"}") == Lines{"1 é\"  x"});
}

TEST_CASE("a bad line is one failure, with its id, and the next one is read") {
  CHECK(
      read_all("{\"id\":\"a\",\"text\":\"x\"\n{\"id\":7,\"texte\":\"x\"}\n{\"text\":\"Non.\"}\n") ==
      Lines{
          "[a] a.jsonl:1:1: this is not valid JSON: “{\"id\":\"a\",\"text\":\"x\"”; each line is an object "
          "like {\"id\": \"a1\", \"lang\": \"fr\", \"text\": \"…\"}",
          "[7] a.jsonl:2:1: the object has no \"text\": “{\"id\":7,\"texte\":\"x\"}”; each line is an object "
          "like {\"id\": \"a1\", \"lang\": \"fr\", \"text\": \"…\"}",
          "3   Non."});
}

TEST_CASE("what is wrong with a line is said") {
  CHECK(error_of("[1,2]").starts_with("[] a.jsonl:1:1: this is not a JSON object: “[1,2]”"));
  CHECK(error_of("bonjour").find("this is not valid JSON: “bonjour”") != std::string::npos);
  CHECK(error_of("{\"id\":\"b\",\"text\":12}").starts_with("[b] a.jsonl:1:1: \"text\" is not a string"));
  CHECK(error_of("{\"text\":\"x\",\"id\":[1]}").find("\"id\" is not a string or a number") !=
        std::string::npos);
  CHECK(error_of("{\"text\":\"x\",\"lang\":3}").find("\"lang\" is not a string") != std::string::npos);
  CHECK(error_of("{\"text\":\"x\"} {\"text\":\"y\"}").find("not valid JSON") != std::string::npos);
  CHECK(error_of("{\"text\":\"x\",\"y\":tru}").find("not valid JSON") != std::string::npos);
}

TEST_CASE("invalid UTF-8 is told with its byte and column") {
  CHECK(error_of("{\"id\":\"é\",\"text\":\"caf\xE9\"}") ==
        "[é] a.jsonl:1:22: invalid UTF-8: “byte 0xE9”; JSON lines are UTF-8: convert the file first");
  CHECK(error_of("{\"id\":\"\xE9\",\"text\":\"x\"}").starts_with("[] "));
}

TEST_CASE("a line over the limit is passed over, not kept") {
  const std::string big = "{\"id\":\"gros\",\"text\":\"" + std::string(3'000'000, 'a') + "\"}";
  const auto lines = read_all(big + "\n{\"text\":\"Non.\"}\n" + big, 1000);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].find("a.jsonl:1:1: the line is longer than 1000 bytes") != std::string::npos);
  CHECK(lines[1] == "2   Non.");
  CHECK(lines[2].find("a.jsonl:3:1: ") != std::string::npos);
}

TEST_CASE("lines longer than the reader's buffer") {
  const std::string text(1'000'000, 'b');
  const auto lines = read_all("{\"text\":\"" + text + "\"}\n{\"text\":\"c\"}\n");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "1   " + text);
  CHECK(lines[1] == "2   c");
}

TEST_CASE("many lines over many chunks come out whole") {
  std::string content;
  for (int i = 0; i < 20'000; ++i) {
    content += "{\"id\":" + std::to_string(i) + ",\"text\":\"Phrase n° " + std::to_string(i) + ".\"}\n";
  }
  const auto lines = read_all(content);
  REQUIRE(lines.size() == 20'000);
  CHECK(lines[12'345] == "12346 #12345  Phrase n° 12345.");
}

TEST_CASE("a file that cannot be read ends in one failure") {
  std::FILE* folder = std::fopen("/", "r");
  if (folder == nullptr) return;
  JsonlReader reader(folder, "/");
  auto line = reader.next();
  REQUIRE(line.has_value());
  REQUIRE_FALSE(line->has_value());
  CHECK(line->error().error.what.starts_with("the input cannot be read on: "));
  CHECK_FALSE(reader.next().has_value());
  std::fclose(folder);
}
