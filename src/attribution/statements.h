// From attributions to statements: what each quotation is and whose, which stretches
// of the body stand on whose authority, which of them ask for a source. The last
// step of the analysis.
//
//   StatementMaker maker(vocabulary);
//   maker.make(document, analysis);   // after attributions are found and resolved
#pragma once

#include "attribution/analysis.h"
#include "attribution/carried.h"
#include "attribution/needs.h"
#include "attribution/needs_words.h"
#include "attribution/quoted_text.h"
#include "attribution/statements_cutter.h"
#include "document/document.h"
#include "language/vocabulary.h"
#include "rules/tag_expression.h"

namespace selon {

class StatementMaker {
 public:
  /// `vocabulary` must outlive the maker.
  explicit StatementMaker(const Vocabulary& vocabulary);

  /// Fills Analysis::quotations and Analysis::statements, with status and needs.
  void make(const Document& document, Analysis& analysis);
  /// Tells speech from titles and terms before attributions are known.
  [[nodiscard]] const QuotationReader& quotations() const { return quotations_; }

 private:
  StatementMaker(const Vocabulary& vocabulary, const TagTable& tags);

  QuotationReader quotations_;
  StatementCutter cutter_;
  CarriedFinder carried_;
  NeedsFinder needs_;
  StatementWords words_;
};

}  // namespace selon
