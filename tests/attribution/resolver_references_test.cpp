// Sources that a mention refers back to: roles, pronouns, relatives, "la même source".
#include "resolving_article.h"

using namespace selon;

TEST_CASE("a role finds the person it was said of") {
  const auto article = resolved(
      "{La procureure de Nanterre, Anne Morel}, a ouvert une enquête. {La procureure} n'en dit pas plus.\n"
      "{Régis Armand, maire de Crest}, et {la ministre déléguée, Aurore Zeitoun}, se parlent.\n"
      "{Le maire} approuve, {la ministre} aussi. {Le maire de Die} proteste.");
  CHECK(article.ref(1) == "anne-morel");
  CHECK(article.how(1) == Resolution::title);
  CHECK(article.ref(4) == "regis-armand");
  CHECK(article.ref(5) == "aurore-zeitoun");
  CHECK(article.ref(6) != "regis-armand");
}

TEST_CASE("a role finds a person who was named in passing, or is named later") {
  const auto article = resolved(
      "Le procureur Olivier Maréchal a écouté. {Le procureur} a requis deux ans.\n"
      "{La rectrice} se félicite. C'est ce que voulait la rectrice, Odile Tran.");
  CHECK(article.ref(0) == "olivier-marechal");
  CHECK(article.ref(1) == "odile-tran");
}

TEST_CASE("a role that two persons share is open") {
  const auto article =
      resolved("Le député Paul Roy et le député Luc Viard sont venus, avec la foule.\n{Le député} a parlé.");
  CHECK(article.how(0) == Resolution::ambiguous);
  CHECK(article.analysis.attributions[0].candidates == Strings{"Luc Viard", "Paul Roy"});
}

TEST_CASE("a body is taken up by its noun") {
  const auto article = resolved(
      "{L'agence officielle KCNA} l'annonce. {L'agence} ajoute une date.\n"
      "{La préfecture de la Charente-Maritime} confirme. {La préfecture} appelle au calme.\n"
      "{Le Parisien} l'écrit. {Le quotidien} cite un rapport.");
  CHECK(article.ref(1) == "kcna");
  CHECK(article.how(1) == Resolution::title);
  CHECK(article.ref(2) == article.ref(3));
  CHECK(article.ref(5) == article.ref(4));
}

TEST_CASE("unnamed people are taken up by a definite phrase, not by an indefinite one") {
  const auto article = resolved(
      "{Des secouristes} l'ont vu. {Les secouristes} insistent.\n{Un témoin} parle. {Ce témoin} hésite. {Un "
      "témoin} crie.");
  CHECK(article.ref(1) == article.ref(0));
  CHECK(article.ref(3) == article.ref(2));
  CHECK(article.ref(4) != article.ref(2));
}

TEST_CASE("pronouns agree in gender and number") {
  const auto article = resolved(
      "{Anne Morel} a parlé, puis {Paul Roy} a répondu, devant {des riverains}.\n"
      "{Elle} insiste. {Il} se tait. Selon {lui}, c'est fini. {Ils} attendent.");
  CHECK(article.ref(3) == "anne-morel");
  CHECK(article.how(3) == Resolution::pronoun);
  CHECK(article.ref(4) == "paul-roy");
  CHECK(article.ref(5) == "paul-roy");
  CHECK(article.ref(6) == article.ref(2));
}

TEST_CASE("an inverted pronoun is one") {
  const auto article = resolved("{Sylvie Lemonnier} s'avance. « C'est assez », a{-t-elle} dit.");
  CHECK(article.ref(1) == "sylvie-lemonnier");
}

TEST_CASE("another person who fits makes a pronoun open") {
  const auto article = resolved(
      "{Le maire, Joël Delarue}, a parlé. Des élus ont salué longuement Bruno Pichard. {Il} réclame un "
      "pont.");
  CHECK(article.how(1) == Resolution::ambiguous);
  CHECK(article.analysis.attributions[1].candidates == Strings{"Joël Delarue", "Bruno Pichard"});
}

TEST_CASE("the subject of the sentence before is meant") {
  const auto article = resolved(
      "{Le maire, Joël Delarue}, a parlé. Bruno Pichard a longuement salué les élus. {Il} réclame un pont.");
  CHECK(article.ref(1) == "bruno-pichard");
}

TEST_CASE("the subject of the sentence before comes before whoever spoke last") {
  const auto described = resolved(
      "{Marie Durand}, 52 ans, commerçante, pleure encore.\n"
      "La présidente a décrété l'urgence dans sept districts. « L'aide est en route », a{-t-elle} promis.");
  CHECK(described.source(1).name == "la présidente");
  CHECK(described.how(1) == Resolution::pronoun);
  const auto nobody_spoke =
      resolved("Marie Durand, 40 ans, a fui. La ministre est venue. « C'est grave », a{-t-elle} dit.");
  CHECK(nobody_spoke.source(0).name == "la ministre");
  const auto indefinite = resolved(
      "{Le juge d'instruction} se tait. Un ancien cadre, cité comme témoin, est venu nuancer. Il existait "
      "bien, a{-t-il} expliqué, un repère.");
  CHECK(indefinite.source(1).name == "un ancien cadre");
  const auto weak_pronouns = resolved(
      "{Hugo Fecteau} a parlé.\nMardi, sur le quai, le premier ministre ne leur a rien promis. En mêlée de "
      "presse, {il} a évoqué un chantier.");
  CHECK(weak_pronouns.source(1).name == "le premier ministre");
}

