#include "document/furniture.h"

#include <doctest/doctest.h>

#include "sample.h"

using namespace selon;
using namespace selon::test;

namespace {

using Sentences = std::vector<std::string>;

Furniture rule(std::string id, std::string becomes, std::string expression, std::string where = "line") {
  Furniture out;
  out.id = std::move(id);
  out.becomes = std::move(becomes);
  out.expression = std::move(expression);
  out.where = std::move(where);
  return out;
}

}  // namespace

TEST_CASE("each French rule matches its examples and none of its counterexamples") {
  for (const Furniture& furniture : french().furniture) {
    CAPTURE(furniture.id);
    CHECK_FALSE(furniture.examples.empty());
    for (const Example& example : furniture.examples) {
      CAPTURE(example.text);
      CHECK(furniture_matches(furniture, example.text) == example.must_match);
    }
  }
}

TEST_CASE("no French rule takes the counterexample of another one, or gives an example another kind") {
  auto all = FurnitureRules::compile(french());
  REQUIRE(all.has_value());
  for (const Furniture& furniture : french().furniture) {
    CAPTURE(furniture.id);
    for (const Example& example : furniture.examples) {
      CAPTURE(example.text);
      const auto kind = all->line_kind(example.text);
      if (!example.must_match) CHECK_FALSE(kind.has_value());
      if (example.must_match && furniture.where == "line") CHECK(kind == block_kind(furniture.becomes));
    }
  }
}

TEST_CASE("a rule is over the whole line, without regard to case, spaces and apostrophes alike") {
  Pack pack;
  pack.furniture.push_back(rule("abo", "boilerplate", "je m'abonne ?!?"));
  auto rules = FurnitureRules::compile(pack);
  REQUIRE(rules.has_value());
  CHECK(rules->line_kind("JE M’ABONNE\xC2\xA0!") == BlockKind::boilerplate);
  CHECK(rules->line_kind("Je  m'abonne") == BlockKind::boilerplate);
  CHECK_FALSE(rules->line_kind("Je m'abonne demain").has_value());
  CHECK_FALSE(rules->line_kind("Oui, je m'abonne").has_value());
  CHECK_FALSE(rules->line_kind("").has_value());
  CHECK_FALSE(rules->line_kind(std::string(FurnitureRules::max_line + 1, 'a')).has_value());
}

TEST_CASE("a rule without an example that ends in a period leaves sentences alone") {
  Pack pack;
  pack.furniture.push_back(rule("suite", "boilerplate", "lire la suite.*"));
  pack.furniture.back().examples.push_back({"Lire la suite", {}, true, {}});
  auto rules = FurnitureRules::compile(pack);
  CHECK(rules->line_kind("Lire la suite »") == BlockKind::boilerplate);
  CHECK_FALSE(rules->line_kind("Lire la suite l'a ému.").has_value());
  pack.furniture.back().examples.push_back({"Lire la suite.", {}, true, {}});
  rules = FurnitureRules::compile(pack);
  CHECK(rules->line_kind("Lire la suite.") == BlockKind::boilerplate);
}

TEST_CASE("the credit is the first group of the rule that matches, in bytes of the caption") {
  Pack pack;
  pack.furniture.push_back(rule("parenthese", "credit", R"(\(([^()]+ / AFP)\))", "tail"));
  pack.furniture.push_back(rule("signe", "credit", "© (.+)", "tail"));
  auto rules = FurnitureRules::compile(pack);
  REQUIRE(rules.has_value());
  const std::string caption = "L'été à Nîmes. (Léa / AFP)";
  const auto credit = rules->credit(caption);
  REQUIRE(credit.has_value());
  CHECK(credit->span.in(caption) == "Léa / AFP");
  CHECK(credit->lead == 1);
  CHECK(rules->credit("La place © Léa Bruneau")->span.in("La place © Léa Bruneau") == "Léa Bruneau");
  CHECK_FALSE(rules->credit("(Léa / AFP) et la suite").has_value());
  const std::string far = std::string("© ") + std::string(300, 'a');
  CHECK_FALSE(rules->credit(far).has_value());
}

TEST_CASE("after many lines the compiled code answers the same") {
  auto rules = FurnitureRules::compile(french());
  REQUIRE(rules.has_value());
  for (int i = 0; i < 5000; ++i) {
    CHECK(rules->line_kind("Temps de lecture : 1 min") == BlockKind::boilerplate);
    CHECK_FALSE(rules->line_kind("Temps de chien à la Toussaint").has_value());
    CHECK(rules->line_kind("Cet article date de plus d'un an.") == BlockKind::boilerplate);
    CHECK(rules->credit("La place, mardi. (Photo : Léa Bruneau)").has_value());
  }
}

TEST_CASE("a broken rule is named, with its place") {
  Pack pack;
  pack.files.push_back("maison.xml");
  pack.furniture.push_back(rule("bon", "boilerplate", "bien"));
  pack.furniture.push_back(rule("casse", "boilerplate", "(mal"));
  pack.furniture.back().expression_place = {0, 12, 7};
  const auto rules = FurnitureRules::compile(pack);
  REQUIRE_FALSE(rules.has_value());
  const std::string message = to_string(rules.error());
  CHECK(message.starts_with("maison.xml:12:7: the expression of furniture rule “casse” is broken: "));
  CHECK(message.find("“(mal”") != std::string::npos);
}

TEST_CASE("no rules, no furniture") {
  FurnitureRules none;
  CHECK_FALSE(none.line_kind("Commentaires").has_value());
  CHECK_FALSE(none.credit("© Léa").has_value());
  auto empty = FurnitureRules::compile(Pack{});
  REQUIRE(empty.has_value());
  CHECK_FALSE(empty->line_kind("Commentaires").has_value());
}

TEST_CASE("sentences that sound like furniture are text") {
  auto rules = FurnitureRules::compile(french());
  for (const std::string& sentence : Sentences{
           "Commentaires et critiques pleuvent sur la réforme du bac.",
           "Publié en 1862, le roman a été traduit.",
           "Partager l'eau, c'est éviter la guerre, plaide l'agronome.", "Par la fenêtre, elle voit le port",
           "Il y a trois ans, la digue cédait.", "Abonnés absents, les élus n'ont rien répondu.",
           "Réagir à cette crise, c'est investir", "Photos de vacances et factures ont disparu.",
           "Suivez mon regard, glisse le conseiller.", "Le direct a été coupé à 20 heures.",
           "Connectez-vous au réel, leur lance-t-il.", "Politique de l'autruche à Matignon",
           "À lire ses mémoires, on comprend tout.", "Avec Reuters, il a parcouru le Donbass.",
           "Crédits, aides, emprunts : la commune est à sec", "Lecture et dictée : le retour aux bases"}) {
    CAPTURE(sentence);
    CHECK_FALSE(rules->line_kind(sentence).has_value());
  }
}
