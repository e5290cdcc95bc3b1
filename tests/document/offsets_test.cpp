// Properties that hold for every document, of whatever format: spans on character
// borders, ascending, inside the text, and a map that leads each character back to
// itself in the file.
#include <doctest/doctest.h>

#include <random>

#include "document/characters.h"
#include "sample.h"

using namespace selon;
using namespace selon::test;

namespace {

bool on_border(std::string_view text, std::uint32_t offset) {
  return offset == text.size() ||
         (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0u) != 0x80u);
}

void check_blocks(const Document& document) {
  std::uint32_t last = 0;
  const Block* caption = nullptr;
  for (const Block& block : document.blocks) {
    CAPTURE(block.span.start);
    CAPTURE(block.span.end);
    REQUIRE(block.span.start < block.span.end);
    REQUIRE(block.span.end <= document.text.size());
    CHECK(on_border(document.text, block.span.start));
    CHECK(on_border(document.text, block.span.end));
    CHECK(trimmed(document.text, block.span) == block.span);
    const bool inside =
        block.kind == BlockKind::credit && caption != nullptr && caption->span.contains(block.span);
    if (!inside) {
      CHECK(block.span.start >= last);
      last = block.span.end;
    }
    caption = block.kind == BlockKind::caption ? &block : nullptr;
  }
  std::uint32_t italics_end = 0;
  for (const Span span : document.italics) {
    CHECK(span.start >= italics_end);
    CHECK(span.end <= document.text.size());
    CHECK(on_border(document.text, span.start));
    CHECK(on_border(document.text, span.end));
    italics_end = span.end;
  }
}

/// Each character leads to itself in the file, to an entity, or, where it is white
/// space, to where a block or a line ends. Places never run backwards in a block.
void check_map(const Document& document) {
  const std::string_view file = document.file_content();
  for (const Block& block : document.blocks) {
    std::uint32_t last = 0;
    for (std::uint32_t at = block.span.start; at < block.span.end;) {
      const Character c = character_at(document.text, at);
      const std::uint32_t decoded = document.map.decoded_offset(at);
      REQUIRE(decoded < file.size());
      CHECK(decoded >= last);
      last = decoded;
      const Character there = character_at(file, decoded);
      const bool same = there.code == c.code || there.code == '&' || is_white_space(c.code);
      CHECK_MESSAGE(same, "at ", at, " of ", std::string(block.span.in(document.text)));
      at += c.size;
    }
  }
}

std::string pick(std::mt19937& random, const std::vector<std::string>& from) {
  return from[random() % from.size()];
}

std::string random_article(std::mt19937& random, const std::vector<std::string>& pieces) {
  std::string out;
  const int count = static_cast<int>(random() % 40);
  for (int i = 0; i < count; ++i) out += pick(random, pieces);
  return out;
}

const std::vector<std::string> words = {"Le maire ",
                                        "de Nîmes ",
                                        "a dit ",
                                        "« non »",
                                        "\"Une place\"",
                                        ".",
                                        "…",
                                        " ?",
                                        "\n",
                                        "\n\n",
                                        "\r\n\r\n",
                                        "\r",
                                        "\xC2\xA0",
                                        "\xE2\x80\xAF",
                                        "Commentaires",
                                        "Par Judith Lemaire",
                                        " (Photo : Léa Bruneau)",
                                        "• ",
                                        "- ",
                                        "– ",
                                        ">> ",
                                        "1. ",
                                        "œuvre ",
                                        "😀",
                                        "\t",
                                        "© Léa",
                                        "Publié Mis à jour",
                                        "\xEF\xBB\xBF",
                                        ",",
                                        " :",
                                        "l’été "};

const std::vector<std::string> marks = {"# ",       "## ",
                                        "*",        "**",
                                        "_",        "> ",
                                        ">> ",      "- ",
                                        "&eacute;", "&nbsp;",
                                        "&#171;",   "[",
                                        "](u)",     "![",
                                        "\\",       "`",
                                        "<b>",      "</b>",
                                        "<p>",      "<!--",
                                        "-->",      "<br>",
                                        "  \n",     "---\n",
                                        "```\n",    "|a|b|\n|-|-|\n",
                                        "~~",       "===\n",
                                        "    ",     "&rien;",
                                        "</p>",     "\\*",
                                        "<script>", "</script>"};

}  // namespace

