// The report of articles as Markdown (GitHub's), to be read in a pull request.
#pragma once

#include <string>
#include <string_view>

#include "report/article_report.h"
#include "report/output.h"
#include "report/page_words.h"

namespace selon {

/// `text` in one line, so that no character of it is markup, link, mention or reference.
[[nodiscard]] std::string markdown_text(std::string_view text);

class ReportMarkdown final : public ArticleReport {
 public:
  ReportMarkdown(Output& output, UiLanguage language) : output_(output), words_(language) {}
  void article(const ReportedArticle& article) override;

 private:
  Output& output_;
  PageWords words_;
  bool first_ = true;
};

}  // namespace selon
