// silence.malformed: a silence that cannot be read keeps nothing quiet.
#include "audit/checks.h"

namespace selon {

void check_silence_malformed(const AuditContext& context, Reporter& reporter) {
  for (const SilenceMistake& mistake : context.silences.mistakes()) {
    Finding finding = reporter.finding({});
    context.silences.put(finding, mistake.place);
    finding.arguments.emplace_back("fragment", mistake.fragment);
    finding.message_key = mistake.message_key;
    if (mistake.elsewhere) {
      finding.related.push_back({{}, "line", mistake.elsewhere});
    }
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
