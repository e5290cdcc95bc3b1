// Words that are several things: the neighbours decide, by the pack's context rules.
#include "language_room.h"

using namespace selon;

namespace {
std::string tag(std::string_view text, std::string_view word) { return ReadText(text).tag_of(word); }
}  // namespace

TEST_CASE("a word that is a verb and a noun is told by what stands before it") {
  CHECK(tag("Elle note que le pont ferme.", "note") == "SAY");
  CHECK(tag("La note du ministère est sévère.", "note") != "SAY");
  CHECK(tag("Il ferme la porte.", "porte") != "VERB");
  CHECK(tag("Elle porte le sac.", "porte") == "VERB");
}

TEST_CASE("a participle after its auxiliary says, before a noun it doesn't") {
  CHECK(tag("Le maire a dit que le pont ferme.", "dit") == "SAYP");
  CHECK(tag("Le maire dit que le pont ferme.", "dit") == "SAY");
  CHECK(tag("Le maire a ajouté : « Non. »", "ajouté") == "SAYP");
}

TEST_CASE("en, le and leur are pronouns before a verb") {
  CHECK(tag("Il en a parlé.", "en") == "OBJ");
  CHECK(tag("Il vit en ville.", "en") == "PREP");
  CHECK(tag("Elle le dit.", "le") == "OBJ");
  CHECK(tag("Il voit le maire.", "le") == "DET");
}

TEST_CASE("a is the verb, with an accent the preposition") {
  CHECK(tag("Le pont a cédé.", "a") == "HAVE");
  CHECK(tag("Il va à la mairie.", "à") == "A");
}

TEST_CASE("an unknown word with a capital is a name") {
  CHECK(tag("Selon Zzyxx, le pont ferme.", "Zzyxx") == "NAME");
  CHECK(tag("Selon Zzyxx, le pont ferme.", "Selon") == "SELON");
}

TEST_CASE("tags are parallel to tokens") {
  const ReadText read("Le maire dit « oui ».");
  REQUIRE(read.text.tags.size() == read.text.tokens.size());
  for (std::size_t i = 0; i < read.text.tokens.size(); ++i) {
    CHECK(static_cast<Tag>(read.text.tags[i]) == read.text.tokens[i].tag);
  }
  CHECK(read.tag_of("«") == "QO");
  CHECK(read.tag_of("»") == "QC");
}