TEST_CASE("a subject that is a pronoun goes on with the one before it") {
  const auto article =
      resolved("{Paul Roy} se tait. Le préfet est venu. Il a souri. « C'est fini », a{-t-il} dit.");
  CHECK(article.source(1).name == "le préfet");
}

TEST_CASE("in a new paragraph the speaker of the one before and its last subject are both open") {
  const auto article = resolved(
      "{Paul Roy} se tait. Le préfet a beaucoup travaillé pour la ville.\n« C'est fini », a{-t-il} dit.");
  CHECK(article.how(1) == Resolution::ambiguous);
  CHECK(article.analysis.attributions[1].candidates == Strings{"le préfet", "Paul Roy"});
  const auto about =
      resolved("{M. Roy} se tait. {Il} explique. Le courtier est mort.\n« C'est fini », a{-t-il} dit.");
  CHECK(about.ref(2) == about.ref(0));
}

TEST_CASE("a noun that takes up somebody reaches farther than a pronoun") {
  const auto article = resolved(
      "{La directrice} nie.\nLa procureure, Anne Morel, parlera jeudi. {L'intéressée} dit n'y pouvoir rien.");
  CHECK(article.how(1) == Resolution::ambiguous);
  CHECK(article.analysis.attributions[1].candidates == Strings{"Anne Morel", "la directrice"});
}

TEST_CASE("a noun without a name may be whom the sentence before has named") {
  const auto article = resolved(
      "Au bourg, Gwenaëlle Pichard fait ses comptes. La boulangère vendait du pain. « J'en suis là », "
      "lâche{-t-elle}.");
  CHECK(article.how(0) == Resolution::ambiguous);
  CHECK(article.analysis.attributions[0].candidates == Strings{"la boulangère", "Gwenaëlle Pichard"});
}

TEST_CASE("whom a speaker talks about is not the speaker") {
  ResolvingArticle article(
      "« Bruno Pichard est mon ami », a dit {Joël Delarue}. « Il est venu hier », a-t-{il} ajouté.");
  article.says(0, "« Bruno Pichard est mon ami »", AttributionKind::direct).resolve();
  CHECK(article.ref(1) == "joel-delarue");
}

TEST_CASE("a pronoun with nobody before it is not guessed") {
  const auto article = resolved("{Il} affirme que la route est fermée.");
  CHECK(article.how(0) == Resolution::none);
  CHECK(article.ref(0).empty());
}

TEST_CASE("a person whom only a noun names is found by a pronoun") {
  const auto article =
      resolved("À ses côtés, la mère de l'enfant n'a pas ôté son manteau. {Elle} demande pourquoi.");
  CHECK(article.source(0).name == "la mère de l'enfant");
}

TEST_CASE("of nobody the text may tell who it is: by the place") {
  const std::pair<const char*, const char*> cases[] = {
      {"Au ministère de l'Intérieur, {on} dit que tout va.", "ministere-de-l-interieur"},
      {"Chez Renault, {on} dit que tout va.", "renault"},
      {"Du côté de la mairie, {on} dit que tout va.", "mairie"},
      {"Au ministère, {on} dit que tout va.", "ministere"}};
  for (const auto& [text, ref] : cases) {
    CAPTURE(text);
    const auto article = resolved(text);
    CHECK(article.ref(0) == ref);
    CHECK_FALSE(article.source(0).vague);
    CHECK(article.analysis.attributions[0].place.has_value());
  }
  CHECK(resolved("À l'aube, {on} dit que tout va.").source(0).vague);
  CHECK(resolved("À Marseille, {on} dit que tout va.").source(0).vague);
  const auto side = resolved("Côté français, {on} dit que tout va.");
  CHECK(side.source(0).vague);
  CHECK(side.analysis.attributions[0].place.has_value());
}

TEST_CASE("of nobody the text may tell who it is: by another source of the same words") {
  ResolvingArticle article("Le pont bouge, apprend-{on} auprès de {la préfecture}.");
  article.says(0, "Le pont bouge", AttributionKind::indirect);
  article.says(1, "Le pont bouge", AttributionKind::according_to);
  article.analysis.attributions[0].sentence = article.analysis.attributions[1].sentence = 0;
  article.resolve();
  CHECK(article.ref(0) == "prefecture");
  CHECK(article.ref(1) == "prefecture");
  CHECK(article.analysis.sources.size() == 1);
}

TEST_CASE("the latter is whoever was named last") {
  const auto article = resolved("{Joël Delarue} a rencontré Bruno Pichard. {Ce dernier} réclame un pont.");
  CHECK(article.ref(1) == "bruno-pichard");
  CHECK(resolved("{Joël Delarue} a rencontré un élu. {Ce dernier, Bruno Pichard}, réclame un pont.").ref(1) ==
        "bruno-pichard");
}

