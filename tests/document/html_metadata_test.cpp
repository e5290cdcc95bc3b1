// What pages say of themselves: JSON-LD in its many forms, then the meta elements.
#include "document/html_json_ld.h"
#include "html_support.h"

using namespace html_test;
using selon::read_json_ld;

TEST_CASE("an article alone, in an array, in a graph") {
  for (
      const char* script :
      {R"({"@type":"NewsArticle","headline":"Un lac à sec","datePublished":"2022-08-03T08:00:00+02:00"})",
       R"([{"@type":"Organization","name":"X"},{"@type":"Article","headline":"Un lac à sec","datePublished":"2022-08-03T08:00:00+02:00"}])",
       R"({"@graph":[{"@type":"WebPage","name":"Accueil"},{"@type":["ReportageNewsArticle"],"headline":"Un lac à sec","datePublished":"2022-08-03T08:00:00+02:00"}]})",
       R"({"@type":"http://schema.org/NewsArticle","headline":["Un lac à sec","x"],"datePublished":"2022-08-03T08:00:00+02:00"})"}) {
    CAPTURE(script);
    const auto article = read_json_ld(script);
    REQUIRE(article);
    CHECK(article->headline == "Un lac à sec");
    CHECK(article->published == "2022-08-03T08:00:00+02:00");
  }
}

TEST_CASE("authors, publisher, address, language in their forms") {
  auto article = read_json_ld(
      R"({"@type":"NewsArticle","author":[{"@type":"Person","name":"Mina Roussel"},"Basile Hénin",{"url":"x"},3],
          "publisher":{"name":"La Vigie"},"mainEntityOfPage":{"@id":"https://vigie.example/lac"},"inLanguage":{"@type":"Language","name":"fr"}})");
  REQUIRE(article);
  CHECK(article->authors == std::vector<std::string>{"Mina Roussel", "Basile Hénin"});
  CHECK(article->publisher == "La Vigie");
  CHECK(article->url == "https://vigie.example/lac");
  CHECK(article->lang == "fr");
  article = read_json_ld(
      R"({"@type":"NewsArticle","author":"https://vigie.example/auteur/1","publisher":"La Vigie"})");
  REQUIRE(article);
  CHECK(article->authors.empty());
}

TEST_CASE("what is malformed, deep or no article is not looked at") {
  CHECK_FALSE(read_json_ld(""));
  CHECK_FALSE(read_json_ld("{\"@type\":\"NewsArticle\",}"));
  CHECK_FALSE(read_json_ld("{\"@type\":\"Recipe\",\"name\":\"Tarte\"}"));
  CHECK_FALSE(read_json_ld("null"));
  CHECK_FALSE(read_json_ld(std::string(100000, '[')));
  CHECK_FALSE(read_json_ld("{\"@type\":\"NewsArticle\",\"headline\":\"" + std::string(1100000, 'a') + "\"}"));
}

TEST_CASE("a page with a malformed script is read by its meta elements") {
  const auto document = parse(
      "<html lang='fr-CA'><head><title>Un lac à sec</title><script type='application/ld+json'>{ oups</script>"
      "<meta property='article:published_time' content='2022-08-03T08:00:00Z'><meta name=author "
      "content='Mina Roussel'>"
      "<meta property='og:site_name' content='La&nbsp;Vigie'><link rel='alternate canonical' "
      "href='https://vigie.example/lac'>"
      "</head><body><h1>Un lac à sec</h1><p>Le lac de Vouglans a perdu douze mètres en un mois, indique "
      "l'exploitant.</p>");
  CHECK(document.metadata.published == "2022-08-03T08:00:00Z");
  CHECK(document.metadata.authors == std::vector<std::string>{"Mina Roussel"});
  CHECK(document.metadata.publisher == "La\u00A0Vigie");
  CHECK(document.metadata.canonical_url == "https://vigie.example/lac");
  CHECK(document.metadata.lang == "fr");
}

TEST_CASE("JSON-LD comes before the meta elements, the canonical link before both") {
  const auto document = parse(
      "<html lang='fr'><head><title>Un lac à sec</title><meta property='article:published_time' "
      "content='2020-01-01'>"
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Un lac &agrave; sec\","
      "\"datePublished\":\"2022-08-03\",\"url\":\"https://vigie.example/json\"}</script>"
      "<link rel=canonical href='https://vigie.example/lac'></head><body><h1>Un lac à sec</h1>"
      "<p>Le lac de Vouglans a perdu douze mètres en un mois, indique l'exploitant du barrage.</p>");
  CHECK(document.metadata.published == "2022-08-03");
  CHECK(document.metadata.canonical_url == "https://vigie.example/lac");
}
