#include <doctest/doctest.h>

#include "document/text_lines.h"
#include "sample.h"

using namespace selon;
using namespace selon::test;

namespace {

Outline blocks_of(std::string text) { return outline(text_document(std::move(text))); }

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> out;
  for (const Span span : split_blocks(text)) out.emplace_back(span.in(text));
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("one block a line, with or without blank lines") {
  CHECK(split("Un.\nDeux.\n\n\nTrois.") == Strings{"Un.", "Deux.", "Trois."});
  CHECK(split("Un.\r\nDeux.\rTrois.\r\n\r\n") == Strings{"Un.", "Deux.", "Trois."});
  CHECK(split(" \t\n\xC2\xA0\n").empty());
  CHECK(split("") == Strings{});
}

TEST_CASE("white space of any kind is outside of blocks") {
  CHECK(split("\xC2\xA0 \"Une place\"\xC2\xA0\xE2\x80\xAF \n") == Strings{"\"Une place\""});
}

TEST_CASE("lines wrapped at a fixed width are joined") {
  const std::string wrapped =
      "Le conseil municipal de Vaubrun a voté lundi soir la fermeture\n"
      "de la piscine, malgré les protestations de deux cents\n"
      "habitants réunis devant la mairie. « Nous n'avions plus le\n"
      "choix », a plaidé la maire, Odile Castan.\n"
      "\n"
      "L'opposition dénonce un abandon et promet de saisir le\n"
      "tribunal administratif avant la fin du mois.\n";
  const auto blocks = split(wrapped);
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[0].starts_with("Le conseil"));
  CHECK(blocks[0].ends_with("Odile Castan."));
  CHECK(blocks[1].ends_with("fin du mois."));
}

TEST_CASE("lines that fmt balanced, counting bytes, are joined") {
  const std::string wrapped =
      "Le conseil métropolitain a été réuni à huis clos\n"
      "après les démissions annoncées à l'été. Éric\n"
      "Vasseur, élu écologiste délégué à la mobilité,\n"
      "a demandé que l'étude soit publiée avant la fin de\n"
      "l'année. Agnès Théry a répété que rien n'était\n"
      "décidé.\n"
      "\n"
      "Interrogée mardi, la préfète déléguée à\n"
      "l'égalité a précisé que la société Électricité\n"
      "du Val avait été prévenue dès février. À\n"
      "l'époque, Frédéric Géraud présidait déjà\n"
      "la régie.\n";
  CHECK(split(wrapped).size() == 2);
}

TEST_CASE("wrapped text without blank lines breaks after short lines and before bullets") {
  const std::string wrapped =
      "Le parquet de Brive a ouvert une enquête après la découverte\n"
      "d'un dépôt sauvage au bord de la Corrèze, a indiqué mardi le\n"
      "procureur.\n"
      "La gendarmerie a entendu trois personnes, dont un entrepreneur\n"
      "de la région, sans qu'aucune ne soit mise en cause à ce stade\n"
      "de la procédure :\n"
      "• un artisan établi à Malemort, qui nie les faits et assure\n"
      "avoir payé une entreprise de collecte ;\n"
      "• deux de ses anciens employés.\n";
  CHECK(split(wrapped).size() == 4);
}

TEST_CASE("adjacent lines that are no prose stay blocks of their own") {
  CHECK(split("Publié Mis à jour\nTemps de lecture : 1 min\nCommentaires").size() == 3);
  CHECK(split("Le Havre - Lens : 2-1\nBrest - Nice : 0-0\nLille - Metz : 3-0").size() == 3);
}

TEST_CASE("a sentence alone is a paragraph, whatever it ends in") {
  CHECK(blocks_of("Selon Parker, un grand nombre d'agents travaillent en Grande-Bretagne.") ==
        Outline{"paragraph: Selon Parker, un grand nombre d'agents travaillent en Grande-Bretagne."});
  CHECK(blocks_of("Le maire de Vaubrun démissionne") ==
        Outline{"paragraph: Le maire de Vaubrun démissionne"});
  CHECK(blocks_of("").empty());
}

