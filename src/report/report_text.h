// The report of articles for a terminal: each statement with its line, who says it
// beside it, and the findings below it; then the sources.
#pragma once

#include "report/article_report.h"
#include "report/output.h"
#include "report/page_words.h"

namespace selon {

struct ReportTextOptions {
  UiLanguage language = UiLanguage::en;
  bool colours = false;
  std::uint32_t columns = 100;
};

class ReportText final : public ArticleReport {
 public:
  ReportText(Output& output, const ReportTextOptions& options)
      : output_(output), options_(options), words_(options.language) {}
  void article(const ReportedArticle& article) override;

 private:
  Output& output_;
  ReportTextOptions options_;
  PageWords words_;
  bool first_ = true;
};

}  // namespace selon
