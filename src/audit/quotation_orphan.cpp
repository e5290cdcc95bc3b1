// quotation.orphan: words of speech in quotation marks, and nobody who says them.
#include "audit/checks.h"
#include "audit/quotations.h"

namespace selon {

void check_quotation_orphan(const AuditContext& context, Reporter& reporter) {
  for (const QuotedText* orphan : orphan_quotations(context)) {
    reporter.push(reporter.finding(orphan->span));
  }
}

}  // namespace selon
