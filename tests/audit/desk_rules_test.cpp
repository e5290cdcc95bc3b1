// What the checks of sources and quotations let pass. What they report, and with which words:
// tests/cli/golden/audit-*-rules, on articles that the whole program reads.
#include <doctest/doctest.h>

#include "article.h"
#include "audit/quoted_speech.h"

using namespace selon;
using selon::test::Article;

namespace {

std::vector<std::string> marks(std::string_view text) {
  std::vector<std::string> found;
  for (const EditMark& mark : edit_marks(text, {0, static_cast<std::uint32_t>(text.size())})) {
    found.push_back(std::string(mark.span.in(text)) + (mark.bracket ? " bracket" : "") +
                    (mark.cut ? " cut" : "") + (mark.bare ? " bare" : ""));
  }
  return found;
}

}  // namespace

TEST_CASE("marks of cuts and insertions in a quotation") {
  CHECK(marks("Nous (…) partons [ ... ] demain.") ==
        std::vector<std::string>{"(…) cut", "[ ... ] bracket cut"});
  CHECK(marks("Le [maire] part") == std::vector<std::string>{"[maire] bracket"});
  CHECK(marks("Nous... partons") == std::vector<std::string>{"... cut bare"});
  CHECK(marks("… Nous partons (demain)…").empty());
  CHECK(marks("[jamais fermé (jamais fermé … ").empty());
  CHECK(marks("").empty());
}

TEST_CASE("attribution.carried-far: a conditional goes on the paragraph before, and is reported once") {
  Article a;
  a.block(BlockKind::paragraph, "Un homme a fui, dit X.");
  a.block(BlockKind::paragraph, "Il serait armé. Il serait blessé. Il pleut.");
  const auto said = a.attribution(a.source("X"), "X", a.place("Un homme a fui"));
  a.statement(a.document.blocks[0].span, Status::attributed, 0, {said});
  a.statement(a.place("Il serait armé."), Status::own_voice, needs_conditional);
  a.statement(a.place("Il serait blessé."), Status::own_voice, needs_conditional);
  a.statement(a.place("Il pleut."), Status::own_voice);
  const auto carried = a.audit("attribution.carried-far");
  REQUIRE(carried.size() == 1);
  CHECK(a.text(carried[0].span) == "Il serait armé. Il serait blessé.");
  CHECK(Article::argument(carried[0], "source") == "X");
  CHECK(a.audit("attribution.conditional").empty());
  SUBCASE("nobody to go on") { a.analysis.sources[0].vague = true; }
  SUBCASE("he did not say so") { a.analysis.attributions[said].polarity = Polarity::negated; }
  SUBCASE("the paper spoke last") { a.analysis.statements[0].status = Status::own_voice; }
  SUBCASE("a headline") { a.document.blocks[0].kind = BlockKind::headline; }
  CHECK(a.audit("attribution.carried-far").size() ==
        (a.analysis.statements[0].status == Status::attributed && !a.analysis.sources[0].vague &&
                 a.analysis.attributions[said].polarity == Polarity::affirmed &&
                 a.document.blocks[0].kind == BlockKind::paragraph
             ? 1
             : 0));
}

TEST_CASE("attribution.chain: who is credited with the article is no second hand") {
  Article a;
  a.block(BlockKind::paragraph, "Le port est fermé, dit Y, cité par X.");
  const auto x = a.source("X");
  const auto said = a.attribution(a.source("Y"), "Y", a.place("Le port est fermé"));
  a.analysis.attributions[said].via = x;
  const auto found = a.audit("attribution.chain");
  REQUIRE(found.size() == 1);
  CHECK(Article::argument(found[0], "source") == "Y");
  CHECK(Article::argument(found[0], "relay") == "X");
  a.analysis.bylines.push_back(x);
  CHECK(a.audit("attribution.chain").empty());
}

