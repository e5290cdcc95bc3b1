// What of a document is read: the body, and of a caption what it says.
#include "document/load.h"
#include "language_room.h"

using namespace selon;

namespace {

std::string read_back(const Document& document) {
  const Text text = language_room().reader->read(document);
  std::string out;
  for (const Sentence& sentence : text.sentences) {
    const Span span{text.tokens[sentence.first].span.start, text.tokens[sentence.last - 1].span.end};
    out += std::string(span.in(document.text)) + "\n";
  }
  return out;
}

std::string caption(std::string line) {
  line = "Le pont ferme\n\nLe pont de la Roque est fermé depuis lundi à toute circulation.\n\n" + line +
         "\n\nIl rouvrira au printemps, a dit le maire de la commune à la presse.\n";
  const Document document = load_text(std::move(line), language_room().pack);
  const Text text = language_room().reader->read(document);
  std::string out;
  for (const Sentence& sentence : text.sentences) {
    if (document.blocks[sentence.block].kind == BlockKind::caption) {
      const Span span{text.tokens[sentence.first].span.start, text.tokens[sentence.last - 1].span.end};
      out += (out.empty() ? "" : " | ") + std::string(span.in(document.text));
    }
  }
  return out;
}

}  // namespace

TEST_CASE("only body blocks are read") {
  Document document;
  document.text = "Par Léa Bec\nIl pleut.\nLire aussi : la neige.";
  document.blocks = {
      {BlockKind::byline, {0, 12}}, {BlockKind::paragraph, {13, 22}}, {BlockKind::related, {23, 45}}};
  CHECK(read_back(document) == "Il pleut.\n");
}

TEST_CASE("a caption is read without its credit and without what leads up to it") {
  CHECK(caption("Le maire au pied du pont, mardi. (STR / KCNA VIA KNS / AFP)") ==
        "Le maire au pied du pont, mardi.");
  CHECK(caption("Le maire au pied du pont, mardi. (Photo : Maryse Tanguy)") ==
        "Le maire au pied du pont, mardi.");
  CHECK(caption("Le maire au pied du pont [© Léa Bruneau]") == "Le maire au pied du pont");
  CHECK(caption("Le pont vu du ciel. Photo : Nadia Ferrer") == "Le pont vu du ciel.");
  CHECK(caption("Le pont (1954) et ses piles © Marc Roy / Agence Littoral") == "Le pont (1954) et ses piles");
}

TEST_CASE("reading twice gives the same") {
  const std::string_view lines = "Selon Zzyxx, « il pleut ». Elle a dit non.";
  const ReadText once(lines);
  const ReadText twice(lines);
  CHECK(once.tokens() == twice.tokens());
  CHECK(once.text.tags == twice.text.tags);
}