TEST_CASE("a relative is its antecedent") {
  ResolvingArticle article(
      "{KCNA} l'assure, comme Anne Morel, {qui} a décrit un pont, et {Paul Roy}, qui a dit non.");
  article.cue(2, "a dit").resolve();
  CHECK(article.ref(1) == "anne-morel");
  CHECK(article.how(1) == Resolution::relative);
  CHECK(article.ref(2) == "paul-roy");
  CHECK(article.how(2) == Resolution::relative);
}

TEST_CASE("the same source is the unnamed one of before") {
  const auto article = resolved(
      "De {source policière}, deux hommes sont en fuite. {Le parquet} confirme. Selon {la même source}, ils "
      "sont armés. "
      "De {même source}, on cherche encore. {Cette source} n'en dit pas plus.");
  CHECK(article.source(0).anonymous);
  CHECK(article.ref(2) == article.ref(0));
  CHECK(article.ref(3) == article.ref(0));
  CHECK(article.ref(4) == article.ref(0));
}

TEST_CASE("who says je is who is quoted") {
  ResolvingArticle article("« {Je} pense que c'est fini, a dit {Anne Morel}. »");
  article.says(1, "« Je pense que c'est fini", AttributionKind::direct).resolve();
  CHECK(article.ref(0) == "anne-morel");
  CHECK(article.how(0) == Resolution::pronoun);
}

TEST_CASE("a relay is kept apart from the source") {
  ResolvingArticle article(
      "Selon {l'AFP} citant KCNA, l'essai a réussi. D'après {l'armateur}, cité par Reuters, rien n'a brûlé.\n"
      "{La télévision locale} affirme, citant un marin, que tout va bien.");
  for (const std::size_t i : {0u, 1u}) {
    article.analysis.attributions[i].kind = AttributionKind::according_to;
  }
  article.resolve();
  CHECK(article.ref(0) == "kcna");
  CHECK(article.via(0) == "afp");
  CHECK(article.ref(1) == "armateur");
  CHECK(article.via(1) == "reuters");
  CHECK(article.source(2).name == "la télévision locale");
  CHECK(article.via(2).empty());
}

namespace {

/// The article with an attribution more at the end: « Cela doit finir. », without a source.
ResolvingArticle with_quotation(std::string_view marked, std::size_t quoted) {
  ResolvingArticle article(marked);
  for (std::size_t i = 0; i < quoted; ++i) {
    article.says(i, "« Assez »", AttributionKind::direct);
  }
  Attribution more;
  more.resolution = Resolution::continued;
  more.content.push_back(article.find("« Cela doit finir. »"));
  article.analysis.attributions.push_back(more);
  article.resolve();
  return article;
}

}  // namespace

TEST_CASE("a quotation that goes on has the speaker before it") {
  const auto article = with_quotation("« Assez », a dit {Anne Morel}. « Cela doit finir. »", 1);
  CHECK(article.ref(1) == "anne-morel");
  CHECK(article.how(1) == Resolution::continued);
  const auto reported = with_quotation("{Anne Morel} a dénoncé un abus. « Cela doit finir. »", 0);
  CHECK(reported.ref(1) == "anne-morel");
}

TEST_CASE("a quotation is open where another one is spoken of, or the paragraph quotes nobody") {
  const auto other =
      with_quotation("« Assez », a dit {Anne Morel}. Le maire s'est levé. « Cela doit finir. »", 1);
  CHECK(other.how(1) == Resolution::ambiguous);
  CHECK(other.analysis.attributions[1].candidates == Strings{"le maire", "Anne Morel"});
  const auto next = with_quotation(
      "« Assez », a dit {Anne Morel}.\nLe maire de Brest, dont la ville paie, a écrit. « Cela doit finir. »",
      1);
  CHECK(next.ref(1).empty());
  CHECK(next.analysis.attributions[1].candidates == Strings{"le maire de Brest", "Anne Morel"});
}

TEST_CASE("a heading is an excerpt of the one whose words hold it") {
  ResolvingArticle article(
      "« Il faut un pont »\n{Paul Roy} se tait. {Anne Morel} a dit : « Il faut un pont, et vite. »");
  article.says(1, "« Il faut un pont, et vite. »", AttributionKind::direct);
  for (const char* words : {"« Il faut un pont »"}) {
    Attribution heading;
    heading.rule = "quotation.heading";
    heading.resolution = Resolution::continued;
    heading.content.push_back(article.find(words));
    article.analysis.attributions.insert(article.analysis.attributions.begin(), heading);
  }
  article.resolve();
  CHECK(article.ref(0) == "anne-morel");
}

TEST_CASE("a subject whose name two persons bear stays open") {
  const auto article = resolved(
      "{Paul Martin} et {Louis Martin} se parlent.\n"
      "Le groupe Martin était présent mardi. Selon {lui}, rien n'est réglé.");
  CHECK(article.how(2) == Resolution::ambiguous);
  CHECK(article.analysis.attributions[2].candidates == Strings{"Louis Martin", "Paul Martin"});
}
