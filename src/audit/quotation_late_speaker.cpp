// quotation.late-speaker: a quotation goes on for sentences before the reader learns whose
// words they are. Two sentences are noted, three or a paragraph reported at the rule's level.
// Who spoke last, and whom a pronoun takes up, is known to the reader.
#include <algorithm>

#include "audit/checks.h"
#include "audit/quoted_speech.h"

namespace selon {

namespace {

constexpr std::size_t most_sentences = 1;  // "by the end of the first sentence"
constexpr std::size_t most_tolerated_sentences = 2;

/// Whether the mention brings somebody up; pronouns, and nouns for somebody named before, don't.
bool is_new_speaker(const Attribution& attribution) {
  switch (attribution.resolution) {
    case Resolution::pronoun:
    case Resolution::continued:
    case Resolution::relative:
    case Resolution::title:
    case Resolution::ambiguous:
      return false;
    default:
      return attribution.source.has_value();
  }
}

/// Whether the same source is heard before the quotation, in its paragraph or the one before.
bool spoke_before(const AuditContext& context, const Attribution& attribution, std::uint32_t quotation) {
  constexpr std::ptrdiff_t farthest = 60;  // attributions: more than two paragraphs have
  const auto& all = context.analysis.attributions;
  const std::ptrdiff_t index = &attribution - all.data();
  const std::size_t here = block_at(context.document, quotation);
  return std::any_of(all.begin() + std::max<std::ptrdiff_t>(0, index - farthest), all.begin() + index,
                     [&](const Attribution& other) {
                       return other.source && other.source_index == attribution.source_index &&
                              other.source->end <= quotation &&
                              is_running_text(context.kind_at(other.source->start)) &&
                              block_at(context.document, other.source->start) + 1 >= here;
                     });
}

}  // namespace

void check_quotation_late_speaker(const AuditContext& context, Reporter& reporter) {
  for (const Attribution& attribution : context.analysis.attributions) {
    if (attribution.kind != AttributionKind::direct || !is_new_speaker(attribution) ||
        attribution.content.empty() || !is_running_text(context.kind_at(attribution.source->start))) {
      continue;
    }
    const std::uint32_t told = attribution.cue
                                   ? std::min(attribution.cue->span.start, attribution.source->start)
                                   : attribution.source->start;
    const Span first = attribution.content.front();
    if (first.start >= told || spoke_before(context, attribution, first.start)) {
      continue;
    }
    const std::size_t sentences = sentences_begun(context, {first.start, told});
    const bool paragraphs = block_at(context.document, first.start) != block_at(context.document, told);
    if (sentences <= most_sentences && !paragraphs) {
      continue;
    }
    Finding finding = reporter.finding({first.start, std::min(first.end, told)});
    if (sentences <= most_tolerated_sentences && !paragraphs) {
      finding.severity = lowered(finding.severity);
    }
    const Source* source = context.source_of(attribution);
    finding.arguments.emplace_back(
        "source", source != nullptr ? source->name : std::string(context.text(*attribution.source)));
    finding.related.push_back({*attribution.source, "speaker"});
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
