// Hostile pages: refused at once, or read in reasonable time.
#include "document/html_guard.h"

#include <chrono>

#include "document/html_scan.h"
#include "html_support.h"

using namespace html_test;

namespace {

std::string times(int count, std::string_view what) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    out += what;
  }
  return out;
}

bool too_deep(const std::string& page) { return selon::find_markup_excess(page, 512, 2000).has_value(); }

}  // namespace

TEST_CASE("100,000 nested elements are refused quickly, with their place") {
  const auto start = std::chrono::steady_clock::now();
  const auto result = selon::parse_html("<p>é\n" + times(100000, "<div>"), "profond.html", french());
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
  REQUIRE_FALSE(result);
  CHECK(result.error().what == "elements are nested more than 512 deep");
  CHECK(result.error().line == 2);
  CHECK(result.error().column == 1 + 512 * 5);
  CHECK(result.error().fragment == "<div");
}

TEST_CASE("depth is counted as the parser counts it") {
  CHECK_FALSE(too_deep(times(5000, "<p>un paragraphe sans fin")));
  CHECK_FALSE(too_deep("<ul>" + times(5000, "<li>un élément")));
  CHECK_FALSE(too_deep("<table>" + times(5000, "<tr><td>une cellule")));
  CHECK_FALSE(too_deep(times(5000, "<br><img src=x><input>")));
  CHECK_FALSE(too_deep(times(5000, "<a href=x>lien ")));
  CHECK_FALSE(too_deep("<svg>" + times(5000, "<path d='M0'/>") + "</svg>"));
  CHECK_FALSE(too_deep("<script>" + times(5000, "'<div>'") + "</script>"));
  CHECK_FALSE(too_deep("<!--" + times(5000, "<div>") + "-->"));
  CHECK_FALSE(too_deep(times(5000, "<div title='</div><b>'>x</div>")));
  CHECK(too_deep(times(600, "<div>")));
  CHECK(too_deep(times(600, "<div></p></x>")));
  CHECK(too_deep(times(600, "<b><div></b>")));
  CHECK(too_deep(times(300, "<div><table><td></div>")));
  CHECK(too_deep(times(600, "<x/>")));
}

TEST_CASE("attributes: many are refused, long ones are read") {
  std::string many = "<p ";
  for (int i = 0; i < 60000; ++i) {
    many += "a" + std::to_string(i) + "=1 ";
  }
  const auto refused = selon::parse_html(many + ">Bonjour.", "page.html", french());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().what == "an element has more than 2000 attributes");
  CHECK(inside("<p class='" + times(300000, "mot ") + "' title='" + times(300000, "é>") +
               "'>Le texte reste lisible.</p>") == "paragraph: Le texte reste lisible.\n");
}

TEST_CASE("a page that is too large, or takes too much memory or time, is refused") {
  selon::HtmlLimits limits;
  limits.max_bytes = 1000;
  const std::string page = times(200, "<p>Bonjour</p>");
  auto result = selon::ParsedPage::parse(page, "p.html", limits);
  REQUIRE_FALSE(result);
  CHECK(result.error().what == "the page is too large: 2800 bytes, the limit is 1000");
  limits.max_bytes = 10000;
  limits.max_memory = 20000;
  result = selon::ParsedPage::parse(page, "p.html", limits);
  REQUIRE_FALSE(result);
  CHECK(result.error().what == "the page's markup takes too much memory");
  limits.max_memory = 1u << 30;
  limits.max_seconds = -1;
  result = selon::ParsedPage::parse(page, "p.html", limits);
  REQUIRE_FALSE(result);
  CHECK(result.error().what == "the page's markup takes too long to parse");
}

TEST_CASE("open fonts over many paragraphs don't explode") {
  std::string page;
  for (int i = 0; i < 400; ++i) {
    page += "<font color=c" + std::to_string(i) + ">";
  }
  const auto result = selon::parse_html(page + times(3000, "<p>un mot"), "page.html", french());
  CHECK((result || !result.error().what.empty()));
}

TEST_CASE("every prefix of a page is read or refused, never a crash") {
  const std::string page = read_file(std::string(SELON_TESTS_DIR) + "/document/html/gazouillis.html");
  for (std::size_t size = 0; size < page.size(); size += 37) {
    std::size_t end = size;
    while (end < page.size() && (static_cast<unsigned char>(page[end]) & 0xC0u) == 0x80u) {
      ++end;
    }
    const auto result = selon::parse_html(page.substr(0, end), "page.html", french());
    CHECK((result || !result.error().what.empty()));
  }
}
