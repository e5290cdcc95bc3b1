// Each kind of change on small articles. `known-changes` measures them on whole ones.
#include <doctest/doctest.h>

#include "room.h"

using namespace selon;
using namespace selon::test;

namespace {

/// The sentence under test with others around it, as in an article.
std::string around(const std::string& sentence) {
  return "Le conseil municipal de Valbrune s'est réuni lundi soir. " + sentence +
         " La séance a été levée tard dans la nuit.\n";
}

Lines changes_of(const std::string& old_sentence, const std::string& new_sentence) {
  return changes(around(old_sentence), around(new_sentence));
}

}  // namespace

TEST_CASE("the same words are no change, whatever their typography") {
  CHECK(changes_of("« La digue est saine », a dit la maire Jeanne Morvan.",
                   "\"La digue est saine\", a dit la maire Jeanne Morvan.")
            .empty());
  CHECK(changes_of("La digue a trois portes et 1\u00A0200 mètres de long.",
                   "La digue a 3 portes et mille deux cents mètres de long.")
            .empty());
  CHECK(changes_of("La digue a coûté 1,9 milliard d'euros.", "La digue a coûté 1 900 millions d’euros.")
            .empty());
}

TEST_CASE("a source that is lost or gained is seen") {
  const std::string sourced = "La digue cédera avant l'hiver, selon la maire Jeanne Morvan.";
  const std::string bare = "La digue cédera avant l'hiver.";
  CHECK(changes_of(sourced, bare) == Lines{"attribution_lost [la maire Jeanne Morvan -> ] [selon -> ]"});
  CHECK(changes_of(bare, sourced) == Lines{"attribution_gained [ -> la maire Jeanne Morvan] [ -> selon]"});
  CHECK(changes_of("Jeanne Morvan a affirmé que la digue cédera avant l'hiver.", bare) ==
        Lines{"attribution_lost [Jeanne Morvan -> ] [a affirmé -> ]"});
}

TEST_CASE("another source, one without a name, and one that gets its name") {
  const std::string named = "La digue cédera avant l'hiver, selon Jeanne Morvan.";
  const std::string other = "La digue cédera avant l'hiver, selon Paul Estrade.";
  const std::string unnamed = "La digue cédera avant l'hiver, selon une source proche du dossier.";
  CHECK(changes_of(named, other) == Lines{"source_changed [Jeanne Morvan -> Paul Estrade]"});
  CHECK(changes_of(named, unnamed) == Lines{"anonymised [Jeanne Morvan -> une source proche du dossier]"});
  CHECK(changes_of(unnamed, named) == Lines{"named [une source proche du dossier -> Jeanne Morvan]"});
}

TEST_CASE("the same source in other words is the same source") {
  CHECK(changes(
            "Jeanne Morvan a pris la parole. La digue cédera avant l'hiver, selon la maire Jeanne Morvan.\n",
            "Jeanne Morvan a pris la parole. La digue cédera avant l'hiver, selon Mme Morvan.\n")
            .empty());
}

TEST_CASE("how far the writer stands behind it") {
  CHECK(changes_of("Jeanne Morvan affirme que la digue est saine.",
                   "Jeanne Morvan prétend que la digue est saine.") ==
        Lines{"certainty_changed [affirme -> prétend]"});
  CHECK(changes_of("L'entreprise a détourné deux camions.", "L'entreprise aurait détourné deux camions.") ==
        Lines{"certainty_changed [a -> aurait]"});
  CHECK(changes_of("La digue cédera avant l'hiver.", "La digue cédera probablement avant l'hiver.") ==
        Lines{"certainty_changed [ -> probablement]"});
}

TEST_CASE("what was affirmed is denied") {
  CHECK(changes_of("La digue est fissurée sur toute sa hauteur.",
                   "La digue n'est pas fissurée sur toute sa hauteur.") ==
        Lines{"polarity_changed [ -> n] [ -> pas]"});
  CHECK(changes_of("Jeanne Morvan affirme avoir vu le rapport des experts.",
                   "Jeanne Morvan nie avoir vu le rapport des experts.") ==
        Lines{"polarity_changed [affirme -> nie]"});
}

