// What the claims database answers, row by row: as text, as JSON (schemas
// selon.claims/1 and selon.sources/1), as CSV.
#pragma once

#include <cstdint>
#include <memory>

#include "claims/queries.h"
#include "report/output.h"
#include "report/wording.h"

namespace selon {

enum class ListingFormat : std::uint8_t { text, json, csv };

struct ListingOptions {
  ListingFormat format = ListingFormat::text;
  UiLanguage language = UiLanguage::en;
  bool colours = false;
};

class ClaimListing {
 public:
  virtual ~ClaimListing() = default;
  ClaimListing() = default;
  ClaimListing(const ClaimListing&) = delete;
  ClaimListing& operator=(const ClaimListing&) = delete;

  virtual void row(const ClaimRow& claim) = 0;
  /// After the last of `rows` rows.
  virtual void finish(std::size_t rows) = 0;
};

class SourceListing {
 public:
  virtual ~SourceListing() = default;
  SourceListing() = default;
  SourceListing(const SourceListing&) = delete;
  SourceListing& operator=(const SourceListing&) = delete;

  virtual void row(const SourceRow& source) = 0;
  virtual void finish(std::size_t rows) = 0;
};

[[nodiscard]] std::unique_ptr<ClaimListing> claim_listing(Output& output, const ListingOptions& options);
[[nodiscard]] std::unique_ptr<SourceListing> source_listing(Output& output, const ListingOptions& options);

}  // namespace selon
