// silence.unknown-rule: a silence of a rule that doesn't exist keeps nothing quiet.
#include <algorithm>

#include "audit/checks.h"
#include "rules/suggest.h"

namespace selon {

void check_silence_unknown_rule(const AuditContext& context, Reporter& reporter) {
  std::vector<std::string_view> known;
  std::ranges::transform(checks(), std::back_inserter(known), &Check::rule);
  for (const Silence& silence : context.silences.all()) {
    if (has_check(silence.rule)) {
      continue;
    }
    Finding finding = reporter.finding({});
    context.silences.put(finding, silence.place);
    finding.arguments.emplace_back("rule", silence.shown_rule());
    if (const std::string_view near = nearest_name(silence.rule, known); !near.empty()) {
      finding.message_key = "near";
      finding.arguments.emplace_back("proposal", near);
    }
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
