#include "report/quotation_counts.h"

#include "report/json_writer.h"
#include "report/page_words.h"
#include "verify/verification.h"

namespace selon {

void QuotationCounts::add(const QuotationCounts& other) {
  verified += other.verified;
  problems += other.problems;
  unchecked += other.unchecked;
}

std::uint64_t QuotationCounts::order() const {
  constexpr std::uint64_t above_all = 1'000'000;
  return all() == 0 ? 0 : (problems * above_all + unchecked) * above_all + verified;
}

void count_quotation(QuotationCounts& counts, const VerificationRow* row) {
  if (row == nullptr || row->verdict == name_of(QuoteClass::no_source)) {
    ++counts.unchecked;
  } else if (row->passes) {
    ++counts.verified;
  } else {
    ++counts.problems;
  }
}

std::string said_counts(const PageWords& words, const QuotationCounts& counts) {
  std::string said;
  for (const auto& [key, count] : {std::pair{"quotations.verified", counts.verified},
                                   {"quotations.problems", counts.problems},
                                   {"quotations.unchecked", counts.unchecked}}) {
    if (count > 0) {
      said += said.empty() ? "" : ", ";
      said += words.counted(key, count);
    }
  }
  return said.empty() ? std::string(words["quotations.none"]) : said;
}

void write_counts(JsonWriter& json, const QuotationCounts& counts) {
  json.key("verification");
  json.begin_object();
  json.member("verified", counts.verified);
  json.member("problems", counts.problems);
  json.member("unchecked", counts.unchecked);
  json.end_object();
}

VerifiedQuotations::VerifiedQuotations(std::span<const VerificationRow> rows) {
  for (const VerificationRow& row : rows) {
    by_span_.emplace(std::pair{row.quotation.start, row.quotation.end}, &row);
  }
}

const VerificationRow* VerifiedQuotations::row_of(const QuotedText& quotation) const {
  const auto found = by_span_.find({quotation.span.start, quotation.span.end});
  return found == by_span_.end() ? nullptr : found->second;
}

std::string_view VerifiedQuotations::verdict_of(const Analysis& analysis, std::uint32_t attribution) const {
  std::string_view verdict;
  for (const QuotedText& quotation : analysis.quotations) {
    if (by_span_.empty() || quotation.attribution != attribution) {
      continue;
    }
    if (const VerificationRow* row = row_of(quotation)) {
      if (!row->passes) {
        return row->verdict;
      }
      verdict = verdict.empty() ? std::string_view(row->verdict) : verdict;
    }
  }
  return verdict;
}

bool is_direct_quotation(const QuotedText& quotation, const Analysis& analysis) {
  return quotation.kind == QuotationKind::speech && quotation.attribution < analysis.attributions.size();
}

}  // namespace selon
