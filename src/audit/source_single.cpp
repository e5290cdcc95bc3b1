// source.single: all that a whole article attributes rests on one source, which has a name
// or is several people; one person without a name is source.single-anonymous's.
#include <algorithm>

#include "audit/checks.h"
#include "audit/unnamed_sources.h"

namespace selon {

namespace {

constexpr std::size_t least_attributions = 4;
constexpr std::uint32_t least_bytes = 1200;  // some 200 words: a brief may have one source

std::uint32_t running_text_bytes(const AuditContext& context) {
  std::uint32_t bytes = 0;
  for (const Block& block : context.document.blocks) {
    bytes += is_running_text(block.kind) ? block.span.size() : 0;
  }
  return bytes;
}

}  // namespace

void check_source_single(const AuditContext& context, Reporter& reporter) {
  const auto& attributions = context.analysis.attributions;
  const Attribution* first = nullptr;
  std::size_t count = 0;
  for (const Attribution& attribution : attributions) {
    if (context.source_of(attribution) == nullptr) {
      continue;
    }
    if (first != nullptr && attribution.source_index != first->source_index) {
      return;
    }
    first = first == nullptr ? &attribution : first;
    ++count;
  }
  if (count < least_attributions ||
      (context.source_of(*first)->anonymous && AnonymityJudge(context).is_one(*first)) ||
      running_text_bytes(context) < least_bytes) {
    return;
  }
  Finding finding = reporter.finding(context.source_place(*first));
  finding.arguments.emplace_back("source", context.source_of(*first)->name);
  finding.arguments.emplace_back("count", std::to_string(count));
  reporter.push(std::move(finding));
}

}  // namespace selon
