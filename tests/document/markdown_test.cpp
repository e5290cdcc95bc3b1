#include <doctest/doctest.h>

#include "document/entities.h"
#include "document/front_matter.h"
#include "sample.h"

using namespace selon;
using namespace selon::test;

namespace {

Outline blocks_of(std::string text) { return outline(markdown_document(std::move(text))); }

}  // namespace

TEST_CASE("headings, standfirst and paragraphs") {
  CHECK(blocks_of("# Vaubrun : la piscine ferme\n\n*Le conseil a tranché lundi.*\n\nLe bassin\nest vide.\n\n"
                  "## Un choix\n\nIl le restera.\n") ==
        Outline{"headline: Vaubrun : la piscine ferme", "standfirst: Le conseil a tranché lundi.",
                "paragraph: Le bassin est vide.", "subheading: Un choix", "paragraph: Il le restera."});
  CHECK(blocks_of("Vaubrun : la piscine ferme\n===\n\n> Le conseil a tranché.\n\nLe bassin est vide.\n")[1] ==
        "standfirst: Le conseil a tranché.");
  CHECK(blocks_of("## Vaubrun\n\nTexte un.\n\n## Suite\n\nTexte deux.")[0] == "headline: Vaubrun");
}

TEST_CASE("without headings blocks are told as in plain text") {
  CHECK(
      blocks_of("Vaubrun : la piscine ferme\n\nPar Judith Lemaire\n\nLe bassin est vide.\n\n**Un choix**\n\n"
                "Il le restera.") == Outline{"headline: Vaubrun : la piscine ferme",
                                             "byline: Par Judith Lemaire", "paragraph: Le bassin est vide.",
                                             "subheading: Un choix", "paragraph: Il le restera."});
}

TEST_CASE("blocks stand two line feeds apart") {
  CHECK(markdown_document("# Un\n\nDeux  \ntrois.\n- a\n- b\n").text == "Un\n\nDeux\n\ntrois.\n\na\n\nb");
}

TEST_CASE("lists, quotations, nested ones as related links") {
  CHECK(blocks_of("# T\n\nTexte.\n\n- un\n- deux\n  lignes\n\n1. trois\n\n> Citée\n> ici.\n\n>> Que fait le "
                  "maire ?\n") == Outline{"headline: T", "paragraph: Texte.", "list: un", "list: deux lignes",
                                          "list: trois", "blockquote: Citée ici.",
                                          "related: Que fait le maire ?"});
}

TEST_CASE("a paragraph that is only a link is related; a link in a sentence is text") {
  CHECK(blocks_of("# T\n\nVoir [le rapport](http://a.example/r) du maire.\n\n[Que fait le maire "
                  "?](http://a.example)\n") ==
        Outline{"headline: T", "paragraph: Voir le rapport du maire.", "related: Que fait le maire ?"});
}

TEST_CASE("pictures give captions with credits") {
  CHECK(blocks_of("# T\n\n![Le bassin, mardi. (Photo : Léa Bruneau)](bassin.jpg)\n\nTexte.") ==
        Outline{"headline: T", "caption: Le bassin, mardi. (Photo : Léa Bruneau)", "credit: Léa Bruneau",
                "paragraph: Texte."});
  CHECK(blocks_of("# T\n\n![Le bassin](a.jpg \"© Léa Bruneau\")\n\nTexte.")[1] ==
        "caption: Le bassin © Léa Bruneau");
  // What the reader sees under the picture comes before its alternative text.
  CHECK(blocks_of("# T\n\n![bassin.jpg](bassin.jpg)\n*Le bassin, mardi.*\n\nTexte.") ==
        Outline{"headline: T", "boilerplate: bassin.jpg", "caption: Le bassin, mardi.", "paragraph: Texte."});
  CHECK(blocks_of("# T\n\n![Un bassin vide](b.jpg)\n\n*Le bassin, mardi.*\n\nTexte.")[2] ==
        "caption: Le bassin, mardi.");
  CHECK(blocks_of("# T\n\nUn signe ![étoile](e.png) ici.")[1] == "paragraph: Un signe  ici.");
}

TEST_CASE("raw HTML gives its text; comments, scripts, code and tables give none") {
  CHECK(blocks_of(
            "# T\n\nTexte.\n\n<!-- à revoir\n\nencore -->\n\n<div>\n<p>Un encadr&eacute; <b>utile</b>.</p>\n"
            "<script>var x = '<p>non</p>';</script>\n<figcaption>La place © Léa</figcaption>\n</div>\n\n"
            "Un <span class=\"x\">mot</span><!-- non -->.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
            "```\ncode\n```\n\n~~Barré~~ Fin.") ==
        Outline{"headline: T", "paragraph: Texte.", "paragraph: Un encadré utile.", "caption: La place © Léa",
                "credit: Léa", "paragraph: Un mot.", "paragraph: Fin."});
}

