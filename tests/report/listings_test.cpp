#include "report/listings.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "schema.h"

using namespace selon;

namespace {

ClaimRow claim() {
  ClaimRow row;
  row.article = "https://example.org/a";
  row.path = "a.txt";
  row.revision = 2;
  row.latest = true;
  row.at = "2024-03-05T10:00:00Z";
  row.recorded_at = "2024-03-06T10:00:00Z";
  row.source = "KCNA";
  row.ref = "kcna";
  row.source_kind = "agency";
  row.country = "KP";
  row.content = "=La digue, \"dit-on\", cédera";
  row.status = "attributed";
  row.kind = "indirect";
  row.resolution = "name";
  row.polarity = "affirmed";
  row.modality = "conditional";
  row.via = "AFP";
  row.line = 3;
  row.column = 1;
  return row;
}

SourceRow source() {
  SourceRow row;
  row.ref = "washington";
  row.name = "Washington";
  row.kind = "place";
  row.country = "US";
  row.metonym_of = "gouvernement des États-Unis";
  row.aliases = {"la Maison-Blanche"};
  row.claims = 3;
  row.articles = 1;
  row.first_seen = row.last_seen = "2024-03-05T10:00:00Z";
  return row;
}

std::string claims(ListingFormat format, UiLanguage language = UiLanguage::en) {
  Output output;
  const auto listing = claim_listing(output, {format, language, false});
  listing->row(claim());
  listing->finish(1);
  return output.text();
}

std::string sources(ListingFormat format) {
  Output output;
  const auto listing = source_listing(output, {format, UiLanguage::fr, false});
  listing->row(source());
  listing->finish(1);
  return output.text();
}

}  // namespace

TEST_CASE("claims as text") {
  CHECK(claims(ListingFormat::text) ==
        "2024-03-05  KCNA (agency, KP, conditional, via AFP)\n"
        "    =La digue, \"dit-on\", cédera\n"
        "    https://example.org/a:3:1\n"
        "1 claim\n");
  Output output;
  claim_listing(output, {ListingFormat::text, UiLanguage::fr, false})->finish(0);
  CHECK(output.text() == "aucune déclaration trouvée\n");
}

TEST_CASE("claims as JSON and CSV") {
  const auto json = nlohmann::json::parse(claims(ListingFormat::json));
  CHECK(test::schema_errors("selon.claims-1.schema.json", claims(ListingFormat::json)) == "");
  CHECK(json["schema"] == "selon.claims/1");
  CHECK(json["claims"][0]["content"] == "=La digue, \"dit-on\", cédera");
  CHECK(json["claims"][0]["headline"].is_null());
  CHECK(json["claims"][0]["revision"] == 2);
  const std::string csv = claims(ListingFormat::csv);
  CHECK(csv.starts_with("article,revision,latest,at,"));
  CHECK(csv.find("\r\nhttps://example.org/a,2,yes,2024-03-05T10:00:00Z,") != std::string::npos);
  CHECK(csv.find(",\"'=La digue, \"\"dit-on\"\", cédera\",") != std::string::npos);
}

TEST_CASE("sources as text, JSON and CSV") {
  CHECK(sources(ListingFormat::text) ==
        "Washington (lieu, US, gouvernement des États-Unis)\n"
        "    3 déclarations, 1 article, première 2024-03-05, dernière 2024-03-05\n"
        "    aussi la Maison-Blanche\n"
        "1 source\n");
  const auto json = nlohmann::json::parse(sources(ListingFormat::json));
  CHECK(test::schema_errors("selon.sources-1.schema.json", sources(ListingFormat::json)) == "");
  CHECK(json["sources"][0]["aliases"][0] == "la Maison-Blanche");
  CHECK(json["sources"][0]["claims"] == 3);
  CHECK(sources(ListingFormat::csv).find("\r\nwashington,Washington,place,US,") != std::string::npos);
}

TEST_CASE("claims as JSON lines and as a Markdown table, in which nothing is markup") {
  const auto json = nlohmann::json::parse(claims(ListingFormat::jsonl));
  CHECK(json["content"] == "=La digue, \"dit-on\", cédera");
  CHECK(json["verification"].is_null());
  CHECK(claims(ListingFormat::jsonl).find('\n') == claims(ListingFormat::jsonl).size() - 1);
  Output output;
  ClaimRow row = claim();
  row.content = "a | b\n<script>*[x](y)`";
  const auto listing = claim_listing(output, {ListingFormat::md, UiLanguage::en, false});
  listing->row(row);
  listing->finish(1);
  CHECK(output.text() ==
        "| Date | Source | Claim | Article |\n| --- | --- | --- | --- |\n"
        "| 2024-03-05 | KCNA (agency, KP, conditional, via AFP) | a \\| b \\<script\\>\\*\\[x\\](y)\\` | "
        "https://example.org/a:3:1 |\n\n1 claim\n");
}
