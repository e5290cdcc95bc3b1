// What the claims database answers, row by row: as text, as JSON (schemas selon.claims/1,
// selon.sources/1, selon.timeline/1, selon.history/1) or JSON lines (a row a line), as CSV, as
// a Markdown table.
#pragma once

#include <cstdint>
#include <memory>

#include "claims/queries.h"
#include "claims/timeline.h"
#include "report/output.h"
#include "report/revision_changes.h"
#include "report/wording.h"

namespace selon {

enum class ListingFormat : std::uint8_t { text, json, jsonl, csv, md };

struct ListingOptions {
  ListingFormat format = ListingFormat::text;
  UiLanguage language = UiLanguage::en;
  bool colours = false;
};

template <class Row>
class Listing {
 public:
  virtual ~Listing() = default;
  Listing() = default;
  Listing(const Listing&) = delete;
  Listing& operator=(const Listing&) = delete;

  virtual void row(const Row& row) = 0;
  /// After the last of `rows` rows.
  virtual void finish(std::size_t rows) = 0;
};

using ClaimListing = Listing<ClaimRow>;
using SourceListing = Listing<SourceRow>;
using TimelineListing = Listing<TimelineRow>;
using HistoryListing = Listing<RevisionChanges>;

[[nodiscard]] std::unique_ptr<ClaimListing> claim_listing(Output& output, const ListingOptions& options);
[[nodiscard]] std::unique_ptr<SourceListing> source_listing(Output& output, const ListingOptions& options);
[[nodiscard]] std::unique_ptr<TimelineListing> timeline_listing(Output& output,
                                                                const ListingOptions& options);
[[nodiscard]] std::unique_ptr<HistoryListing> history_listing(Output& output, const ListingOptions& options);

}  // namespace selon