TEST_CASE("source.single-anonymous: one voice without a name, not several people, not beside another") {
  Article a;
  a.rule_pack.lists.push_back({"plural-forms", {"des"}, {}});
  a.block(BlockKind::paragraph, "Le pont cède, dit une source. Il tient, disent des riverains, dit X.");
  a.attribution(a.source("une source", true), "une source", a.place("Le pont cède"));
  CHECK(a.audit("source.single-anonymous").size() == 1);
  CHECK(a.audit("source.single").empty());
  a.attribution(a.source("X"), "X", a.place("Il tient"));
  CHECK(a.audit("source.single-anonymous").empty());
  a.analysis.attributions.pop_back();
  a.analysis.attributions[0].source = a.place("des riverains");
  CHECK(a.audit("source.single-anonymous").empty());
}

TEST_CASE("source.single-anonymous: an accusation by one voice without a name") {
  Article a;
  a.block(BlockKind::paragraph, "Il a volé, dit une source. Il pleut, dit X.");
  const auto source = a.attribution(a.source("une source", true), "une source", a.place("Il a volé"));
  const auto x = a.attribution(a.source("X"), "X", a.place("Il pleut"));
  a.statement(a.place("Il a volé, dit une source."), Status::attributed, needs_allegation, {source});
  a.statement(a.place("Il pleut, dit X."), Status::attributed, needs_allegation, {x});
  const auto found = a.audit("source.single-anonymous");
  REQUIRE(found.size() == 1);
  CHECK(found[0].message_key == "allegation");
  CHECK(a.text(found[0].span) == "une source");
  a.analysis.statements[0].attributions.push_back(x);
  CHECK(a.audit("source.single-anonymous").empty());
}

TEST_CASE("source.ambiguous: two names that a pronoun may mean, not a name and what its bearer is") {
  Article a;
  a.rule_pack.lists.push_back({"source-pronouns", {"elle"}, {}});
  a.block(BlockKind::paragraph, "Le mur tient, dit elle.");
  const auto said = a.attribution(a.source("Jeanne Morvan"), "elle", a.place("Le mur tient"));
  a.analysis.attributions[said].resolution = Resolution::ambiguous;
  a.analysis.attributions[said].candidates = {"la boulangère", "Jeanne Morvan"};
  CHECK(a.audit("source.ambiguous").empty());
  a.analysis.attributions[said].candidates = {"Éva Roy", "Jeanne Morvan"};
  const auto found = a.audit("source.ambiguous");
  REQUIRE(found.size() == 1);
  CHECK(Article::argument(found[0], "candidates") == "Éva Roy, Jeanne Morvan");
}

TEST_CASE("cue.loaded: the verb's stance, unless it is denied or somebody else's word") {
  Article a;
  a.rule_pack.lists.push_back({"loaded-verbs", {"prétendre"}, {}});
  a.block(BlockKind::paragraph, "Il prétend que tout va.");
  const auto said = a.attribution(a.source("Il"), "Il", a.place("tout va"));
  Attribution& attribution = a.analysis.attributions[said];
  attribution.cue = Cue{a.place("prétend"), "prétendre", Stance::doubtful, "dit"};
  auto found = a.audit("cue.loaded");
  REQUIRE(found.size() == 1);
  CHECK(found[0].message_key == "doubtful");
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[0].suggestions == std::vector<std::string>{"dit"});
  attribution.cue->lemma = "soutenir";
  attribution.cue->neutral.clear();
  found = a.audit("cue.loaded");
  REQUIRE(found.size() == 1);
  CHECK(found[0].message_key.empty());
  CHECK(found[0].severity == Severity::info);
  CHECK(found[0].suggestions.empty());
  attribution.polarity = Polarity::negated;
  CHECK(a.audit("cue.loaded").empty());
  attribution.polarity = Polarity::affirmed;
  attribution.cue->stance = Stance::neutral;
  CHECK(a.audit("cue.loaded").empty());
}
