// source.anonymous: a source without a name. Reported where it is first heard below
// the lead, which may leave the name to the body ("raconte une commerçante"): the
// later mentions of the same one are mended with it. Whom a source speaks of is not the
// article's source. Where the article tells why there is no name, it is only noted.
#include <algorithm>
#include <vector>

#include "audit/checks.h"
#include "audit/restatement.h"

namespace selon {

namespace {

/// The noun phrase, without what is added behind a comma.
Span shown_part(const AuditContext& context, Span place) {
  const std::size_t comma = context.text(place).find(',');
  return comma == std::string_view::npos ? place
                                         : Span{place.start, place.start + static_cast<std::uint32_t>(comma)};
}

bool tells_why(const AuditContext& context, const Attribution& attribution) {
  const std::vector<QuotedWord> words = words_in(context.document.text, context.source_place(attribution));
  return std::ranges::any_of(
      words, [&](const QuotedWord& word) { return context.anonymity_words().contains(word.key); });
}

bool is_unnamed(const AuditContext& context, const Attribution& attribution) {
  const Source* source = context.source_of(attribution);
  const BlockKind kind = context.kind_at(context.source_place(attribution).start);
  return source != nullptr && source->anonymous && !source->vague && !is_lead(kind) &&
         kind != BlockKind::subheading && attribution.polarity != Polarity::negated &&
         !context.is_reported(attribution);
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

}  // namespace

void check_source_anonymous(const AuditContext& context, Reporter& reporter) {
  const std::vector<const Attribution*> first = first_mentions(context);
  for (const Attribution& attribution : context.analysis.attributions) {
    const Source* source = context.source_of(attribution);
    if (source == nullptr || first[attribution.source_index] != &attribution) {
      continue;
    }
    Finding finding = reporter.finding(shown_part(context, context.source_place(attribution)));
    finding.message_key = source->kind == SourceKind::group ? "group" : "";
    finding.arguments.emplace_back("source", context.text(finding.span));
    if (tells_why(context, attribution)) {
      finding.severity = std::min(finding.severity, Severity::info);
    }
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
