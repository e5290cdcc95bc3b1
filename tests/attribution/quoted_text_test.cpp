#include "attribution/quoted_text.h"

#include "statements_room.h"

using namespace selon;

namespace {

/// The kinds of the quotations of a text, before anything is attributed.
std::vector<QuotationKind> kinds(const std::string& text, BlockKind block = BlockKind::paragraph) {
  MarkedArticle article(text, block);
  article.analysis.text = statements_room().reader->read(article.document);
  std::vector<QuotationKind> out;
  for (std::uint32_t i = 0; i < article.analysis.text.quotations.size(); ++i) {
    out.push_back(kind_of(article.document, article.analysis.text, *statements_room().vocabulary, i));
  }
  return out;
}

QuotationKind kind(const std::string& text, BlockKind block = BlockKind::paragraph) {
  const auto all = kinds(text, block);
  REQUIRE(all.size() == 1);
  return all.front();
}

}  // namespace

TEST_CASE("quotations of sentences are speech") {
  CHECK(kind("« Nous partirons demain », a dit Jeanne Vial.") == QuotationKind::speech);
  CHECK(kind("Le maire a répondu : « Non. »") == QuotationKind::speech);
  CHECK(kind("Jeanne Vial a dit « oui ».") == QuotationKind::speech);
  CHECK(kind("Selon elle, le projet « coûtera trop cher ».") == QuotationKind::speech);
  CHECK(kind("« Inacceptable », a lancé la maire.") == QuotationKind::speech);
  CHECK(kind("Il a évoqué « des dysfonctionnements graves et répétés ».") == QuotationKind::speech);
  CHECK(kind("« Le robinet et la baignoire »", BlockKind::subheading) == QuotationKind::speech);
  CHECK(kind("« Tout va bien", BlockKind::paragraph) == QuotationKind::speech);
}

TEST_CASE("titles are told by the noun before, the capital, the italics") {
  CHECK(kind("Elle joue dans le film « Marée basse » depuis mardi.") == QuotationKind::title);
  CHECK(kind("Le film de Jeanne Vial, « La Nuit du port », sort mercredi.") == QuotationKind::title);
  CHECK(kind("Le roman intitulé « On ne meurt pas deux fois » sort mercredi.") == QuotationKind::title);
  CHECK(kind("La France met fin à l'opération « Barkhane » au Sahel.") == QuotationKind::title);
  CHECK(kind("« Cinéma Paradis » l'a emporté de quatre voix.") == QuotationKind::title);
  CHECK(kind("Paul Vial, dit « Le Boucher », a été arrêté.") == QuotationKind::title);
  CHECK(kind("Elle a tourné « Les Mains froides » en avril.") == QuotationKind::title);
}

TEST_CASE("terms are words that are only mentioned") {
  CHECK(kind("Le terme de « licenciement » n'est jamais employé.") == QuotationKind::term);
  CHECK(kind("Les « gilets jaunes » ont défilé.") == QuotationKind::term);
  CHECK(kind("La « prime cantine » disparaît.") == QuotationKind::term);
  CHECK(kind("Les météorologues appellent cela une « archive naturelle ».") == QuotationKind::term);
  CHECK(kind("Ce que les gestionnaires appellent « l'effet ciseaux » n'est pas nouveau.") ==
        QuotationKind::term);
  CHECK(kind("Le parquet a ouvert une enquête pour « destruction involontaire par incendie ».") ==
        QuotationKind::term);
  CHECK(kind("Une coopérative « modèle » a fermé.") == QuotationKind::term);
  CHECK(kind("Le pays est sur la « ceinture de feu » du Pacifique.") == QuotationKind::term);
}

TEST_CASE("italics make a title of capitalised words") {
  MarkedArticle article("« Marée basse » et rien d'autre, disait-on.");
  article.document.italics.push_back(article.find("« Marée basse »"));
  article.analyse();
  REQUIRE(article.analysis.quotations.size() == 1);
  CHECK(article.analysis.quotations[0].kind == QuotationKind::title);
}

TEST_CASE("a title named once is one wherever its name stands alone") {
  MarkedArticle article("Le film « Marée basse » sort mercredi.\n« Marée basse », en salles le 22 août.");
  article.analyse();
  REQUIRE(article.analysis.quotations.size() == 2);
  CHECK(article.analysis.quotations[1].kind == QuotationKind::title);
}

TEST_CASE("quotations know the innermost attribution that holds them") {
  MarkedArticle article("Paul Vial a dit que Jeanne Roux lui avait répondu : « On verra demain. »");
  article.attribute("Paul Vial", "a dit", {"Jeanne Roux lui avait répondu : « On verra demain. »"})
      .attribute("Jeanne Roux", "avait répondu", {"« On verra demain. »"})
      .analyse();
  REQUIRE(article.analysis.quotations.size() == 1);
  CHECK(article.analysis.quotations[0].attribution == 1);
  CHECK(article.analysis.quotations[0].quotation == 0);
}

TEST_CASE("a quotation cut in two by an incise belongs to its attribution") {
  MarkedArticle article("« On part, grince Paul Vial, délégué. Mais on reviendra bientôt. »");
  article.attribute("Paul Vial, délégué", "grince", {"« On part", "Mais on reviendra bientôt. »"}).analyse();
  REQUIRE(article.analysis.quotations.size() == 1);
  CHECK(article.analysis.quotations[0].attribution == 0);
}

TEST_CASE("a quotation that nothing holds has no attribution") {
  MarkedArticle article("Selon la police, il a fui. « Personne ne répond ici. »");
  article.attribute("la police", "Selon", {"il a fui"}).analyse();
  REQUIRE(article.analysis.quotations.size() == 1);
  CHECK(article.analysis.quotations[0].attribution == no_index);
}

TEST_CASE("a single quoted word in somebody's statement is that person's") {
  MarkedArticle article("L'échange aurait été « musclé », aux dires d'un participant.");
  article.attribute("un participant", "aux dires d'", {"L'échange aurait été « musclé »"}).analyse();
  CHECK(article.analysis.quotations.at(0).kind == QuotationKind::speech);

  MarkedArticle name("Selon la ministre, la « prime » sera maintenue.");
  name.attribute("la ministre", "Selon", {"la « prime » sera maintenue"}).analyse();
  CHECK(name.analysis.quotations.at(0).kind == QuotationKind::term);
}
