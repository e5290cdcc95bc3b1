// Whole pages, each made in another way: what a reader sees of them, block by block.
#include <filesystem>

#include "html_support.h"

using namespace html_test;

TEST_CASE("pages of many makes give their article and nothing else") {
  int pages = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(SELON_TESTS_DIR) + "/document/html")) {
    if (entry.path().extension() != ".html") {
      continue;
    }
    ++pages;
    CAPTURE(entry.path().filename().string());
    auto expected = entry.path();
    expected.replace_extension(".txt");
    CHECK(joined(lines(parse(read_file(entry.path().string())))) == read_file(expected.string()));
  }
  CHECK(pages >= 11);
}

TEST_CASE("the seed as a page") {
  const auto document =
      parse(read_file(std::string(SELON_FIXTURES_DIR) + "/seed/franceinfo-coree-du-nord.html"));
  std::string kinds;
  for (const auto& block : document.blocks) {
    if (selon::is_body(block.kind) || block.kind == selon::BlockKind::credit ||
        block.kind == selon::BlockKind::related) {
      kinds += std::string(selon::name_of(block.kind)) + " ";
    }
  }
  CHECK(kinds ==
        "headline standfirst caption credit paragraph paragraph related paragraph subheading paragraph "
        "paragraph paragraph ");
  CHECK(document.headline == "Corée du Nord : Kim Jong-un a rencontré le ministre russe de la Défense");
  CHECK(document.metadata.published == "2023-07-28T07:21:00+02:00");
  CHECK(document.metadata.modified == "2023-07-28T07:24:00+02:00");
  CHECK(document.metadata.lang == "fr");
  CHECK(document.metadata.publisher == "franceinfo");
  CHECK(document.metadata.authors == std::vector<std::string>{"franceinfo avec AFP"});
  CHECK(document.metadata.canonical_url.ends_with("le-ministre-russe-de-la-defense.html"));
}

TEST_CASE("the seed's body is that of the plain text, to the letter") {
  const std::string folder = std::string(SELON_FIXTURES_DIR) + "/seed/franceinfo-coree-du-nord";
  const auto document = parse(read_file(folder + ".html"));
  const std::string text = read_file(folder + ".txt");
  std::size_t at = 0;
  for (const auto& block : document.blocks) {
    const std::string wanted(block.span.in(document.text));
    if (selon::is_body(block.kind)) {
      const auto found = text.find(wanted, at);
      CAPTURE(wanted);
      REQUIRE(found != std::string::npos);
      at = found + wanted.size();
    }
  }
}
