// The claims of articles as a table, one a row, for a spreadsheet.
#pragma once

#include "report/article_report.h"
#include "report/output.h"

namespace selon {

class ReportCsv final : public ArticleReport {
 public:
  /// Writes the row of column names.
  explicit ReportCsv(Output& output);
  void article(const ReportedArticle& article) override;

 private:
  Output& output_;
};

}  // namespace selon
