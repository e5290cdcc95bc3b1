#include "document/nitf.h"

#include <doctest/doctest.h>

#include "sample.h"

using namespace selon;
using namespace selon::test;

namespace {

std::string in_body(const std::string& content) {
  return "<nitf><body><body.content>" + content + "</body.content></body></nitf>";
}

Outline blocks_of(const std::string& content) { return outline(nitf_document(in_body(content))); }

std::string refusal(std::string xml) {
  const auto document = load_bytes(std::move(xml), "essai.xml", french(), {});
  REQUIRE_FALSE(document);
  return to_string(document.error());
}

Document dispatch() {
  auto document =
      load_file(std::string(SELON_FIXTURES_DIR) + "/nitf/depeche-piscine.xml", french(), LoadOptions{});
  REQUIRE(document);
  return std::move(*document);
}

}  // namespace

TEST_CASE("a dispatch in NITF: its blocks are what its elements say") {
  CHECK(
      outline(dispatch()) ==
      Outline{"headline: Vaubrun : la piscine ferme jusqu'au printemps",
              "standfirst: Le conseil municipal a tranché lundi soir", "byline: Par Judith Lemaire",
              "byline: Agence du Val", "boilerplate: APV", "dateline: VAUBRUN, 12 nov. 2023",
              "standfirst: La mairie invoque le prix de l’énergie.",
              "paragraph: Le bassin de Vaubrun sera vidé dès mardi, a annoncé la maire, Hélène Carpentier.",
              "paragraph: « La facture de gaz a triplé & nous ne pouvons plus payer », a-t-elle dit.",
              "subheading: « Un coup dur »",
              "blockquote: C'est un coup dur pour nos cent vingt nageurs, et nous n'avons pas été prévenus.",
              "blockquote: Le ministère ne versera aucune aide d'urgence à la commune.",
              "boilerplate: Préfecture du Val", "caption: Le bassin de Vaubrun, mardi. (Photo : Léa Bruneau)",
              "credit: Léa Bruneau", "list: Le bassin ferme mardi.", "list: Les cours sont remboursés.",
              "byline: jle/apv"});
}

TEST_CASE("a dispatch in NITF: metadata, and places in the file") {
  const Document document = dispatch();
  CHECK(document.format == Format::nitf);
  CHECK(document.headline == "Vaubrun : la piscine ferme jusqu'au printemps");
  CHECK(document.metadata.lang == "fr");
  CHECK(document.metadata.published == "2023-11-12T10:15:00+0100");
  CHECK(document.metadata.publisher == "Agence du Val");
  CHECK(document.metadata.canonical_url == "https://agence-du-val.example/depeches/42");
  CHECK(document.metadata.authors == std::vector<std::string>{"Judith Lemaire"});
  const FilePlace place =
      PlaceFinder(document).at(static_cast<std::uint32_t>(document.text.find("nous ne pouvons")));
  CHECK(place.line == 27);
  CHECK(place.column == 83);
}

TEST_CASE("who says marked words: quote-source, or the credit of a block quote") {
  const Document document = dispatch();
  REQUIRE(document.speeches.size() == 3);
  CHECK(document.speeches[0].span.in(document.text) ==
        "« La facture de gaz a triplé & nous ne pouvons plus payer »");
  CHECK(document.speeches[0].speaker == "Hélène Carpentier");
  CHECK(document.speeches[1].speaker == "Marc Aubertin, président du club de natation");
  CHECK(document.speeches[2].speaker == "Préfecture du Val");
}

TEST_CASE("references, marked sections, comments and white space") {
  CHECK(blocks_of("<p>Caf&#233; &amp;\n   cr&egrave;me <!-- non --> <![CDATA[à &amp;]]> ici</p>") ==
        Outline{"paragraph: Café & crème à &amp; ici"});
  CHECK(blocks_of("<p>R &rien; &amp B</p>") == Outline{"paragraph: R &rien; &amp B"});
  CHECK(blocks_of("<p>Un vers<br/>puis l'autre</p>") ==
        Outline{"paragraph: Un vers", "paragraph: puis l'autre"});
}

TEST_CASE("fractions are read as they are printed") {
  CHECK(blocks_of("<p>Le taux est de 3<frac><frac-num>1</frac-num><frac-sep>/</frac-sep><frac-denom>4"
                  "</frac-denom></frac> %.</p>") == Outline{"paragraph: Le taux est de 3 1/4 %."});
}

TEST_CASE("what a quotation holds is quoted; tables and footnotes are no text") {
  CHECK(blocks_of("<bq><block><ul><li>Un.</li></ul><p>Deux.</p></block></bq><p>Trois.</p>") ==
        Outline{"blockquote: Un.", "blockquote: Deux.", "paragraph: Trois."});
  CHECK(blocks_of("<p>Texte<fn>note</fn> ici.</p><nitf-table><table/></nitf-table>") ==
        Outline{"paragraph: Texte ici."});
}

TEST_CASE("a namespace's prefix changes nothing; the name of the file neither") {
  const std::string xml =
      "<?xml version='1.0'?><!-- fil --><!DOCTYPE nitf>\n<n:nitf xmlns:n='x'><n:body><n:p>Le maire a "
      "démissionné.</n:p></n:body></n:nitf>";
  const auto document = load_bytes(xml, "essai", french(), {});
  REQUIRE(document);
  CHECK(document->format == Format::nitf);
  CHECK(outline(*document) == Outline{"paragraph: Le maire a démissionné."});
  CHECK_FALSE(shows_nitf("<html><nitf>"));
  CHECK_FALSE(shows_nitf("<!-- <nitf> "));
}

TEST_CASE("the encoding that the file declares") {
  const std::string xml =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?><nitf><body><p>\xBD"
      "uvre \xA4</p></body></nitf>";
  const auto document = load_bytes(xml, "essai.xml", french(), {});
  REQUIRE(document);
  CHECK(outline(*document) == Outline{"paragraph: œuvre €"});
}

TEST_CASE("files that are none say where") {
  CHECK(
      refusal("<nitf><body>\n<p>Le maire</q></body></nitf>") ==
      "essai.xml:2:14: this is no well-formed XML: Start-end tags mismatch; mend the file, or give its text");
  CHECK(refusal("<nitf><head><title>Brève</title></head><body/></nitf>") ==
        "essai.xml: the NITF article holds no text: “Brève”; give an article");
  std::string deep = "<nitf><body>\n";
  for (int i = 0; i < 30000; ++i) deep += "<block>";
  deep += "x";
  for (int i = 0; i < 30000; ++i) deep += "</block>";
  CHECK(refusal(deep + "</body></nitf>") ==
        "essai.xml:2:3586: the elements nest too deep here; give the text of the article itself");
}