TEST_CASE("every text has sound blocks, and is its own file") {
  std::mt19937 random(20240312);
  for (int i = 0; i < 3000; ++i) {
    const std::string article = random_article(random, words);
    CAPTURE(article);
    const Document document = text_document(article);
    CHECK(document.text == article);
    CHECK(document.map.identity());
    check_blocks(document);
  }
}

TEST_CASE("every Markdown file has sound blocks and a sound map") {
  std::mt19937 random(20240313);
  std::vector<std::string> pieces = words;
  pieces.insert(pieces.end(), marks.begin(), marks.end());
  LoadOptions options;
  options.format = Format::markdown;
  int read = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::string article = random_article(random, pieces);
    CAPTURE(article);
    const auto document = load_bytes(article, "a.md", french(), options);
    if (!document) continue;
    ++read;
    check_blocks(*document);
    check_map(*document);
  }
  CHECK(read > 2000);
}

TEST_CASE("every NITF file has sound blocks, speeches and a sound map") {
  std::mt19937 random(20240314);
  std::vector<std::string> pieces = words;
  // Whole elements, so that most of the files are well-formed.
  pieces.insert(pieces.end(), {"<p>Le maire</p>", "<p>", "</p><p>", "<br/>", "<em>dit</em>", "<hl2>Vu</hl2>",
                               "<bq quote-source=\"X\"><p>« Oui »</p></bq>", "&eacute;", "&#171;", "&rien;",
                               "<![CDATA[&amp;]]>", "<!-- non -->", "<q quote-source='Y'> non </q>"});
  int read = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string content = random_article(random, pieces);
    std::erase(content, '\r');
    const auto opened = static_cast<std::size_t>(std::count(content.begin(), content.end(), '<'));
    const std::string article =
        "<nitf><body>" + std::string(opened > 0 ? "<p>" : "") + content + "</p></body></nitf>";
    CAPTURE(article);
    const auto document = load_bytes(article, "a.xml", french(), {});
    if (!document) continue;
    ++read;
    check_blocks(*document);
    check_map(*document);
    for (const NamedSpeech& speech : document->speeches) {
      CHECK(trimmed(document->text, speech.span) == speech.span);
      CHECK_FALSE(speech.speaker.empty());
    }
  }
  CHECK(read > 500);
}

TEST_CASE("the fixtures have sound blocks and maps") {
  for (const char* name : {"/seed/franceinfo-coree-du-nord.txt", "/seed/franceinfo-coree-du-nord.md",
                           "/nitf/depeche-piscine.xml"}) {
    CAPTURE(name);
    const auto document = load_file(std::string(SELON_FIXTURES_DIR) + name, french(), {});
    REQUIRE(document.has_value());
    check_blocks(*document);
    check_map(*document);
  }
}

TEST_CASE("any encoding of an article gives the same text, blocks and places") {
  const std::string article =
      "Vaubrun : l’été sans eau\n\nPar Judith Lemaire\n\n« L’œil du préfet », a-t-elle dit à 10 €.\n";
  const auto reference = load_bytes(article, "a.txt", french(), {});
  REQUIRE(reference.has_value());
  std::string utf16 = "\xFF\xFE";
  std::string windows;
  for (std::uint32_t at = 0; at < article.size();) {
    const Character c = character_at(article, at);
    at += c.size;
    utf16 += {static_cast<char>(c.code & 0xFF), static_cast<char>(c.code >> 8)};
    const char byte = c.code == 0x2019   ? '\x92'
                      : c.code == 0x153  ? '\x9C'
                      : c.code == 0x20AC ? '\x80'
                                         : static_cast<char>(c.code);
    windows.push_back(byte);
  }
  for (const std::string& bytes : {"\xEF\xBB\xBF" + article, utf16, windows}) {
    const auto document = load_bytes(bytes, "a.txt", french(), {});
    REQUIRE(document.has_value());
    CHECK(document->text == reference->text);
    CHECK(outline(*document) == outline(*reference));
    CHECK(document->sha256 != reference->sha256);
    const PlaceFinder places(*document);
    CHECK(places.at(document->blocks[2].span.start).line == 5);
  }
}