TEST_CASE("entities are decoded and mapped to where they stand") {
  const Document document =
      markdown_document("# T\n\nL&rsquo;&eacute;lue dit &laquo;&nbsp;non&#160;&#xBB; &amp; part.");
  CHECK(outline(document)[1] == "paragraph: L’élue dit «\xC2\xA0non\xC2\xA0» & part.");
  const auto decoded_at = [&](std::string_view part) {
    const auto at = static_cast<std::uint32_t>(document.text.find(part));
    return document.decoded.substr(document.map.decoded_offset(at), 8);
  };
  CHECK(decoded_at("’") == "&rsquo;&");
  CHECK(decoded_at("é") == "&eacute;");
  CHECK(decoded_at("lue") == "lue dit ");
  CHECK(decoded_at("&") == "&amp; pa");
  CHECK(decoded_at("part") == "part.");
}

TEST_CASE("references that name nothing stay as they are") {
  EntityDecoder decoder;
  CHECK(decoder.decode("&eacute;") == "é");
  CHECK(decoder.decode("&#146;") == "’");  // as browsers read it
  CHECK(decoder.decode("&#x1F600;") == "😀");
  CHECK(decoder.decode("&rien;") == "&rien;");
}

TEST_CASE("emphasis is kept as spans of italics") {
  const Document document = markdown_document("# T\n\nElle lit *Le Temps* et _L'Été_ **vite**.");
  std::vector<std::string> italics;
  for (const Span span : document.italics) italics.emplace_back(span.in(document.text));
  CHECK(italics == std::vector<std::string>{"Le Temps", "L'Été"});
  CHECK_FALSE(document.blocks[1].italic);
}

TEST_CASE("single line breaks part furniture from text") {
  CHECK(blocks_of("# T\n\nPar Judith Lemaire\nTemps de lecture : 2 min\nPubli\xC3\xA9 Mis \xC3\xA0 "
                  "jour\n\nLe bassin\nest vide.") ==
        Outline{"headline: T", "byline: Par Judith Lemaire", "boilerplate: Temps de lecture : 2 min",
                "boilerplate: Publié Mis à jour", "paragraph: Le bassin est vide."});
}

TEST_CASE("front matter is metadata, not text") {
  const Document document = markdown_document(
      "---\ntitle: \"La piscine \\\"ferme\\\"\"\ndate: 2024-03-12T10:00:00+01:00\nlang: fr-FR\n"
      "authors:\n  - Judith Lemaire\n  - 'Marc d''Arc'\nurl: https://vaubrun.example/a # note\n---\nLe "
      "bassin est vide.\n");
  CHECK(outline(document) == Outline{"paragraph: Le bassin est vide."});
  CHECK(document.headline == "La piscine \"ferme\"");
  CHECK(document.metadata.published == "2024-03-12T10:00:00+01:00");
  CHECK(document.metadata.lang == "fr");
  CHECK(document.metadata.authors == std::vector<std::string>{"Judith Lemaire", "Marc d'Arc"});
  CHECK(document.metadata.canonical_url == "https://vaubrun.example/a");
  CHECK(PlaceFinder(document).at(0).line == 10);
}

TEST_CASE("front matter in other forms, and what is none") {
  CHECK(read_front_matter("---\nauthor: [A. Roy, B. Bec]\n...\n").metadata.authors.size() == 2);
  CHECK(read_front_matter("---\nseo:\n  title: caché\ntitle: Vrai\n---\n").title == "Vrai");
  CHECK(read_front_matter("---\nUne ligne de texte\n---\n").size == 0);
  CHECK(read_front_matter("---\ntitle: sans fin\n").size == 0);
  CHECK(read_front_matter("Texte\n---\ntitle: x\n---\n").size == 0);
  CHECK(read_front_matter("---\r\ntitle: x\r\n---\r\nTexte").size == 20);
}

TEST_CASE("the seed article as Markdown has the blocks of the text") {
  const Document text = text_document(read_whole(SELON_FIXTURES_DIR "/seed/franceinfo-coree-du-nord.txt"));
  const Document markdown =
      markdown_document(read_whole(SELON_FIXTURES_DIR "/seed/franceinfo-coree-du-nord.md"));
  Outline expected = outline(text);
  for (std::string& line : expected) {
    if (line.starts_with("related: >> ")) line.erase(9, 3);  // the mark of the nested quotation
  }
  CHECK(outline(markdown) == expected);
  CHECK(markdown.headline == text.headline);
  const auto kxna = static_cast<std::uint32_t>(markdown.text.find("KXNA"));
  CHECK(PlaceFinder(markdown).at(kxna).line == 12);
  CHECK(PlaceFinder(markdown).at(kxna).column == 23);
}

TEST_CASE("a table of too many cells is refused") {
  std::string bomb;
  for (int i = 0; i < 3000; ++i) bomb += "a|";
  bomb += "\n";
  for (int i = 0; i < 3000; ++i) bomb += "---|";
  for (int i = 0; i < 3000; ++i) bomb += "\nx";
  LoadOptions options;
  options.format = Format::markdown;
  const auto document = load_bytes(bomb, "bombe.md", french(), options);
  REQUIRE_FALSE(document.has_value());
  CHECK(to_string(document.error()).find("table of too many cells") != std::string::npos);
}