TEST_CASE("words between quotation marks, and the marks themselves") {
  const std::string quoted = "« Nous fermerons la digue avant la fin du printemps », a dit Jeanne Morvan.";
  CHECK(changes_of(quoted, "« Nous ouvrirons la digue avant la fin du printemps », a dit Jeanne Morvan.") ==
        Lines{"quotation_altered [fermerons -> ouvrirons]"});
  CHECK(changes_of(quoted, "« Nous fermerons la digue avant le printemps », a dit Jeanne Morvan.") ==
        Lines{"quotation_altered [la fin du -> le]"});
  CHECK(changes_of("« La digue tiendra, mais nous ne prendrons aucun risque », a dit Jeanne Morvan.",
                   "« La digue tiendra », a dit Jeanne Morvan.") ==
        Lines{"quotation_altered [mais nous ne prendrons aucun risque -> ]"});
  const std::string told = "Jeanne Morvan a dit que la digue serait fermée avant la fin du printemps.";
  const std::string marked = "Jeanne Morvan a dit que « la digue serait fermée avant la fin du printemps ».";
  CHECK(changes_of(marked, told) == Lines{"quotation_to_paraphrase"});
  CHECK(changes_of(told, marked) == Lines{"paraphrase_to_quotation"});
}

TEST_CASE("figures, dates and units, in digits or written out") {
  const std::string old_one = "Le chantier a coûté trois millions d'euros et employé douze personnes.";
  CHECK(changes_of(old_one, "Le chantier a coûté 3,5 millions d'euros et employé douze personnes.") ==
        Lines{"figure_changed [trois millions -> 3,5 millions]"});
  CHECK(changes_of(old_one, "Le chantier a coûté trois millions de dollars et employé douze personnes.") ==
        Lines{"figure_changed [d'euros -> de dollars]"});
  CHECK(changes_of("Le chantier s'ouvrira mardi 3 avril.", "Le chantier s'ouvrira mercredi 3 mai.") ==
        Lines{"figure_changed [mardi -> mercredi] [avril -> mai]"});
  CHECK(changes_of("L'accident a fait 3 morts et 5 blessés.", "L'accident a fait 5 morts et 3 blessés.") ==
        Lines{"figure_changed [3 -> 5] [5 -> 3]"});
}

TEST_CASE("a change may be of several kinds, the worst first") {
  CHECK(changes_of("La digue a perdu 12 vannes pendant la crue, selon Jeanne Morvan.",
                   "La digue a perdu 15 vannes pendant la tempête.") ==
        Lines{"attribution_lost+figure_changed+reworded [12 -> 15] [crue -> tempête] [Jeanne Morvan -> ] "
              "[selon -> ]"});
}

TEST_CASE("sentences that come and go") {
  CHECK(changes_of("Une buvette sera ouverte près du stade.", "") == Lines{"removed"});
  CHECK(changes_of("", "Une buvette sera ouverte près du stade.") == Lines{"added"});
}

TEST_CASE("claims find their partners wherever they stand") {
  const std::string morvan = "La digue cédera avant l'hiver, selon Jeanne Morvan.";
  const std::string estrade = "Les vannes tiendront vingt ans, selon Paul Estrade.";
  const std::string council = "Le conseil se réunira de nouveau au printemps prochain.";
  CHECK(changes(morvan + "\n\n" + estrade + "\n\n" + council + "\n",
                estrade + "\n\n" + council + "\n\n" + morvan + "\n") == Lines{"moved"});
  SUBCASE("swapped contents are swapped sources, not rewordings") {
    const Lines found = changes(morvan + " " + estrade + "\n",
                                "Les vannes tiendront vingt ans, selon Jeanne Morvan. "
                                "La digue cédera avant l'hiver, selon Paul Estrade.\n");
    REQUIRE(found.size() == 2);
    for (const std::string& change : found) CHECK(change.starts_with("source_changed"));
  }
  SUBCASE("one of two equal claims is removed") {
    CHECK(changes(morvan + "\n\n" + council + "\n\n" + morvan + "\n", morvan + "\n\n" + council + "\n") ==
          Lines{"removed"});
  }
}

TEST_CASE("a report around another one, or inside it, that comes or goes") {
  const std::string both = "Selon Jeanne Morvan, Paul Estrade a promis que la digue serait ouverte en avril.";
  const std::string inner = "Paul Estrade a promis que la digue serait ouverte en avril.";
  CHECK(changes_of(both, inner) == Lines{"attribution_lost"});
  CHECK(changes_of(inner, both) == Lines{"attribution_gained"});
}

TEST_CASE("a sentence that joined another one is not removed") {
  CHECK(changes_of("La buvette ouvrira près du stade municipal. Les vannes seront repeintes en bleu.",
                   "La buvette ouvrira près du stade municipal et les vannes seront repeintes en bleu.") ==
        Lines{"reworded [ -> et les vannes seront repeintes en bleu]"});
}

TEST_CASE("an article that isn't there yet, or no longer") {
  const std::string text = around("La digue cédera avant l'hiver, selon Jeanne Morvan.");
  CHECK(changes("", text) == Lines{"added", "added", "added"});
  CHECK(changes(text, "") == Lines{"removed", "removed", "removed"});
  CHECK(changes("", "").empty());
}
