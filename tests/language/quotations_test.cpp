// Quotation marks paired: every form of them, nested, re-opened, and unbalanced.
#include <algorithm>

#include "language_room.h"

using namespace selon;
using Quotations = std::vector<std::string>;

namespace {
Quotations quotations(std::string_view text) { return ReadText(text).quotations(); }
}  // namespace

TEST_CASE("every form of quotation marks is paired") {
  CHECK(quotations("Elle dit « oui », “ non ”, \"peut-être\" et „jamais“.") ==
        Quotations{" oui ", " non ", "peut-être", "jamais"});
  CHECK(quotations("un \"oui\" (\"non\") d'\"or\"") == Quotations{"oui", "non", "or"});
}

TEST_CASE("a nested quotation follows the one around it") {
  const ReadText read("« Il a crié “ Halte ” et fui », dit-elle.");
  CHECK(read.quotations() == Quotations{" Il a crié “ Halte ” et fui ", " Halte "});
  CHECK(read.text.quotations.at(0).parent == no_index);
  CHECK(read.text.quotations.at(1).parent == 0);
  CHECK(quotations("« Un mot « tiré d'un livre » compte »") ==
        Quotations{" Un mot « tiré d'un livre » compte ", " tiré d'un livre "});
}

TEST_CASE("a quotation re-opened at a paragraph goes on from the one before") {
  const ReadText read("« Il pleut.\n« Il vente. »\n« Il neige. »");
  REQUIRE(read.text.quotations.size() == 3);
  CHECK_FALSE(read.text.quotations.at(0).closed);
  CHECK(read.text.quotations.at(1).continues);
  CHECK(read.text.quotations.at(1).closed);
  CHECK_FALSE(read.text.quotations.at(2).continues);
}

TEST_CASE("a mark without its partner is recovered inside its paragraph") {
  const ReadText open("Elle dit « oui et part.\nIl dit « non ».");
  CHECK(open.quotations() == Quotations{" oui et part.", " non "});
  CHECK_FALSE(open.text.quotations.at(0).closed);
  CHECK(open.text.quotations.at(1).closed);
  const ReadText close("Oui et non », dit-elle. Il dit « bien ».");
  CHECK(close.quotations() == Quotations{"Oui et non ", " bien "});
  CHECK_FALSE(close.text.quotations.at(0).opened);
  CHECK(quotations("Oui », dit-elle. Et non », dit-il.") == Quotations{"Oui ", ", dit-elle. Et non "});
  CHECK(quotations("Il dit \"oui\", puis non\".") == Quotations{"oui", ", puis non"});
  CHECK(quotations("Et “ lui ” aussi », dit-elle.") == Quotations{"Et “ lui ” aussi ", " lui "});
}

// Whatever walks over each quotation's tokens takes no more time than the text is long.
TEST_CASE("no token stands in more quotations than anybody nests") {
  for (const std::string_view unclosed : {"« ", "« “ ", "\"a “b « "}) {
    std::string text;
    for (int i = 0; i < 1000; ++i) {
      text += unclosed;
    }
    const ReadText read(text + "oui");
    std::vector<std::uint32_t> around(read.text.tokens.size());
    for (const Quotation& quotation : read.text.quotations) {
      for (std::uint32_t token = quotation.first; token < quotation.last; ++token) {
        ++around.at(token);
      }
    }
    CHECK(*std::ranges::max_element(around) == 16);
  }
}

TEST_CASE("a paragraph of unclosed marks doesn't spoil the next") {
  std::string text;
  for (int i = 0; i < 40; ++i) {
    text += "« ";
  }
  const Quotations found = quotations(text + "oui.\nElle dit « non » et “ jamais ”.");
  REQUIRE(found.size() == 18);
  CHECK(found[16] == " non ");
  CHECK(found[17] == " jamais ");
}

TEST_CASE("apostrophes open nothing") { CHECK(quotations("l’eau d’aujourd’hui, l'an 12").empty()); }
