// Recorded claims as linked data: one JSON-LD document with a graph of schema.org's NewsArticle,
// Claim and Quotation, each claim with the place of its words as an annotation of the W3C Web
// Annotation Data Model (TextQuoteSelector, TextPositionSelector; positions count characters).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "claims/queries.h"
#include "claims/recorded.h"
#include "report/json_writer.h"
#include "report/output.h"

namespace selon {

class ClaimsJsonLd {
 public:
  explicit ClaimsJsonLd(Output& output);

  /// The revision whose claims come next. Its document must outlive them.
  void article(const RevisionRow& revision, const Document& document, const std::string& lang);
  void claim(const ClaimRow& claim);
  void finish();

 private:
  [[nodiscard]] std::uint32_t characters_before(std::uint32_t offset) const;
  void selectors(const ClaimRow& claim);

  Output& output_;
  JsonWriter json_;
  const Document* document_ = nullptr;
  std::string iri_;  ///< of the revision
  std::string lang_;
  std::vector<std::uint32_t> starts_;  ///< how many characters begin before each 256th byte
};

}  // namespace selon
