// Sources that a mention names: known ones, persons, bodies, people without a name.
#include "resolving_article.h"

using namespace selon;

TEST_CASE("a known source is found in its noun phrase") {
  const auto article = resolved(
      "{L'agence officielle KCNA} a annoncé la visite, selon {l'agence sud-coréenne Yonhap}.\n"
      "D'après {le site spécialisé NK News, basé à Séoul}, le drone est neuf, ce que {KCNA} confirme.");
  CHECK(article.ref(0) == "kcna");
  CHECK(article.source(0).kind == SourceKind::agency);
  CHECK(article.source(0).country == "KP");
  CHECK(article.source(0).known);
  CHECK(article.ref(1) == "yonhap");
  CHECK(article.source(1).country == "KR");
  CHECK(article.ref(2) == "nk-news");
  CHECK(article.source(2).kind == SourceKind::media);
  CHECK(article.ref(3) == "kcna");
  CHECK(article.analysis.sources.size() == 3);
}

TEST_CASE("articles, contractions, capitals and accents don't hide a known name") {
  const auto article = resolved(
      "Selon {le Monde}, l'accord est proche. Les journalistes du Monde le savent.\n"
      "Selon {Le Monde}, il est signé. {L’EQUIPE} dément. {L'Équipe} confirme.");
  CHECK(article.ref(0) == article.ref(1));
  CHECK(article.source(0).name == "Le Monde");
  CHECK(article.ref(2) == article.ref(3));
  CHECK(article.source(3).known);
}

TEST_CASE("a small letter is not a newspaper") {
  const auto article = resolved("Selon {le monde agricole}, la pluie manque.");
  CHECK_FALSE(article.source(0).known);
}

TEST_CASE("a person of a body is the person") {
  const auto article = resolved(
      "{Le directeur général de la SNCF, Bastien Coudray}, l'a dit.\n"
      "{Une journaliste de l'AFP} l'a vu. {Le correspondant de Reuters} aussi.\n"
      "{La direction de la SNCF} se tait. {Une étude de l'Inserm} le montre.");
  CHECK(article.ref(0) == "bastien-coudray");
  CHECK(article.source(0).kind == SourceKind::person);
  CHECK(article.source(1).anonymous);
  CHECK_FALSE(article.source(2).known);
  CHECK_FALSE(article.source(3).known);
  CHECK(article.source(4).kind == SourceKind::document);
  CHECK_FALSE(article.source(4).anonymous);
}

TEST_CASE("what follows a body's name can make it another body") {
  const auto article =
      resolved("{Le ministère de l'Intérieur} le confirme. {Le ministère de l'Intérieur bolivien} dément.");
  CHECK(article.source(0).known);
  CHECK_FALSE(article.source(1).known);
  CHECK(article.source(1).kind == SourceKind::government);
}

TEST_CASE("a seat of power stands for those who sit there") {
  const auto article = resolved("Selon {Washington}, l'accord est proche. {Le Kremlin} dément.");
  CHECK(article.how(0) == Resolution::metonym);
  CHECK(article.source(0).name == "Washington");
  CHECK(article.source(0).kind == SourceKind::government);
  CHECK(article.source(0).country == "US");
  CHECK_FALSE(article.source(0).metonym_of.empty());
  CHECK(article.how(1) == Resolution::metonym);
  CHECK(article.source(1).country == "RU");
}

TEST_CASE("a person is named in full, then by surname") {
  const auto article = resolved(
      "{Anne-Lise Brochard, hydrologue au bureau des eaux}, s'inquiète. {Mme Brochard} insiste.\n"
      "{Brochard} conclut. {M. Vanhove} répond, puis {Gérard Vanhove, 67 ans}, se tait.");
  for (const std::size_t i : {0u, 1u, 2u}) {
    CHECK(article.ref(i) == "anne-lise-brochard");
  }
  CHECK(article.how(0) == Resolution::name);
  CHECK(article.how(1) == Resolution::alias);
  CHECK(article.ref(3) == "gerard-vanhove");
  CHECK(article.ref(4) == "gerard-vanhove");
}

TEST_CASE("names with particles, hyphens, initials, of every origin") {
  const auto article = resolved(
      "{Le commandant Yves Le Goff-Durand, chef des secours}, l'assure.\n"
      "{Leur porte-parole, Nasr al-Din Amer-Saleh}, dément. {Le maire de Camaná, Julio del Carpio}, aussi.\n"
      "{La bourgmestre, Hafida Van den Bossche (Ecolo)}, le regrette. {M. Le Goff-Durand} répète.\n"
      "{Jean-Baptiste Etchegoyen, hydrologue}, explique. {J.-B. Etchegoyen} nuance.");
  CHECK(article.ref(0) == "yves-le-goff-durand");
  CHECK(article.ref(1) == "nasr-al-din-amer-saleh");
  CHECK(article.ref(2) == "julio-del-carpio");
  CHECK(article.ref(3) == "hafida-van-den-bossche");
  CHECK(article.ref(4) == "yves-le-goff-durand");
  CHECK(article.ref(6) == article.ref(5));
}

