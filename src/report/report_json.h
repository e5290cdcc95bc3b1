// Articles' reports as JSON, schema selon.report/1 (rules/schema/selon.report-1.schema.json).
#pragma once

#include "report/article_report.h"
#include "report/json_writer.h"
#include "report/wording.h"

namespace selon {

class ReportJson final : public ArticleReport {
 public:
  ReportJson(Output& output, UiLanguage language);
  void article(const ReportedArticle& article) override;
  void finish() override;

 private:
  JsonWriter json_;
  UiLanguage language_;
};

}  // namespace selon
