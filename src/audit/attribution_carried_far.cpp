// attribution.carried-far: a report that goes on beyond its paragraph without its source
// said again: prose that keeps up the conditional of hearsay, and, a level lower, a
// quotation that stands more than a paragraph away from its speaker.
#include <vector>

#include "attribution/interviews.h"
#include "audit/carried_reports.h"
#include "audit/checks.h"
#include "audit/quoted_speech.h"

namespace selon {

namespace {

std::string name_of_source(const AuditContext& context, const Attribution& attribution) {
  const Source* source = context.source_of(attribution);
  return source != nullptr ? source->name : std::string(context.text(context.source_place(attribution)));
}

/// For each block the number of paragraphs of running text before it.
std::vector<std::size_t> paragraphs_before(const Document& document) {
  std::vector<std::size_t> before;
  std::size_t count = 0;
  for (const Block& block : document.blocks) {
    before.push_back(count);
    count += is_running_text(block.kind) ? 1u : 0u;
  }
  return before;
}

bool is_followed_quotation(const AuditContext& context, const Attribution& attribution) {
  // An interview's answers are the interviewee's as long as it lasts.
  return attribution.rule != InterviewReader::answer_rule && !attribution.source && !attribution.cue &&
         !attribution.content.empty() && attribution.resolution == Resolution::continued &&
         context.source_of(attribution) != nullptr &&
         is_running_text(context.kind_at(attribution.content.front().start));
}

void check_prose(const AuditContext& context, Reporter& reporter) {
  const auto& all = context.analysis.statements;
  for (const CarriedReport& carried : carried_reports(context)) {
    Finding finding = reporter.finding({all[carried.first].span.start, all[carried.last - 1].span.end});
    finding.arguments.emplace_back("source", name_of_source(context, *carried.report));
    finding.related.push_back({context.source_place(*carried.report), "said-here"});
    reporter.push(std::move(finding));
  }
}

void check_quotations(const AuditContext& context, Reporter& reporter) {
  const std::vector<std::size_t> paragraphs = paragraphs_before(context.document);
  const auto paragraph_of = [&](std::uint32_t offset) {
    return paragraphs[block_at(context.document, offset)];
  };
  // Where each source was said last, in its own words or another's.
  std::vector<const Attribution*> last_said(context.analysis.sources.size(), nullptr);
  for (const Attribution& attribution : context.analysis.attributions) {
    if (context.source_of(attribution) == nullptr) {
      continue;
    }
    const Attribution*& speaker = last_said[attribution.source_index];
    if (attribution.source) {
      speaker = &attribution;
    }
    if (speaker == nullptr || !is_followed_quotation(context, attribution)) {
      continue;
    }
    const Span quotation = attribution.content.front();
    if (paragraph_of(speaker->source->start) + 1 >= paragraph_of(quotation.start)) {
      continue;
    }
    Finding finding = reporter.finding(quotation);
    finding.severity = lowered(finding.severity);
    finding.message_key = "quotation";
    finding.arguments.emplace_back("source", name_of_source(context, attribution));
    finding.related.push_back({*speaker->source, "said-here"});
    reporter.push(std::move(finding));
  }
}

}  // namespace

void check_attribution_carried_far(const AuditContext& context, Reporter& reporter) {
  check_prose(context, reporter);
  check_quotations(context, reporter);
}

}  // namespace selon
