// The formats for CI: what in them has a meaning is escaped. How they look and that other
// programs read them: tests/cli/golden/audit-formats.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "report/audit_checkstyle.h"
#include "report/audit_github.h"
#include "report/audit_sarif.h"
#include "report/uri.h"
#include "report/xml_text.h"
#include "sample.h"

using namespace selon;
using selon::test::Article;

TEST_CASE("XML text: markup escaped, line ends kept, what XML cannot hold replaced") {
  CHECK(xml_text("a < b & \"c\" > d") == "a &lt; b &amp; &quot;c&quot; &gt; d");
  CHECK(xml_text("a\r\n\tb") == "a&#13;&#10;&#9;b");
  CHECK(xml_text(std::string_view("\x1b[2J\0\x7f", 6)) == "\uFFFD[2J\uFFFD\x7f");
  CHECK(xml_text("é\xFF\xEF\xBF\xBF\U0001F600") == "é\uFFFD\uFFFD\U0001F600");
}

TEST_CASE("paths as URIs: relative ones stay so, and no colon makes a scheme") {
  CHECK(uri_of_path("a/b-1_2.~/c.txt") == "a/b-1_2.~/c.txt");
  CHECK(uri_of_path("/a b") == "file:///a%20b");
  CHECK(uri_of_path("mailto:é#1?%.txt") == "mailto%3A%C3%A9%231%3F%25.txt");
  CHECK(uri_of_path("a\\\xFF") == "a%5C%FF");
}

TEST_CASE("GitHub's commands: nothing in a text or a name begins another command") {
  Article a = test::sample();
  a.document.path = "a,b:c\n::error::d%.txt";
  std::vector<Finding> found = test::sample_findings(a);
  found[0].rule = &a.rule_pack.audit[1];
  found[0].arguments = {{"written", "100%\n::stop-commands::x\r##[error]"}, {"proposal", "KCNA"}};
  found.resize(1);
  Output output;
  AuditGithubReport report(output, UiLanguage::en);
  report.article({a.document, a.analysis, found, a.summary});
  CHECK(output.text().empty());
  report.finish();
  CHECK(output.text() ==
        "::error file=a%2Cb%3Ac%0A%3A%3Aerror%3A%3Ad%25.txt,line=3,endLine=3,col=73,endColumn=91,"
        "title=source.near-miss::Unknown name: “100%25 ::stop-commands::x ##[error]”, for “KCNA”?%0ACheck "
        "it.\n");
}

TEST_CASE("SARIF: the same finding keeps its fingerprint when the article is edited elsewhere") {
  const auto fingerprint = [](const Article& a, const std::vector<Finding>& found) {
    Output output;
    AuditSarifReport report(output, {UiLanguage::en, "1.2.3", false});
    report.article({a.document, a.analysis, found, a.summary});
    report.finish();
    const auto json = nlohmann::json::parse(output.text());
    return json["runs"][0]["results"][0]["partialFingerprints"]["selonRuleSentenceWords/v1"]
        .get<std::string>();
  };
  Article a = test::sample();
  const std::vector<Finding> found = test::sample_findings(a);
  Article moved = test::sample();
  moved.document.text.insert(0, "Autre.\n\n");
  std::vector<Finding> there = test::sample_findings(moved);
  for (Finding& finding : there) {
    finding.span = {finding.span.start + 8, finding.span.end + 8};
  }
  CHECK(fingerprint(a, found) == fingerprint(moved, there));
  CHECK(fingerprint(a, found).size() == 16);
  there[0].span.end -= 1;
  CHECK(fingerprint(a, found) != fingerprint(moved, there));
}

TEST_CASE("SARIF: what is hidden is a result with its reason; all results tell suppressions") {
  Article a = test::sample();
  std::vector<Finding> found = test::sample_findings(a);
  std::vector<Finding> hidden = {found[0], found[1]};
  hidden[0].suppression = Suppression{Suppression::Kind::in_text, "vu \"hier\""};
  hidden[1].suppression = Suppression{Suppression::Kind::baseline, ""};
  found.resize(1);
  Output output;
  AuditSarifReport report(output, {UiLanguage::en, "1.2.3", true});
  report.article({a.document, a.analysis, found, a.summary, hidden});
  report.finish();
  const auto results = nlohmann::json::parse(output.text())["runs"][0]["results"];
  REQUIRE(results.size() == 3);
  CHECK(results[0]["suppressions"].empty());
  CHECK(results[0]["baselineState"] == "new");
  CHECK(results[1]["suppressions"][0]["kind"] == "inSource");
  CHECK(results[1]["suppressions"][0]["justification"] == "vu \"hier\"");
  CHECK(results[2]["suppressions"].empty());
  CHECK(results[2]["baselineState"] == "unchanged");
}