TEST_CASE("paragraphs alone have no headline") {
  CHECK(blocks_of("Le feu a pris lundi.\n\nIl est éteint.") ==
        Outline{"paragraph: Le feu a pris lundi.", "paragraph: Il est éteint."});
}

TEST_CASE("headline, standfirst before the byline, subheading") {
  CHECK(blocks_of("Vaubrun : la piscine ferme\n"
                  "\n"
                  "Le conseil a tranché lundi soir. Les habitants protestent.\n"
                  "\n"
                  "Par Judith Lemaire\n"
                  "\n"
                  "La salle était trop petite pour le public.\n"
                  "\n"
                  "« Un choix politique »\xC2\xA0\n"
                  "\n"
                  "Le bassin est fermé depuis janvier.\n") ==
        Outline{"headline: Vaubrun : la piscine ferme",
                "standfirst: Le conseil a tranché lundi soir. Les habitants protestent.",
                "byline: Par Judith Lemaire", "paragraph: La salle était trop petite pour le public.",
                "subheading: « Un choix politique »", "paragraph: Le bassin est fermé depuis janvier."});
}

TEST_CASE("a long line without final period under the headline is the standfirst") {
  const auto blocks = blocks_of(
      "Trois communes privées d'eau\n\n"
      "Une pollution aux hydrocarbures a été décelée dans la nappe de la Grane, selon la préfecture\n\n"
      "Les écoles ont fermé mardi.\n\nDes citernes ont été livrées.");
  CHECK(blocks[1].starts_with("standfirst: Une pollution"));
  CHECK(blocks[2].starts_with("paragraph: "));
}

TEST_CASE("the paragraph after the headline stays one where nothing tells it from the text") {
  const auto blocks =
      blocks_of("Trois communes privées d'eau\n\nLa nappe est polluée.\n\nLes écoles ont fermé.");
  CHECK(blocks[1] == "paragraph: La nappe est polluée.");
}

TEST_CASE("a name alone is the byline, under the headline and at the end") {
  CHECK(blocks_of("Vaubrun : la piscine ferme\n\nLucas Ferrandi\n\nLe bassin est vide.\n\nIl le restera.") ==
        Outline{"headline: Vaubrun : la piscine ferme", "byline: Lucas Ferrandi",
                "paragraph: Le bassin est vide.", "paragraph: Il le restera."});
  CHECK(blocks_of("Vaubrun : la piscine ferme\n\nLe bassin est vide.\n\nIl le restera.\n\nAnne de La Motte")
            .back() == "byline: Anne de La Motte");
  CHECK(blocks_of(
            "Vaubrun : la piscine ferme\n\nÉLISE BERGERON\nLa Presse de Vaubrun\n\nLe bassin est vide.")[2] ==
        "byline: La Presse de Vaubrun");
}

TEST_CASE("a dispatch's place line stays in its paragraph; dated notes are paragraphs") {
  const auto blocks = blocks_of(
      "Séisme au Pérou : neuf morts\n\nPublié le 6 mai à 18h41\n\n"
      "LIMA, 12 mars 2024 (Agence) – La terre a tremblé mardi.\n\nLes secours cherchent des survivants.");
  CHECK(blocks[0].starts_with("headline: "));
  CHECK(blocks[1] == "paragraph: Publié le 6 mai à 18h41");
  CHECK(blocks[2].starts_with("paragraph: LIMA, 12 mars"));
}

TEST_CASE("a caption is a line whose end is a credit; the credit follows it") {
  const Document document = text_document(
      "Vaubrun : la piscine ferme\n\nLe bassin, mardi 4 mars. (STR / KCNA VIA KNS / AFP)\n\nIl est vide.");
  REQUIRE(document.blocks.size() == 4);
  CHECK(outline(document)[1] == "caption: Le bassin, mardi 4 mars. (STR / KCNA VIA KNS / AFP)");
  CHECK(outline(document)[2] == "credit: STR / KCNA VIA KNS / AFP");
  CHECK(document.blocks[1].span.contains(document.blocks[2].span));
}

