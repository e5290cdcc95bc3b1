// The audit as JSON, schema selon.audit/1 (rules/schema/selon.audit-1.schema.json): one
// indented object for all articles, or one object a line for each (JSONL).
#pragma once

#include "report/audit_report.h"
#include "report/json_writer.h"
#include "report/output.h"
#include "report/wording.h"

namespace selon {

class AuditJsonReport final : public AuditReport {
 public:
  AuditJsonReport(Output& output, UiLanguage language, JsonLayout layout = JsonLayout::indented);

  void article(const AuditedArticle& audited) override;
  void finish() override;
  void failure(std::string_view id_json, std::string_view message) override;

 private:
  void write_finding(const AuditedArticle& audited, const Finding& finding, const PlaceFinder& places);

  [[nodiscard]] bool lines() const { return layout_ == JsonLayout::compact; }

  JsonWriter json_;
  JsonLayout layout_;
  UiLanguage language_;
};

}  // namespace selon
