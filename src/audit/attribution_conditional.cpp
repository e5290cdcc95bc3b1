// attribution.conditional: a conditional of hearsay ("aurait rencontré") in the
// article's own voice. It marks doubt without telling who is to be doubted. Where it
// goes on a report of the paragraph before, it is attribution.carried-far's.
#include "audit/carried_reports.h"
#include "audit/checks.h"

namespace selon {

void check_attribution_conditional(const AuditContext& context, Reporter& reporter) {
  const std::vector<CarriedReport> carried = carried_reports(context);
  const auto& all = context.analysis.statements;
  auto next = carried.begin();
  for (std::size_t i = 0; i < all.size(); ++i) {
    while (next != carried.end() && next->last <= i) {
      ++next;
    }
    const bool goes_on = next != carried.end() && next->first <= i;
    if (all[i].status == Status::own_voice && (all[i].needs & needs_conditional) != 0 && !goes_on) {
      reporter.push(reporter.finding(all[i].span));
    }
  }
}

}  // namespace selon
