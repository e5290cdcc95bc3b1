#include "attribution/needs.h"

#include "statements_room.h"

using namespace selon;

namespace {

/// How soon a desk would ask for the source of the last statement of a text.
Urgency urgency(const std::string& text) {
  MarkedArticle article(text);
  article.analyse();
  REQUIRE(!article.analysis.statements.empty());
  return article.analysis.statements.back().urgency;
}

/// What the last statement of a text asks a source for.
std::uint16_t needs(const std::string& text) {
  MarkedArticle article(text);
  article.analyse();
  REQUIRE(!article.analysis.statements.empty());
  return article.analysis.statements.back().needs;
}

}  // namespace

TEST_CASE("a quotation that nobody speaks asks for a source") {
  CHECK(needs("Les éleveurs parlent peu. « On ne joue pas avec ça. »") == needs_quotation);
  CHECK(needs("Elle joue dans le film « Marée basse ».") == 0);

  MarkedArticle article("« On ne joue pas avec ça », tranche Sylvie Lemoine.");
  article.attribute("Sylvie Lemoine", "tranche", {"« On ne joue pas avec ça »"}).analyse();
  CHECK(article.analysis.statements.at(0).needs == 0);
}

TEST_CASE("figures: percentages, money, people, ratios, multiples") {
  for (const std::string text : {
           "Le coût du risque a bondi de 38%.",
           "Le beurre a pris 44 % en trois ans.",
           "Le chantier a coûté 4,3 millions d'euros.",
           "Environ 320 salariés ont rejoint le site.",
           "L'accident a fait deux morts et onze blessés.",
           "A Lyon, un métro sur trois roulait.",
           "Des milliers de manifestants ont défilé.",
           "La moitié de la population a fui la vallée.",
           "Le nombre de malades a triplé en quelques jours.",
           "Le textile pollue deux fois plus ici.",
       }) {
    CAPTURE(text);
    CHECK(needs(text) == needs_figure);
  }
}

TEST_CASE("dates, ages, times, scores, addresses and the like are no figures") {
  for (const std::string text : {
           "Le 12 novembre 2022, il a quitté la ville.",
           "La conductrice, 34 ans, a subi un test.",
           "À 11 h 20, une balle l'a atteint à 83 mètres du poste numéro 7.",
           "Brive s'est inclinée 41-10 vendredi.",
           "La réunion a lieu au 14 rue des Lilas, salle 2.",
           "Deux femmes attendaient devant la porte.",
           "Le pont mesure 48 mètres.",
           "Le texte a été adopté par 208 voix contre 96.",
           "Le délit est puni de 15 000 euros d'amende.",
           "Les quatre blessés ont regagné leur domicile.",
           "Tarif : 15,50 euros.",
           "L'article 12 de la loi fixe la règle.",
           "Le syndicat a dépensé 4,3 millions d'euros pour le forage.",
           "A Lyon, deux métros sur trois circuleront.",
       }) {
    CAPTURE(text);
    CHECK(needs(text) == 0);
  }
}

TEST_CASE(
    "who rounds a number has estimated it; lengths, times and what a programme lists need no estimate") {
  for (const std::string text : {
           "Au moins 600 tonnes de produits sont parties en fumée.",
           "Ils étaient près de 1 500 à défiler.",
           "Quelque 8 000 poissons ont péri.",
           "L'entreprise a perdu près du quart de ses parts de marché.",
           "Le risque de transmission a triplé dans la région.",
           "La bande a frappé plus de soixante-dix fois.",
       }) {
    CAPTURE(text);
    CHECK(needs(text) == needs_figure);
  }
  for (const std::string text : {
           "Le sentier fait plus de 40 kilomètres.",
           "Le concert a duré près de 90 minutes.",
           "Plus de 60 pays participent au salon.",
           "Moins de dix tables restaient libres.",
           "La séance a duré près du quart de la nuit.",
       }) {
    CAPTURE(text);
    CHECK(needs(text) == 0);
  }
}

TEST_CASE("who publishes a figure is its source") {
  CHECK(needs("La banque a publié un bénéfice de 412 millions d'euros.") == 0);
  CHECK(needs("Les syndicats réclament une hausse de 6 %.") == 0);
}

