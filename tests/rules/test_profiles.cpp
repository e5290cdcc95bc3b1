// Profiles of one file each, good and bad, as test_packs.cpp has packs; and what profiles
// that extend one another come to.
#include <doctest/doctest.h>

#include <array>
#include <string>

#include "both_ways.h"
#include "folder.h"
#include "rules/profile.h"

using namespace selon;
namespace fs = std::filesystem;

namespace {

const fs::path profiles_folder = fs::path(SELON_TESTS_DIR) / "rules" / "profiles";
constexpr std::array<std::string_view, 2> known{"source.anonymous", "source.single"};

LoadErrors mistakes_of(const fs::path& path) {
  const auto profile = load_profile_from_memory(content_of(path), path.filename().string(), {});
  return profile ? LoadErrors{} : profile.error();
}

}  // namespace

TEST_CASE("good profiles load, bad ones are refused at the place of their mistake") {
  for (const fs::path& path : files_of(profiles_folder / "good")) {
    CAPTURE(path.filename().string());
    CHECK_MESSAGE(mistakes_of(path).empty(), listed(mistakes_of(path)));
  }
  CHECK(files_of(profiles_folder / "bad").size() >= 15);
  for (const fs::path& path : files_of(profiles_folder / "bad")) {
    CAPTURE(path.filename().string());
    check_single_mistake(mistakes_of(path), content_of(path));
  }
}

TEST_CASE("the profiles' schema and their loader agree") {
  check_schema_agrees(SELON_RULES_DIR "/selon-profile.rng", profiles_folder, {"good"});
  CHECK(refused_by_schema(SELON_RULES_DIR "/selon-profile.rng", fs::path(SELON_RULES_DIR) / "profiles")
            .empty());
}

TEST_CASE("a profile takes over what it doesn't say itself") {
  const Folder folder("profiles");
  folder.write("profiles/base.xml",
               "<profile><summary lang=\"en\">base</summary><level rule=\"source.single\" severity=\"off\"/>"
               "<level rule=\"source.anonymous\" severity=\"error\" graded=\"no\"/>"
               "<words id=\"cut-marks\">(…)</words><words id=\"months\">mai</words>"
               "<verification passes=\"exact\"/></profile>");
  folder.write("house/desk.xml",
               "<profile extends=\"base\"><level rule=\"source.single\" severity=\"warning\"/></profile>");
  folder.write("house/late.xml",
               "<profile extends=\"desk.xml\"><words id=\"cut-marks\">[…], [...]</words></profile>");
  const auto profile = load_profile(folder.at("house/late.xml"), folder.at("."), known);
  REQUIRE_MESSAGE(profile, to_string(profile.error().front()));
  CHECK(profile->name == "late");
  CHECK(profile->files.size() == 3);
  CHECK(profile->files.back() == folder.at("house/late.xml"));
  CHECK(profile->summary.empty());
  REQUIRE(profile->levels.size() == 2);
  CHECK(profile->levels[0].rule == "source.single");
  CHECK(profile->levels[0].severity == Severity::warning);
  CHECK_FALSE(profile->levels[1].graded);
  CHECK(profile->lets_pass("exact"));
  CHECK_FALSE(profile->lets_pass("typographic"));

  Pack pack;
  pack.audit.resize(2);
  pack.audit[0].id = "source.anonymous";
  pack.audit[1].id = "source.single";
  pack.audit[1].off = true;
  pack.lists.push_back({"cut-marks", {"…"}, {}});
  apply_profile(*profile, pack);
  REQUIRE(pack.lists.size() == 1);  // one that the pack hasn't is none of its language
  CHECK(pack.lists[0].words == std::vector<std::string>{"[…]", "[...]"});
  CHECK(pack.audit[0].severity == Severity::error);
  CHECK_FALSE(pack.audit[0].graded);
  CHECK_FALSE(pack.audit[1].off);
}

TEST_CASE("mistakes of a profile are told at their places, with the nearest name") {
  const Folder folder("bad-profiles");
  folder.write(
      "profiles/house.xml",
      "<profile extends=\"deflt\">\n<level rule=\"source.anonymos\" severity=\"error\"/>\n</profile>");
  folder.write("profiles/default.xml", "<profile/>");
  folder.write("profiles/snake.xml", "<profile extends=\"tail\"/>");
  folder.write("profiles/tail.xml", "<profile extends=\"snake\"/>");
  folder.write("profiles/gone.xml", "<profile extends=\"gone/base.xml\"/>");
  const auto house = load_profile("house", folder.at("."), known);
  REQUIRE_FALSE(house);
  REQUIRE(house.error().size() == 2);
  CHECK(to_string(house.error()[0]) ==
        folder.at("./profiles/house.xml") +
            ":1:19: no profile of that name: “deflt”; did you mean “default”?, "
            "or the path of a house profile’s file");
  CHECK(to_string(house.error()[1]) ==
        folder.at("./profiles/house.xml") +
            ":2:14: no audit rule of that name: “source.anonymos”; did you mean “source.anonymous”?");
  CHECK(load_profile("snake", folder.at("."), known).error().front().what ==
        "profiles that extend one another in a circle");
  CHECK(load_profile("gone", folder.at("."), known).error().front().what ==
        "the profile to extend doesn't exist");
  CHECK(load_profile("../house", folder.at("."), known).error().front().what == "no profile of that name");
  CHECK(load_profile(folder.at("none.xml"), folder.at("."), known).error().front().what ==
        "the rule file can't be read");
}
