// The audit as commands for GitHub's workflow runner, which shows them at their lines.
// GitHub shows ten annotations of a level for a step, so all articles' findings are kept
// and written at the end, worst first; where a level has more than ten, its tenth says
// how many only the log shows. GitHub names no unit for columns: these count characters.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "report/audit_report.h"
#include "report/output.h"
#include "report/wording.h"

namespace selon {

class AuditGithubReport final : public AuditReport {
 public:
  AuditGithubReport(Output& output, UiLanguage language) : output_(output), language_(language) {}

  void article(const AuditedArticle& audited) override;
  void finish() override;

  static constexpr std::size_t shown_of_a_level = 10;

 private:
  Output& output_;
  UiLanguage language_;
  std::array<std::vector<std::string>, 3> by_severity_;
};

}  // namespace selon
