// source.near-miss: a source's name one or two letters from a known one.
#include "audit/checks.h"

namespace selon {

void check_source_near_miss(const AuditContext& context, Reporter& reporter) {
  for (const NearMiss& miss : context.analysis.near_misses) {
    Finding finding = reporter.finding(miss.span);
    finding.arguments.emplace_back("written", context.text(miss.span));
    finding.arguments.emplace_back("proposal", miss.proposal);
    finding.suggestions.push_back(miss.proposal);
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
