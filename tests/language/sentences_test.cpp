// Where a sentence ends, and where a mark that could end it does not.
#include "language_room.h"

using namespace selon;
using Sentences = std::vector<std::string>;

namespace {
Sentences sentences(std::string_view text) { return ReadText(text).sentences(); }
}  // namespace

TEST_CASE("a full stop ends a sentence, a line ends one without it") {
  CHECK(sentences("Il pleut. Elle sort.") == Sentences{"Il pleut.", "Elle sort."});
  CHECK(sentences("Le pont ferme\nIl pleut.") == Sentences{"Le pont ferme", "Il pleut."});
}

TEST_CASE("the full stop of an abbreviation or a number ends nothing") {
  CHECK(sentences("M. Bec et Mme. Roux ont payé 1.500 euros.").size() == 1);
  CHECK(sentences("J. Dupont préside. Elle sort.") == Sentences{"J. Dupont préside.", "Elle sort."});
}

TEST_CASE("a question or an exclamation goes on where the text does in lower case") {
  CHECK(sentences("Qui paiera ? demande-t-elle.").size() == 1);
  CHECK(sentences("Qui paiera ? Personne.") == Sentences{"Qui paiera ?", "Personne."});
  CHECK(sentences("Il hésite... puis part.").size() == 1);
}

TEST_CASE("a quotation's last mark belongs to its sentence, and what follows in lower case too") {
  CHECK(sentences("« Il pleut. » Elle sort.") == Sentences{"« Il pleut. »", "Elle sort."});
  CHECK(sentences("« Quoi ! » s'exclame-t-il.").size() == 1);
  CHECK(sentences("(Il pleut.) Elle sort.") == Sentences{"(Il pleut.)", "Elle sort."});
}

TEST_CASE("a row of words longer than any sentence is cut, and no word is lost") {
  std::string row;
  for (int i = 0; i < 5000; ++i) {
    row += "mot ";
  }
  const Sentences cut = sentences(row + "fin. Il pleut.");
  REQUIRE(cut.size() == 4);
  CHECK(cut[0].size() == 2000 * 4 - 1);
  CHECK(cut[2].ends_with("mot fin."));
  CHECK(cut[3] == "Il pleut.");
}
