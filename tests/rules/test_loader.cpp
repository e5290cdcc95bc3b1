#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>

#include "folder.h"
#include "rules/loader.h"
#include "rules/rule_file.h"

using namespace selon;

namespace {

Pack loaded(const std::string& xml) {
  auto pack = load_pack_from_memory(xml, "test.xml");
  REQUIRE_MESSAGE(pack, to_string(pack.error().front()));
  return std::move(*pack);
}

LoadErrors refused(const std::string& xml) {
  auto pack = load_pack_from_memory(xml, "test.xml");
  REQUIRE_FALSE(pack);
  return pack.error();
}

std::string marked(const Example& example, std::size_t mark) {
  const Example::Mark& m = example.marks.at(mark);
  return m.role + "=" + example.text.substr(m.start, m.end - m.start);
}

}  // namespace

TEST_CASE("word lists are split at commas and line ends, multiword expressions kept") {
  const Pack pack =
      loaded(pack_xml("<words id=\"person-nouns\"> ministre, porte-parole,\n secrétaire \t général\n\n"
                      "chef&#160;d’État</words>"));
  REQUIRE(pack.list("person-nouns") != nullptr);
  CHECK(pack.list("person-nouns")->words ==
        std::vector<std::string>{"ministre", "porte-parole", "secrétaire général", "chef\u00A0d’État"});
  CHECK(pack.list("titles") == nullptr);
  CHECK(pack.list("person-nouns")->place.line == 2);
}

TEST_CASE("a group of verbs becomes one verb a lemma") {
  const Pack pack =
      loaded(pack_xml("<verbs takes=\"que quotation person-que\" stance=\"doubtful\" weak=\"yes\">prétendre, "
                      "laisser entendre</verbs><verbs takes=\"que\" denies=\"yes\">nier</verbs>"));
  REQUIRE(pack.verbs.size() == 3);
  CHECK(pack.verbs[1].lemma == "laisser entendre");
  CHECK(pack.verbs[1].takes == (takes_que | takes_quotation | takes_person_que));
  CHECK(pack.verbs[1].stance == Stance::doubtful);
  CHECK(pack.verbs[1].weak);
  CHECK_FALSE(pack.verbs[1].denies);
  CHECK(pack.verbs[2].denies);
  CHECK(pack.verbs[2].stance == Stance::neutral);
}

TEST_CASE("tags, context rules, macros and sets") {
  const Pack pack = loaded(pack_xml(
      "<tag name=\"NOUN\" from=\"noun shape.name\" open=\"yes\">part, tout</tag><tag name=\"SAY\">dit</tag>\n"
      "<choose tag=\"SAY\" among=\"NOUN SAY\" words=\"dit, fait\" before=\" NOUN\" after=\"(?&lt;! SAY ) "
      "END\"/>\n"
      "<macro name=\"NP\">\n  NOUN+\n</macro><set name=\"ALL\">NOUN\n SAY</set>"));
  CHECK(pack.tags[0].from == std::vector<std::string>{"noun", "shape.name"});
  CHECK(pack.tags[0].words == std::vector<std::string>{"part", "tout"});
  CHECK(pack.tags[0].open);
  CHECK(pack.context[0].words == std::vector<std::string>{"dit", "fait"});
  CHECK(pack.context[0].before == "NOUN");
  CHECK(pack.context[0].after == "(?<! SAY ) END");
  CHECK(pack.macros[0].expression == "NOUN+");
  CHECK(pack.macros[0].expression_place.line == 5);
  CHECK(pack.macros[0].expression_place.column == 3);
  CHECK(pack.sets[0].expression == "NOUN SAY");
}

