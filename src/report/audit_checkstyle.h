// The audit as Checkstyle's XML, which most CI servers read. Columns count characters.
#pragma once

#include "report/audit_report.h"
#include "report/output.h"
#include "report/wording.h"

namespace selon {

class AuditCheckstyleReport final : public AuditReport {
 public:
  AuditCheckstyleReport(Output& output, UiLanguage language);

  void article(const AuditedArticle& audited) override;
  void finish() override;

 private:
  Output& output_;
  UiLanguage language_;
};

}  // namespace selon
