// The class of a quotation: each way in which it can be, or not be, the source's words.
#include "verify_room.h"

namespace selon {
namespace {

using test::VerifyRoom;

const std::string debate =
    "Mme Jeanne Morvan, maire. – La digue tiendra cet hiver, mais nous ne prendrons aucun risque avec les "
    "promeneurs. J'ai signé l'arrêté mardi. Le cœur du problème, c’est l’argent de l'État.\n\n"
    "M. Paul Kerdoncuff. – Les travaux coûteront 1,2 million d'euros. Je ne crois pas que l'État paiera la "
    "moitié de la facture. Il faudra emprunter 12 000 euros pour commencer. Nous avons vu, mercredi soir, le "
    "rapport des experts.\n";

std::string said(const std::string& quotation, const std::string& by = "a déclaré Jeanne Morvan") {
  return quotation + ", " + by + ".\n";
}

std::string verdict(const std::string& draft) { return VerifyRoom::instance().verdict(draft, debate); }

TEST_CASE("the same words") {
  CHECK(verdict(said(
            "« La digue tiendra cet hiver, mais nous ne prendrons aucun risque avec les promeneurs »")) ==
        "exact");
  CHECK(verdict(said("« J'ai signé l'arrêté mardi. »")) == "exact");
  CHECK(verdict(said("« la digue tiendra cet hiver »")) == "initial_case");
  CHECK(verdict(said("« Le coeur du problème, c'est l'argent de l’Etat »")) == "typographic");
  CHECK(verdict(said("\"La digue tiendra cet hi\u00ADver\"")) == "typographic");
  CHECK(verdict(said("« Il faudra emprunter 12\u00A0000 euros pour commencer »", "a dit Paul Kerdoncuff")) ==
        "typographic");
}

TEST_CASE("words that differ") {
  const std::string by_paul = "a dit Paul Kerdoncuff";
  CHECK(verdict(said("« La digue tiendra cet hiver, mais nous prendrons un risque avec les promeneurs »")) ==
        "altered");
  CHECK(verdict(said("« Les travaux coûteront 1,3 million d'euros »", by_paul)) == "altered");
  CHECK(verdict(said("« Il faudra emprunter douze mille euros pour commencer »", by_paul)) == "altered");
  CHECK(verdict(said("« Il faudra emprunter 2 000 euros pour commencer »", by_paul)) == "altered");
  CHECK(verdict(said("« Les travaux coûteront 2 million d'euros »", by_paul)) == "altered");
  CHECK(verdict(said("« Les euros coûteront 1,2 million de travaux »", by_paul)) == "altered");
  CHECK(verdict(said("« Nos enfants iront tous à la piscine de Port-Lannec »")) == "not_found");
}

TEST_CASE("cuts and insertions that are marked") {
  const std::string by_paul = "a dit Paul Kerdoncuff";
  CHECK(verdict(said("« Nous avons vu […] le rapport des experts »", by_paul)) == "risky_edit");  // a date
  CHECK(verdict(said("« Le cœur […], c’est l’argent de l'État »")) == "marked_edit");
  CHECK(verdict(said("« La digue tiendra […] avec les promeneurs »")) == "risky_edit");
  CHECK(verdict(said("« [Elle] a signé l'arrêté mardi »")) != "exact");
  CHECK(verdict(said("« [N]ous ne prendrons aucun risque »")) == "edge marked_edit");
  CHECK(verdict(said("« Je […] crois […] que l'État paiera la moitié de la facture »", by_paul)) ==
        "risky_edit");
}

TEST_CASE("what is left out of the clause") {
  CHECK(verdict(said("« l'État paiera la moitié de la facture »", "a dit Paul Kerdoncuff")) ==
        "edge risky_edit");
  CHECK(verdict(said("« nous ne prendrons aucun risque avec les promeneurs »")) == "exact");
  CHECK(verdict(said("« aucun risque avec les promeneurs »")) == "edge risky_edit");
}

TEST_CASE("who says it") {
  CHECK(verdict(said("« Il faudra emprunter 12 000 euros pour commencer »")) == "wrong_speaker");
  CHECK(verdict(said("« J'ai signé l'arrêté mardi »", "a dit la maire")) == "exact");
  CHECK(verdict(said("« J'ai signé l'arrêté mardi »", "a dit le préfet")) == "wrong_speaker");
}

TEST_CASE("parts of compound words, and roles inside roles") {
  const std::string council =
      "Mme Luce Amar, adjointe au maire. – Nous avons vingt-deux classes et peut-être une cantine.\n\n"
      "M. Guy Roche, vice-président du conseil. – Les cars passeront par le bourg dès lundi.\n";
  const auto told = [&](const std::string& draft) { return VerifyRoom::instance().verdict(draft, council); };
  CHECK(told(said("« Nous avons vingt »", "a dit Luce Amar")) == "edge risky_edit");
  CHECK(told(said("« être une cantine »", "a dit Luce Amar")) == "edge risky_edit");
  CHECK(told(said("« Les cars passeront par le bourg »", "a dit le vice-président du conseil")) ==
        "edge exact");
  CHECK(told(said("« Les cars passeront par le bourg »", "a dit le président du conseil")) ==
        "edge wrong_speaker");
  CHECK(told(said("« Les cars passeront par le bourg »", "a dit le maire")) == "edge wrong_speaker");
  CHECK(told(said("« Nous avons vingt-deux classes »", "a dit le maire")) == "wrong_speaker");
}

TEST_CASE("who says it, in an interview and a dispatch") {
  const std::string interview =
      "Entretien avec Camille Vasseur, présidente de la fédération\n\n"
      "Q. Que demandez-vous au ministre ?\n"
      "R. Nous demandons une aide d'urgence. Les gelées ont détruit nos plants.\n\n"
      "Q. Pour quand ?\nR. Avant l'été, sinon nous fermerons.\n";
  const auto asked = [&](const std::string& draft) {
    return VerifyRoom::instance().verdict(draft, interview);
  };
  CHECK(asked(said("« Nous demandons une aide d'urgence »", "a dit Camille Vasseur")) == "exact");
  CHECK(asked(said("« Nous demandons une aide d'urgence »", "a dit Hugo Delmas")) == "wrong_speaker");
  CHECK(asked(said("« Que demandez-vous au ministre ? »", "a dit Camille Vasseur")) == "wrong_speaker");
  const std::string dispatch =
      "« La maternité rouvrira en septembre », a annoncé Élodie Sarrazin. « Nous n'y croyons plus », a réagi "
      "Bruno "
      "Legrand, conseiller municipal.\n";
  const auto told = [&](const std::string& draft) { return VerifyRoom::instance().verdict(draft, dispatch); };
  CHECK(told(said("« La maternité rouvrira en septembre »", "a dit Élodie Sarrazin")) == "exact");
  CHECK(told(said("« La maternité rouvrira en septembre »", "a dit Bruno Legrand")) == "wrong_speaker");
  // No pattern finds who says it: whom the paragraph names counts.
  CHECK(told("Pour le conseiller municipal Paul Lambert, « la maternité rouvrira en septembre ».\n") ==
        "wrong_speaker");
  CHECK(told("Pour la directrice Élodie Sarrazin, « la maternité rouvrira en septembre ».\n") ==
        "initial_case");
}

TEST_CASE("passages that don't follow each other") {
  CHECK(verdict(said("« La digue tiendra cet hiver. C’est l’argent de l'État »")) == "spliced");
  CHECK(verdict(said("« Il faudra emprunter 12 000 euros. Les travaux coûteront 1,2 million d'euros »",
                     "a dit Paul Kerdoncuff")) == "spliced");
}

TEST_CASE("nothing to compare with") {
  CHECK(VerifyRoom::instance().verify(said("« La digue tiendra »"), std::vector<std::string>{})[0].verdict ==
        QuoteClass::no_source);
  const std::string english =
      "Jeanne Morvan: The sea wall will hold this winter, but we will take no risk with the walkers.\n\nPaul "
      "Kerdoncuff: The works will cost 1.2 million euros, and the town does not have the money for that.\n";
  CHECK(VerifyRoom::instance().verdict(said("« La digue tiendra cet hiver »"), english) == "translated");
}

}  // namespace
}  // namespace selon
