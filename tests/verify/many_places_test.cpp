// Quotations that stand in very many places of the sources.
#include <doctest/doctest.h>

#include <string>

#include "verify_room.h"

using namespace selon;
using namespace selon::test;

namespace {

const std::string words = "La digue tiendra jusqu'au printemps prochain";

/// Dispatches in which others say the words, and in every second one nobody.
std::string dispatches(int count) {
  const std::string names[] = {"Paul Kerdoncuff", "Awa Diarra", "Lucien Tanguy"};
  std::string text;
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(100 + i);
    text += i % 2 == 0
                ? "« " + words + " », a déclaré " + names[i / 2 % 3] + " à la réunion " + number + ".\n\n"
                : "Le panneau " + number + " porte ces mots : " + words + ".\n\n";
    // Places lie too far apart to be read together.
    for (int k = 0; k < 60; ++k)
      text += "Le canal " + number + " a été curé sans incident pendant la nuit.\n\n";
  }
  return text;
}

}  // namespace

TEST_CASE("the right speaker is found behind a hundred places of others") {
  VerifyRoom& room = VerifyRoom::instance();
  const std::string draft = "« " + words + " », a déclaré Jeanne Morvan.";
  CHECK(room.verdict(draft, dispatches(100)) == "ambiguous");
  const std::string source = dispatches(100) + "« " + words + " », a répété Jeanne Morvan mardi.\n";
  CHECK(room.verdict(draft, source) == "exact");
  CHECK(room.verdict("« " + words + " », a déclaré Hugo Ferrand.", source) == "ambiguous");
}

TEST_CASE("the candidates of an ambiguous quotation are its first places") {
  const auto all =
      VerifyRoom::instance().verify("« " + words + " », a déclaré Jeanne Morvan.", {dispatches(40)});
  REQUIRE(all.size() == 1);
  REQUIRE(all[0].candidates.size() == 8);
  CHECK(all[0].candidates[0].speaker == "Paul Kerdoncuff");
  CHECK(all[0].candidates[1].speaker == "");
  CHECK(all[0].candidates[2].speaker == "Awa Diarra");
  CHECK(all[0].candidates[7].speaker == "");
}
