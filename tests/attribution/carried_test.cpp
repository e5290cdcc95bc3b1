#include "attribution/carried.h"

#include "statements_room.h"

using namespace selon;

namespace {

/// The status of the last statement of a text in which "Selon la police, C." stands.
Status last_after_report(const std::string& before, const std::string& after) {
  MarkedArticle article("Selon la police, un homme a fui." + before + after);
  article.attribute("la police", "Selon", {"un homme a fui"}).analyse();
  const Statement& last = article.analysis.statements.back();
  CHECK((last.continues == 0) == (last.status == Status::carried));
  return last.status;
}

}  // namespace

TEST_CASE("the conditional kept up after a report in the same paragraph is carried") {
  CHECK(last_after_report(" ", "Il serait armé.") == Status::carried);
  CHECK(last_after_report(" ", "Le suspect aurait quitté la ville dans la nuit.") == Status::carried);
  CHECK(last_after_report(" ", "Ses complices ne seraient pas rentrés.") == Status::carried);
  CHECK(last_after_report(" ", "Il viendrait du Nord.") == Status::carried);
}

TEST_CASE("a carried statement hands the report on") {
  CHECK(last_after_report(" Il serait armé. ", "Il aurait deux complices.") == Status::carried);
  CHECK(last_after_report(" Il pleuvait. ", "Il aurait deux complices.") == Status::own_voice);
}

TEST_CASE("what is not plainly carried is the article's own voice") {
  CHECK(last_after_report("\n", "Il serait armé.") == Status::own_voice);
  CHECK(last_after_report(" ", "Il est armé.") == Status::own_voice);
  CHECK(last_after_report(" ", "Serait-il armé ?") == Status::own_voice);
  CHECK(last_after_report(" ", "On dirait un film.") == Status::own_voice);
  CHECK(last_after_report(" ", "Il pourrait revenir.") == Status::own_voice);
  CHECK(last_after_report(" ", "S'il revenait, il serait arrêté.") == Status::own_voice);
  CHECK(last_after_report(" ", "Il suffirait d'attendre.") == Status::own_voice);
  CHECK(last_after_report(" ", "Le maire voudrait agir.") == Status::own_voice);
  CHECK(last_after_report(" ", "Le maire assure que tout serait prêt.") == Status::own_voice);
}

TEST_CASE("a denied report is gone on, an unsaid one is not") {
  for (const auto& [polarity, status] :
       {std::pair{Polarity::negated, Status::own_voice}, std::pair{Polarity::denied, Status::carried}}) {
    MarkedArticle article("La mairie nie que le pont soit fermé. Il serait seulement en travaux.");
    article.attribute("La mairie", "nie", {"le pont soit fermé"});
    article.analysis.attributions[0].polarity = polarity;
    article.analyse();
    REQUIRE(article.analysis.statements.size() == 2);
    CHECK(article.analysis.statements[1].status == status);
  }
}

TEST_CASE("what nobody says is not gone on") {
  for (const bool vague : {true, false}) {
    MarkedArticle article("On dit souvent que le pont est vieux. Dire que l'État est absent serait mentir.");
    article.attribute("On", "dit", {"le pont est vieux"});
    article.analysis.sources.emplace_back().vague = vague;
    article.analysis.attributions[0].source_index = 0;
    article.analyse();
    REQUIRE(article.analysis.statements.size() == 2);
    CHECK(article.analysis.statements[1].status == (vague ? Status::own_voice : Status::carried));
  }
}
