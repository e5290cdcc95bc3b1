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
  CHECK(changes_of("Un conseiller de la mairie a expliqué que la digue cédera.",
                   "L'expert en barrages a expliqué que la digue cédera.")[0]
            .starts_with("source_changed"));
}

TEST_CASE("sources without a name are told apart, and from those with one") {
  CHECK(changes_of("La digue cédera avant l'hiver, selon des experts.",
                   "La digue cédera avant l'hiver, selon des témoins.") ==
        Lines{"source_changed [experts -> témoins]"});
  CHECK(changes_of("Paul Estrade, facteur, affirme que la digue cédera avant l'hiver.",
                   "Un facteur affirme que la digue cédera avant l'hiver.") ==
        Lines{"anonymised [Paul Estrade -> Un]"});
  CHECK(changes_of("« C'est une honte », réagit Jeanne Morvan, déléguée SUD.",
                   "« C'est une honte », réagit une déléguée SUD.") ==
        Lines{"anonymised [Jeanne Morvan -> une]"});
  CHECK(changes_of("Selon l'Insee, le chômage a reculé de moitié.",
                   "Selon une étude de l'Insee, le chômage a reculé de moitié.")
            .empty());
}

TEST_CASE("a sentence that still tells who says it has lost no source") {
  CHECK(changes_of("L'association Les Berges conseille de laisser un passage.",
                   "L'association Les Berges recommande de laisser un passage.") ==
        Lines{"reworded [conseille -> recommande]"});
  CHECK(changes_of("Jeanne Morvan affirme que la digue cédera avant l'hiver.",
                   "Jeanne Morvan soupçonne que la digue cédera avant l'hiver.")
            .front()
            .starts_with("certainty_changed"));
  CHECK(changes_of(
            "Jeanne Morvan affirme que la digue du port cédera avant l'hiver.",
            "La digue du port cédera avant l'hiver, et Jeanne Morvan quittera la mairie en mars prochain.")
            .front()
            .starts_with("attribution_lost"));
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

TEST_CASE("cues that leave it open, that vouch for it, and those that only say it") {
  const auto changed = [](const std::string& old_cue, const std::string& new_cue) {
    const std::string content = " que la digue cédera avant l'hiver.";
    return !changes_of("Jeanne Morvan " + old_cue + content, "Jeanne Morvan " + new_cue + content).empty();
  };
  CHECK(changed("confirme", "laisse entendre"));
  CHECK(changed("assure", "suggère"));
  CHECK(changed("a affirmé", "a laissé entendre"));
  CHECK(changed("dit", "révèle"));
  CHECK_FALSE(changed("a expliqué", "a indiqué"));
  CHECK_FALSE(changed("laisse entendre", "suggère"));
  SUBCASE("a preposition that sounds like a hedge is none") {
    CHECK(changes_of("La digue est fermée aux piétons sans doute pour un mois.",
                     "La digue est fermée aux piétons pour un mois.") ==
          Lines{"certainty_changed [sans doute -> ]"});
    CHECK(changes_of("La digue est fermée aux piétons sans préavis.", "La digue est fermée aux piétons.") ==
          Lines{"reworded [sans préavis -> ]"});
  }
}

TEST_CASE("who is told by office is named") {
  CHECK(changes_of("Une source a dit que la digue cédera.", "Le procureur a dit que la digue cédera.")[0]
            .starts_with("named"));
  CHECK(changes_of("Un conseiller a dit que la digue cédera.", "La maire a dit que la digue cédera.")[0]
            .starts_with("named"));
}

TEST_CASE("the future in the past is no doubt, the hearsay conditional is") {
  CHECK(changes_of("La mairie annonce que la digue cédera avant l'hiver.",
                   "La mairie a annoncé que la digue céderait avant l'hiver.")
            .size() == 1);
  CHECK(changes_of("La mairie annonce que la digue cédera avant l'hiver.",
                   "La mairie a annoncé que la digue céderait avant l'hiver.")[0]
            .starts_with("reworded"));
  CHECK(changes_of("La mairie estime que la digue cédera avant l'hiver.",
                   "La mairie estime que la digue céderait avant l'hiver.")[0]
            .starts_with("certainty_changed"));
  CHECK(changes_of("La police a affirmé que le suspect cachait des armes.",
                   "La police a affirmé que le suspect cacherait des armes.")[0]
            .starts_with("certainty_changed"));
  CHECK(changes_of("La mairie a annoncé que la taxe devra augmenter.",
                   "La mairie a annoncé que la taxe devrait augmenter.")[0]
            .starts_with("certainty_changed"));
  CHECK(changes_of("La mairie a annoncé que la digue a cédé.",
                   "La mairie a annoncé que la digue aurait cédé.")[0]
            .starts_with("certainty_changed"));
  CHECK(changes_of("Jeanne Morvan a annoncé qu'elle contesterait la vente.",
                   "Jeanne Morvan a annoncé qu'elle envisageait de contester la vente.")[0]
            .starts_with("certainty_changed"));
}

TEST_CASE("what was affirmed is denied") {
  CHECK(changes_of("Jeanne Morvan croit « que la digue est sûre ».",
                   "Jeanne Morvan ne croit pas « que la digue est sûre ».")[0]
            .starts_with("polarity_changed"));
  CHECK(changes_of("La fête se tiendra avec un feu d'artifice.", "La fête se tiendra sans feu d'artifice.") ==
        Lines{"polarity_changed [avec un -> sans]"});
  CHECK(changes_of("Le conseil a accepté le projet de digue.", "Le conseil a refusé le projet de digue.") ==
        Lines{"polarity_changed [accepté -> refusé]"});
  CHECK(changes_of("Le conseil a adopté le projet de digue.", "Le conseil a rejeté le projet de digue.") ==
        Lines{"polarity_changed [adopté -> rejeté]"});
  CHECK(changes_of("Le conseil n'a pas accepté le projet de digue.",
                   "Le conseil a refusé le projet de digue.") ==
        Lines{"reworded [n -> ] [pas accepté -> refusé]"});
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

TEST_CASE("a quotation told in other words is no denial, but its opposite is") {
  CHECK(changes_of("« La digue n'est pas tenable », a dit Jeanne Morvan.",
                   "Jeanne Morvan a dit que la digue allait céder.")[0]
            .starts_with("quotation_to_paraphrase"));
  CHECK(changes_of("« Nous ne fermerons pas la digue », a dit Jeanne Morvan.",
                   "Jeanne Morvan a dit que la commune fermera la digue.")[0]
            .starts_with("polarity_changed"));
  CHECK(changes_of("« La digue n'est pas saine », a dit Jeanne Morvan.",
                   "Jeanne Morvan a dit que la digue est saine.")[0]
            .starts_with("polarity_changed"));
}

TEST_CASE("a short quotation that is replaced is one altered quotation") {
  CHECK(changes_of("La maire Jeanne Morvan a dénoncé « une trahison ».",
                   "La maire Jeanne Morvan a dénoncé « une erreur ».") ==
        Lines{"quotation_altered [trahison -> erreur]"});
}

TEST_CASE("ordinals, dates and units of one") {
  CHECK(changes_of("C'est la deuxième crue du siècle.", "C'est la 2e crue du siècle.").empty());
  CHECK(changes_of("C'est la première crue du siècle.", "C'est la troisième crue du siècle.") ==
        Lines{"figure_changed [première -> troisième]"});
  CHECK(changes_of("C'est la première crue du siècle.", "C'est la dernière crue du siècle.") ==
        Lines{"reworded [première -> dernière]"});
  CHECK(changes_of("La digue sera fermée un an.", "La digue sera fermée un mois.") ==
        Lines{"figure_changed [an -> mois]"});
  CHECK(changes_of("La séance aura lieu jeudi 27 juillet.", "La séance aura lieu le 27/07.").empty());
  CHECK(changes_of("La séance aura lieu jeudi 27 juillet.", "La séance aura lieu vendredi 27 juillet.") ==
        Lines{"figure_changed [jeudi -> vendredi]"});
  CHECK(changes_of("La séance aura lieu le 27/07.", "La séance aura lieu le 28 juillet.")
            .front()
            .starts_with("figure_changed"));
  CHECK(changes_of("La digue protège plus de 500 maisons.", "La digue protège moins de 500 maisons.") ==
        Lines{"figure_changed [plus -> moins]"});
  CHECK(changes_of("La Première ministre visitera la digue.", "La ministre visitera la digue.") ==
        Lines{"reworded [Première -> ]"});
}

TEST_CASE("figures, dates and units, in digits or written out") {
  CHECK(changes_of("Le solde est de -1234567890123456 euros.", "Le solde est de 1234567890123456 euros.")[0]
            .starts_with("figure_changed"));
  for (const std::string& change : changes_of("La dette est de 2 000 000 000 000 000 euros.",
                                              "La dette est de 2 000 000 milliards d'euros.")) {
    CHECK_FALSE(change.starts_with("figure_changed"));
  }
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
