// The audit as reviewdog's rdjson. Its columns count bytes of UTF-8, its ends are exclusive.
#pragma once

#include "report/audit_report.h"
#include "report/json_writer.h"
#include "report/output.h"
#include "report/wording.h"

namespace selon {

class AuditRdjsonReport final : public AuditReport {
 public:
  AuditRdjsonReport(Output& output, UiLanguage language);

  void article(const AuditedArticle& audited) override;
  void finish() override;

 private:
  void write_range(const PlaceFinder& places, Span in_file);
  void write_suggestions(const AuditedArticle& audited, const PlaceFinder& places, const Finding& finding);

  JsonWriter json_;
  UiLanguage language_;
};

}  // namespace selon
