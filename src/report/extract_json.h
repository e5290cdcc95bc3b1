// An analysis as JSON, schema selon.analysis/1 (rules/schema/selon.analysis-1.schema.json):
// one indented object, or one object a line (JSONL).
#pragma once

#include "report/extract_report.h"
#include "report/json_writer.h"
#include "report/output.h"

namespace selon {

struct ExtractJsonOptions {
  JsonLayout layout = JsonLayout::indented;
  bool text = false;  ///< the document's text too
  bool at = true;     ///< line and column of everything
};

class ExtractJsonReport final : public ExtractReport {
 public:
  ExtractJsonReport(Output& output, const ExtractJsonOptions& options)
      : json_(output, options.layout), options_(options) {}

  void article(const AnalysedArticle& analysed) override;
  void failure(std::string_view id_json, std::string_view message) override;

 private:
  JsonWriter json_;
  ExtractJsonOptions options_;
};

}  // namespace selon