TEST_CASE("allegations: accusations in the article's own voice") {
  for (const std::string text : {
           "L'ancien trésorier a détourné les fonds du club.",
           "Le promoteur a longtemps soudoyé ses voisins.",
           "L'élu est soupçonné d'avoir favorisé son frère.",
           "Il aurait menti, et sa femme harcèle les témoins.",
           "Le consul a touché des pots-de-vin.",
           "Le directeur est coupable de négligence.",
       }) {
    CAPTURE(text);
    CHECK((needs(text) & needs_allegation) != 0);
  }
}

TEST_CASE("no allegations: who accuses is named, or it is for a court") {
  for (const std::string text : {
           "Le port est soupçonné par deux associations d'avoir minoré le loyer.",
           "Le tribunal a jugé qu'il avait détourné les fonds.",
           "L'avion a été détourné vers Lyon.",
           "Le dragon se détourne pour dormir.",
           "La brigade lutte contre la fraude et la corruption.",
           "Une enquête a été ouverte pour escroquerie.",
       }) {
    CAPTURE(text);
    CHECK((needs(text) & needs_allegation) == 0);
  }
}

TEST_CASE("evaluations") {
  CHECK(needs("La décision est scandaleuse.") == needs_evaluation);
  CHECK(needs("Malheureusement, le public n'est pas venu.") == needs_evaluation);
  CHECK(needs("Pour les petits porteurs, c'est une bonne nouvelle.") == needs_evaluation);
  CHECK(needs("Il est le meilleur grimpeur de son équipe.") == needs_evaluation);
  CHECK(needs("La décision est définitive.") == 0);
  CHECK(needs("Le texte promet un meilleur contrôle.") == 0);
  CHECK(needs("La maison est grande et la rue étroite.") == 0);
}

TEST_CASE("predictions, but no programmes") {
  CHECK(needs("Les prix baisseront dans toute la région.") == needs_prediction);
  CHECK(needs("Cette réforme devrait coûter cher aux communes.") == needs_prediction);
  CHECK(needs("La sécheresse pourrait durement frapper la vallée.") == needs_prediction);
  for (const std::string text : {
           "La procureure prendra ses réquisitions jeudi.",
           "Une réunion publique se tiendra à la mairie.",
           "Le permis sera délivré par le maire.",
           "On sèmera les betteraves.",
           "Les prix baisseront-ils ?",
           "Il montra la porte et tira le rideau.",
           "En 1995, il défendra les employées devant le juge.",
           "Votre médecin vous informera des risques.",
       }) {
    CAPTURE(text);
    CHECK((needs(text) & needs_prediction) == 0);
  }
}

TEST_CASE("intentions") {
  CHECK(needs("Le maire veut fermer l'école.") == needs_intention);
  CHECK(needs("Certaines communes envisagent de supprimer le dessert.") == needs_intention);
  CHECK(needs("Les irrigants aimeraient tourner la page.") == needs_intention);
  for (const std::string text : {
           "Cela veut dire que tout est perdu.",
           "On veut croire à la paix.",
           "Ceux qui veulent partir attendent.",
           "Le maire compte trois enfants.",
           "Nous voulons partir.",
       }) {
    CAPTURE(text);
    CHECK((needs(text) & needs_intention) == 0);
  }
}

TEST_CASE("the conditional of hearsay") {
  for (const std::string text : {
           "Le suspect aurait quitté la ville.",
           "Deux élus seraient impliqués dans le dossier.",
           "L'homme aurait une trentaine d'années.",
           "Une carotte de 74 mètres remonterait à l'âge du bronze.",
           "Le maire, dont l'unique agence serait menacée, a écrit au préfet.",
           "Il s'agirait d'un règlement de comptes.",
       }) {
    CAPTURE(text);
    CHECK((needs(text) & needs_conditional) != 0);
  }
}

TEST_CASE("other conditionals are no hearsay") {
  for (const std::string text : {
           "S'il pleuvait, le match serait reporté.",
           "Sans elle, il aurait abandonné.",
           "Le maire voudrait une école.",
           "Il faudrait partir.",
           "Il aurait pu venir.",
           "Aurait-il menti ?",
           "On aurait dit un film.",
           "Le ministre avait promis que la loi serait votée.",
           "La région aurait intérêt à investir.",
           "Ce serait une erreur.",
           "Il serait temps de partir.",
           "C'est une loi qui interdirait la chasse.",
           "Il suffirait d'attendre.",
           "Je serais venu.",
           "Il serait utile que chacun réfléchisse.",
           "Dans ce cas, les élus seraient peu nombreux.",
       }) {
    CAPTURE(text);
    CHECK((needs(text) & needs_conditional) == 0);
  }
}

