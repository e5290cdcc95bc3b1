// Article metadata from JSON-LD: the NewsArticle (Article, ReportageNewsArticle,
// BlogPosting, …) of a <script type="application/ld+json">, alone, in an array or
// inside @graph.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace selon {

struct JsonLdArticle {
  std::string headline;
  std::string description;
  std::string published;
  std::string modified;
  std::string publisher;
  std::string lang;
  std::string url;
  std::vector<std::string> authors;
};

/// The first article of a JSON-LD script; nothing where it has none, is malformed,
/// larger than a megabyte or nested more than 64 deep.
[[nodiscard]] std::optional<JsonLdArticle> read_json_ld(std::string_view script);

}  // namespace selon