TEST_CASE("two of one surname: title and first name tell, else it is open") {
  const auto article = resolved(
      "Paul Morin, menuisier, et Claire Morin, fleuriste, vivent ici.\n"
      "{Mme Morin} proteste. {Morin} se tait. {Paul Morin} rit.");
  CHECK(article.ref(0) == "claire-morin");
  CHECK(article.how(1) == Resolution::ambiguous);
  CHECK(article.ref(1).empty());
  CHECK(article.analysis.attributions[1].candidates.size() == 2);
  CHECK(article.ref(2) == "paul-morin");
}

TEST_CASE("an acronym in brackets names the body from then on") {
  const auto article =
      resolved("{L'Union des bergers corses (UBCO)} proteste. {L'UBCO} appelle à manifester.");
  CHECK(article.ref(0) == article.ref(1));
  CHECK(article.how(1) == Resolution::alias);
  CHECK(article.source(0).kind == SourceKind::organization);
}

TEST_CASE("bodies that no list knows have the kind of the noun beside them") {
  const auto article = resolved(
      "{Le centre maritime JMIQ} alerte. {Son armateur grec, Thalassa Bulk}, dément.\n"
      "{Le magazine « Lettres vives »} l'écrit. {La Fondation Toit pour tous} le regrette.\n"
      "{Un technicien du réseau Loup-Lynx} l'a vu.");
  CHECK(article.ref(0) == "jmiq");
  CHECK(article.source(1).kind == SourceKind::company);
  CHECK(article.ref(1) == "thalassa-bulk");
  CHECK(article.source(2).name == "Lettres vives");
  CHECK(article.source(2).kind == SourceKind::media);
  CHECK(article.source(3).kind == SourceKind::organization);
  CHECK(article.source(4).anonymous);
}

TEST_CASE("people without a name are anonymous, each mention by itself") {
  const auto article = resolved(
      "Selon {des experts}, c'est neuf. {Un responsable américain} le dit aussi.\n"
      "{Des habitants} l'ont vu, {l'un d'eux} l'a filmé, selon {deux responsables du port}.\n"
      "{Ses proches} le confirment. {Des experts} en doutent.");
  for (std::size_t i = 0; i < 7; ++i) {
    CAPTURE(i);
    CHECK(article.source(i).anonymous);
    CHECK_FALSE(article.source(i).vague);
  }
  CHECK(article.source(0).kind == SourceKind::group);
  CHECK(article.source(0).ref == "anonymous-1");
  CHECK(article.source(1).kind == SourceKind::person);
  CHECK(article.source(4).kind == SourceKind::group);
  CHECK(article.ref(6) != article.ref(0));
}

TEST_CASE("nobody at all is vague") {
  const auto article = resolved("{On} dit que {certains} le savent, {on} le répète.");
  CHECK(article.source(0).vague);
  CHECK(article.source(1).vague);
  CHECK(article.ref(0) == article.ref(2));
}

TEST_CASE("who speaks for a body, or is named in part, is not anonymous") {
  for (const char* mention : {"une porte-parole de la police", "plusieurs témoins, dont Paul Morin,",
                              "deux syndicats, la CGT et FO,", "certains historiens, comme Chandler,",
                              "télévision et radio", "mes collègues du laboratoire"}) {
    CAPTURE(mention);
    const auto article = resolved("Hier {" + std::string(mention) + "} ont dit que rien ne change.");
    CHECK_FALSE(article.source(0).anonymous);
    CHECK_FALSE(article.source(0).vague);
  }
  for (const char* mention : {"un porte-parole", "plusieurs témoins, venus de Paris,", "les experts",
                              "la presse", "une source", "nos sources", "deux syndicats"}) {
    CAPTURE(mention);
    const auto article = resolved("Hier {" + std::string(mention) + "} ont dit que rien ne change.");
    CHECK(article.source(0).anonymous);
    CHECK_FALSE(article.source(0).vague);
  }
}

TEST_CASE("an apposition means whom it stands beside") {
  const auto article =
      resolved("C'est fait, a ajouté Konrad Klee, {petit-fils du fondateur}, qui a promis de rester.");
  CHECK(article.ref(0) == "konrad-klee");
}

TEST_CASE("of a contracted article the determiner counts") {
  const auto article = resolved("Le prix revient aux {réalisateurs du film}.");
  CHECK_FALSE(article.source(0).anonymous);
}

