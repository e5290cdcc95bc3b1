// What stands right before or behind a quotation in its source, and turns what is quoted.
#include "verify_room.h"

namespace selon {
namespace {

using test::VerifyRoom;

const std::string speech =
    "Mme Irène Costabel. – Il est faux de dire que la centrale est dangereuse. On prétend que les pêcheurs "
    "seront ruinés. Si le vent tourne, les poissons mourront dans le lac. Certains disent que la route sera "
    "coupée. Jamais je ne dirai que le maire a menti. Je refuse de signer ce décret. Je ne crois pas, "
    "voyez-vous, que la digue cédera. On me répète une chose, dit-on : le port fermera. Selon certains, le "
    "barrage "
    "est inutile. Est-ce que la grue est solide ?\n\n"
    "M. Joseph Pardaillan. – Je crois que le quai tiendra. Le préfet dit que les cars passeront lundi. Le "
    "canal "
    "ouvrira lundi, si Dieu le veut. La dette baissera, à moins que les taux ne montent. Le mur est fissuré "
    "depuis 1998, m'a dit un ingénieur. Le lait reste un beau métier, à mes yeux. Je crois à ce projet, mais "
    "pas à "
    "ce calendrier. La pompe tourne, la vanne est ouverte. Nous partirons tout de suite après la messe. Si "
    "vous "
    "voulez, la halle sera bleue. Selon moi, le phare est sauvé.\n\n"
    "Mme Irène Costabel. – Merci à tous.\n";

std::string by_irene(const std::string& quotation) {
  return VerifyRoom::instance().verdict("« " + quotation + " », a dit Irène Costabel.\n", speech);
}
std::string by_joseph(const std::string& quotation) {
  return VerifyRoom::instance().verdict("« " + quotation + " », a dit Joseph Pardaillan.\n", speech);
}

TEST_CASE("a frame that is left out turns the quotation") {
  CHECK(by_irene("la centrale est dangereuse") == "edge risky_edit");
  CHECK(by_irene("les pêcheurs seront ruinés") == "edge risky_edit");
  CHECK(by_irene("les poissons mourront dans le lac") == "edge risky_edit");
  CHECK(by_irene("la route sera coupée") == "edge risky_edit");
  CHECK(by_irene("le maire a menti") == "edge risky_edit");
  CHECK(by_irene("signer ce décret") == "edge risky_edit");
  CHECK(by_irene("la digue cédera") == "edge risky_edit");
  CHECK(by_irene("le port fermera") == "edge risky_edit");
  CHECK(by_irene("le barrage est inutile") == "edge risky_edit");
  CHECK(by_irene("la grue est solide") == "edge risky_edit");
  CHECK(by_irene("Je […] signer ce décret") == "risky_edit");
  CHECK(by_irene("Il est […] que la centrale est dangereuse") == "risky_edit");
}

TEST_CASE("what stands behind it takes it back") {
  CHECK(by_joseph("Le canal ouvrira lundi") == "edge risky_edit");
  CHECK(by_joseph("La dette baissera") == "edge risky_edit");
  CHECK(by_joseph("Le mur est fissuré depuis 1998") == "edge risky_edit");
  CHECK(by_joseph("Je crois à ce projet […]") == "edge risky_edit");
}

TEST_CASE("frames with a capital, behind a colon, of several words") {
  const std::string more =
      "M. Luc Amar. – À vous écouter, la gare est une ruine. L'hôpital fermera : voilà ce que disent nos "
      "rivaux. La "
      "source est tarie, à ce que raconte le maire. J'ai eu tort de croire que la forêt repousserait. Il "
      "fait "
      "beau.\n\nMme Ève Roux. – Merci.\n";
  const auto told = [&](const std::string& quotation) {
    return VerifyRoom::instance().verdict("« " + quotation + " », a dit Luc Amar.\n", more);
  };
  CHECK(told("la gare est une ruine") == "edge risky_edit");
  CHECK(told("L'hôpital fermera") == "edge risky_edit");
  CHECK(told("La source est tarie") == "edge risky_edit");
  CHECK(told("la forêt repousserait") == "edge risky_edit");
  CHECK(told("Il fait beau") == "exact");
}

TEST_CASE("what only introduces it doesn't") {
  CHECK(by_joseph("le quai tiendra") == "edge exact");
  CHECK(by_joseph("la halle sera bleue") == "exact");
  CHECK(by_joseph("le phare est sauvé") == "edge exact");
  CHECK(by_joseph("après la messe") == "edge exact");
}

TEST_CASE("a comma may stand in the middle of a clause") {
  CHECK(by_joseph("Le lait reste un beau métier") == "edge exact");
  CHECK(by_joseph("Je crois à ce projet") == "edge exact");
  CHECK(by_joseph("La pompe tourne") == "exact");
  CHECK(by_joseph("la vanne est ouverte") == "exact");
}

TEST_CASE("a draft that keeps the frame in its own words keeps the sense") {
  const auto told = [](const std::string& draft) { return VerifyRoom::instance().verdict(draft, speech); };
  CHECK(told("Irène Costabel a dit qu'il est faux de dire que « la centrale est dangereuse ».\n") ==
        "edge exact");
  CHECK(told("Irène Costabel a dit que « la centrale est dangereuse ».\n") == "edge risky_edit");
  CHECK(told("Irène Costabel a dit qu'elle ne croyait pas que « la centrale est dangereuse ».\n") ==
        "edge risky_edit");
}

TEST_CASE("a word of content for another one in brackets") {
  CHECK(by_joseph("Le [chemin] est fissuré depuis 1998, m'a dit un ingénieur.") == "risky_edit");
  CHECK(by_joseph("Le canal [fermera] lundi, si Dieu le veut.") == "risky_edit");
  CHECK(by_joseph("Le canal [ouvrait] lundi, si Dieu le veut.") == "marked_edit");
  CHECK(by_joseph("[Il] croit que le quai tiendra") == "altered");
  CHECK(by_joseph("[Il croit] que le quai tiendra") == "edge marked_edit");
  CHECK(by_joseph("[Il nie] que le quai tiendra") == "edge risky_edit");
  CHECK(by_irene("[La maire] refuse de signer ce décret") == "edge marked_edit");
}

TEST_CASE("the sign behind a figure belongs to it") {
  for (const char* sign : {"€", "$", "£", "¥", "%", "‰"}) {
    CAPTURE(sign);
    const std::string source =
        "Mme Aline Roux. – Chaque famille paiera 300 " + std::string(sign) + " par mois.\n";
    const auto said = [&](const std::string& words) {
      return VerifyRoom::instance().verdict("Aline Roux a déclaré : « " + words + " »\n", source);
    };
    CHECK(said("Chaque famille paiera 300.") == "edge risky_edit");
    CHECK(said("Chaque famille paiera 300 […] par mois.") == "risky_edit");
  }
}

TEST_CASE("a modal verb guards in each of its tenses") {
  for (const char* modal : {"doit", "dut", "devra", "put", "voulut"}) {
    CAPTURE(modal);
    const std::string source = "Mme Aline Roux. – Le ministre " + std::string(modal) + " quitter la salle.\n";
    CHECK(VerifyRoom::instance().verdict("Aline Roux a déclaré : « Le ministre […] quitter la salle. »\n",
                                         source) == "risky_edit");
  }
}

TEST_CASE("what others write, what never happens, what is turned round by its verb") {
  const std::string source =
      "Mme Aline Roux. – La presse écrit que le pont sera vendu ; elle se trompe. Nous vendrons la gare "
      "quand les poules auront "
      "des dents. À peine le moulin est-il réparé que la roue casse. Le quai est large, dit-il.\n";
  const auto said = [&](const std::string& words) {
    return VerifyRoom::instance().verdict("Aline Roux a déclaré : « " + words + " »\n", source);
  };
  CHECK(said("le pont sera vendu") == "edge risky_edit");
  CHECK(said("Nous vendrons la gare") == "risky_edit");
  CHECK(said("le moulin est") == "edge risky_edit");
  CHECK(said("le moulin est-il réparé") == "edge exact");
  CHECK(said("Le quai est large") == "edge exact");
}

TEST_CASE("what one hopes, or hears, isn't what is") {
  const std::string source =
      "Mme Aline Roux. – J'espère que nous réussirons. On m'a raconté que les gardiens dormaient.\n";
  const auto told = [&](const std::string& draft) {
    return VerifyRoom::instance().verdict(draft + "\n", source);
  };
  CHECK(told("Aline Roux a déclaré : « Nous réussirons. »") == "edge risky_edit");
  CHECK(told("Aline Roux espère que « nous réussirons ».") == "edge exact");
  CHECK(told("Aline Roux a déclaré : « Les gardiens dormaient. »") == "edge risky_edit");
}

TEST_CASE("the article's own words inside the marks are none of the quotation") {
  const std::string source =
      "Mme Aline Roux. – C'est une honte. Nous porterons plainte demain. Le pont, lui, ne rouvrira pas avant "
      "mars.\n";
  const auto told = [&](const std::string& words) {
    return VerifyRoom::instance().verdict(words + "\n", source);
  };
  CHECK(told("« C'est une honte, tonne Aline Roux. Nous porterons plainte demain. »") == "typographic");
  CHECK(told("« C'est une honte, a dit Aline Roux. Nous porterons plainte mardi. »") == "altered");
  CHECK(told("« C'est une honte, a dit Aline Roux. Nous ne porterons pas plainte demain. »") == "altered");
  CHECK(told("« Le pont, a ajouté Aline Roux, rouvrira avant mars. »") == "altered");
}

TEST_CASE("what limits a negation can't be cut off") {
  const std::string source =
      "Mme Aline Roux. – Je n'ai signé aucun ordre avant le 3 mars. Il n'y a pas de danger pour les "
      "riverains. Nous partirons "
      "avant la nuit. Je n'ai rien vu, et je suis rentrée.\n";
  const auto said = [&](const std::string& words) {
    return VerifyRoom::instance().verdict("Aline Roux a déclaré : « " + words + " »\n", source);
  };
  CHECK(said("Je n'ai signé aucun ordre") == "edge risky_edit");
  CHECK(said("Il n'y a pas de danger.") == "edge risky_edit");
  CHECK(said("Je n'ai signé aucun ordre avant le 3 mars.") == "exact");
  CHECK(said("Nous partirons") == "exact");
  CHECK(said("Je n'ai rien vu") == "exact");
}

TEST_CASE("a mark at an edge") {
  CHECK(by_joseph("Le canal ouvrira [mardi]") == "edge risky_edit");
  CHECK(by_joseph("Le canal ouvrira […]") == "edge risky_edit");
  CHECK(by_joseph("[Jamais] la pompe tourne") == "risky_edit");
  CHECK(by_irene("[…] le maire a menti") == "edge risky_edit");
}

TEST_CASE("a negation whose exception or limit is cut off") {
  const std::string source =
      "M. Paul Morin. – Je ne partirai pas que pour vous. Je n'ai rien signé jusqu'en mars. Nous n'avons pas "
      "cédé, avant mars. Nous ne paierons pas, après tout.\n\nMme Anne Roy. – Merci.\n";
  const auto by_paul = [&](const std::string& quotation) {
    return VerifyRoom::instance().verdict("« " + quotation + " », a dit Paul Morin.\n", source);
  };
  CHECK(by_paul("Je ne partirai pas") == "edge risky_edit");
  CHECK(by_paul("Je n'ai rien signé") == "edge risky_edit");
  CHECK(by_paul("Nous n'avons pas cédé") == "edge risky_edit");
  CHECK(by_paul("Nous ne paierons pas") == "edge exact");
  for (const std::string limit : {"à part ce décret", "sinon ce décret", "en dehors de ce décret",
                                  "d'autre que ce décret", "cette année", "tout de suite"}) {
    CAPTURE(limit);
    CHECK(VerifyRoom::instance().verdict("« Je n'ai rien signé », a dit Paul Morin.\n",
                                         "M. Paul Morin. – Je n'ai rien signé " + limit +
                                             ".\n\nMme Anne Roy. – Merci.\n") == "edge risky_edit");
  }
  CHECK(VerifyRoom::instance().verdict(
            "« Nous n'avons pas peur », a dit Paul Morin.\n",
            "M. Paul Morin. – Nous n'avons pas peur, avant tout parce que la digue est "
            "neuve.\n\nMme Anne Roy. – Merci.\n") == "edge exact");
}

TEST_CASE("what third persons say in the speaker's turn is not his word") {
  const std::string source =
      "M. Paul Morin. – La presse a écrit que le maire est malade. Mes opposants disent que la dette est "
      "cachée. J'ai dit que la digue tiendra. Espérons que le pont rouvrira.\n\nMme Anne Roy. – Merci.\n";
  const auto by_paul = [&](const std::string& quotation) {
    return VerifyRoom::instance().verdict("« " + quotation + " », a dit Paul Morin.\n", source);
  };
  CHECK(by_paul("le maire est malade") == "edge risky_edit");
  CHECK(by_paul("la dette est cachée") == "edge risky_edit");
  CHECK(by_paul("le pont rouvrira") == "edge risky_edit");
  CHECK(by_paul("la digue tiendra") == "edge exact");
  for (const std::string frame :
       {"Le préfet dit que", "Le syndicat affirme que", "Anne Roy pense que", "Le préfet a déclaré que",
        "Les experts estiment que", "Elle écrit que", "Les opposants ont dit hier que", "Il nous dit que"}) {
    CAPTURE(frame);
    CHECK(VerifyRoom::instance().verdict(
              "« le pont est dangereux », a dit Paul Morin.\n",
              "M. Paul Morin. – " + frame + " le pont est dangereux.\n\nMme Anne Roy. – Merci.\n") ==
          "edge risky_edit");
  }
  for (const std::string frame : {"J'affirme que", "Je pense que", "Nous avons déclaré que",
                                  "Je l'ai dit hier que", "Je ne le répète pas souvent, je dis que"}) {
    CAPTURE(frame);
    CHECK(VerifyRoom::instance().verdict(
              "« le pont est dangereux », a dit Paul Morin.\n",
              "M. Paul Morin. – " + frame + " le pont est dangereux.\n\nMme Anne Roy. – Merci.\n") ==
          "edge exact");
  }
}

TEST_CASE("the article's words between the marks end at the mark behind the speaker") {
  const std::string source =
      "M. Paul Morin. – Nous fermons le pont demain. Nous partirons ensuite.\n\nMme Anne Roy. – Merci.\n";
  const auto told = [&](const std::string& draft) {
    return VerifyRoom::instance().verdict(draft + "\n", source);
  };
  CHECK(told("« Nous fermons le pont demain, dit Paul Morin. Nous partirons ensuite. »") == "typographic");
  CHECK(told("« Nous fermons le pont demain, dit Paul Morin mardi à Lyon. Nous partirons ensuite. »") ==
        "typographic");
  for (const std::string words : {" si Paris paie", " contre notre gré", " à Lyon seulement"}) {
    CAPTURE(words);
    CHECK(told("« Nous fermons le pont demain, dit Paul Morin" + words + ". Nous partirons ensuite. »") ==
          "altered");
  }
  for (const std::string mark : {" ;", " –", " :", ".", " !", "…", ",", " et poursuit :", ", que"}) {
    CAPTURE(mark);
    CHECK(told("« Nous fermons le pont demain, dit Paul Morin" + mark +
               " la ministre a menti aux habitants. »") == "altered");
  }
}

}  // namespace
}  // namespace selon
