// source.vague: words that look like an attribution and name nobody ("on dit que").
#include "audit/checks.h"

namespace selon {

void check_source_vague(const AuditContext& context, Reporter& reporter) {
  for (const Attribution& attribution : context.analysis.attributions) {
    const Source* source = context.source_of(attribution);
    if (source == nullptr || !source->vague || attribution.polarity == Polarity::negated) {
      continue;
    }
    const Span place = context.source_place(attribution);
    Finding finding = reporter.finding(place);
    finding.arguments.emplace_back("source", context.text(place));
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
