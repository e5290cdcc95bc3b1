// Whose words a transcript or an interview prints: questions without a name, nameless turns, labels
// and stage directions.
#include "verify_room.h"

namespace selon {
namespace {

using test::VerifyRoom;

std::string by(const std::string& speaker, const std::string& quotation, const std::string& source) {
  return VerifyRoom::instance().verdict("« " + quotation + " », a dit " + speaker + ".\n", source);
}
std::string in_page(const std::string& speaker, const std::string& quotation, const std::string& body) {
  return VerifyRoom::instance().verdict_in_page(
      "« " + quotation + " », a dit " + speaker + ".\n",
      "<!DOCTYPE html><html lang=\"fr\"><body><article>" + body + "</article></body></html>");
}

const std::string interview =
    "<h1>« Le frelon arrive chaque année plus tôt »</h1><p>Entretien avec Paule Andrevon, apicultrice à "
    "Vernois, que Hugo Delmas critique.</p>"
    "<p><strong>Faut-il craindre une pénurie de miel ?</strong></p>"
    "<p>Les réserves suffiront jusqu'au printemps.</p><p>Nos ruches ont survécu au gel.</p>"
    "<p><strong>Hugo Delmas vous accuse de tout arrêter.</strong></p><p>Ses mots sont ceux d'un rival.</p>"
    "<p><strong>Que ferez-vous demain ?</strong></p><p>Nous planterons des tilleuls.</p>";

TEST_CASE("a question in bold is the interviewer's, the answer the one's who is asked") {
  CHECK(in_page("Paule Andrevon", "Faut-il craindre une pénurie de miel ?", interview) == "wrong_speaker");
  CHECK(in_page("Hugo Delmas", "Faut-il craindre une pénurie de miel ?", interview) == "wrong_speaker");
  CHECK(in_page("Paule Andrevon", "Hugo Delmas vous accuse de tout arrêter", interview) == "wrong_speaker");
  CHECK(in_page("Paule Andrevon", "Les réserves suffiront jusqu'au printemps", interview) == "exact");
  CHECK(in_page("Paule Andrevon", "Nos ruches ont survécu au gel", interview) == "exact");
  CHECK(in_page("Paule Andrevon", "Ses mots sont ceux d'un rival", interview) == "exact");
  CHECK(in_page("l'apicultrice", "Nos ruches ont survécu au gel", interview) == "exact");
  CHECK(in_page("Hugo Delmas", "Nos ruches ont survécu au gel", interview) == "wrong_speaker");
}

TEST_CASE("headings may ask, and whoever asks is no one who answers") {
  const std::string page =
      "<h1>Les apiculteurs du plateau</h1><p>Propos recueillis par Anne Petit.</p>"
      "<h2>Faut-il craindre une pénurie de miel ?</h2><p>Les réserves suffiront jusqu'au printemps.</p>"
      "<h2>Que ferez-vous demain ?</h2><p>Nous planterons des tilleuls avec Paule Andrevon.</p>";
  CHECK(in_page("Anne Petit", "Les réserves suffiront jusqu'au printemps", page) == "ambiguous");
  CHECK(in_page("Paule Andrevon", "Les réserves suffiront jusqu'au printemps", page) == "ambiguous");
  CHECK(in_page("Hugo Delmas", "Les réserves suffiront jusqu'au printemps", page) == "wrong_speaker");
  CHECK(in_page("Paule Andrevon", "Que ferez-vous demain ?", page) == "wrong_speaker");
}

TEST_CASE("an article may ask something in bold without being an interview") {
  const std::string page =
      "<h1>Le miel manque</h1><p>La récolte a baissé de moitié.</p>"
      "<p><strong>Que va-t-il se passer maintenant ?</strong></p>"
      "<p>« Les réserves suffiront jusqu'au printemps », a dit Paule Andrevon. « Nous verrons », a répondu "
      "Hugo Delmas.</p>";
  CHECK(in_page("Paule Andrevon", "Les réserves suffiront jusqu'au printemps", page) == "exact");
  CHECK(in_page("Hugo Delmas", "Les réserves suffiront jusqu'au printemps", page) == "wrong_speaker");
}

const std::string debate =
    "Mme Irène Costabel, rapporteure de la commission. – Le canal ouvrira lundi. (Applaudissements sur les "
    "bancs "
    "du fond.) Le quai (celui du nord) sera pavé. Le port suivra. [Mme Leroy quitte la salle.]\n\n"
    "UN DÉPUTÉ. – Ce dossier est un scandale !\n\n"
    "Une voix dans la salle : Rendez-nous nos bateaux !\n\n"
    "Un sénateur du groupe Rivage. – La pêche mérite mieux.\n\n"
    "M. Joseph Pardaillan. – Je salue le travail des éclusiers.\n\n"
    "(M. Pardaillan montre une carte du port.)\n\n"
    "Mme la rapporteure. – Le budget est voté.\n\n"
    "Question : Les ouvriers du port sont-ils épuisés par ces horaires de nuit ?\n\n"
    "Mme Irène Costabel. – Les ouvriers du port méritent une prime.\n";

TEST_CASE("a turn without a name is nobody's who has one") {
  CHECK(by("Joseph Pardaillan", "Ce dossier est un scandale !", debate) == "wrong_speaker");
  CHECK(by("Irène Costabel", "Ce dossier est un scandale !", debate) == "wrong_speaker");
  CHECK(by("un député", "Ce dossier est un scandale !", debate) == "exact");
  CHECK(by("Irène Costabel", "Rendez-nous nos bateaux !", debate) == "wrong_speaker");
  CHECK(by("Joseph Pardaillan", "La pêche mérite mieux", debate) == "wrong_speaker");
  CHECK(by("Irène Costabel", "Les ouvriers du port sont-ils épuisés par ces horaires de nuit ?", debate) ==
        "wrong_speaker");
  CHECK(by("Irène Costabel", "Les ouvriers du port méritent une prime", debate) == "exact");
  // Under her name she speaks elsewhere: the rapporteure may be another one.
  CHECK(by("Irène Costabel", "Le budget est voté", debate) == "ambiguous");
  CHECK(by("la rapporteure", "Le budget est voté", debate) == "exact");
}

TEST_CASE("namesakes in one transcript") {
  const std::string family =
      "Mme Solange Brévaud. – Le lac est à tous.\n\nM. Brévaud. – Le phare est à moi.\n\nM. Jean Roche. – Le "
      "pré "
      "est vert.\n\nM. Paul Roche. – Le bois est noir.\n\nM. Roche. – Le puits est sec.\n\nM. Brévaud. – "
      "Adieu.\n";
  CHECK(by("Solange Brévaud", "Le lac est à tous", family) == "exact");
  CHECK(by("Solange Brévaud", "Le phare est à moi", family) == "wrong_speaker");
  CHECK(by("Jean Roche", "Le pré est vert", family) == "exact");
  CHECK(by("Jean Roche", "Le puits est sec", family) == "ambiguous");
}

TEST_CASE("labels and stage directions are no words of anybody") {
  CHECK(by("Irène Costabel", "rapporteure de la commission", debate) == "not_found");
  CHECK(by("Irène Costabel", "Mme Irène Costabel", debate) == "not_found");
  CHECK(by("Irène Costabel", "Applaudissements sur les bancs du fond", debate) == "not_found");
  CHECK(by("Irène Costabel", "Mme Leroy quitte la salle", debate) == "not_found");
  CHECK(by("Joseph Pardaillan", "M. Pardaillan montre une carte du port", debate) == "not_found");
  CHECK(by("Irène Costabel", "Le quai (celui du nord) sera pavé", debate) == "exact");
  CHECK(by("Irène Costabel", "Le canal ouvrira lundi. (Applaudissements sur les bancs du fond.)", debate) ==
        "edge risky_edit");
  // No quotation goes across a label.
  CHECK(by("Irène Costabel",
           "Ce dossier est un scandale ! Une voix dans la salle : Rendez-nous nos bateaux !",
           debate) == "wrong_speaker");
  CHECK(by("Joseph Pardaillan",
           "Je salue le travail des éclusiers. (M. Pardaillan montre une carte du port.)",
           debate) == "risky_edit");
}

}  // namespace
}  // namespace selon
