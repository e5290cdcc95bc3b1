// Bylines and credits.
#include "attribution/bylines.h"

#include "resolving_article.h"

using namespace selon;

TEST_CASE("makers of an article") {
  const auto article = resolved(
      "= Article rédigé par franceinfo avec AFP\n= Par Élise Bergeron-Tanguay, à Bruxelles\n"
      "# STR / KCNA VIA KNS / AFP\nRien.");
  CHECK(article.refs(article.analysis.bylines) == Strings{"franceinfo", "afp", "elise-bergeron-tanguay"});
  CHECK(article.refs(article.analysis.credits) == Strings{"str", "kcna", "afp"});
}

TEST_CASE("a maker that is a source too is one source") {
  const auto article =
      resolved("= Le Monde avec AFP\nSelon {l'AFP}, rien ne change, dit {Paul Roy}.\n# Paul Roy");
  CHECK(article.analysis.bylines[1] == article.analysis.attributions[0].source_index);
  CHECK(article.analysis.credits[0] == article.analysis.attributions[1].source_index);
}

TEST_CASE("words of bylines are no names") {
  for (const char* text :
       {"Publié Mis à jour", "Temps de lecture : 1 min", "Photo d'archives", "", " / ", "© "}) {
    CAPTURE(text);
    const SourceIndex index(resolving_room().pack);
    const SourceWords words(resolving_room().pack);
    CHECK(names_in_byline(text, index, words).empty());
  }
}
