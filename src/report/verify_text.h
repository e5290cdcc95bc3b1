// A verification for reading: the quotation and its source one under the other, with what
// differs marked, where the source stands, who says it, and what to do.
#pragma once

#include "report/output.h"
#include "report/verify_report.h"

namespace selon {

class VerifyTextReport {
 public:
  VerifyTextReport(Output& output, UiLanguage language, bool colours)
      : output_(output), language_(language), colours_(colours) {}

  void article(const VerifiedArticle& article);
  /// The sums, after the last article.
  void finish();

 private:
  void write(const VerifiedArticle& article, const Verification& quotation, const PlaceFinder& places);
  void write_side(VerifyLabel name, const std::vector<DifferingPart>& parts, bool is_source);
  void write_passage(VerifyLabel name, const Verification& quotation, const VerifiedPassage& passage);

  Output& output_;
  UiLanguage language_;
  bool colours_;
  std::size_t all_ = 0;
  std::size_t failing_ = 0;
};

}  // namespace selon
