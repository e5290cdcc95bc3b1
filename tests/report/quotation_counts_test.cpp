// Quotations counted by how they were verified.
#include "report/quotation_counts.h"

#include <doctest/doctest.h>

#include "report/claim_collection.h"
#include "report/page_words.h"
#include "sample.h"

using namespace selon;
using namespace selon::test;

namespace {

VerificationRow row_of(Span quotation, std::string_view verdict, bool passes) {
  VerificationRow row;
  row.quotation = quotation;
  row.verdict = verdict;
  row.passes = passes;
  return row;
}

}  // namespace

TEST_CASE("a quotation is verified, has a problem, or nobody checked it") {
  QuotationCounts counts;
  const VerificationRow good = row_of({}, "exact", true);
  const VerificationRow bad = row_of({}, "altered", false);
  const VerificationRow nothing = row_of({}, "no_source", false);
  for (const VerificationRow* row :
       {&good, &bad, &bad, &nothing, static_cast<const VerificationRow*>(nullptr)}) {
    count_quotation(counts, row);
  }
  CHECK(counts.verified == 1);
  CHECK(counts.problems == 2);
  CHECK(counts.unchecked == 2);
  CHECK(said_counts(PageWords(UiLanguage::en), counts) == "1 verified, 2 with a problem, 2 not checked");
  CHECK(said_counts(PageWords(UiLanguage::fr), counts) == "1 vérifiée, 2 à revoir, 2 non vérifiées");
  CHECK(said_counts(PageWords(UiLanguage::fr), {}) == "–");
  CHECK(counts.order() > QuotationCounts{5, 1, 9}.order());
  CHECK(QuotationCounts{1, 0, 0}.order() > QuotationCounts{}.order());
}

TEST_CASE("voices and collections of articles count the verified quotations of each source") {
  Article a = sample();
  const std::vector<Finding> findings = sample_findings(a);
  const std::vector<VerificationRow> rows = {row_of(a.analysis.quotations.at(0).span, "altered", false)};
  ReportedArticle article{a.document, a.analysis, findings, a.summary};
  CHECK(voices_of(article).list.at(1).quotations.unchecked == 1);
  article.verified = rows;
  CHECK(voices_of(article).list.at(1).quotations.problems == 1);
  CHECK(voices_of(article).list.at(1).quotations.unchecked == 0);
  CHECK(VerifiedQuotations(rows).verdict_of(a.analysis, 1) == "altered");
  CHECK(VerifiedQuotations(rows).verdict_of(a.analysis, 0).empty());
  ClaimCollection claims;
  claims.add(article);
  CHECK(claims.sources().at(0).quotations.all() == 0);
  CHECK(claims.sources().at(1).quotations.problems == 1);
  claims.add_quotations("nobody-here", {1, 1, 1});
  CHECK(claims.sources().size() == 2);
}
