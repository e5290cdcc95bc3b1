#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "rules/loader.h"
#include "rules/tag_expression.h"
#include "rules/tag_requirements.h"

using namespace selon;

namespace {

/// Tags DET (1), NOUN (2), SAY (3), QUE (4), NAME (5).
Pack small_pack() {
  Pack pack;
  pack.files = {"rules/fr/patterns.xml"};
  for (const char* name : {"DET", "NOUN", "SAY", "QUE", "NAME"}) {
    pack.tags.push_back({});
    pack.tags.back().name = name;
  }
  pack.sets.push_back({"NOMINAL", "NOUN NAME", {}, {}});
  pack.macros.push_back({"NP", "DET? NOUN+", {}, {0, 10, 5}});
  pack.macros.push_back({"SUBJECT", "$NP | NAME", {}, {0, 11, 5}});
  return pack;
}

constexpr RulePlace here{0, 4, 12};

std::string expanded(std::string_view expression) {
  const auto pattern = expand_tags(small_pack(), expression, here);
  REQUIRE_MESSAGE(pattern, to_string(pattern.error()));
  return *pattern;
}

/// The sets that an expression asks for, a tag its digit: "2 35".
std::string asked(std::string_view expression) {
  std::string out;
  for (const TagBits& set : tag_requirements(expanded(expression))) {
    out += out.empty() ? "" : " ";
    for (std::size_t tag = 1; tag <= 5; ++tag) {
      out += set.test(tag) ? std::to_string(tag) : "";
    }
  }
  return out;
}

std::string mistake(std::string_view expression) {
  const Pack pack = small_pack();
  const auto regex = compile_tags(TagTable(pack), expression, here);
  REQUIRE_FALSE(regex);
  return to_string(regex.error());
}

}  // namespace

TEST_CASE("tags become bytes, sets and classes become classes") {
  CHECK(expanded("DET NOUN") == "\\x01\\x02");
  CHECK(expanded("[DET NOUN]* [^SAY @NOMINAL]") == "[\\x01\\x02]*[^\\x03\\x02\\x05]");
  CHECK(expanded("@NOMINAL+") == "[\\x02\\x05]+");
  CHECK(expanded("START . {2,5}? END") == "\\A.{2,5}?\\z");
  CHECK(expanded("") == "");
}

TEST_CASE("the hundred and eighty-first tag is byte B5") {
  Pack pack;
  for (int i = 0; i < 200; ++i) {
    pack.tags.push_back({});
    pack.tags.back().name = "T" + std::to_string(i);
  }
  CHECK(*expand_tags(pack, "T180 T199", here) == "\\xB5\\xC8");
}

TEST_CASE("groups, lookaround and quantifiers pass through") {
  CHECK(expanded("(?<cue> SAY ) (?: QUE | DET )?+ (?= NOUN ) (?! SAY ) (?<= QUE ) (?<! DET ) (?> NOUN )++ ( "
                 "NAME )*?") ==
        "(?<cue>\\x03)(?:\\x04|\\x01)?+(?=\\x02)(?!\\x03)(?<=\\x04)(?<!\\x01)(?>\\x02)++(\\x05)*?");
}

TEST_CASE("groups and lookaround may be written as words") {
  CHECK(expanded("cue( SAY ) before( NOUN ) not_before( SAY ) after( QUE ) not_after( DET )") ==
        "(?<cue>\\x03)(?=\\x02)(?!\\x03)(?<=\\x04)(?<!\\x01)");
  CHECK(expanded("source( $NP )? befor( NOUN )") == "(?<source>(?:\\x01?\\x02+))?(?<befor>\\x02)");
  CHECK(mistake("cue SAY").find(":4:12: a group's name is lower-case letters, digits and “_”") !=
        std::string::npos);
}

TEST_CASE("macros are put in as groups, macros of macros too") {
  CHECK(expanded("$SUBJECT SAY") == "(?:(?:\\x01?\\x02+)|\\x05)\\x03");
}

TEST_CASE("an expression matches the tag string it describes") {
  const Pack pack = small_pack();
  auto regex = compile_tags(TagTable(pack),
                            "START (?<source> $SUBJECT ) (?<cue> SAY ) QUE (?<content> .+ ) END", here);
  REQUIRE(regex);
  RegexMatch match;
  REQUIRE(regex->match("\x01\x02\x02\x03\x04\x05\x0A", 0, match));
  CHECK(match.group(regex->group_index("source")) == RegexMatch::Range{0, 3});
  CHECK(match.group(regex->group_index("content")) == RegexMatch::Range{5, 7});
  CHECK_FALSE(regex->match("\x01\x03\x04\x05", 0, match));
}

