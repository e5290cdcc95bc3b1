#include "claims/record_verifications.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"
#include "claims/layout.h"

namespace selon {

namespace {

struct ClaimPlace {
  std::int64_t id = 0;
  Span whole;  ///< from the first of its spans to the last
  std::vector<Span> spans;
};

std::vector<ClaimPlace> claim_places(RecordStatements& statements, std::int64_t revision) {
  std::vector<ClaimPlace> places;
  Run run = statements.claims_at.run();
  run.number(revision);
  while (run.step()) {
    ClaimPlace place;
    place.id = run.number_at(0);
    place.spans = read_spans(run.text_at(1));
    if (place.spans.empty()) continue;
    place.whole = {place.spans.front().start, place.spans.back().end};
    places.push_back(std::move(place));
  }
  return places;
}

/// The shortest claim that shares words with the quotation: the marks may lie outside of its content.
const ClaimPlace* claim_of(const std::vector<ClaimPlace>& places, Span quotation) {
  const ClaimPlace* best = nullptr;
  for (const ClaimPlace& place : places) {
    if (std::ranges::none_of(place.spans, [&](Span span) { return span.overlaps(quotation); })) continue;
    if (best == nullptr || place.whole.size() < best->whole.size()) best = &place;
  }
  return best;
}

}  // namespace

void record_verifications(RecordStatements& statements, std::int64_t revision,
                          std::span<const VerificationRow> rows, const std::string& verified_at) {
  statements.forget_verifications.run().number(revision).exec();
  const std::vector<ClaimPlace> places = claim_places(statements, revision);
  for (const VerificationRow& row : rows) {
    const ClaimPlace* claim = claim_of(places, row.quotation);
    Run run = statements.insert_verification.run();
    run.number(revision).number_or_null(claim != nullptr ? claim->id : 0);
    run.number(row.quotation.start).number(row.quotation.end);
    run.number(row.passes ? 1 : 0).number(row.edge_cut ? 1 : 0).text(verified_at).text(row.verdict);
    const auto of_candidate = [&](const std::string& text) {
      return row.path.empty() || text.empty() ? std::nullopt : std::optional<std::string_view>(text);
    };
    run.text_or_null(of_candidate(row.path)).number_or_null(row.line).number_or_null(row.column);
    run.text_or_null(of_candidate(row.speaker)).text_or_null(of_candidate(row.text)).exec();
  }
}

void link_verifications(RecordStatements& statements, std::int64_t revision) {
  const std::vector<ClaimPlace> places = claim_places(statements, revision);
  std::vector<std::pair<std::int64_t, std::int64_t>> links;
  {
    Run run = statements.verified_spans.run();
    run.number(revision);
    while (run.step()) {
      const Span quotation{static_cast<std::uint32_t>(run.number_at(1)),
                           static_cast<std::uint32_t>(run.number_at(2))};
      const ClaimPlace* claim = claim_of(places, quotation);
      if (claim != nullptr) links.emplace_back(claim->id, run.number_at(0));
    }
  }
  for (const auto& [claim, verification] : links) {
    statements.link_verification.run().number(claim).number(verification).exec();
  }
}

}  // namespace selon
