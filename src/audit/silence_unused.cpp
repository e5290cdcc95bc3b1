// silence.unused: nothing is found where a silence holds; it would hide the next mistake.
#include "audit/checks.h"

namespace selon {

void check_silence_unused(const AuditContext& context, Reporter& reporter) {
  for (const Silence& silence : context.silences.all()) {
    if (silence.used || !has_check(silence.rule)) {
      continue;
    }
    Finding finding = reporter.finding({});
    context.silences.put(finding, silence.place);
    finding.arguments.emplace_back("rule", silence.shown_rule());
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
