// The reports of one article: what they show of the sample, and that hostile text stays
// text in each of them.
#include <doctest/doctest.h>

#include <string>

#include "report/html_report.h"
#include "report/pieces.h"
#include "report/report_csv.h"
#include "report/report_json.h"
#include "report/report_markdown.h"
#include "report/report_text.h"
#include "report/wrapped_text.h"
#include "sample.h"
#include "schema.h"

using namespace selon;
using namespace selon::test;

namespace {

struct Reported {
  Article a = sample();
  std::vector<Finding> findings = sample_findings(a);
  ReportedArticle article{a.document, a.analysis, findings, a.summary};
};

template <class Report, class... Options>
std::string written(const ReportedArticle& article, Options... options) {
  Output out;
  Report report(out, options...);
  report.article(article);
  report.finish();
  return out.text();
}

std::string page_of(const ReportedArticle& article, UiLanguage language = UiLanguage::en) {
  return written<HtmlReport>(article, HtmlReportOptions{language, "1.2.3"});
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

/// An article made of one text, on one source with that name.
Article article_of(const std::string& text) {
  Article a;
  a.document.path = "a<b>.txt";
  a.document.headline = text;
  a.document.metadata.publisher = text;
  a.document.metadata.canonical_url = "javascript:alert(1)";
  a.block(BlockKind::paragraph, text);
  Source source;
  source.ref = "x";
  source.name = text;
  source.country = "FR";
  a.analysis.sources = {source};
  const auto attribution = a.attribution(0, text.substr(0, 1), a.document.blocks[0].span);
  a.statement(a.document.blocks[0].span, Status::attributed, 0, {attribution});
  a.summary.statements = a.summary.attributed = a.summary.sources = 1;
  return a;
}

}  // namespace

TEST_CASE("voices: who speaks, how much, in the order of the text") {
  const Reported r;
  const Voices voices = voices_of(r.article);
  REQUIRE(voices.list.size() == 2);
  CHECK(name_of(voices.list[0], r.a.analysis, "?") == "KCNA");
  CHECK(voices.list[0].statements == std::vector<std::uint32_t>{1, 2});  // the carried one too
  CHECK(voices.list[1].statements == std::vector<std::uint32_t>{4});
  CHECK(voices.list[1].quotations.all() == 1);
  CHECK(voices.own_bytes() ==
        r.a.analysis.statements[0].span.size() + r.a.analysis.statements[3].span.size());
}

TEST_CASE("pieces lie side by side, and give back the text of every block") {
  const Reported r;
  const std::vector<Piece> pieces = pieces_of(r.article, voices_of(r.article));
  std::string all;
  std::uint32_t end = 0;
  for (const Piece& piece : pieces) {
    CHECK(piece.span.start >= end);
    end = piece.span.end;
    all += piece.span.in(r.a.document.text);
  }
  std::string blocks;
  for (const Block& block : r.a.document.blocks) {
    blocks += block.span.in(r.a.document.text);
  }
  CHECK(all == blocks);
}

TEST_CASE("the page marks source, cue and content, and puts findings beside their block") {
  const Reported r;
  const std::string page = page_of(r.article);
  CHECK(holds(page, "<html lang=\"en\">"));
  CHECK(holds(page, "<h1>La digue de Valbrune</h1>"));
  CHECK(holds(page, "<span class=\"content k0 u0\" data-v=\"0\">=La digue cédera</span>"));
  CHECK(holds(page, "<span class=\"cue k0 u0\" data-v=\"0\">a prévenu</span>"));
  CHECK(holds(page, "<q class=\"content k1 u0\" data-v=\"1\">« Nous partirons »</q>"));
  CHECK(holds(page, "id=\"m1\"><span class=\"source k0 u0\" data-v=\"0\">KXNA</span></mark>"));
  CHECK(count(page, "<li class=\"note ") == r.findings.size());
  CHECK(holds(page, "Unknown name: “KXNA”, for “KCNA”?"));
  CHECK(holds(page, "<span class=\"st lacking\">"));
  CHECK(count(page, "role=\"img\"") == 3);  // the strip, and the timeline of two voices
  CHECK(count(page, "<script") == 1);
  CHECK(!holds(page, " style="));
  CHECK(holds(page_of(r.article, UiLanguage::fr), "<html lang=\"fr\">"));
  CHECK(holds(page_of(r.article, UiLanguage::fr), "Nom inconnu"));
}

TEST_CASE("hostile text stays text in every format") {
  const std::string hostile[] = {
      "<script>alert(1)</script><img src=x onerror=alert(1)>",
      "\"><svg onload=alert(1)> 'x' --> ]]> </style></title></script>",
      "[lien](javascript:alert(1)) ![x](http://x.example/y.png) <http://x.example> www.x.example "
      "https://x.example",
      "\u202Egnitirw\u202C \u2066x\u2069 \x1b[31mrouge\x07",
      "| a | b |\n|---|---|\n# titre\n- liste\n```\ncode @personne #12 *gras* _x_ `y`",
      "=HYPERLINK(\"http://x.example\";\"ici\")",
  };
  for (const std::string& text : hostile) {
    INFO(text);
    const Article a = article_of(text);
    const std::vector<Finding> none;
    const ReportedArticle article{a.document, a.analysis, none, a.summary};
    const std::string page = page_of(article);
    CHECK(count(page, "<script") == 1);
    CHECK(count(page, "</script") == 1);
    CHECK(count(page, "</style") == 1);
    CHECK(count(page, "</title") == 2);  // of the page, and of the one bar in the strip
    for (const std::string_view never :
         {"<img", "<svg onload", "href=\"javascript", "href=\"http:", "\u202E", "\u2066", "\x1b", "\x07"}) {
      CHECK(!holds(page, never));
    }
    const std::string markdown = written<ReportMarkdown>(article, UiLanguage::en);
    for (const std::string_view never :
         {"<script", "<img", "<svg", "[lien](", "![x](", "<http", "https://", "www.", "@personne", "#12",
          "\n# ", "\n- ", "\n```", "\u202E", "\x1b"}) {
      CHECK(!holds(markdown, never));
    }
    const std::string terminal = written<ReportText>(article, ReportTextOptions{UiLanguage::en, false, 80});
    for (const std::string_view never : {"\u202E", "\u2066", "\x1b", "\x07"}) {
      CHECK(!holds(terminal, never));
    }
    CHECK(schema_errors("selon.report-1.schema.json", written<ReportJson>(article, UiLanguage::en)) == "");
    const std::string table = written<ReportCsv>(article);
    CHECK(!holds(table, ",=HYPERLINK"));
    CHECK(!holds(table, ",\"=HYPERLINK"));
  }
}

TEST_CASE("a word of 100 kB is a word of 100 kB") {
  const Article a = article_of(std::string(100'000, 'm'));
  const std::vector<Finding> none;
  const ReportedArticle article{a.document, a.analysis, none, a.summary};
  CHECK(count(page_of(article), std::string(100'000, 'm')) >= 3);
  const std::string terminal = written<ReportText>(article, ReportTextOptions{UiLanguage::en, false, 80});
  std::size_t longest = 0;
  for (std::size_t at = 0; at < terminal.size();) {
    const std::size_t end = terminal.find('\n', at);
    longest = std::max<std::size_t>(longest, columns_of(std::string_view(terminal).substr(at, end - at)));
    at = end + 1;
  }
  CHECK(longest <= 80);
  CHECK(longest > 70);
}

TEST_CASE("JSON, Markdown and CSV of the sample") {
  const Reported r;
  CHECK(schema_errors("selon.report-1.schema.json", written<ReportJson>(r.article, UiLanguage::fr)) == "");
  const std::string markdown = written<ReportMarkdown>(r.article, UiLanguage::en);
  CHECK(holds(markdown, "=La digue cédera, *a prévenu* mardi **l'agence KXNA** à l'AFP."));
  CHECK(holds(markdown, "| KCNA | Elle a 40 ans. |"));
  CHECK(holds(markdown, "| ⚠ lacks a source | Elle aurait bougé. |"));
  const std::string table = written<ReportCsv>(r.article);
  CHECK(count(table, "\r\n") == 4);  // three claims under their heads
  CHECK(holds(table, ",'=La digue cédera,"));
}

TEST_CASE("text is wrapped at spaces, by the columns it takes") {
  CHECK(wrapped("un deux trois", 7) == std::vector<std::string>{"un deux", "trois"});
  CHECK(wrapped("un deux trois", 6) == std::vector<std::string>{"un", "deux", "trois"});
  CHECK(wrapped("abcdefgh", 3) == std::vector<std::string>{"abc", "def", "gh"});
  CHECK(wrapped("été é", 3) == std::vector<std::string>{"été", "é"});
  CHECK(wrapped("日本語", 4) == std::vector<std::string>{"日本", "語"});
  CHECK(wrapped("", 10) == std::vector<std::string>{""});
}
