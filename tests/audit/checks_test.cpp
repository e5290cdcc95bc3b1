#include "audit/checks.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "article.h"

using namespace selon;
using selon::test::Article;

TEST_CASE("the table of checks is sorted and can be asked") {
  CHECK(std::ranges::is_sorted(checks(), {}, &Check::rule));
  CHECK(has_check("source.near-miss"));
  CHECK_FALSE(has_check("source.nearmiss"));
}

TEST_CASE("a rule that the pack lacks, or that is strict-only, doesn't run") {
  Article a;
  a.block(BlockKind::paragraph, "Le préfet aurait rencontré les dirigeants.");
  a.statement(a.document.blocks[0].span, Status::own_voice, needs_conditional);
  CHECK(a.audit("source.vague").empty());
  CHECK(a.audit("attribution.conditional").size() == 1);
  CHECK(a.summary.lacking == 1);
  CHECK(a.summary.own_voice == 1);
  a.rule_pack.audit[0].strict_only = true;
  int count = 0;
  const FindingSink sink = [&](const Finding&) { ++count; };
  audit(a.document, a.analysis, a.rule_pack, {false}, sink);
  CHECK(count == 0);
  audit(a.document, a.analysis, a.rule_pack, {true}, sink);
  CHECK(count == 1);
}

TEST_CASE("attribution.missing is graded by what the statement needs") {
  Article a;
  a.block(BlockKind::paragraph,
          "Il a volé la caisse. Le pain coûte 2 euros. Il fera beau. Il pleut. Tout va, dit X.");
  a.statement(a.place("Il a volé la caisse."), Status::own_voice, needs_allegation | needs_figure);
  a.statement(a.place("Le pain coûte 2 euros."), Status::own_voice, needs_figure);
  a.statement(a.place("Il fera beau."), Status::own_voice, needs_prediction);
  a.statement(a.place("Il pleut."), Status::own_voice);
  a.statement(a.place("Tout va, dit X."), Status::attributed);
  auto found = a.audit("attribution.missing");
  REQUIRE(found.size() == 3);
  CHECK(found[0].message_key == "allegation");
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[1].message_key == "figure");
  CHECK(found[1].severity == Severity::info);
  CHECK(found[2].message_key == "prediction");
  CHECK(found[2].severity == Severity::info);
  CHECK(a.summary.lacking == 3);

  found = a.audit("attribution.missing", {true});
  REQUIRE(found.size() == 4);
  CHECK(found[3].message_key == "fact");
  CHECK(found[3].severity == Severity::info);
}

TEST_CASE("a count to which no sentence of its paragraph gives a source is as strong as an allegation") {
  Article a;
  a.block(BlockKind::paragraph, "Le pain coûte 2 euros. Il fera beau. Tout va, dit X.");
  const Span other = a.place("Tout va, dit X.");
  a.statement(a.place("Le pain coûte 2 euros."), Status::own_voice, needs_figure);
  a.analysis.statements.back().urgency = Urgency::alone;
  a.statement(a.place("Il fera beau."), Status::own_voice);
  a.statement(other, Status::own_voice);
  const auto severity = [&a] {
    const auto found = a.audit("attribution.missing");
    REQUIRE(found.size() == 1);
    return found[0].severity;
  };
  CHECK(severity() == Severity::warning);
  for (const Status status : {Status::attributed, Status::carried, Status::credited}) {
    a.analysis.statements.back().status = status;
    CHECK(severity() == Severity::info);
  }
  a.analysis.statements.back().status = Status::own_voice;
  a.document.blocks[0].kind = BlockKind::standfirst;
  CHECK(severity() == Severity::info);
}

TEST_CASE("attribution.missing: a press release speaks of its organisation, but accuses nobody unasked") {
  Article a;
  a.rule_pack.lists.push_back({"press-release-marks", {"communiqué de presse"}, {}});
  a.block(BlockKind::paragraph, "Communiqué de presse du 3 mai");
  a.block(BlockKind::paragraph, "Nous comptons 300 salariés. Notre rival a volé la recette.");
  a.statement(a.place("Nous comptons 300 salariés."), Status::own_voice, needs_figure);
  a.statement(a.place("Notre rival a volé la recette."), Status::own_voice, needs_allegation);
  const auto found = a.audit("attribution.missing");
  REQUIRE(found.size() == 2);
  CHECK(found[0].severity == Severity::info);
  CHECK(found[1].severity == Severity::warning);
}