TEST_CASE("sources take kind and country from the group around them") {
  const Pack pack =
      loaded(pack_xml("<sources kind=\"agency\" country=\"KP\"><source ref=\"kcna\" "
                      "name=\"KCNA\"><alias>Agence  centrale</alias></source>"
                      "<source ref=\"seoul\" name=\"Séoul\" kind=\"place\" country=\"KR\" metonym-of=\"la "
                      "Corée du Sud\"/></sources>"));
  CHECK(pack.sources[0].kind == SourceKind::agency);
  CHECK(pack.sources[0].country == "KP");
  CHECK(pack.sources[0].aliases == std::vector<std::string>{"Agence centrale"});
  CHECK(pack.sources[1].kind == SourceKind::place);
  CHECK(pack.sources[1].country == "KR");
  CHECK(pack.sources[1].metonym_of == "la Corée du Sud");
}

TEST_CASE("an example's marks are bytes of its text, without white space at their ends") {
  const Pack pack =
      loaded(pack_xml("<tag name=\"A\">a</tag><pattern id=\"fr.x\" kind=\"reported\" "
                      "scope=\"clause\"><match>A</match><example>\n"
                      "  <source> L’économiste <via>(AFP)</via> </source> <cue>a\n    relevé</cue>\u00A0: "
                      "<content>« Ça monte. »</content>\n"
                      "</example></pattern>"));
  const Example& example = pack.patterns[0].examples[0];
  CHECK(example.text == "L’économiste (AFP) a relevé\u00A0: « Ça monte. »");
  REQUIRE(example.marks.size() == 4);
  CHECK(marked(example, 0) == "source=L’économiste (AFP)");
  CHECK(marked(example, 1) == "via=(AFP)");
  CHECK(marked(example, 2) == "cue=a relevé");
  CHECK(marked(example, 3) == "content=« Ça monte. »");
  CHECK(example.must_match);
}

TEST_CASE("a blank line in an example is a paragraph break, also at the border of a mark") {
  const Pack pack = loaded(pack_xml(
      "<tag name=\"A\">a</tag><pattern id=\"fr.x\" kind=\"reported\" scope=\"clause\"><match>A</match>"
      "<example>\n\n Un.\n \t\r\n <content>Deux.\n\n\n Trois.\n\n </content>\nQuatre.</example></pattern>"));
  const Example& example = pack.patterns[0].examples[0];
  CHECK(example.text == "Un.\n\nDeux.\n\nTrois.\n\nQuatre.");
  CHECK(marked(example, 0) == "content=Deux.\n\nTrois.");
}

TEST_CASE("property: any nesting of marks gives spans inside the text, on character borders") {
  const std::vector<std::string> pieces{"é ",
                                        " ",
                                        "mot",
                                        "\n\n",
                                        "«\u202Fà\u202F»",
                                        "<cue>a</cue>",
                                        " <via>é</via>",
                                        "<cue> b<via> c </via> </cue>",
                                        "<cue>",
                                        "</cue>"};
  unsigned seed = 11;
  int good = 0;
  for (int round = 0; round < 2000; ++round) {
    std::string body = "<source>";
    for (int i = 0; i < 9; ++i) {
      seed = seed * 1103515245u + 12345u;
      body += pieces[(seed >> 16u) % pieces.size()];
    }
    body += "</source>";
    const auto pack = load_pack_from_memory(
        pack_xml("<tag name=\"A\">a</tag><pattern id=\"x\" kind=\"reported\"><match>A</match><example>" +
                 body + "</example></pattern>"),
        "test.xml");
    if (!pack) {
      continue;
    }
    ++good;
    const Example& example = pack->patterns[0].examples[0];
    for (const Example::Mark& mark : example.marks) {
      CHECK(mark.start < mark.end);
      CHECK(mark.end <= example.text.size());
      const std::string text = example.text.substr(mark.start, mark.end - mark.start);
      CHECK((static_cast<unsigned char>(text.front()) & 0xC0) != 0x80);
      CHECK(std::string(" \n").find(text.front()) == std::string::npos);
      CHECK(std::string(" \n").find(text.back()) == std::string::npos);
    }
  }
  CHECK(good > 200);
}