TEST_CASE("words in quotation marks are not the article's own") {
  MarkedArticle article(
      "Selon Paul Vial, la décision est « scandaleuse » et « coûtera 3 millions d'euros ».");
  article
      .attribute("Paul Vial", "Selon", {"la décision est « scandaleuse » et « coûtera 3 millions d'euros »"})
      .analyse();
  CHECK(article.analysis.statements.at(0).needs == 0);
}

TEST_CASE("statistics press: shares of people, changes, totals, victims") {
  for (const std::string text : {
           "Six Français sur dix ont renoncé à des soins.",
           "Six habitants sur dix sont favorables au prolongement.",
           "Leurs effectifs ont chuté de moitié en trente ans.",
           "Les effectifs y ont été divisés par quatre.",
           "Le montant des dégâts atteint 6 millions d'euros.",
           "Trois personnes ont été tuées dans la soirée.",
           "La délinquance a explosé dans le quartier.",
           "Les cambriolages ont augmenté de 6 % en un an.",
           "Les pertes sont estimées à 3,4 millions d'euros.",
           "Son budget accuse un trou de 120 000 euros.",
       }) {
    CAPTURE(text);
    CHECK((needs(text) & needs_figure) != 0);
    CHECK(urgency(text) == Urgency::pressing);
  }
}

TEST_CASE("budgets, accounts, prices, attendances and estimates by the eye don't press") {
  for (const std::string text : {
           "Les dépenses s'élèvent à 780 millions d'euros.",
           "Le chiffre d'affaires a reculé de 8,7%, à 612 millions d'euros.",
           "Les ventes ont bondi de 27 % en Scandinavie.",
           "L'huile se vendait 14 euros le demi-litre.",
           "L'équipe a gagné devant 6 214 spectateurs.",
           "La ville, 6 300 habitants, vit de la pêche.",
           "La majorité ne dispose plus que de 42 sièges sur 89.",
           "Plusieurs milliers de personnes défilaient dans le centre.",
           "Le texte prévoit une hausse de 4 % des crédits.",
           "Montant : 4,8 millions d'euros, financés à 70 % par la région.",
           "Le chef-lieu a dit oui à 61,3 %.",
           "Les pertes sont estimées à 3,4 millions d'euros par l'assureur.",
       }) {
    CAPTURE(text);
    CHECK(urgency(text) == Urgency::low);
  }
}

TEST_CASE("what is hidden, done on orders or with closed eyes accuses") {
  for (const std::string text : {
           "L'affaire avait été étouffée.",
           "Le trentenaire revendait son butin à un bijoutier.",
           "Les enseignes profitent de la crise pour gonfler leurs marges.",
           "Le bijoutier fermait les yeux sur la provenance des montres.",
           "Des fiches ont disparu sur ordre du ministère.",
           "Trois élus ont cautionné les détournements.",
           "Le directeur a organisé un trafic de médailles.",
           "Le maire a détourné des subventions dans la cour de la mairie.",
           "Le directeur a frauduleusement détourné des fonds de l'instruction publique.",
           "Son associée n'ignorait rien de ces mouvements.",
           "Des soldats ont tiré à balles réelles sur un groupe de jeunes.",
           "Le cabinet a fabriqué de fausses factures.",
       }) {
    CAPTURE(text);
    CHECK((needs(text) & needs_allegation) != 0);
    CHECK(urgency(text) == Urgency::pressing);
  }
  for (const std::string text : {
           "L'homme a été accusé de négligence criminelle.",
           "Le sujet empoisonne les repas du dimanche.",
           "L'affaire a été jugée en mai.",
           "La pluie a gonflé la rivière.",
           "La gare a connu un trafic perturbé samedi.",
           "La commune a organisé un trafic alterné.",
           "Le défenseur a commis une faute dans la surface.",
           "Un engin explosif improvisé a explosé.",
           "Le couple s'est marié en toute discrétion.",
           "Le roman met en scène des personnages fictifs.",
           "Pour un coup d'essai, le cinéaste a réussi.",
           "Le bataillon s'entraîne à balles réelles.",
           "Le musée a acheté la marchandise en mai.",
           "Les abeilles ont pillé la ruche voisine.",
       }) {
    CAPTURE(text);
    CHECK((needs(text) & needs_allegation) == 0);
  }
}

