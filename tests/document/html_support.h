// What the tests of the HTML reader share.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "document/html.h"
#include "rules/loader.h"

namespace html_test {

inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file, path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline const selon::Pack& french() {
  static const selon::Pack pack = [] {
    auto loaded = selon::load_pack(std::string(SELON_RULES_DIR) + "/fr");
    if (!loaded) {
      FAIL(selon::to_string(loaded.error().front()));
    }
    return std::move(*loaded);
  }();
  return pack;
}

inline selon::Document parse(std::string_view page) {
  auto document = selon::parse_html(std::string(page), "page.html", french());
  if (!document) {
    FAIL(selon::to_string(document.error()));
  }
  return std::move(*document);
}

/// "kind: text", one a block; `body_only` leaves out bylines, dates, credits, links.
inline std::vector<std::string> lines(const selon::Document& document, bool body_only = true) {
  std::vector<std::string> out;
  for (const selon::Block& block : document.blocks) {
    if (!body_only || selon::is_body(block.kind)) {
      out.push_back(std::string(selon::name_of(block.kind)) + ": " +
                    std::string(block.span.in(document.text)));
    }
  }
  return out;
}

inline std::string joined(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& line : all) {
    out += line + "\n";
  }
  return out;
}

/// An article around `inside`, so that a test says only what it is about.
inline std::string article(const std::string& inside) {
  return "<html lang=fr><head><title>La digue tient bon</title></head><body><article><h1>La digue tient "
         "bon</h1>"
         "<p>La digue de Pont-Croix a tenu toute la nuit malgré la tempête, a annoncé vendredi matin la "
         "préfecture "
         "du Finistère.</p>" +
         inside +
         "<p>Une cellule de crise reste ouverte jusqu'à dimanche soir, selon le sous-préfet, qui appelle les "
         "riverains à la prudence.</p></article></body></html>";
}

/// The blocks of `article(inside)` between its two paragraphs, all kinds.
inline std::string inside(const std::string& markup) {
  auto all = lines(parse(article(markup)), false);
  REQUIRE(all.size() >= 3);
  CHECK(all.front() == "headline: La digue tient bon");
  return joined({all.begin() + 2, all.end() - 1});
}

}  // namespace html_test
