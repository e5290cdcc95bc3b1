// selon.xml, good and bad, as test_packs.cpp has packs; how one is found, and what its words
// come to in a pack.
#include <doctest/doctest.h>

#include <array>
#include <string>

#include "both_ways.h"
#include "folder.h"
#include "rules/house.h"

using namespace selon;
namespace fs = std::filesystem;

namespace {

const fs::path houses_folder = fs::path(SELON_TESTS_DIR) / "rules" / "houses";
constexpr std::array<std::string_view, 2> known{"source.anonymous", "source.single"};

LoadErrors mistakes_of(const fs::path& path) {
  const auto house = load_house_from_memory(content_of(path), path.filename().string(), {});
  return house ? LoadErrors{} : house.error();
}

}  // namespace

TEST_CASE("good house files load, bad ones are refused at the place of their mistake") {
  for (const fs::path& path : files_of(houses_folder / "good")) {
    CAPTURE(path.filename().string());
    CHECK_MESSAGE(mistakes_of(path).empty(), listed(mistakes_of(path)));
  }
  CHECK(files_of(houses_folder / "bad").size() >= 15);
  for (const fs::path& path : files_of(houses_folder / "bad")) {
    CAPTURE(path.filename().string());
    check_single_mistake(mistakes_of(path), content_of(path));
  }
}

TEST_CASE("the schema of house files and their loader agree") {
  check_schema_agrees(SELON_RULES_DIR "/selon-house.rng", houses_folder, {"good"});
}

TEST_CASE("the nearest selon.xml above holds") {
  const Folder folder("nearest");
  folder.write("selon.xml", "<selon/>");
  folder.write("desk/selon.xml", "<selon/>");
  folder.write("desk/politics/a.txt", "");
  folder.write("sports/a.txt", "");
  CHECK(fs::equivalent(find_house(folder.at("desk/politics")), folder.at("desk/selon.xml")));
  CHECK(fs::equivalent(find_house(folder.at("desk")), folder.at("desk/selon.xml")));
  CHECK(fs::equivalent(find_house(folder.at("sports/none/at/all")), folder.at("selon.xml")));
  fs::create_directories(folder.at("odd/selon.xml"));
  CHECK(fs::equivalent(find_house(folder.at("odd")), folder.at("selon.xml")));
}

TEST_CASE("what a house file says is all there, its mistakes at their places") {
  const Folder folder("house");
  folder.write("profiles/desk.xml", "<profile/>");
  folder.write("a/house.xml", "<profile/>");
  folder.write("a/selon.xml",
               "<selon profile=\"house.xml\" languages=\"fr\">\n"
               "<level rule=\"source.single\" severity=\"off\"/>\n<ignore> old/ </ignore></selon>");
  const auto house = load_house(folder.at("a/selon.xml"), folder.at("."), known);
  REQUIRE_MESSAGE(house, listed(house.error()));
  CHECK(house->profile == folder.at("a/house.xml"));
  CHECK(house->languages == std::vector<std::string>{"fr"});
  CHECK(house->ignored == std::vector<std::string>{"old/"});
  REQUIRE(house->levels.size() == 1);
  CHECK_FALSE(house->levels[0].severity);

  folder.write("b/selon.xml",
               "<selon profile=\"desck\">\n<level rule=\"source.singel\" severity=\"off\"/>\n"
               "<house lang=\"fr\"/>\n<house lang=\"fr\"/>\n</selon>");
  const auto bad = load_house(folder.at("b/selon.xml"), folder.at("."), known);
  REQUIRE_FALSE(bad);
  const std::string path = folder.at("b/selon.xml");
  REQUIRE(bad.error().size() == 3);
  CHECK(to_string(bad.error()[0])
            .starts_with(path + ":1:17: no profile of that name: “desck”; did you mean “desk”?"));
  CHECK(to_string(bad.error()[1]) ==
        path + ":2:14: no audit rule of that name: “source.singel”; did you mean “source.single”?");
  CHECK(to_string(bad.error()[2]) ==
        path + ":4:1: a second <house> of that language: “fr”; put its words into the first");

  folder.write("c/selon.xml", "<selon profile=\"none.xml\"/>");
  CHECK(load_house(folder.at("c/selon.xml"), folder.at("."), known).error().front().what ==
        "the profile's file doesn't exist");
}

TEST_CASE("the words of a house join those of the pack of their language") {
  Pack pack;
  pack.lang = "fr";
  pack.files = {"sources.xml"};
  pack.sources.resize(1);
  pack.sources[0].ref = "afp";
  pack.sources[0].name = "AFP";
  pack.verbs.resize(1);
  pack.verbs[0].lemma = "dire";
  const auto house = load_house_from_memory(
      "<selon><house lang=\"fr\"><source ref=\"cdv\" name=\"CDV\" kind=\"media\"/>\n"
      "<source ref=\"afp\" name=\"Agence France-Presse\" kind=\"agency\"/>"
      "<verbs takes=\"que\">susurrer, dire</verbs></house>"
      "<house lang=\"en\"><verbs takes=\"que\">whisper</verbs></house></selon>",
      "selon.xml", known);
  REQUIRE(house);
  add_house_words(*house, pack);
  REQUIRE(pack.sources.size() == 2);
  CHECK(pack.sources[0].name == "Agence France-Presse");
  CHECK(pack.sources[1].ref == "cdv");
  CHECK(pack.files == std::vector<std::string>{"sources.xml", "selon.xml"});
  CHECK(pack.sources[0].place.file == 1);
  CHECK(pack.sources[0].place.line == 2);
  REQUIRE(pack.verbs.size() == 2);
  CHECK(pack.verbs[0].takes == takes_que);
  CHECK(pack.verbs[1].lemma == "susurrer");
}
