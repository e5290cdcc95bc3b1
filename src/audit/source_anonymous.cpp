// source.anonymous: a source without a name. Reported where it is first heard below
// the lead: the later mentions of the same one are mended with it. A bare one ("une
// source") is reported at the rule's level; one of which the article says what it is, or
// why it has no name, at info.
#include <algorithm>
#include <vector>

#include "audit/checks.h"
#include "audit/unnamed_sources.h"

namespace selon {

namespace {

/// The noun phrase, without what is added behind a comma.
Span shown_part(const AuditContext& context, Span place) {
  const std::size_t comma = context.text(place).find(',');
  return comma == std::string_view::npos ? place
                                         : Span{place.start, place.start + static_cast<std::uint32_t>(comma)};
}

/// For each source the attribution to report, or nullptr: the first one, rather by a
/// noun than by a pronoun ("dit-on de source syndicale").
std::vector<const Attribution*> first_mentions(const AuditContext& context) {
  std::vector<const Attribution*> first(context.analysis.sources.size(), nullptr);
  for (const Attribution& attribution : context.analysis.attributions) {
    if (!is_unnamed(context, attribution)) {
      continue;
    }
    const Attribution*& known = first[attribution.source_index];
    const bool better = known != nullptr && known->resolution == Resolution::pronoun &&
                        attribution.resolution != Resolution::pronoun;
    known = known == nullptr || better ? &attribution : known;
  }
  return first;
}

const char* message_key(Anonymity anonymity, SourceKind kind) {
  switch (anonymity) {
    case Anonymity::described:
      return "described";
    case Anonymity::reason_given:
      return "reason-given";
    case Anonymity::bare:
      break;
  }
  return kind == SourceKind::group ? "group" : "";
}

}  // namespace

void check_source_anonymous(const AuditContext& context, Reporter& reporter) {
  const std::vector<const Attribution*> first = first_mentions(context);
  const AnonymityJudge judge(context);
  for (const Attribution& attribution : context.analysis.attributions) {
    const Source* source = context.source_of(attribution);
    if (source == nullptr || first[attribution.source_index] != &attribution) {
      continue;
    }
    const Anonymity anonymity = judge.of(attribution);
    Finding finding = reporter.finding(shown_part(context, context.source_place(attribution)));
    finding.message_key = message_key(anonymity, source->kind);
    const std::string shown = shown_source(context, attribution);
    finding.arguments.emplace_back("source", shown.substr(0, shown.find(',')));
    if (anonymity != Anonymity::bare) {
      finding.severity = std::min(finding.severity, Severity::info);
    }
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
