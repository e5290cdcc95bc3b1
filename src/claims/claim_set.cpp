#include "claims/claim_set.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "claims/credits.h"

namespace selon {

namespace {

/// Gathers the claims of one analysis.
class Gatherer {
 public:
  Gatherer(const Document& document, const Analysis& analysis, std::span<const SourceEntry> known)
      : document_(document), analysis_(analysis), known_(known) {}

  std::vector<Claim> gather() {
    add_attributions();
    for (const Statement& statement : analysis_.statements) {
      if (statement.status == Status::carried) add_carried(statement);
      if (statement.status == Status::credited && statement.attributions.empty()) add_credited(statement);
    }
    sort_by_place();
    return std::move(claims_);
  }

 private:
  /// Claims come first and in the order of the attributions: until they are sorted,
  /// an attribution's index is its claim's.
  void add_attributions() {
    std::vector<const Statement*> statement_of(analysis_.attributions.size(), nullptr);
    for (const Statement& statement : analysis_.statements) {
      for (const std::uint32_t index : statement.attributions) {
        if (index < statement_of.size() && statement_of[index] == nullptr) statement_of[index] = &statement;
      }
    }
    for (std::size_t index = 0; index < analysis_.attributions.size(); ++index) {
      add_attribution(analysis_.attributions[index], statement_of[index]);
    }
  }

  void add_attribution(const Attribution& attribution, const Statement* statement) {
    Claim claim;
    claim.attribution = &attribution;
    claim.is_claim = attribution.polarity != Polarity::negated && attribution.modality != Modality::future &&
                     attribution.modality != Modality::question;
    claim.source = attribution.source_index;
    claim.via = attribution.via;
    claim.content = attribution.content;
    if (claim.content.empty()) claim.content = {place_of(attribution)};
    if (statement != nullptr) {
      claim.statement = statement->span;
      if (statement->status == Status::credited) claim.status = Status::credited;
    }
    claims_.push_back(std::move(claim));
  }

  /// Where an attribution without content stands: nothing that was found is left out.
  static Span place_of(const Attribution& attribution) {
    if (attribution.cue) return attribution.cue->span;
    return attribution.source.value_or(Span{});
  }

  void add_carried(const Statement& statement) {
    Claim claim;
    claim.status = Status::carried;
    claim.content = {statement.span};
    claim.statement = statement.span;
    if (statement.continues < analysis_.attributions.size()) {
      claim.continues = statement.continues;
      claim.source = analysis_.attributions[statement.continues].source_index;
      claim.is_claim = claims_[statement.continues].is_claim;
    }
    claims_.push_back(std::move(claim));
  }

  void add_credited(const Statement& statement) {
    Claim claim;
    claim.status = Status::credited;
    claim.content = {statement.span};
    claim.statement = statement.span;
    claim.credits = credits_of(document_, analysis_, known_, statement.block);
    const auto known = std::ranges::find_if(
        claim.credits, [&](std::uint32_t source) { return analysis_.sources[source].known; });
    if (known != claim.credits.end()) {
      claim.source = *known;
    } else if (!claim.credits.empty()) {
      claim.source = claim.credits.front();
    }
    claims_.push_back(std::move(claim));
  }

  void sort_by_place() {
    std::vector<std::uint32_t> order(claims_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t index) { return claims_[index].content.front(); });
    std::vector<std::uint32_t> new_index(claims_.size());
    std::vector<Claim> sorted;
    sorted.reserve(claims_.size());
    for (const std::uint32_t index : order) {
      new_index[index] = static_cast<std::uint32_t>(sorted.size());
      sorted.push_back(std::move(claims_[index]));
    }
    for (Claim& claim : sorted) {
      if (claim.continues != no_index) claim.continues = new_index[claim.continues];
    }
    claims_ = std::move(sorted);
  }

  const Document& document_;
  const Analysis& analysis_;
  std::span<const SourceEntry> known_;
  std::vector<Claim> claims_;
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// True where the article says something between two spans: what is left out of a
/// quotation is marked, as in print.
bool is_gap(std::string_view text, Span before, Span after) {
  if (after.start <= before.end) return false;
  const std::string_view between = text.substr(before.end, after.start - before.end);
  return !std::ranges::all_of(between, is_blank);
}

/// Appends `words` with each run of blanks that breaks a line as one space.
void append_unwrapped(std::string& out, std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    std::size_t end = at;
    while (end < words.size() && is_blank(words[end])) ++end;
    const std::string_view gap = words.substr(at, end - at);
    if (gap.find_first_of("\n\r") != std::string_view::npos) {
      out += ' ';
    } else {
      out += gap;
    }
    at = end;
    while (end < words.size() && !is_blank(words[end])) ++end;
    out += words.substr(at, end - at);
    at = end;
  }
}

}  // namespace

std::vector<Claim> claims_of(const Document& document, const Analysis& analysis,
                             std::span<const SourceEntry> known_sources) {
  return Gatherer(document, analysis, known_sources).gather();
}

std::string joined_text(std::string_view text, std::span<const Span> spans) {
  std::string out;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (i > 0) out += is_gap(text, spans[i - 1], spans[i]) ? " […] " : " ";
    append_unwrapped(out, spans[i].in(text));
  }
  return out;
}

}  // namespace selon
