// The audit as JSON, schema selon.audit/1 (rules/schema/selon.audit-1.schema.json).
#pragma once

#include "report/audit_report.h"
#include "report/json_writer.h"
#include "report/output.h"
#include "report/wording.h"

namespace selon {

class AuditJsonReport final : public AuditReport {
 public:
  AuditJsonReport(Output& output, UiLanguage language);

  void article(const AuditedArticle& audited) override;
  void finish() override;

 private:
  void write_finding(const AuditedArticle& audited, const Finding& finding, const PlaceFinder& places);

  JsonWriter json_;
  UiLanguage language_;
};

}  // namespace selon
