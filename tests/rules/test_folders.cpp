#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "folder.h"
#include "rules/check.h"
#include "rules/find_pack.h"
#include "rules/loader.h"
#include "rules/names.h"

using namespace selon;
namespace fs = std::filesystem;

TEST_CASE("a folder's files are one pack, read in the order of their names") {
  const Folder folder("order");
  folder.write("fr/b.xml", pack_xml("<tag name=\"B\">b</tag>"));
  folder.write("fr/a.xml", pack_xml("<tag name=\"A\">a</tag><macro name=\"M\">A B</macro>"));
  folder.write("fr/notes.txt", "no rule file");
  folder.write("fr/.a.xml", "what an editor leaves behind");
  const auto pack = load_pack(folder.at("fr"));
  REQUIRE_MESSAGE(pack, to_string(pack.error().front()));
  CHECK(pack->lang == "fr");
  CHECK(pack->version == "1");
  REQUIRE(pack->tags.size() == 2);
  CHECK(pack->tags[0].name == "A");
  CHECK(pack->files == std::vector<std::string>{folder.at("fr/a.xml"), folder.at("fr/b.xml")});
  CHECK(pack->tags[1].place.file == 1);
}

TEST_CASE("one broken file does not hide the mistakes of the others") {
  const Folder folder("broken");
  folder.write("fr/a.xml", "<pack");
  folder.write("fr/b.xml", pack_xml("<x/>"));
  folder.write("fr/c.xml", pack_xml("", "lang=\"en\" version=\"2\""));
  fs::create_directories(folder.at("fr/d.xml"));
  const auto pack = load_pack(folder.at("fr"));
  REQUIRE_FALSE(pack);
  REQUIRE(pack.error().size() == 5);
  CHECK(pack.error()[0].what.find("not well-formed XML") == 0);
  CHECK(pack.error()[1].what == "no element of <pack>");
  CHECK(pack.error()[2].what == "another language than the rest of the pack");
  CHECK(pack.error()[3].what == "another version than the rest of the pack");
  CHECK(pack.error()[4].what == "the rule file can't be read");
}

TEST_CASE("a pack that isn't there, or is empty, is an error") {
  const Folder folder("empty");
  CHECK(load_pack(folder.at("none")).error()[0].what ==
        "the rule pack can't be opened (No such file or directory)");
  CHECK(load_pack(folder.at(".")).error()[0].what == "the folder holds no rule file (*.xml)");
}

TEST_CASE("a house pack extends another one and overrides by id, ref and lemma") {
  const Folder folder("extends");
  folder.write("fr/a.xml",
               pack_xml("<verbs takes=\"que\">dire, nier</verbs><tag name=\"A\">a</tag>"
                        "<source ref=\"afp\" name=\"AFP\" kind=\"agency\"/><words id=\"w\">x</words>"
                        "<audit id=\"source.vague\" severity=\"warning\" strict-only=\"yes\"><message "
                        "lang=\"fr\">Qui ?</message>"
                        "<message lang=\"en\">Who?</message></audit>"));
  folder.write(
      "house/a.xml",
      pack_xml(
          "<verbs takes=\"object\">nier</verbs><tag name=\"B\">b</tag><macro name=\"M\">A B</macro>"
          "<source ref=\"afp\" name=\"Agence France-Presse\" kind=\"agency\"/><words id=\"w\">y</words>"
          "<audit id=\"source.vague\" severity=\"error\"><message lang=\"fr\">Nommez-la.</message></audit>",
          "lang=\"fr\" version=\"7\" extends=\"../fr\""));
  const auto pack = load_pack(folder.at("house"));
  REQUIRE_MESSAGE(pack, to_string(pack.error().front()));
  CHECK(pack->version == "1+7");
  REQUIRE(pack->verbs.size() == 2);
  CHECK(pack->verbs[1].lemma == "nier");
  CHECK(pack->verbs[1].takes == takes_object);
  REQUIRE(pack->sources.size() == 1);
  CHECK(pack->sources[0].name == "Agence France-Presse");
  CHECK(pack->list("w")->words == std::vector<std::string>{"y"});
  REQUIRE(pack->audit.size() == 1);
  CHECK(pack->audit[0].severity == Severity::error);
  CHECK(pack->audit[0].strict_only);
  REQUIRE(pack->audit[0].messages.size() == 2);
  CHECK(pack->audit[0].messages[0].text == "Nommez-la.");
  CHECK(pack->audit[0].messages[1].text == "Who?");
  CHECK(pack->tags[0].name == "A");
  CHECK(pack->files[pack->verbs[1].place.file] == folder.at("house/a.xml"));
}

