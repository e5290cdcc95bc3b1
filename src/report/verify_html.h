// A verification as a page: each quotation with its source under it, what differs marked.
#pragma once

#include <string>

#include "report/output.h"
#include "report/verify_report.h"

namespace selon {

class VerifyHtmlReport {
 public:
  VerifyHtmlReport(Output& output, UiLanguage language) : output_(output), language_(language) {}

  void article(const VerifiedArticle& article);
  /// Writes the page, after the last article.
  void finish();

 private:
  void add(const VerifiedArticle& article, const Verification& quotation, const PlaceFinder& places);
  void add_passage(VerifyLabel name, const Verification& quotation, const VerifiedPassage& passage);

  Output& output_;
  UiLanguage language_;
  std::string body_;
  std::size_t all_ = 0;
  std::size_t failing_ = 0;
};

}  // namespace selon
