#include "report/json_writer.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <random>

using namespace selon;

namespace {

std::string written(std::string_view text) {
  Output output;
  JsonWriter json(output);
  json.value(text);
  return output.text();
}

}  // namespace

TEST_CASE("JSON strings are escaped where JSON asks for it, and nowhere else") {
  CHECK(written("« L'été »") == "\"« L'été »\"");
  CHECK(written("a\"b\\c") == "\"a\\\"b\\\\c\"");
  CHECK(written("a\nb\tc\rd\be\f") == "\"a\\nb\\tc\\rd\\be\\f\"");
  CHECK(written(std::string_view("\0\x1b\x1f\x7f", 4)) == "\"\\u0000\\u001b\\u001f\x7f\"");
  CHECK(written("") == "\"\"");
}

TEST_CASE("JSON is laid out compact or indented") {
  const auto write = [](JsonLayout layout) {
    Output output;
    JsonWriter json(output, layout);
    json.begin_object();
    json.member("a", 1u);
    json.member("b", true);
    json.key("c");
    json.begin_array();
    json.value("x");
    json.null();
    json.begin_object();
    json.end_object();
    json.end_array();
    json.member_or_null("d", "");
    json.end_object();
    json.end_line();
    return output.text();
  };
  CHECK(write(JsonLayout::compact) == "{\"a\":1,\"b\":true,\"c\":[\"x\",null,{}],\"d\":null}\n");
  CHECK(
      write(JsonLayout::indented) ==
      "{\n  \"a\": 1,\n  \"b\": true,\n  \"c\": [\n    \"x\",\n    null,\n    {}\n  ],\n  \"d\": null\n}\n");
}

TEST_CASE("several JSON texts follow each other, one a line") {
  Output output;
  JsonWriter json(output);
  for (const std::uint32_t number : {1u, 4294967295u}) {
    json.begin_object();
    json.member("n", number);
    json.end_object();
    json.end_line();
  }
  CHECK(output.text() == "{\"n\":1}\n{\"n\":4294967295}\n");
}

TEST_CASE("any text comes back as it was") {
  std::mt19937 random(7);
  const std::string_view pieces[] = {"a", "\"", "\\", "\n", "é", "\u2028", "😀", "\x01", " ", "{", "\u202E"};
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (auto length = random() % 40; length > 0; --length) {
      text += pieces[random() % std::size(pieces)];
    }
    CHECK(nlohmann::json::parse(written(text)).get<std::string>() == text);
  }
}

TEST_CASE("bytes that are no UTF-8 are replaced one by one") {
  CHECK(valid_utf8("été") == "été");
  CHECK(valid_utf8("a\xFF"
                   "b") ==
        "a\uFFFD"
        "b");
  CHECK(valid_utf8("\xC3") == "\uFFFD");
  CHECK(valid_utf8("\xE2\x82"
                   "é") ==
        "\uFFFD\uFFFD"
        "é");
  CHECK(valid_utf8("\xF0\x9F\x98\x80!") == "😀!");
}