TEST_CASE("all mistakes of a pack are told, in file order") {
  const LoadErrors errors =
      refused(pack_xml("<tag name=\"NOUN\" from=\"noun\"/>\n<macro name=\"NP\">NOUM</macro>\n<words id=\"a\" "
                       "x=\"1\">b</words>\n"
                       "<verb/>\n<source ref=\"afp\"/>"));
  std::vector<std::string> found;
  for (const Error& error : errors) {
    found.push_back(to_string(error));
  }
  CHECK(found == std::vector<std::string>{
                     "test.xml:3:18: no tag of that name: “NOUM”; did you mean “NOUN”?",
                     "test.xml:4:15: no attribute of <words>: “x”; use one of: id",
                     "test.xml:5:1: no element of <pack>: “<verb>”; did you mean “verbs”?",
                     "test.xml:6:1: <source> without its “name”; add name=\"…\"",
                     "test.xml:6:1: <source> without its “kind”: “afp”; add kind=\"…\" to it or to the "
                     "<sources> around it",
                 });
}

TEST_CASE("columns count characters, lines any line end") {
  const LoadErrors errors =
      refused("\xEF\xBB\xBF<pack lang=\"fr\" version=\"1\">\r\n<words id=\"é\">à</words> <x/>\r\n</pack>");
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].line == 2);
  CHECK(errors[0].column == 12);
  CHECK(errors[1].column == 25);
}

TEST_CASE("a flood of mistakes is cut") {
  std::string body;
  for (int i = 0; i < 1000; ++i) {
    body += "<x/>";
  }
  const LoadErrors errors = refused(pack_xml(body));
  CHECK(errors.size() == 201);
  CHECK(errors.back().what == "800 more mistakes are left out");
}

TEST_CASE("hostile files are refused, fast and without a crash") {
  std::string deep;
  for (int i = 0; i < 200'000; ++i) {
    deep += "<words id=\"a\">";
  }
  CHECK(refused(deep)[0].what.find("not well-formed XML") == 0);
  std::string nested = "<pack lang=\"fr\" version=\"1\">";
  std::string end;
  for (int i = 0; i < 100'000; ++i) {
    nested += "<words id=\"a\">";
    end += "</words>";
  }
  CHECK_FALSE(refused(nested + end + "</pack>").empty());
  std::string marks;
  for (int i = 0; i < 50'000; ++i) {
    marks += "<cue><source>";
  }
  CHECK_FALSE(refused(pack_xml("<pattern id=\"x\" kind=\"reported\"><example>" + marks)).empty());
  CHECK(refused(std::string(RuleFile::max_bytes + 1, ' '))[0].what == "the rule file is larger than 16 MB");
  CHECK(refused("")[0].what == "the rule file is empty");
  CHECK(refused("maire")[0].what == "text outside the root element");
  CHECK(refused(std::string("<pack lang=\"fr\" version=\"1\">\0</pack>", 36))[0].what ==
        "a control character");
  CHECK(to_string(refused("<pack lang=\"fr\" version=\"1\">\nh\xE9las</pack>")[0]) ==
        "test.xml:2:2: not UTF-8: “\\xe9”; save the rule file as UTF-8");
  CHECK(refused("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><pack lang=\"fr\" version=\"1\"/>")[0].what ==
        "an encoding other than UTF-8");
}

TEST_CASE("every cut of a good pack is refused or good, never a crash") {
  std::ifstream in(std::string(SELON_TESTS_DIR) + "/rules/packs/good/patterns.xml", std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(in), {}};
  REQUIRE(whole.size() > 500);
  int good = 0;
  for (std::size_t size = 0; size < whole.size(); ++size) {
    good += load_pack_from_memory(std::string_view(whole).substr(0, size), "cut.xml") ? 1 : 0;
  }
  CHECK(good <= 1);  // the one without the last line end
}
