// Whole texts through the analyser, as "source | cue | content + content" a line: what
// no example inside one pattern can show, because it goes over sentences or patterns.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "attribution/analyzer.h"
#include "document/load.h"
#include "rules/loader.h"

using namespace selon;

namespace {

std::string attributions_of(std::string_view text) {
  static const Pack pack = [] {
    auto loaded = load_pack(SELON_RULES_DIR "/fr");
    REQUIRE(loaded.has_value());
    return std::move(*loaded);
  }();
  static const auto analyzer = [] {
    auto made = Analyzer::create(pack, SELON_LEXICON_DIR "/fr.lexicon", {});
    REQUIRE(made.has_value());
    return std::move(*made);
  }();
  Loader loader(pack);
  auto document = loader.bytes(std::string(text), "example.txt", {});
  REQUIRE(document.has_value());
  const Analysis analysis = analyzer->analyze(*document);
  std::string out;
  for (const Attribution& attribution : analysis.attributions) {
    out += attribution.source ? attribution.source->in(document->text) : "-";
    out += " | ";
    out += attribution.cue ? attribution.cue->span.in(document->text) : "-";
    std::string_view joint = " | ";
    for (const Span& content : attribution.content) {
      out += joint;
      out += content.in(document->text);
      joint = " + ";
    }
    out += '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("a quotation with an incise goes on to its closing mark, sentences later") {
  CHECK(attributions_of("« Le pont tiendra, assure Lise Bec. Les câbles sont neufs. »") ==
        "Lise Bec | assure | « Le pont tiendra + Les câbles sont neufs. »\n");
  CHECK(attributions_of("« Le pont tiendra, glisse-t-elle en souriant. Les câbles sont neufs. »") ==
        "elle | glisse | « Le pont tiendra + Les câbles sont neufs. »\n");
}

TEST_CASE("of a quotation with thousands of incises, each has what stands near it") {
  constexpr int incises = 2000;
  std::string text = "« ";
  for (int i = 0; i < incises; ++i) {
    text += "\"a b\", dit-il, ";
  }
  const std::string found = attributions_of(text + " »");
  CHECK(std::ranges::count(found, '\n') >= incises);
  CHECK(found.size() / incises < 20'000);  // of 30'000 bytes in all
}

TEST_CASE("a quotation over paragraphs belongs to who says its end") {
  CHECK(attributions_of("« Les câbles sont neufs.\n\n« Le pont tiendra », assure Lise Bec.") ==
        "Lise Bec | assure | « Les câbles sont neufs. + « Le pont tiendra »\n");
  CHECK(attributions_of(
            "« Les câbles sont neufs.\n\n« L'eau a baissé.\n\n« Le pont tiendra », assure Lise Bec.") ==
        "Lise Bec | assure | « Les câbles sont neufs. + « L'eau a baissé. + « Le pont tiendra »\n");
}

TEST_CASE("who is quoted inside a quotation doesn't say all of it") {
  CHECK(
      attributions_of("Lise Bec s'est tue.\n\n« Le maire affirme que le pont tiendra. Moi, j'en doute. »") ==
      "- | - | « Le maire affirme que le pont tiendra. Moi, j'en doute. »\n"
      "Le maire | affirme | le pont tiendra\n");
}

TEST_CASE("a headline's quotation with an incise has one speaker") {
  CHECK(attributions_of("Pont de Lorge : « J'ai tout perdu », confie une commerçante") ==
        "une commerçante | confie | « J'ai tout perdu »\n");
}

TEST_CASE("a fragment before the incise is whole where a quotation follows") {
  CHECK(attributions_of("Sans garde-fou, a averti la maire, « le pont tombera ».") ==
        "la maire | a averti | Sans garde-fou + « le pont tombera »\n");
  CHECK(attributions_of("Ce roman, qui compte trois parties, raconte une enfance.").empty());
}

TEST_CASE("a report ends where the article speaks again") {
  CHECK(attributions_of("Lise Bec affirme que le pont est sûr, mais elle refuse de le traverser.") ==
        "Lise Bec | affirme | le pont est sûr\n");
  CHECK(attributions_of("La mairie a indiqué avoir alerté l'État, ce que le préfet dément.") ==
        "La mairie | a indiqué | avoir alerté l'État\n");
  CHECK(attributions_of("Lise Bec affirme que le pont est sûr et que l'eau baisse.") ==
        "Lise Bec | affirme | le pont est sûr et + l'eau baisse\n");
}

TEST_CASE("a participle after an incise has the speaker of the incise") {
  CHECK(attributions_of(
            "« Le feu est éteint », a déclaré à la presse le commandant Yves Roc, précisant que deux "
            "murs menaçaient de tomber.") ==
        "le commandant Yves Roc | a déclaré | « Le feu est éteint »\n"
        "le commandant Yves Roc | précisant | deux murs menaçaient de tomber\n");
}

TEST_CASE("what comme l'a dit X comments is the clause after que") {
  CHECK(attributions_of("Je veux confirmer, comme l'a rappelé la maire, que le pont est sûr.") ==
        "la maire | a rappelé | le pont est sûr\n");
  CHECK(attributions_of("Comme l'explique un ancien ingénieur, ces rails, posés en 1994, sont usés.") ==
        "un ancien ingénieur | explique | ces rails, posés en 1994, sont usés\n");
}

TEST_CASE("pour X is an opinion where X has a name or is quoted") {
  CHECK(attributions_of("Pour les habitants du quartier, la facture a doublé.").empty());
  CHECK(attributions_of("Pour le syndicat, ce plan « insulte les soignants ».") ==
        "le syndicat | Pour | ce plan « insulte les soignants »\n");
}

TEST_CASE("an interview's turns are their speakers', its questions are nobody's") {
  CHECK(attributions_of("La rivière baisse\n\nEntretien avec l'hydrologue Anne-Lise Morel.\n\n"
                        "- Faut-il s'inquiéter ?\n\n"
                        "Anne-Lise Morel : Le niveau baisse chaque été.\n\n"
                        "- Que faire ?\n\n"
                        "A.-L. M. : Planter des haies.\n\nEt attendre.\n\n"
                        "- Longtemps ?\n\n"
                        "A.-L. M. : Dix ans.") ==
        "Anne-Lise Morel | - | Le niveau baisse chaque été.\n"
        "A.-L. M. | - | Planter des haies. + Et attendre.\n"
        "A.-L. M. | - | Dix ans.\n");
  CHECK(attributions_of("Résultats du jour\n\nLyon : deux buts à un.\n\nNantes : trois buts à zéro.\n\n"
                        "Rennes : match nul.") == "");
}

TEST_CASE("answers in the first person under questions are the interviewee's") {
  constexpr std::string_view interview =
      "Une vie de sel\n\nRencontre avec la romancière Jeanne Morvan.\n\n"
      "Vous aviez juré de ne plus écrire ?\n\nJe le croyais. Puis ma mère est tombée malade.\n\n"
      "Votre père a-t-il lu le livre ?\n\nMon père ne lit pas.\n\n"
      "Et maintenant ?\n\nJe vais dormir.\n\nLe livre paraît le 4 mars.";
  CHECK(attributions_of(interview) ==
        "- | - | Je le croyais. Puis ma mère est tombée malade.\n"
        "- | - | Mon père ne lit pas.\n"
        "- | - | Je vais dormir.\n");
  CHECK(attributions_of("Le vote en questions\n\nQui peut voter ?\n\nTous les habitants majeurs.\n\n"
                        "Où voter ?\n\nÀ la mairie.\n\nQuand ?\n\nDimanche.") == "");
}

TEST_CASE("lines behind long dashes are a dialogue where they speak, a list where they don't") {
  CHECK(attributions_of("Au marché\n\n— Vous venez de loin ? demande une cliente.\n\n"
                        "— De Brest, répond Paul. Je viens chaque lundi.\n\n— Moi aussi.") ==
        "une cliente | demande | Vous venez de loin ?\n"
        "Paul | répond | De Brest + Je viens chaque lundi.\n"
        "- | - | Moi aussi.\n");
  CHECK(attributions_of("À emporter\n\n— Une lampe de poche.\n\n— Deux couvertures.") == "");
}

TEST_CASE("words behind a colon that nobody says are an utterance of somebody unnamed") {
  CHECK(attributions_of("La consigne est claire : « Ne touchez à rien avant l'arrivée des secours. »") ==
        "- | - | « Ne touchez à rien avant l'arrivée des secours. »\n");
  CHECK(attributions_of("Le maire évoque le film « La Mer ».") == "");
}