TEST_CASE("motives: what somebody really wanted, not what a thing is for") {
  for (const std::string text : {
           "Le maire a surtout voulu repousser l'échéance.",
           "Le fonds n'a jamais eu l'intention de garder l'usine.",
           "M. Toussaint a jeté l'éponge pour échapper à la mise en examen.",
           "La région veut surtout éviter un débat.",
           "Le parti a agi dans l'ombre pour évincer son rival.",
           "En maintenant le scrutin, le pouvoir cherchait à tenir les campagnes loin des urnes.",
           "L'agence cherche depuis des années à se débarrasser de la structure.",
           "Le député lorgne un siège au Sénat.",
           "L'équipe s'apprête à recruter le coureur.",
           "Le maire n'a jamais digéré sa défaite.",
           "L'agence songe en réalité à supprimer le service.",
       }) {
    CAPTURE(text);
    CHECK((needs(text) & needs_intention) != 0);
    CHECK(urgency(text) == Urgency::pressing);
  }
  for (const std::string text : {
           "Les enquêteurs cherchent à déterminer les causes de l'incendie.",
           "La mairie a fermé le pont pour éviter un accident.",
           "Il a couru pour attraper le train.",
           "En arrivant sur place, les pompiers ont sorti les lances.",
           "En Bretagne, la région veut moderniser les gares.",
           "Le village s'apprête à célébrer ses 800 ans.",
           "L'équipe se prépare dans le calme.",
           "L'association a fait part de son intention de saisir le tribunal.",
       }) {
    CAPTURE(text);
    CHECK(urgency(text) == Urgency::low);
  }
}

TEST_CASE("a prediction presses; a programme and what is settled don't") {
  for (const std::string text : {
           "La facture finale dépassera les 10 millions d'euros.",
           "Pour la vallée, le coup sera fatal.",
           "Cette alliance ne tiendra pas jusqu'aux élections.",
           "Il faudra au moins dix ans pour que la truite revienne.",
           "Si l'écart se confirme, l'armée se rangera derrière elle.",
           "Le marché va continuer de baisser.",
           "La rivière mettra une décennie à retrouver sa faune.",
           "Les députés suivront sans doute le rapporteur jeudi.",
           "D'ici à l'été, un millier de boulangeries auront mis la clé sous la porte.",
       }) {
    CAPTURE(text);
    CHECK((needs(text) & needs_prediction) != 0);
    CHECK(urgency(text) == Urgency::pressing);
  }
  for (const std::string text : {
           "La réduction sera de 30 %.",
           "Le bassin passera de quatre à cinq couloirs.",
           "La réunion se tiendra à la mairie.",
           "La nouvelle unité devrait démarrer sous peu.",
           "La gare sera rénovée d'ici à l'été 2028.",
           "La piscine rouvrira d'ici au 15 mai.",
           "La rue va être refaite.",
           "Le salon va ouvrir ses portes.",
           "La coureuse va mieux.",
           "La ville mettra deux navettes à la disposition des habitants.",
           "Reste à savoir si la mairie paiera.",
       }) {
    CAPTURE(text);
    CHECK((needs(text) & needs_prediction) == 0);
  }
}

TEST_CASE("blame presses, praise and other judgements don't; nor does somebody's blame") {
  CHECK(urgency("Il laisse derrière lui un bilan médiocre.") == Urgency::pressing);
  CHECK(urgency("L'argument n'a convaincu personne.") == Urgency::pressing);
  CHECK(urgency("Jamais la majorité n'a paru aussi fragile.") == Urgency::pressing);
  CHECK(urgency("La mairie n'a pourtant rien fait.") == Urgency::pressing);
  CHECK(urgency("Je ne me suis jamais senti aussi seul.") == Urgency::low);
  CHECK(urgency("C'est une bonne nouvelle.") == Urgency::low);
  CHECK(urgency("À droite, on juge la hausse inacceptable.") == Urgency::low);
}
