// What an audit's reports have in common. A report takes one audited article after
// the other and writes each at once, so that an archive takes no more memory than
// an article.
#pragma once

#include <vector>

#include "attribution/analysis.h"
#include "audit/engine.h"
#include "audit/finding.h"
#include "document/document.h"

namespace selon {

struct AuditedArticle {
  const Document& document;
  const Analysis& analysis;
  const std::vector<Finding>& findings;  ///< worst first, then by place
  const AuditSummary& summary;
};

/// Brings findings into the order of the reports: worst first, then by place.
void sort_findings(std::vector<Finding>& findings);

class AuditReport {
 public:
  virtual ~AuditReport() = default;
  AuditReport() = default;
  AuditReport(const AuditReport&) = delete;
  AuditReport& operator=(const AuditReport&) = delete;

  virtual void article(const AuditedArticle& audited) = 0;
  /// After the last article.
  virtual void finish() = 0;
};

}  // namespace selon