TEST_CASE("attribution.missing: a forecast that somebody has reckoned, and what comes next") {
  Article a;
  a.rule_pack.lists.push_back({"forecast-forms", {"devrait"}, {}});
  a.block(BlockKind::paragraph, "Le chômage devrait reculer. Il fera beau.");
  a.statement(a.place("Le chômage devrait reculer."), Status::own_voice, needs_prediction);
  a.statement(a.place("Il fera beau."), Status::own_voice, needs_prediction);
  const auto found = a.audit("attribution.missing");
  REQUIRE(found.size() == 2);
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[1].severity == Severity::info);
}

TEST_CASE("what presses is as strong as an allegation, unless a source stands right before it") {
  Article a;
  a.block(BlockKind::paragraph, "Il fait froid, dit X. Le chômage a reculé de 9 %. Tout va, dit X.");
  a.statement(a.place("Il fait froid, dit X."), Status::own_voice);
  a.statement(a.place("Le chômage a reculé de 9 %."), Status::own_voice, needs_figure);
  a.analysis.statements.back().urgency = Urgency::pressing;
  a.statement(a.place("Tout va, dit X."), Status::attributed);
  const auto severity = [&a] {
    const auto found = a.audit("attribution.missing");
    REQUIRE(found.size() == 1);
    return found[0].severity;
  };
  CHECK(severity() == Severity::warning);
  a.analysis.statements.front().status = Status::attributed;
  CHECK(severity() == Severity::info);
}

TEST_CASE("a figure of no urgency is told in a low voice") {
  Article a;
  a.block(BlockKind::paragraph, "La ville a un budget de 9 millions.");
  a.statement(a.document.blocks[0].span, Status::own_voice, needs_figure);
  const auto found = a.audit("attribution.missing");
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::info);
}

TEST_CASE("words quoted inside a sentence ask for a source in a low voice") {
  Article a;
  a.block(BlockKind::paragraph, "Les éleveurs se disent « à bout ». Il a volé « la caisse » du club.");
  a.statement(a.place("Les éleveurs se disent « à bout »."), Status::own_voice, needs_quotation);
  a.statement(a.place("Il a volé « la caisse » du club."), Status::own_voice,
              needs_quotation | needs_allegation);
  const auto found = a.audit("attribution.missing");
  REQUIRE(found.size() == 2);
  CHECK(found[0].message_key == "quotation");
  CHECK(found[0].severity == Severity::info);
  CHECK(found[1].message_key == "allegation");
  CHECK(found[1].severity == Severity::warning);
}

TEST_CASE("attribution.missing leaves attributed, carried and credited statements alone") {
  Article a;
  a.block(BlockKind::paragraph, "Il a volé. Il a menti. Il a fui.");
  a.statement(a.place("Il a volé."), Status::attributed, needs_allegation);
  a.statement(a.place("Il a menti."), Status::carried, needs_allegation);
  a.statement(a.place("Il a fui."), Status::credited, needs_allegation);
  CHECK(a.audit("attribution.missing").empty());
  CHECK(a.summary.attributed == 1);
  CHECK(a.summary.carried == 1);
  CHECK(a.summary.credited == 1);
}

TEST_CASE("a headline that the body restates needs no source of its own") {
  Article a;
  a.block(BlockKind::headline, "Le trésorier a détourné 40 000 euros");
  a.block(BlockKind::paragraph, "Le trésorier du club a détourné 40 000 euros, selon le parquet.");
  a.statement(a.document.blocks[0].span, Status::own_voice, needs_allegation);
  a.statement(a.document.blocks[1].span, Status::attributed);
  CHECK(a.audit("attribution.missing").empty());
  a.document.text.replace(a.document.blocks[1].span.start, 12, "La pluie est");
  a.document.text.resize(a.document.blocks[1].span.start + 12);
  a.analysis.statements[1].span.end = static_cast<std::uint32_t>(a.document.text.size());
  CHECK(a.audit("attribution.missing").size() == 1);
}

TEST_CASE("a hearsay conditional is reported once, by its own rule") {
  Article a;
  a.block(BlockKind::paragraph, "Le préfet aurait volé 3 millions.");
  a.statement(a.document.blocks[0].span, Status::own_voice,
              needs_conditional | needs_figure | needs_allegation);
  CHECK(a.audit("attribution.missing").empty());
  CHECK(a.audit("attribution.conditional").size() == 1);
}

