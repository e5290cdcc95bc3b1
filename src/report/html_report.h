// The report of one article as a page: the article with each statement marked by who
// stands behind it, its findings beside their places, pictures, a table of the sources.
#pragma once

#include <string>

#include "report/article_report.h"
#include "report/output.h"
#include "report/page_words.h"
#include "report/voices.h"

namespace selon {

struct HtmlReportOptions {
  UiLanguage language = UiLanguage::en;
  std::string version;  ///< of the program
};

class HtmlReport final : public ArticleReport {
 public:
  HtmlReport(Output& output, HtmlReportOptions options) : output_(output), options_(std::move(options)) {}
  /// A page is one article's: one page a report.
  void article(const ReportedArticle& article) override;

 private:
  Output& output_;
  HtmlReportOptions options_;
};

}  // namespace selon
