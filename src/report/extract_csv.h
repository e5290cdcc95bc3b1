// An analysis as a table: one row for each attribution of each statement, and one
// for each statement without.
#pragma once

#include "report/extract_report.h"
#include "report/output.h"

namespace selon {

class ExtractCsvReport final : public ExtractReport {
 public:
  /// Writes the row of column names.
  explicit ExtractCsvReport(Output& output);
  void article(const AnalysedArticle& analysed) override;

 private:
  Output& output_;
};

}  // namespace selon
