// quotation.adjacent-speakers: two people's quotations run together in one paragraph: the
// second one begins right after the first speaker's sentence, and only its end tells that
// somebody else speaks. An answer of a few words is noted, a longer one reported at the
// rule's level.
#include <algorithm>

#include "audit/checks.h"
#include "audit/quotations.h"
#include "audit/quoted_speech.h"

namespace selon {

namespace {

constexpr std::size_t short_answer = 8;  // words

const Attribution* attribution_of(const AuditContext& context, const QuotedText& quoted) {
  const auto& all = context.analysis.attributions;
  return quoted.attribution < all.size() ? &all[quoted.attribution] : nullptr;
}

/// Whether a quotation opens its sentence and tells its speaker behind it.
bool opens_and_tells_late(const AuditContext& context, const QuotedText& quoted,
                          const Attribution& attribution) {
  return attribution.source && attribution.source->start >= quoted.span.end &&
         start_of_sentence(context, quoted.span.start) == quoted.span.start;
}

/// The speech right before a quotation, where it belongs to the statement that ends there.
const QuotedText* speech_before(const AuditContext& context, const QuotedText& quoted) {
  const auto& statements = context.analysis.statements;
  const auto after = std::ranges::lower_bound(
      statements, quoted.span.start, {}, [](const Statement& statement) { return statement.span.start; });
  if (after == statements.begin() || (after - 1)->status != Status::attributed) {
    return nullptr;
  }
  const Span before = (after - 1)->span;
  for (const QuotedText* other = &quoted; other != context.analysis.quotations.data();) {
    --other;
    if (other->span.end <= before.start) {
      break;
    }
    if (other->kind == QuotationKind::speech && before.contains(other->span)) {
      return other;
    }
  }
  return nullptr;
}

}  // namespace

void check_quotation_adjacent_speakers(const AuditContext& context, Reporter& reporter) {
  for (const QuotedText& quoted : context.analysis.quotations) {
    const Attribution* here = attribution_of(context, quoted);
    if (quoted.kind != QuotationKind::speech || here == nullptr || context.source_of(*here) == nullptr ||
        !is_running_text(context.kind_at(quoted.span.start)) ||
        !opens_and_tells_late(context, quoted, *here)) {
      continue;
    }
    const QuotedText* before = speech_before(context, quoted);
    const Attribution* there = before == nullptr ? nullptr : attribution_of(context, *before);
    if (there == nullptr || context.source_of(*there) == nullptr ||
        there->source_index == here->source_index || there->kind == AttributionKind::mixed ||
        block_at(context.document, before->span.start) != block_at(context.document, quoted.span.start)) {
      continue;
    }
    Finding finding = reporter.finding(quoted.span);
    if (words_in(context.document.text, quoted.span).size() <= short_answer) {
      finding.severity = lowered(finding.severity);
    }
    finding.arguments.emplace_back("source", context.source_of(*here)->name);
    finding.arguments.emplace_back("other", context.source_of(*there)->name);
    finding.related.push_back({before->span, "before"});
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
