// source.anonymous: a source without a name. Reported where it is first heard below
// the lead, which may leave the name to the body ("raconte une commerçante"): the
// later mentions of the same one are mended with it.
#include <vector>

#include "audit/checks.h"
#include "audit/restatement.h"

namespace selon {

void check_source_anonymous(const AuditContext& context, Reporter& reporter) {
  std::vector<bool> seen(context.analysis.sources.size(), false);
  for (const Attribution& attribution : context.analysis.attributions) {
    const Source* source = context.source_of(attribution);
    if (source == nullptr || !source->anonymous || source->vague || seen[attribution.source_index] ||
        attribution.polarity == Polarity::negated) {
      continue;
    }
    const Span place = context.source_place(attribution);
    const BlockKind kind = context.kind_at(place.start);
    if (is_lead(kind) || kind == BlockKind::subheading) {
      continue;
    }
    seen[attribution.source_index] = true;
    Finding finding = reporter.finding(place);
    finding.message_key = source->kind == SourceKind::group ? "group" : "";
    finding.arguments.emplace_back("source", context.text(place));
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
