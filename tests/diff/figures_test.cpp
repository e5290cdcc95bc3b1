#include "claims/diff/figures.h"

#include <doctest/doctest.h>

#include "room.h"

using namespace selon;
using namespace selon::test;

namespace {

/// The figures of a text, as they are compared.
std::string figures(const std::string& text) {
  const FigureReader reader(Room::instance().pack);
  std::string out;
  for (const DiffWord& word : reader.words(text, {0, static_cast<std::uint32_t>(text.size())})) {
    if (word.figure) out += (out.empty() ? "" : " ") + word.key;
  }
  return out;
}

}  // namespace

TEST_CASE("numbers have one form, in digits or written out") {
  for (const char* same : {"1150 voix", "1 150 voix", "1\u00A0150 voix", "1\u202F150 voix", "1.150 voix",
                           "1\n150 voix", "mille cent cinquante voix"}) {
    CHECK(figures(same) == "#1150");
  }
  CHECK(figures("vingt et un élus") == "#21");
  CHECK(figures("soixante et onze élus") == "#71");
  CHECK(figures("soixante-douze élus") == "#72");
  CHECK(figures("quatre-vingts élus") == "#80");
  CHECK(figures("quatre-vingt-dix-sept élus") == "#97");
  CHECK(figures("deux cent mille élus") == "#200000");
  CHECK(figures("deux millions trois cent mille élus") == "#2300000");
  CHECK(figures("1,9 milliard") == "#1900000000");
  CHECK(figures("4,20 euros") == "#4.2 euro");
  CHECK(figures("quinze cents") == "#1500");
  CHECK(figures("un demi-million d'élus") == figures("500 000 élus"));
  CHECK(figures("un million et demi d'élus") == figures("1,5 million d'élus"));
  CHECK(figures("1 million et demi d'élus") == "#1500000");
  CHECK(figures("trois heures et demie") == "#3.5 h");
  CHECK(figures("une heure et demie") == "#1.5 h");
  CHECK(figures("une heure et demain") == figures("une heure, demain"));
  CHECK(figures("trois mille milliards") == figures("3 000 milliards"));
  CHECK(figures("deux mille trois cents milliards") == figures("2 300 milliards"));
}

TEST_CASE("each digit of a long number counts") {
  CHECK(figures("1 234 567 890 123 francs") != figures("1 234 567 890 124 francs"));
  CHECK(figures("Siret 73282932000074") != figures("Siret 73282932000075"));
  CHECK(figures("12 345 678 901 234 567") == figures("12.345.678.901.234.567"));
  CHECK(figures("4 567 890 123 456 789") != figures("4 567 890 123 456 788"));
}

TEST_CASE("numbers side by side stay apart") {
  CHECK(figures("entre dix-huit et vingt-quatre mois") == "#18 #24 mois");
  CHECK(figures("deux, trois ou quatre élus") == "#2 #3 #4");
  CHECK(figures("le 3 avril 2021 à 18h03") == "#3 @4 #2021 #18 h #3");
}

TEST_CASE("an article is no number, but begins one") {
  CHECK(figures("un élu et une élue").empty());
  CHECK(figures("un million d'élus") == "#1000000");
}

TEST_CASE("a unit counts behind a number, in any form") {
  CHECK(figures("3 km") == figures("trois kilomètres"));
  CHECK(figures("11,4 %") == "#11.4 %");
  CHECK(figures("11,4%") == "#11.4 %");
  CHECK(figures("10 €") == figures("dix euros"));
  CHECK(figures("des kilomètres").empty());
}

TEST_CASE("a minus sign counts, a dash doesn't") {
  CHECK(figures("-2 °C") == "#-2 degré");
  CHECK(figures("il fera \u22125 degrés") == "#-5 degré");
  CHECK(figures("10-15 %") == "#10 #15 %");
  CHECK(figures("- 12 élus") == "#12");
}

TEST_CASE("ordinals, in figures, in words, in Roman numerals") {
  CHECK(figures("la troisième digue") == "#3e");
  for (const char* same : {"le 21e rang", "le 21ème rang", "le vingt et unième rang",
                           "le vingt-et-unième rang", "le XXIe rang"}) {
    CHECK(figures(same) == "#21e");
  }
  CHECK(figures("la 1re porte") == figures("la première porte"));
  CHECK(figures("les dix premiers élus") == "#10 #1e");
  CHECK(figures("le XIVe siècle") == "#14e siècle");
  CHECK(figures("Le CIVe régiment de la Lie") == "#104e");
  CHECK(figures("Louis XIV, Me Morvan et elle, vers midi. Vers Le Mans, De Gaulle. Ce ver, Les Ides.") ==
        "midi");
}

TEST_CASE("a date has one form, and the day's name beside it adds nothing") {
  for (const char* same :
       {"le 27 juillet 2024", "le 27/07/2024", "le 27/7/2024", "le 27.07.2024", "2024-07-27"}) {
    CHECK(figures(same) == "#27 @7 #2024");
  }
  CHECK(figures("le 27/07") == figures("le 27 juillet"));
  CHECK(figures("le 1er juin") == "#1 @6");
  CHECK(figures("le premier juin") == "#1 @6");
  CHECK(figures("1/2 litre") == "#1 #2 l");
  CHECK(figures("le 27/13") == "#27 #13");
}

TEST_CASE("units of several words") {
  CHECK(figures("3 %") == figures("trois pour cent"));
  CHECK(figures("90 km/h") == figures("quatre-vingt-dix kilomètres à l'heure"));
  CHECK(figures("un an") == "#1 an");
  CHECK(figures("1,5 million d'euros") == figures("1 500 000 euros"));
}
