// source.vague: words that look like an attribution and name nobody ("on dit que").
// Where the cue comes with a place, somebody there says it ("au ministère, on répond").
#include "audit/checks.h"

namespace selon {

void check_source_vague(const AuditContext& context, Reporter& reporter) {
  Span last;
  for (const Attribution& attribution : context.analysis.attributions) {
    const Source* source = context.source_of(attribution);
    const Span place = context.source_place(attribution);
    if (source == nullptr || !source->vague || attribution.polarity == Polarity::negated ||
        attribution.place || place == last) {
      continue;
    }
    last = place;  // two verbs may share a subject
    Finding finding = reporter.finding(place);
    finding.arguments.emplace_back("source", context.text(place));
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