TEST_CASE("packs that extend nothing, or one another, are refused where they say so") {
  const Folder folder("circle");
  folder.write("a/a.xml", pack_xml("", "lang=\"fr\" version=\"1\" extends=\"../b\""));
  folder.write("b/b.xml", pack_xml("", "lang=\"fr\" version=\"1\" extends=\"../a\""));
  folder.write("c/c.xml", pack_xml("", "lang=\"fr\" version=\"1\" extends=\"../nowhere\""));
  folder.write("d/d.xml", pack_xml("", "lang=\"en\" version=\"1\" extends=\"../e\""));
  folder.write("e/e.xml", pack_xml(""));
  const auto circle = load_pack(folder.at("a"));
  REQUIRE_FALSE(circle);
  REQUIRE(circle.error().size() == 1);
  CHECK(circle.error()[0].what == "packs that extend one another in a circle");
  CHECK(circle.error()[0].path == folder.at("b/b.xml"));
  const auto nowhere = load_pack(folder.at("c"));
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error()[0].path == folder.at("c/c.xml"));
  CHECK(nowhere.error()[0].column == 38);
  CHECK(nowhere.error()[0].fragment == folder.at("nowhere"));
  const auto other = load_pack(folder.at("d"));
  REQUIRE_FALSE(other);
  CHECK(other.error()[0].what == "another language than the rest of the pack");
}

TEST_CASE("a pack is looked for in order: option, environment, user, source tree, installation") {
  const Folder folder("find");
  for (const char* place : {"option", "environment", "config/selon/rules", "home/.config/selon/rules",
                            "tree/rules", "prefix/share/selon/rules", "data/rules"}) {
    folder.write(std::string(place) + "/fr/a.xml", pack_xml(""));
  }
  folder.write("tree/rules/selon-pack.rng", "");
  fs::create_directories(folder.at("tree/build/release"));
  PackPlaces places{folder.at("option"), folder.at("environment"),        folder.at("config"),
                    folder.at("home"),   folder.at("tree/build/release"), folder.at("data")};
  CHECK(*find_pack_in("fr", places) == folder.at("option/fr"));
  places.rules_dir.clear();
  CHECK(*find_pack_in("fr", places) == folder.at("environment/fr"));
  places.selon_rules.clear();
  CHECK(*find_pack_in("fr", places) == folder.at("config/selon/rules/fr"));
  places.config_home.clear();
  CHECK(*find_pack_in("fr", places) == folder.at("home/.config/selon/rules/fr"));
  places.home.clear();
  CHECK(*find_pack_in("fr", places) == folder.at("tree/rules/fr"));
  places.program_dir = folder.at("prefix/bin");
  CHECK(*find_pack_in("fr", places) == folder.at("prefix/share/selon/rules/fr"));
  places.program_dir.clear();
  CHECK(*find_pack_in("fr", places) == folder.at("data/rules/fr"));
}

TEST_CASE("a pack that is nowhere: the error tells the places; a rules folder that isn't there is one too") {
  const Folder folder("nowhere");
  PackPlaces places;
  places.home = folder.at("home");
  const auto missing = find_pack_in("de", places);
  REQUIRE_FALSE(missing);
  CHECK(to_string(missing.error()) ==
        "no rule pack for this language: “de”; looked in: " + folder.at("home/.config/selon/rules/de"));
  places.rules_dir = folder.at("typo");
  const auto typo = find_pack_in("fr", places);
  REQUIRE_FALSE(typo);
  CHECK(typo.error().what == "the rules folder of --rules does not exist");
  CHECK(find_pack_in("../fr", places).error().what == "not a language code");
  CHECK(find_pack_in("", places).error().what == "not a language code");
}

TEST_CASE("the names of closed sets convert both ways") {
  for (const auto& [name, kind] : names<SourceKind>()) {
    CHECK(name_of(kind) == name);
    CHECK(named<SourceKind>(name) == kind);
  }
  CHECK(names<SourceKind>().size() == static_cast<std::size_t>(SourceKind::unknown) + 1);
  CHECK(name_of(SourceKind::state_media) == "state_media");
  CHECK(name_of(Severity::warning) == "warning");
  CHECK(named<Stance>("committed") == Stance::committed);
  CHECK_FALSE(named<Severity>("fatal"));
  CHECK(name_of(takes_person_que) == "person-que");
  CHECK(valence_names(takes_que | takes_incise) == "que incise");
}

TEST_CASE("the French pack loads and passes every check") {
  const auto pack = load_pack(std::string(SELON_RULES_DIR) + "/fr");
  if (!pack) {
    for (const Error& error : pack.error()) {
      FAIL_CHECK(to_string(error));
    }
    return;
  }
  for (const Error& error : check_pack(*pack)) {
    FAIL_CHECK(to_string(error));
  }
}
