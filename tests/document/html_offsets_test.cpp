// The source map: every character of the text lies in the page where the map says.
#include <filesystem>

#include "document/characters.h"
#include "html_support.h"

using namespace html_test;
using selon::Document;

namespace {

/// Whether the page has the character `c` at `raw`: as it is, or as a reference to
/// it, or, for a space that joins, any white space or markup.
bool stands_at(std::string_view page, std::uint32_t raw, std::string_view c) {
  const std::string_view rest = page.substr(std::min<std::size_t>(raw, page.size()));
  if (rest.starts_with(c) || rest.starts_with('&')) {
    return true;
  }
  return c == " " && (rest.empty() || rest.front() == '<' || rest.front() == '\n' || rest.front() == '\t' ||
                      rest.front() == '\r' || rest.front() == '\f');
}

void check_map(const Document& document) {
  for (const auto& block : document.blocks) {
    for (std::uint32_t at = block.span.start; at < block.span.end;) {
      const auto size = selon::character_at(document.text, at).size;
      const auto c = std::string_view(document.text).substr(at, size);
      const auto raw = document.map.decoded_offset(at);
      if (!stands_at(document.decoded, raw, c)) {
        const std::string context = document.text.substr(at > 30 ? at - 30 : 0, 60);
        CAPTURE(context);
        CAPTURE(raw);
        FAIL("“" << std::string(c) << "” is not at its place");
      }
      at += size;
    }
  }
}

std::string_view page_at(const Document& document, std::string_view words) {
  const auto at = document.text.find(words);
  REQUIRE(at != std::string::npos);
  return std::string_view(document.decoded)
      .substr(document.map.decoded_offset(static_cast<std::uint32_t>(at)));
}

}  // namespace

TEST_CASE("every character of every test page is where the map says") {
  for (const char* folder : {"/document/html", "/../fixtures/seed"}) {
    for (const auto& entry : std::filesystem::directory_iterator(std::string(SELON_TESTS_DIR) + folder)) {
      if (entry.path().extension() == ".html") {
        CAPTURE(entry.path().filename().string());
        check_map(parse(read_file(entry.path().string())));
      }
    }
  }
}

TEST_CASE("references of every form keep the places after them") {
  const auto document =
      parse(article("<p>Coll&egrave;ge &amp; lyc&eacute;e, &#171;&#xA0;tout va bien&nbsp;&raquo;, &lt;b&gt; "
                    "&hellip; caf&eacute &notit; "
                    "AT&T a&b &bidon; &NotEqualTilde; &#x1F600; et la fin du paragraphe est ici.</p>"));
  check_map(document);
  CHECK(document.text.find("Collège & lycée, «\u00A0tout va bien\u00A0», <b> … café ¬it; AT&T a&b &bidon;") !=
        std::string::npos);
  CHECK(page_at(document, "lycée").starts_with("lyc&eacute;e"));
  CHECK(page_at(document, "café").starts_with("caf&eacute "));
  CHECK(page_at(document, "AT&T").starts_with("AT&T a&b"));
  CHECK(page_at(document, "et la fin").starts_with("et la fin du paragraphe"));
}

TEST_CASE("the end of a block lies behind its last character, though that was a reference") {
  const auto document =
      parse(article("<p>La crue, selon le maire, a fait des dégâts, mais pas de blessés&hellip;</p>"));
  const auto& block = document.blocks[2];
  REQUIRE(block.span.in(document.text).ends_with("blessés…"));
  CHECK(document.decoded.substr(document.map.decoded_offset(block.span.end)).starts_with("</p>"));
}

TEST_CASE("wrong markup and odd line ends keep the places") {
  check_map(parse(
      article("<p>La vitesse </span>du vent a <!-- 120 -->dépassé\r\n120\rkm/h < 130, a dit le maire.</p>")));
  check_map(parse(
      article("<p>Un <b>mot <i>et</b> un autre</i> mot <a href=x>lié <a href=y>deux</a> fois &copy; ici.")));
  check_map(parse(
      article("<table>hors de la table<tr><td>Une cellule qui n'est pas un tableau de données.</table>")));
  check_map(
      parse(article("<ul><li>un &agrave; un<li>deux &agrave; deux</ul><pre>\nligne &eacute;crite\n</pre>")));
}

TEST_CASE("the map is right on pages made at random") {
  const std::vector<std::string> pieces = {"<p>",      "</p>",
                                           "<b>",      "</b>",
                                           "<i>",      "</i>",
                                           " mot ",    "é",
                                           "&eacute;", "&amp",
                                           "&",        "&#233;",
                                           "<br>",     "<!-- x -->",
                                           "\r\n",     "&nbsp;",
                                           "</span>",  "<a href='x>y'>",
                                           "</a>",     "<td>",
                                           "<table>",  "</table>",
                                           "œuvre",    "<li>",
                                           "</ul>",    "&lt;",
                                           "<",        "«\u00A0oui\u00A0»",
                                           "\u00AD",   "&shy;",
                                           ".",        "&notin;",
                                           "&acE;",    "\t"};
  std::uint32_t seed = 7;
  for (int round = 0; round < 400; ++round) {
    std::string markup = "<p>Début du texte de l'article, ";
    for (int i = 0; i < 40; ++i) {
      seed = seed * 1664525u + 1013904223u;
      markup += pieces[(seed >> 16) % pieces.size()];
    }
    CAPTURE(markup);
    check_map(parse(article(markup)));
  }
}

TEST_CASE("italics are spans of the text") {
  const auto document =
      parse(article("<p>Le journal <em>La&nbsp;Vigie</em>, cité par <cite> Ouest </cite>, l'a dit.</p>"
                    "<p><i>Ce texte a paru d'abord dans une revue, il est repris ici.</i></p>"));
  REQUIRE(document.italics.size() == 3);
  CHECK(document.italics[0].in(document.text) == "La\u00A0Vigie");
  CHECK(document.italics[1].in(document.text) == "Ouest");
  CHECK(document.blocks[2].italic == false);
  CHECK(document.blocks[3].italic == true);
}