TEST_CASE("a group name may be used in two branches") {
  const Pack pack = small_pack();
  CHECK(compile_tags(TagTable(pack), "(?<cue>SAY) QUE | (?<cue>SAY) NAME", here, Jit::on));
}

TEST_CASE("mistakes are told at their column, with the fragment and what to do") {
  CHECK(mistake("DET NOUM") ==
        "rules/fr/patterns.xml:4:16: no tag of that name: “NOUM”; did you mean “NOUN”?");
  CHECK(mistake("DET\n  NP") ==
        "rules/fr/patterns.xml:5:3: no tag of that name: “NP”; write $NP for the macro");
  CHECK(mistake("NOMINAL") ==
        "rules/fr/patterns.xml:4:12: no tag of that name: “NOMINAL”; write @NOMINAL for the set");
  CHECK(mistake("$NQ") == "rules/fr/patterns.xml:4:12: no macro of that name: “NQ”; use one of: NP, SUBJECT");
  CHECK(mistake("@NOMINALS") ==
        "rules/fr/patterns.xml:4:12: no set of that name: “NOMINALS”; did you mean “NOMINAL”?");
  CHECK(mistake("DET é") ==
        "rules/fr/patterns.xml:4:16: no part of a tag expression: “é”; tag names are written in upper case");
  CHECK(mistake("$ NP").find(":4:12: the name of a macro in upper case follows “$”") != std::string::npos);
  CHECK(mistake("[DET | NOUN]").find(":4:17: only tags and @SETS stand between") != std::string::npos);
  CHECK(mistake("DET ]").find(":4:16: a “]” without its “[”") != std::string::npos);
}

TEST_CASE("a “<” is four columns wide, as it stands in the file") {
  CHECK(mistake("(?<= QUE ) NOUM").find(":4:26: ") != std::string::npos);
}

TEST_CASE("what PCRE2 finds is told at its place in the rule file") {
  CHECK(mistake("DET ( NOUN").find(":4:18: missing closing parenthesis: “NOUN”") != std::string::npos);
  CHECK(mistake("DET NOUN )").find(":4:21: unmatched closing parenthesis: “)”") != std::string::npos);
  CHECK(mistake("DET {5,2} NOUN").find(":4:16: numbers out of order in {} quantifier: “{5,2}") !=
        std::string::npos);
}

TEST_CASE("a mistake in a macro is told at the macro") {
  Pack pack = small_pack();
  pack.macros.push_back({"BAD", "SAY ( QUE", {}, {0, 20, 30}});
  const auto regex = compile_tags(TagTable(pack), "DET $BAD NOUN", here);
  REQUIRE_FALSE(regex);
  CHECK(regex.error().line == 20);
}

TEST_CASE("macros in a circle are refused, and so are those that grow without bound") {
  Pack pack = small_pack();
  pack.macros.push_back({"A", "DET $B", {}, {0, 20, 5}});
  pack.macros.push_back({"B", "$C", {}, {0, 21, 5}});
  pack.macros.push_back({"C", "$A", {}, {0, 22, 5}});
  const auto circle = expand_tags(pack, "$A", here);
  REQUIRE_FALSE(circle);
  CHECK(to_string(circle.error()) ==
        "rules/fr/patterns.xml:22:5: the macro uses itself: “A”; break the circle $A → $B → $C → $A");

  pack = small_pack();
  pack.macros.clear();
  pack.macros.push_back({"M0", "DET NOUN", {}, {0, 1, 1}});
  for (int i = 1; i < 40; ++i) {
    const std::string below = "$M" + std::to_string(i - 1);
    pack.macros.push_back({"M" + std::to_string(i), below + " " + below, {}, {0, 1, 1}});
  }
  const auto huge = expand_tags(pack, "$M39", here);
  REQUIRE_FALSE(huge);
  CHECK(huge.error().what == "the expression grows too long through its macros");
}

