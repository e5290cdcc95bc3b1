// An analysis for reading: each statement at its place, with who says it.
#pragma once

#include "report/extract_report.h"
#include "report/output.h"
#include "report/wording.h"

namespace selon {

class ExtractTextReport final : public ExtractReport {
 public:
  ExtractTextReport(Output& output, UiLanguage language, bool colours)
      : output_(output), language_(language), colours_(colours) {}

  void article(const AnalysedArticle& analysed) override;

 private:
  Output& output_;
  UiLanguage language_;
  bool colours_;
};

}  // namespace selon
