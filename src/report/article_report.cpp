#include "report/article_report.h"

#include <algorithm>

namespace selon {

bool is_lack(const Finding& finding) {
  return finding.rule->id == "attribution.missing" || finding.rule->id == "attribution.conditional";
}

std::vector<bool> lacking_statements(const ReportedArticle& article) {
  const auto& statements = article.analysis.statements;
  std::vector<bool> lacking(statements.size(), false);
  for (const Finding& finding : article.findings) {
    if (!is_lack(finding)) {
      continue;
    }
    const std::uint32_t end = std::max(finding.span.end, finding.span.start + 1);
    auto at = std::ranges::upper_bound(statements, finding.span.start, {},
                                       [](const Statement& s) { return s.span.end; });
    for (; at != statements.end() && at->span.start < end; ++at) {
      if (at->status == Status::own_voice) {
        lacking[static_cast<std::size_t>(at - statements.begin())] = true;
      }
    }
  }
  return lacking;
}

}  // namespace selon