TEST_CASE("a body sentence that names an agency in parentheses is no caption") {
  CHECK(
      blocks_of("Le feu a pris lundi.\n\nIl est éteint depuis mardi soir. (AFP)\n\nNul n'a été blessé.")[1] ==
      "paragraph: Il est éteint depuis mardi soir. (AFP)");
}

TEST_CASE("bullets are lists, without the bullet") {
  CHECK(
      blocks_of("Ce que prévoit le plan :\n\n• une piste cyclable\n• deux ponts\n\nLe vote a lieu jeudi.") ==
      Outline{"paragraph: Ce que prévoit le plan :", "list: une piste cyclable", "list: deux ponts",
              "paragraph: Le vote a lieu jeudi."});
  CHECK(blocks_of("Au menu :\n- la piscine ;\n- le budget.\n") ==
        Outline{"paragraph: Au menu :", "list: la piscine ;", "list: le budget."});
  CHECK(blocks_of("Trois points à retenir.\n1. La piscine ferme.\n2. Le budget baisse.\n")[2] ==
        "list: Le budget baisse.");
}

TEST_CASE("a dialogue in dashes stays paragraphs") {
  CHECK(blocks_of("Elle s'arrête.\n– Vous aviez peur ?\n– Non, jamais.\n") ==
        Outline{"paragraph: Elle s'arrête.", "paragraph: – Vous aviez peur ?", "paragraph: – Non, jamais."});
  CHECK(blocks_of("- Vous aviez peur ?\n- Non, jamais.\n")[0] == "paragraph: - Vous aviez peur ?");
}

TEST_CASE("what no subheading is") {
  const auto kind = [](const std::string& line) {
    const auto blocks = blocks_of("Vaubrun : la piscine ferme\n\nLe bassin est vide depuis lundi.\n\n" +
                                  line + "\n\nIl le restera longtemps.");
    return blocks[2].substr(0, blocks[2].find(':'));
  };
  CHECK(kind("Un choix politique") == "subheading");
  CHECK(kind("Quels risques ?") == "subheading");
  CHECK(kind("Et après ce lundi,") == "paragraph");
  CHECK(kind("« Nous partons. »") == "paragraph");
  CHECK(kind("Il a dit ceci :") == "paragraph");
  CHECK(kind("avec un mot en bas de casse") == "paragraph");
  CHECK(kind("La critique vous a boudée. En gardez-vous de l'amertume ?") == "paragraph");
}

TEST_CASE("the seed article's blocks") {
  const Document document =
      text_document(read_whole(SELON_FIXTURES_DIR "/seed/franceinfo-coree-du-nord.txt"));
  const PlaceFinder places(document);
  std::vector<std::pair<std::uint32_t, BlockKind>> found;
  for (const Block& block : document.blocks) found.emplace_back(places.at(block.span.start).line, block.kind);
  using enum BlockKind;
  CHECK(found == std::vector<std::pair<std::uint32_t, BlockKind>>{{1, boilerplate},
                                                                  {3, headline},
                                                                  {5, standfirst},
                                                                  {6, byline},
                                                                  {7, byline},
                                                                  {8, boilerplate},
                                                                  {9, boilerplate},
                                                                  {10, caption},
                                                                  {10, credit},
                                                                  {12, paragraph},
                                                                  {14, paragraph},
                                                                  {16, related},
                                                                  {18, paragraph},
                                                                  {20, subheading},
                                                                  {22, paragraph},
                                                                  {24, paragraph},
                                                                  {26, paragraph},
                                                                  {28, boilerplate},
                                                                  {30, boilerplate}});
  CHECK(outline(document)[8] == "credit: STR / KCNA VIA KNS / AFP");
  CHECK(outline(document)[13] == "subheading: \"Une atmosphère cordiale\"");
  CHECK(document.headline == "Corée du Nord : Kim Jong-un a rencontré le ministre russe de la Défense");
}