TEST_CASE("all mistakes of one expression are found at once") {
  const Pack pack = small_pack();
  const auto mistakes = tag_mistakes(TagTable(pack), "NOUM $NQ [SAI | @NOMINA] x DET", here);
  REQUIRE(mistakes.size() == 6);
  CHECK(mistakes[0].column == 12);
  CHECK(mistakes[2].fragment == "SAI");
  CHECK(mistakes[5].fragment == "x");
  CHECK(tag_mistakes(TagTable(pack), "$NP (?<cue> SAY )", here).empty());
}

TEST_CASE("no expression, however odd, crashes the scanner") {
  const std::string signs = "( ) [ ] { } ? * + | . @ $ < > = ! A a 1 , : ^ \\ é";
  const Pack pack = small_pack();
  const TagTable table(pack);
  unsigned seed = 7;
  for (int round = 0; round < 3000; ++round) {
    std::string expression;
    for (int i = 0; i < 12; ++i) {
      seed = seed * 1103515245u + 12345u;
      expression += signs[(seed >> 16u) % signs.size()];
    }
    const auto regex = compile_tags(table, expression, here);
    if (!regex) {
      CHECK(regex.error().line >= here.line);
      CHECK(regex.error().column >= 1);
    }
    CHECK(tag_mistakes(table, expression, here).size() <= expression.size());
  }
}

TEST_CASE("what an expression asks of a sentence") {
  CHECK(asked("DET? NOUN+ SAY* QUE{0,2} NAME{2}") == "2 5");
  CHECK(asked("source( $SUBJECT ) SAY") == "3 25");
  CHECK(asked("START . (?: NOUN | NAME QUE )") == "25 24");
  CHECK(asked("(?: NOUN | ) (?: SAY | DET? )").empty());
  CHECK(asked("after( QUE ) before( SAY NOUN ) not_before( DET ) not_after( NAME )") == "4 3 2");
  CHECK(asked("[DET SAY]*+ (?> NOUN )+? [NOUN QUE]") == "2");
  CHECK(asked("[^DET NOUN]").starts_with("345"));
}

TEST_CASE("the requirements of a pack's patterns are those of each") {
  const auto pack = load_pack(SELON_RULES_DIR "/fr");
  REQUIRE(pack);
  const TagRequirements built = TagRequirements::build(*pack);
  const TagTable table(*pack);
  for (std::size_t i = 0; i < pack->patterns.size(); ++i) {
    const Pattern& pattern = pack->patterns[i];
    const auto alone = tag_requirements(*expand_tags(table, pattern.expression, pattern.expression_place));
    CHECK(std::ranges::equal(built.of(i), alone));
  }
  CHECK(tag_requirements(std::string(100'000, '(')).empty());
  CHECK(TagRequirements().of(3).empty());
}

TEST_CASE("a pattern matches nothing that lacks what it asks for") {
  const auto pack = load_pack(SELON_RULES_DIR "/fr");
  REQUIRE(pack);
  const TagTable table(*pack);
  std::mt19937 random(11);
  RegexMatch match;
  std::size_t matches = 0;
  std::size_t spared = 0;
  for (const Pattern& pattern : pack->patterns) {
    const auto regex = compile_tags(table, pattern.expression, pattern.expression_place, Jit::on);
    REQUIRE(regex);
    const auto requirements =
        tag_requirements(*expand_tags(table, pattern.expression, pattern.expression_place));
    CHECK(!requirements.empty());
    // Tags of what the pattern asks for, mostly, so that it does match now and then.
    std::string likely;
    for (const TagBits& set : requirements) {
      for (std::size_t tag = 1; tag <= pack->tags.size(); ++tag) {
        likely += set.test(tag) && set.count() < 20 ? std::string(1, static_cast<char>(tag)) : "";
      }
    }
    for (int round = 0; round < 400; ++round) {
      std::string tags;
      TagBits present;
      for (auto length = 1 + random() % 12; length > 0; --length) {
        const bool any = likely.empty() || random() % 8 == 0;
        tags += any ? static_cast<char>(1 + random() % pack->tags.size()) : likely[random() % likely.size()];
        present.set(static_cast<unsigned char>(tags.back()));
      }
      const bool met =
          std::ranges::all_of(requirements, [&](const TagBits& set) { return (set & present).any(); });
      const bool matched = regex->match(tags, 0, match);
      CHECK((met || !matched));
      matches += matched ? 1 : 0;
      spared += met ? 0 : 1;
    }
  }
  CHECK(matches > 200);
  CHECK(spared > 5000);
}
