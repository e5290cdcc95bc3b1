// Names with a misspelling: what is reported, and above all what isn't.
#include <random>

#include "attribution/edit_distance.h"
#include "resolving_article.h"

using namespace selon;

namespace {

Strings misses(const ResolvingArticle& article) {
  Strings out;
  for (const NearMiss& miss : article.analysis.near_misses) {
    out.push_back(std::string(miss.span.in(article.document.text)) + ">" + miss.proposal);
  }
  return out;
}

/// The same by its definition, without limit or shortcuts.
std::size_t plain_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] =
          std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

TEST_CASE("the distance is that of its definition, up to its limit") {
  std::mt19937 random(7);
  for (int round = 0; round < 5000; ++round) {
    std::string a;
    std::string b;
    for (std::string* word : {&a, &b}) {
      for (std::size_t n = random() % 9; n > 0; --n) {
        word->push_back(static_cast<char>('a' + random() % 3));
      }
    }
    for (std::uint32_t limit = 0; limit < 4; ++limit) {
      CAPTURE(a);
      CAPTURE(b);
      const std::size_t truth = plain_distance(a, b);
      const std::uint32_t told = edit_distance(a, b, limit);
      CHECK((truth <= limit ? told == truth : told > limit));
    }
  }
}

TEST_CASE("a letter wrong in an agency's name") {
  const auto article =
      resolved("{L'agence officielle KXNA} a décrit la visite.\nSelon {KCNA}, elle fut cordiale.");
  CHECK(misses(article) == Strings{"KXNA>KCNA"});
  CHECK(article.how(0) == Resolution::misspelling);
  CHECK(article.ref(0) == "kcna");
  CHECK(article.analysis.near_misses.front().source_index == article.analysis.attributions[1].source_index);
}

TEST_CASE("the noun beside a name speaks for it where the article doesn't") {
  CHECK(misses(resolved("{L'agence Youhap} l'annonce.")) == Strings{"Youhap>Yonhap"});
  CHECK(misses(resolved("Le site du quotidien Le Figarro est en panne. {Paul Roy} s'en plaint.")) ==
        Strings{"Figarro>Figaro"});
}

TEST_CASE("a name that has an article is not meant by one without") {
  CHECK(misses(resolved("« Rien n'est prêt », a déclaré {Majlas} jeudi.")).empty());
  CHECK(misses(resolved("« Rien n'est prêt », a déclaré {le Majlas} jeudi.")) == Strings{"Majlas>Majlis"});
}

TEST_CASE("letters changed places") {
  CHECK(misses(resolved("Selon {Reutesr}, le port est fermé.")) == Strings{"Reutesr>Reuters"});
}

TEST_CASE("known names, dictionary words and other acronyms are no misspellings") {
  for (const char* mention : {"AP", "DPA", "KNS", "KNA", "l'APA", "la CGSP", "le Département", "l'OFROU",
                              "l'AMRPV", "Volotea", "l'agence Ana", "Perec", "Zimmer"}) {
    CAPTURE(mention);
    CHECK(misses(resolved("Selon {" + std::string(mention) +
                          "}, le port est fermé, et l'AFP, KCNA le confirment."))
              .empty());
  }
}

TEST_CASE("a surname near an agency's name is a surname") {
  CHECK(misses(resolved("{Jean Tassy} parle. {M. Tassy} répète, devant l'agence Tass. {Tassy} conclut."))
            .empty());
  CHECK(misses(resolved("{Le maire Paul Yonap} proteste. {L'agence Yonhap} l'écrit.")).empty());
}

TEST_CASE("a form that comes again is meant so") {
  CHECK(misses(resolved("{Le groupe coopératif Novasem} l'annonce. Pour {Novasem}, c'est fini.")).empty());
}

TEST_CASE("credits and bylines are never misspelt") {
  const auto article = resolved("= Par KXNA avec AFP\n# STR / KXNA / AFP\n{KCNA} l'annonce.");
  CHECK(misses(article).empty());
}

TEST_CASE("of two forms of a name the rarer one is the misspelling") {
  const auto article = resolved(
      "{Anne-Lise Brochard, hydrologue}, alerte. {Mme Brochard} insiste.\n{Anne-Lise Brochart} conclut.");
  CHECK(misses(article) == Strings{"Anne-Lise Brochart>Anne-Lise Brochard"});
  CHECK(article.ref(2) == "anne-lise-brochard");
  CHECK(article.how(2) == Resolution::misspelling);
  CHECK(article.analysis.sources.size() == 1);
}

TEST_CASE("a difference of accents only is left to another rule") {
  CHECK(misses(resolved("{Sergueï Choïgou} parle. {Sergueï Choïgou} répète. {Sergueï Choigou} conclut."))
            .empty());
}
