// Words, numbers, addresses and marks, as French typography sets them.
#include "language_room.h"

using namespace selon;

namespace {
std::string tokens(std::string_view text) { return ReadText(text).tokens(); }
}  // namespace

TEST_CASE("elided words are tokens of their own, with either apostrophe") {
  CHECK(tokens("l'eau qu’il jusqu'ici") == "l' | eau | qu’ | il | jusqu' | ici");
  CHECK(tokens("aujourd'hui") == "aujourd'hui");  // no elision: one word of the lexicon
  CHECK(tokens("l'« exigence »") == "l' | « | exigence | »");
}

TEST_CASE("a name that begins with an elided letter is one token, shouted words are not") {
  CHECK(tokens("Maud N’Guessan et N'Golo") == "Maud | N’Guessan | et | N'Golo");
  CHECK(tokens("N'OUBLIEZ PAS") == "N' | OUBLIEZ | PAS");
  CHECK(tokens("N'oubliez pas") == "N' | oubliez | pas");
}

TEST_CASE("an inverted pronoun is a token of its own, a compound is not cut") {
  CHECK(tokens("a-t-il dit-elle") == "a | -t-il | dit | -elle");
  CHECK(tokens("le porte-parole, là-bas") == "le | porte-parole | , | là-bas");
  CHECK(tokens("zzyxx-zzyxx-zzyxx-zzyxx-zzyxx-t-elle") == "zzyxx-zzyxx-zzyxx-zzyxx-zzyxx | -t-elle");
}

TEST_CASE("numbers keep their marks and their groups of three") {
  CHECK(tokens("1 200 personnes, 3,5 % et 12\u202F000 euros") ==
        "1 200 | personnes | , | 3,5 | % | et | 12\u202F000 | euros");
  CHECK(tokens("à 20h30 le 1er") == "à | 20h30 | le | 1er");
  CHECK(tokens("en 2023 1500 voix") == "en | 2023 | 1500 | voix");
  CHECK(tokens("En 2023 400 personnes, en janvier 2024 120 maires") ==
        "En | 2023 | 400 | personnes | , | en | janvier | 2024 | 120 | maires");
  CHECK(tokens("à 20:30 400 personnes, 12 345 678 ans") ==
        "à | 20:30 | 400 | personnes | , | 12 345 678 | ans");
}

TEST_CASE("an abbreviation keeps its full stop, the last word of a sentence does not") {
  CHECK(tokens("M. Bec, J. Dupont et le Dr. Sène.") ==
        "M. | Bec | , | J. | Dupont | et | le | Dr. | Sène | .");
  CHECK(tokens("les U.S.A. ont dit") == "les | U.S.A. | ont | dit");
  CHECK(tokens("selon F.L. Zzyxx") == "selon | F.L. | Zzyxx");
  CHECK(tokens("aux U.S.A. Une loi") == "aux | U.S.A | . | Une | loi");
}

TEST_CASE("addresses are one token, without the punctuation after them") {
  CHECK(tokens("Voir https://exemple.fr/a?b=1, ou a.b@exemple.fr.") ==
        "Voir | https://exemple.fr/a?b=1 | , | ou | a.b@exemple.fr | .");
  CHECK(tokens("Voir:«contact@x.fr»") == "Voir | : | « | contact@x.fr | »");
  CHECK(tokens("sur:“x@y.fr”.") == "sur | : | “ | x@y.fr | ” | .");
}

TEST_CASE("spaces of every kind part tokens, three full stops are one") {
  CHECK(tokens("«\u00A0oui\u202F!\u00A0» et\u2009non...") == "« | oui | ! | » | et | non | ...");
}

TEST_CASE("phrases of the pack are one token") {
  CHECK(tokens("D'après lui, parce qu'il pleut") == "D'après | lui | , | parce qu' | il | pleut");
  const ReadText read("D’après lui");
  CHECK((read.text.tokens.at(0).shape & shape_multiword) != 0);
  CHECK(read.tag_of("D’après") == "SELON");
}

TEST_CASE("shapes tell capitals, figures, unknown words and first words") {
  const ReadText read("Le SNCT a 12 wagons à Zzyxx. Deux roulent.");
  const auto shape = [&read](std::size_t token) { return read.text.tokens.at(token).shape; };
  CHECK((shape(0) & shape_first) != 0);
  CHECK((shape(0) & shape_capital) != 0);
  CHECK((shape(1) & shape_all_capitals) != 0);
  CHECK((shape(1) & shape_first) == 0);
  CHECK((shape(3) & shape_digits) != 0);
  CHECK((shape(6) & shape_unknown) != 0);
  CHECK((shape(7) & shape_space_before) == 0);
  CHECK((shape(8) & shape_first) != 0);
}
