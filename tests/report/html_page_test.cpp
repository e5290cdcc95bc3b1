// Text stays text in a page, and the page's policy names its own style and script only.
#include "report/html_page.h"

#include <doctest/doctest.h>

#include <string>

#include "report/page_assets.h"
#include "report/page_words.h"

using namespace selon;

TEST_CASE("text stays text in a page") {
  CHECK(html_text("<script>alert('a & \"b\"')</script>") ==
        "&lt;script&gt;alert(&#39;a &amp; &quot;b&quot;&#39;)&lt;/script&gt;");
  CHECK(html_text("a\u202Eb\u2066c") == "a\\u{202e}b\\u{2066}c");
  CHECK(html_text(std::string("a\0b\x1b\x80", 5)) == "a\\x00b\\x1b\uFFFD");
  CHECK(html_text("l'été « à 3 € »\ndemain") == "l&#39;été « à 3 € » demain");
  CHECK(json_for_html(R"(["</script><!--"])") == R"(["\u003c/script>\u003c!--"])");
}

TEST_CASE("the policy's hashes are those that a browser computes") {
  // printf '' | openssl dgst -sha256 -binary | base64; and of one, two and three bytes.
  CHECK(csp_hash("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  CHECK(csp_hash("a") == "sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=");
  Output out;
  const PageFrame frame{"fr", "a < b", "p{}", "void 0"};
  begin_page(out, frame);
  end_page(out, frame);
  const std::string& page = out.text();
  CHECK(page.find("style-src '" + csp_hash("p{}") + "'") != std::string::npos);
  CHECK(page.find("script-src '" + csp_hash("void 0") + "'") != std::string::npos);
  CHECK(page.find("default-src 'none'") != std::string::npos);
  CHECK(page.find("<title>a &lt; b</title>") != std::string::npos);
  CHECK(page.find("<style>p{}</style>") != std::string::npos);
  CHECK(page.find("<script>void 0</script>") != std::string::npos);
}

TEST_CASE("the pages' words are there in each language, with the same placeholders") {
  const PageWords en(UiLanguage::en);
  const PageWords fr(UiLanguage::fr);
  CHECK(en["sources"] == "Sources");
  CHECK(en["no.such.key"] == "no.such.key");
  CHECK(en.percent(1, 3) == "33%");
  CHECK(fr.percent(2, 3) == "67\u00A0%");
  CHECK(fr.percent(0, 0) == "0\u00A0%");
  std::string_view rest = page_asset("words.tsv");
  std::size_t lines = 0;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.empty() || line.front() == '#') {
      continue;
    }
    INFO(std::string(line));
    ++lines;
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    REQUIRE(second != std::string_view::npos);
    CHECK(line.find('\t', second + 1) == std::string_view::npos);
    const auto placeholders = [](std::string_view text) {
      std::vector<std::string> found;
      for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        found.emplace_back(text.substr(at, text.find('}', at) - at));
      }
      std::ranges::sort(found);
      return found;
    };
    CHECK(second > first + 1);
    CHECK(line.size() > second + 1);
    CHECK(placeholders(line.substr(first, second - first)) == placeholders(line.substr(second)));
  }
  CHECK(lines > 2);
}