TEST_CASE("attribution.lead: the headline states what the body attributes") {
  Article a;
  a.block(BlockKind::headline, "Corée du Nord : Kim Jong-un a rencontré le ministre russe");
  a.block(BlockKind::paragraph,
          "Kim Jong-un a rencontré le ministre russe, en Corée du Nord, ont annoncé les médias d'Etat.");
  const auto media = a.source("les médias d'Etat");
  const auto said = a.attribution(media, "les médias d'Etat",
                                  a.place("Kim Jong-un a rencontré le ministre russe, en Corée du Nord"));
  a.statement(a.document.blocks[0].span, Status::own_voice);
  a.statement(a.document.blocks[1].span, Status::attributed, 0, {said});
  auto found = a.audit("attribution.lead");
  REQUIRE(found.size() == 1);
  CHECK(found[0].span == a.document.blocks[0].span);
  CHECK(Article::argument(found[0], "source") == "les médias d'Etat");
  REQUIRE(found[0].related.size() == 1);
  CHECK(a.text(found[0].related[0].span) == "les médias d'Etat");

  a.analysis.attributions[said].polarity = Polarity::denied;
  CHECK(a.audit("attribution.lead").empty());
}

TEST_CASE("attribution.lead: what the body says in its own voice too is a fact of the article") {
  Article a;
  a.block(BlockKind::headline, "La mairie ferme la piscine municipale");
  a.block(BlockKind::paragraph, "La mairie ferme la piscine municipale, a dit la maire.");
  a.block(BlockKind::paragraph, "La piscine municipale ferme, la mairie est vide.");
  const auto mayor = a.source("la maire");
  const auto said = a.attribution(mayor, "la maire", a.place("La mairie ferme la piscine municipale", 2));
  a.statement(a.document.blocks[0].span, Status::own_voice);
  a.statement(a.document.blocks[1].span, Status::attributed, 0, {said});
  a.statement(a.document.blocks[2].span, Status::own_voice);
  CHECK(a.audit("attribution.lead").empty());
  a.analysis.statements.pop_back();
  CHECK(a.audit("attribution.lead").size() == 1);
}

TEST_CASE("source.near-miss proposes the known name") {
  Article a;
  a.block(BlockKind::paragraph, "L'agence KXNA a annoncé un tir.");
  a.analysis.near_misses.push_back({a.place("KXNA"), "KCNA", no_index});
  const auto found = a.audit("source.near-miss");
  REQUIRE(found.size() == 1);
  CHECK(a.text(found[0].span) == "KXNA");
  CHECK(Article::argument(found[0], "written") == "KXNA");
  CHECK(found[0].suggestions == std::vector<std::string>{"KCNA"});
}

TEST_CASE("source.anonymous: once for each unnamed source, vague ones apart") {
  Article a;
  a.block(BlockKind::paragraph,
          "La digue cédera, disent des experts. Elle est vieille, ajoutent ces experts. On dit que tout va.");
  const auto experts = a.source("des experts", true);
  const auto people = a.source("on", true, true);
  a.rule_pack.lists.push_back({"bare-source-words", {"des", "experts"}, {}});
  a.analysis.sources[experts].kind = SourceKind::group;
  a.attribution(experts, "des experts", a.place("La digue cédera"));
  a.attribution(experts, "ces experts", a.place("Elle est vieille"));
  a.attribution(people, "On", a.place("tout va"));
  const auto anonymous = a.audit("source.anonymous");
  REQUIRE(anonymous.size() == 1);
  CHECK(a.text(anonymous[0].span) == "des experts");
  CHECK(anonymous[0].message_key == "group");
  const auto vague = a.audit("source.vague");
  REQUIRE(vague.size() == 1);
  CHECK(a.text(vague[0].span) == "On");
}

TEST_CASE("source.anonymous: the lead may leave the name to the body") {
  Article a;
  a.block(BlockKind::standfirst, "La rue est morte, dit une commerçante.");
  a.attribution(a.source("une commerçante", true), "une commerçante", a.place("La rue est morte"));
  CHECK(a.audit("source.anonymous").empty());
  a.document.blocks[0].kind = BlockKind::paragraph;
  CHECK(a.audit("source.anonymous").size() == 1);
}

TEST_CASE("source.anonymous: whom a named source or a quotation speaks of is not the article's source") {
  Article a;
  a.block(BlockKind::paragraph, "Un témoin dit que le pont bouge, raconte Paul Roy.");
  const auto said = a.attribution(a.source("un témoin", true), "Un témoin", a.place("le pont bouge"));
  CHECK(a.audit("source.anonymous").size() == 1);
  a.attribution(a.source("Paul Roy"), "Paul Roy", a.place("Un témoin dit que le pont bouge"));
  CHECK(a.audit("source.anonymous").empty());
  a.analysis.sources[1].anonymous = true;
  CHECK(a.audit("source.anonymous").size() == 2);
  a.quotation(a.place("Un témoin dit que le pont bouge"));
  CHECK(a.audit("source.anonymous").size() == 1);
  CHECK(a.analysis.attributions[said].source_index == 0);
}