TEST_CASE("collectives named by their role are not anonymous") {
  const std::pair<const char*, SourceKind> cases[] = {
      {"la police", SourceKind::institution},
      {"le parquet", SourceKind::institution},
      {"les autorités", SourceKind::government},
      {"le gouvernement", SourceKind::government},
      {"les médias d'Etat", SourceKind::state_media},
      {"les médias officiels nord-coréens", SourceKind::state_media},
      {"la direction", SourceKind::institution},
      {"le rapport", SourceKind::document},
      {"le ministère public", SourceKind::institution}};
  for (const auto& [mention, kind] : cases) {
    CAPTURE(mention);
    const auto article = resolved("Selon {" + std::string(mention) + "}, rien ne change.");
    CHECK(article.source(0).kind == kind);
    CHECK_FALSE(article.source(0).anonymous);
    CHECK_FALSE(article.source(0).vague);
  }
}

TEST_CASE("an agency of health is no press agency") {
  const auto article = resolved("{L'agence bretonne de l'eau} alerte.");
  CHECK(article.source(0).kind == SourceKind::institution);
}

TEST_CASE("two sources in one mention are one group") {
  const auto article = resolved("{Le maire d'Aplao et l'évêque d'Arequipa} ont protesté.");
  CHECK(article.source(0).kind == SourceKind::group);
  CHECK_FALSE(article.source(0).anonymous);
}

TEST_CASE("a body that every country has is the home country's, unless the article begins abroad") {
  const auto body = [](std::string_view lead) {
    return resolved(std::string(lead) + "\n{Le ministère de l'Education} l'annonce. {Le ministère} insiste.");
  };
  for (const char* lead :
       {"Lima, 22 août - Un séisme a fait neuf morts.", "Un séisme au Pérou fait neuf morts.",
        "La secousse n'a pas surpris l'armée péruvienne."}) {
    const auto abroad = body(lead);
    CHECK_FALSE(abroad.source(0).known);
    CHECK(abroad.source(0).name == "le ministère de l'Education");
    CHECK(abroad.source(0).kind == SourceKind::government);
    CHECK(abroad.ref(1) == abroad.ref(0));
  }
  for (const char* lead : {"La rentrée a lieu lundi.", "La Vienne compte 41 cas.", "Paris renoue avec Lima.",
                           "Le gouvernement français parle avec les autorités péruviennes."}) {
    const auto home = body(lead);
    CHECK(home.source(0).known);
    CHECK(home.source(0).country == "FR");
  }
  // A name that says its country, and an acronym, are what they are.
  const auto named = resolved(
      "Lima, 22 août - Un séisme a fait neuf morts.\n{Le ministère français de l'Education nationale} et la "
      "ville se taisent. Selon {l'INSEE}, rien n'a bougé.");
  CHECK(named.source(0).country == "FR");
  CHECK(named.source(1).country == "FR");
}

TEST_CASE("a party in brackets doesn't hide the name behind it") {
  const auto article = resolved(
      "{Le maire (PS) de Lille, Martine Dupont,} a estimé le coût. {L'association Causses vivants}, "
      "proteste.\n"
      "{Le groupe Accord fondé en 1990} se tait.");
  CHECK(article.source(0).name == "Martine Dupont");
  CHECK(article.source(1).name == "Causses vivants");
  CHECK(article.source(2).name == "Accord");
}

TEST_CASE("a noun phrase is no name: who is described belongs to his article") {
  const auto article = resolved(
      "{Le maire} approuve, {la préfecture} aussi, {les élus et les habitants} non.\n"
      "{Anne Morel} approuve, {l'Agence de la Vauvre} aussi, {la CGT et Sud} non, {Reuters} non plus.");
  for (const std::size_t i : {0u, 1u, 2u}) {
    CHECK(article.source(i).described);
  }
  for (const std::size_t i : {3u, 4u, 5u, 6u}) {
    CHECK_FALSE(article.source(i).described);
  }
}

TEST_CASE("refs are unique in an article") {
  const auto article =
      resolved("{Le maire} parle. {La maire} répond. {Le maire de Nérac, Paul Roy}, se tait.");
  CHECK(article.ref(0) != article.ref(1));
}

TEST_CASE("a surname after a first name is no newspaper") {
  const auto article = resolved("{Eve Marin} a parlé, {Paul Parisien} aussi. {Le Marin} se tait.");
  CHECK(article.source(0).name == "Eve Marin");
  CHECK(article.source(0).kind == SourceKind::person);
  CHECK(article.source(1).name == "Paul Parisien");
  CHECK(article.source(2).kind == SourceKind::media);
}
