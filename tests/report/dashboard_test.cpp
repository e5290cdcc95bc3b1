// The figures of many articles, and that the dashboard's data can't end its element.
#include "report/dashboard.h"

#include <doctest/doctest.h>

#include <string>

#include "sample.h"
#include "schema.h"

using namespace selon;
using namespace selon::test;

namespace {

CollectedSource source_named(std::string name, SourceKind kind = SourceKind::person) {
  CollectedSource source;
  source.name = std::move(name);
  source.kind = kind;
  return source;
}

/// Three articles: by an agency on one source; on two sources, one without a name; without a claim.
ClaimCollection three_articles() {
  ClaimCollection claims;
  const auto first = claims.add_article("a.txt", "Digue", "2024-01-05T08:00Z", true);
  const auto second = claims.add_article("b.txt", "Pont", "2024-03-01", false);
  claims.add_article("c.txt", "", "hier", false);
  claims.add_claim(first, "kcna", source_named("KCNA", SourceKind::agency), false, 3, "la digue tient");
  claims.add_claim(first, "kcna", source_named("KCNA", SourceKind::agency), false, 4, "elle a 40 ans");
  claims.add_claim(second, "kcna", source_named("KCNA", SourceKind::agency), false, 1,
                   "</script><b>le pont</b>");
  claims.add_claim(second, "un-temoin@2", source_named("un témoin"), true, 2, "il a bougé \u202Eà l'envers");
  claims.add_claim(second, "", {}, false, 5, "« Personne ne l'a dit »");
  return claims;
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("articles, claims and sources are counted, in all and by time") {
  const ClaimCollection claims = three_articles();
  const CollectedCounts counts = claims.counts();
  CHECK(counts.articles == 3);
  CHECK(counts.agency_articles == 1);
  CHECK(counts.single_articles == 1);
  CHECK(counts.claims == 5);
  CHECK(counts.anonymous_claims == 1);
  CHECK(counts.unknown_claims == 1);
  REQUIRE(claims.sources().size() == 2);
  CHECK(claims.sources()[0].claims == 3);
  CHECK(claims.sources()[0].articles == 2);
  CHECK(claims.claims_by_kind() ==
        std::map<SourceKind, std::uint32_t>{{SourceKind::agency, 3}, {SourceKind::person, 1}});
  const auto by_day = claims.by_time();  // 56 days, each there
  CHECK(by_day.size() == 57);
  CHECK(by_day.at("2024-01-05").claims == 2);
  CHECK(by_day.at("2024-02-29").claims == 0);
  ClaimCollection months = three_articles();
  months.add_article("d.txt", "", "2024-06-30", false);
  CHECK(months.by_time().size() == 6);
  CHECK(months.by_time().at("2024-03").anonymous_claims == 1);
  months.add_article("e.txt", "", "1999-06-30", false);
  CHECK(months.by_time().size() == 26);
  months.add_article("f.txt", "", "0001-06-30", false);  // a mistake fills no centuries
  CHECK(months.by_time().size() == 3);
}

TEST_CASE("what is known of an article beforehand decides whether it has one source") {
  ClaimCollection claims;
  const auto article = claims.add_article("a", "", "", false, false);
  claims.add_claim(article, "kcna", source_named("KCNA"), false, 1, "x");
  CHECK(claims.counts().single_articles == 0);
}

TEST_CASE("audited articles are collected: a source without a name is another one in each") {
  Article a = sample();
  const std::vector<Finding> findings = sample_findings(a);
  ClaimCollection claims;
  claims.add({a.document, a.analysis, findings, a.summary});
  claims.add({a.document, a.analysis, findings, a.summary});
  CHECK(claims.counts().articles == 2);
  CHECK(claims.counts().claims == 6);
  CHECK(claims.sources().size() == 3);  // KCNA, and "elle" twice
}

TEST_CASE("the dashboard's page holds every claim, and nothing in them is markup") {
  Output out;
  write_dashboard_html(out, three_articles(), {"x<y>.db", "--since 2024"}, {UiLanguage::en, "1.2.3"});
  const std::string& page = out.text();
  CHECK(holds(page, "x&lt;y&gt;.db · --since 2024"));
  CHECK(holds(page, "\\u003c/script>\\u003cb>le pont\\u003c/b>"));
  CHECK(!holds(page, "\u202E"));
  CHECK(holds(page, "<a href=\"#q=source:0\">3</a>"));
  CHECK(holds(page, "<a href=\"#q=anonymous\">20%</a>"));
  CHECK(!holds(page, " style="));
}

TEST_CASE("the same figures as JSON, Markdown and text") {
  Output json;
  write_dashboard_json(json, three_articles(), {"claims.db", ""});
  CHECK(schema_errors("selon.dashboard-1.schema.json", json.text()) == "");
  Output markdown;
  write_dashboard_markdown(markdown, three_articles(), {"claims.db", ""}, UiLanguage::en);
  CHECK(holds(markdown.text(), "| KCNA | agency | 3 | 2 |"));
  CHECK(holds(markdown.text(), "- 20% of claims from unnamed sources"));
  Output text;
  write_dashboard_text(text, three_articles(), {"claims.db", ""}, UiLanguage::fr);
  CHECK(holds(text.text(), "33\u00A0% d'articles à source unique"));
}

TEST_CASE("a caption with several credits counts for each of them, and is one claim") {
  ClaimCollection claims;
  const auto article = claims.add_article("a", "", "", false);
  claims.add_claim(article, "kcna", source_named("KCNA", SourceKind::agency), false, 1, "x");
  claims.add_credit("str", source_named("STR"));
  claims.add_credit("afp", source_named("AFP", SourceKind::agency));
  CHECK(claims.counts().claims == 1);
  CHECK(claims.counts().single_articles == 0);
  CHECK(claims.claims_by_kind() ==
        std::map<SourceKind, std::uint32_t>{{SourceKind::agency, 1}, {SourceKind::person, 1}});
  REQUIRE(claims.sources().size() == 3);
  for (const CollectedSource& source : claims.sources()) {
    CHECK(source.claims == 1);
    CHECK(source.articles == 1);
  }
  Output out;
  write_dashboard_html(out, claims, {"x.db", ""}, {UiLanguage::en, "1.2.3"});
  CHECK(holds(out.text(), "[0,0,0,1,\"x\",1,2]"));
}