TEST_CASE("source.anonymous: at the noun rather than at the pronoun before it") {
  Article a;
  a.block(BlockKind::paragraph, "Le pont bouge, dit-on de source syndicale, basée ici.");
  const auto source = a.source("source syndicale", true);
  a.attribution(source, "on de source", a.place("Le pont bouge"));
  a.analysis.attributions[0].resolution = Resolution::pronoun;
  a.attribution(source, "source syndicale, basée ici", a.place("Le pont bouge"));
  const auto found = a.audit("source.anonymous");
  REQUIRE(found.size() == 1);
  CHECK(a.text(found[0].span) == "source syndicale");
}

TEST_CASE("source.anonymous: a source of whom it is told why it has no name is noted only") {
  Article a;
  a.rule_pack.lists.push_back({"anonymity-words", {"anonymat"}, {}});
  a.block(BlockKind::paragraph, "Le pont bouge, dit un élu ayant requis l'anonymat.");
  a.attribution(a.source("un élu", true), "un élu ayant requis l'anonymat", a.place("Le pont bouge"));
  const auto found = a.audit("source.anonymous");
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::info);
}

TEST_CASE("source.vague: only with a verb of hearsay that is asserted") {
  Article a;
  a.rule_pack.lists.push_back({"vague-saying-verbs", {"dire"}, {}});
  a.block(BlockKind::paragraph, "On dit que tout va.");
  const auto said = a.attribution(a.source("on", true, true), "On", a.place("tout va"));
  CHECK(a.audit("source.vague").size() == 1);
  a.analysis.attributions[said].modality = Modality::conditional;
  CHECK(a.audit("source.vague").empty());
  a.analysis.attributions[said].modality = Modality::asserted;
  a.analysis.attributions[said].cue->lemma = "espérer";
  CHECK(a.audit("source.vague").empty());
  a.analysis.attributions[said].kind = AttributionKind::according_to;
  CHECK(a.audit("source.vague").size() == 1);
}

TEST_CASE("source.vague: once for a subject of two verbs, and not where a place tells who") {
  Article a;
  a.block(BlockKind::paragraph, "Au ministère, on dit que tout va et répète que rien ne presse.");
  const auto people = a.source("on", true, true);
  a.attribution(people, "on", a.place("tout va"));
  a.attribution(people, "on", a.place("rien ne presse"));
  CHECK(a.audit("source.vague").size() == 1);
  for (Attribution& attribution : a.analysis.attributions) {
    attribution.place = a.place("Au ministère");
  }
  CHECK(a.audit("source.vague").empty());
}

TEST_CASE("source.single: a long article with one source, and only then") {
  Article a;
  std::string body = "Un, dit X. Deux, dit X. Trois, dit X. Quatre, dit X. ";
  body += std::string(1300, 'a');
  a.block(BlockKind::paragraph, body);
  const auto x = a.source("X");
  const auto y = a.source("Y");
  for (const char* content : {"Un", "Deux", "Trois"}) {
    a.attribution(x, "X", a.place(content));
  }
  CHECK(a.audit("source.single").empty());  // three attributions
  a.attribution(x, "X", a.place("Quatre"));
  const auto found = a.audit("source.single");
  REQUIRE(found.size() == 1);
  CHECK(Article::argument(found[0], "count") == "4");
  a.analysis.attributions[2].source_index = y;
  CHECK(a.audit("source.single").empty());
}

TEST_CASE("quotation.unbalanced points at the mark") {
  Article a;
  a.block(BlockKind::paragraph, "Il dit : « Nous rouvrirons. Elle dit : demain », puis part.");
  a.quotation(a.place("« Nous rouvrirons."), no_index, 2).closed = false;
  a.quotation(a.place("demain »"), no_index, 2).opened = false;
  const auto found = a.audit("quotation.unbalanced");
  REQUIRE(found.size() == 2);
  CHECK(a.text(found[0].span) == "«");
  CHECK(found[0].message_key == "not-closed");
  CHECK(a.text(found[1].span) == "»");
  CHECK(found[1].message_key == "not-opened");
}

TEST_CASE("a quotation opened again at the next paragraph isn't unbalanced") {
  Article a;
  a.block(BlockKind::paragraph, "« Nous rouvrirons.");
  a.block(BlockKind::paragraph, "« Et nous fêterons cela. »");
  a.quotation(a.place("« Nous rouvrirons."), no_index, 2).closed = false;
  a.quotation(a.place("« Et nous fêterons cela. »"), no_index, 2).continues = true;
  CHECK(a.audit("quotation.unbalanced").empty());
}
