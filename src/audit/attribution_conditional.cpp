// attribution.conditional: a conditional of hearsay ("aurait rencontré") in the
// article's own voice. It marks doubt without telling who is to be doubted.
#include "audit/checks.h"

namespace selon {

void check_attribution_conditional(const AuditContext& context, Reporter& reporter) {
  for (const Statement& statement : context.analysis.statements) {
    if (statement.status == Status::own_voice && (statement.needs & needs_conditional) != 0) {
      reporter.push(reporter.finding(statement.span));
    }
  }
}

}  // namespace selon
