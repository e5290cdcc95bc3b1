// The audit as JUnit's XML: an article is a suite, a finding a test case in it. What is at
// or above the fail level has failed; the rest has passed and says so in its output.
#pragma once

#include <optional>

#include "report/audit_report.h"
#include "report/output.h"
#include "report/wording.h"

namespace selon {

class AuditJunitReport final : public AuditReport {
 public:
  /// Nothing fails without a level.
  AuditJunitReport(Output& output, UiLanguage language, std::optional<Severity> fail_level);

  void article(const AuditedArticle& audited) override;
  void finish() override;

 private:
  [[nodiscard]] bool fails(const Finding& finding) const {
    return fail_level_ && finding.severity >= *fail_level_;
  }
  void write_case(const AuditedArticle& audited, const PlaceFinder& places, const Finding& finding);

  Output& output_;
  UiLanguage language_;
  std::optional<Severity> fail_level_;
};

}  // namespace selon
