// What an extraction's reports have in common: they take one analysed article after
// the other and write each at once.
#pragma once

#include <span>
#include <string_view>

#include "attribution/analysis.h"
#include "document/document.h"
#include "rules/pack.h"

namespace selon {

struct AnalysedArticle {
  const Document& document;
  const Analysis& analysis;
  /// The id as JSON, where the article came with one ("42", "\"a-42\""); else empty.
  std::string_view id_json;
  /// Of the pack: the names under which a caption's credit may stand.
  std::span<const SourceEntry> known_sources = {};
};

class ExtractReport {
 public:
  virtual ~ExtractReport() = default;
  ExtractReport() = default;
  ExtractReport(const ExtractReport&) = delete;
  ExtractReport& operator=(const ExtractReport&) = delete;

  virtual void article(const AnalysedArticle& analysed) = 0;
  /// In the place of an article that couldn't be read.
  virtual void failure(std::string_view /*id_json*/, std::string_view /*message*/) {}
};

/// The names of a statement's needs, in the order of their bits.
template <class Visit>
void for_each_need(std::uint16_t needs, const Visit& visit) {
  constexpr std::string_view names[] = {"quotation",  "figure",    "allegation", "evaluation",
                                        "prediction", "intention", "conditional"};
  for (std::size_t bit = 0; bit < std::size(names); ++bit) {
    if ((needs & (1u << bit)) != 0) {
      visit(names[bit]);
    }
  }
}

/// Where an attribution begins: at its source, cue or content, whichever is first.
[[nodiscard]] std::uint32_t beginning_of(const Attribution& attribution);

}  // namespace selon
