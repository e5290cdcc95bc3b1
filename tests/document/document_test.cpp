#include "document/document.h"

#include <doctest/doctest.h>

using namespace selon;

TEST_CASE("block kinds have names, and the body kinds are told") {
  for (std::uint8_t i = 0; i <= static_cast<std::uint8_t>(BlockKind::boilerplate); ++i) {
    const auto kind = static_cast<BlockKind>(i);
    CHECK(block_kind(name_of(kind)) == kind);
  }
  CHECK_FALSE(block_kind("Headline").has_value());
  CHECK_FALSE(block_kind("").has_value());
  CHECK(is_body(BlockKind::caption));
  CHECK(is_body(BlockKind::standfirst));
  CHECK_FALSE(is_body(BlockKind::credit));
  CHECK_FALSE(is_body(BlockKind::dateline));
  CHECK(name_of(Format::markdown) == "markdown");
}

TEST_CASE("a source map runs in step between its segments") {
  const SourceMap identity;
  CHECK(identity.identity());
  CHECK(identity.decoded_offset(7) == 7);
  const SourceMap map({{0, 4}, {3, 20}, {10, 28}});
  CHECK(map.decoded_offset(0) == 4);
  CHECK(map.decoded_offset(2) == 6);
  CHECK(map.decoded_offset(3) == 20);
  CHECK(map.decoded_offset(9) == 26);
  CHECK(map.decoded_offset(12) == 30);
}

namespace {

FilePlace place(const Document& document, std::uint32_t offset) { return PlaceFinder(document).at(offset); }

}  // namespace

TEST_CASE("places count lines from 1 and columns in characters") {
  Document document;
  document.text = "Été\nà Nîmes";
  const PlaceFinder finder(document);
  CHECK(finder.at(0).line == 1);
  CHECK(finder.at(0).column == 1);
  CHECK(finder.at(3).column == 3);  // after "Ét": three bytes, two letters
  const auto nimes = static_cast<std::uint32_t>(document.text.find("Nîmes"));
  CHECK(finder.at(nimes).line == 2);
  CHECK(finder.at(nimes).column == 3);
  CHECK(finder.at(nimes + 3).column == 5);
  const auto end = static_cast<std::uint32_t>(document.text.size());
  CHECK(finder.at(end).line == 2);
  CHECK(finder.at(end).column == 8);
}

TEST_CASE("every kind of line end counts once") {
  Document document;
  document.text = "a\r\nb\rc\nd\n";
  CHECK(place(document, 3).line == 2);
  CHECK(place(document, 5).line == 3);
  CHECK(place(document, 7).line == 4);
  CHECK(place(document, 9).line == 5);
  CHECK(place(document, 9).column == 1);
}

TEST_CASE("a place in a line of any length is right") {
  Document document;
  for (int i = 0; i < 3000; ++i) document.text += "éa";
  const PlaceFinder finder(document);
  CHECK(finder.at(8997).column == 5999);
  CHECK(finder.at(3).column == 3);
  CHECK(finder.at(1023).column == 683);
  CHECK(finder.at(1026).column == 685);
}

TEST_CASE("places of a mapped text are those of the file") {
  Document document;
  document.text = "Gras";
  document.decoded = "x\n**Gras**";
  document.map = SourceMap({{0, 4}});
  CHECK(place(document, 0).line == 2);
  CHECK(place(document, 0).column == 3);
  CHECK(place(document, 4).column == 7);
}
