// Silences: their grammar and what they hold for. In files of all kinds:
// tests/cli/golden/silences.
#include "audit/silences.h"

#include <doctest/doctest.h>

#include "article.h"

using namespace selon;
using selon::test::Article;

TEST_CASE("a silence is a verb, rules, and values in quotation marks of any kind") {
  const auto words =
      parse_silence("  ignore source.vague,source.single  reason=« vu \"hier\" » words='d’après' ");
  REQUIRE(words);
  CHECK(words->verb == SilenceWords::Verb::ignore);
  CHECK(words->rules == std::vector<std::string>{"source.vague", "source.single"});
  CHECK(words->reason == " vu \"hier\" ");
  CHECK(words->words == "d’après");
  CHECK(parse_silence("ignore-file a")->verb == SilenceWords::Verb::ignore_file);
  CHECK(parse_silence("off a")->verb == SilenceWords::Verb::off);
  CHECK(parse_silence("on a")->verb == SilenceWords::Verb::on);
}

TEST_CASE("what cannot be read of a silence is told") {
  CHECK(parse_silence("").error().empty());
  CHECK(parse_silence("ignored source.vague").error() == "ignored");
  CHECK(parse_silence("ignore").error() == "ignore");
  CHECK(parse_silence("ignore reason=\"seul\"").error() == "ignore");
  CHECK(parse_silence("ignore source.vague reason=\"sans fin").error() == "reason=\"sans fin");
  CHECK(parse_silence("ignore source.vague reason=vu").error() == "reason=vu");
  CHECK(parse_silence("ignore Source.Vague").error() == "Source.Vague");
  CHECK(parse_silence("off «source.vague»").error() == "«source.vague»");
}

TEST_CASE("a silence holds for the next statement, between off and on, or everywhere") {
  Article a;
  a.block(BlockKind::paragraph, "<!-- selon: ignore x.y --> Un. Deux. <!-- selon: off x.y --> Trois.");
  a.block(BlockKind::paragraph, "Quatre.<!-- selon: on x.y --> Cinq. <!-- selon: ignore-file x.z -->");
  for (const char* text : {"Un.", "Deux.", "Trois.", "Quatre.", "Cinq."}) {
    a.statement(a.place(text), Status::own_voice);
  }
  Silences silences(a.document, a.analysis);
  CHECK(silences.mistakes().empty());
  CHECK(silences.all().size() == 3);
  AuditRule rule;
  const auto held = [&](const char* id, const char* text) {
    rule.id = id;
    Finding finding;
    finding.rule = &rule;
    finding.span = a.place(text);
    return silences.use(finding) != nullptr;
  };
  CHECK_FALSE(held("x.y", "Deux."));
  CHECK(silences.any_unused());
  CHECK_FALSE(silences.all()[0].used);
  CHECK(held("x.y", "Un."));
  CHECK(silences.all()[0].used);
  CHECK(held("x.y", "Trois."));
  CHECK(held("x.y", "Quatre."));
  CHECK_FALSE(held("x.y", "Cinq."));
  CHECK_FALSE(held("x.w", "Un."));
  CHECK(silences.any_unused());
  CHECK(held("x.z", "Deux."));
  CHECK_FALSE(silences.any_unused());
}

TEST_CASE("a silence with words holds for statements that have them, however they are set") {
  Article a;
  a.block(BlockKind::paragraph, "D’après\ncertains, il pleut. D’après tous, il neige.");
  a.statement(a.place("D’après\ncertains, il pleut."), Status::own_voice);
  a.statement(a.place("D’après tous, il neige."), Status::own_voice);
  Silences silences(a.document, a.analysis);
  silences.add(*parse_silence("ignore x.y words=\"d'apres certains\""), "a.txt.selon:1");
  AuditRule rule;
  rule.id = "x.y";
  Finding finding;
  finding.rule = &rule;
  finding.span = a.place("certains");
  CHECK(silences.use(finding) != nullptr);
  finding.span = a.place("tous");
  CHECK(silences.use(finding) == nullptr);
  CHECK(silences.all()[0].shown_rule() == "x.y, a.txt.selon:1");
}

TEST_CASE("comments that never end, and on without off, are mistakes") {
  Article a;
  a.block(BlockKind::paragraph, "Un. <!-- selon: on x.y --> Deux. <!-- selon: ignore x.y");
  const Silences silences(a.document, a.analysis);
  REQUIRE(silences.mistakes().size() == 2);
  CHECK(silences.mistakes()[0].fragment == "on x.y");
  CHECK(a.text(silences.mistakes()[1].place) == "<!-- selon:");
  CHECK(silences.all().empty());
}
