// attribution.lead: the headline or the standfirst states as a fact, in the
// article's own voice, what the body gives as somebody's word.
#include <algorithm>
#include <optional>
#include <vector>

#include "audit/checks.h"
#include "audit/restatement.h"

namespace selon {

namespace {

constexpr std::size_t least_shared = 3;
constexpr double least_share = 0.7;

struct AttributedTopic {
  const Attribution* attribution;
  Topic topic;
};

std::vector<AttributedTopic> attributed_topics(const AuditContext& context) {
  std::vector<AttributedTopic> topics;
  for (const Attribution& attribution : context.analysis.attributions) {
    const bool said_by_someone = attribution.source || attribution.source_index != no_index;
    if (!said_by_someone || attribution.content.empty() || attribution.polarity != Polarity::affirmed ||
        is_lead(context.kind_at(attribution.content.front().start))) {
      continue;
    }
    const Span whole{attribution.content.front().start, attribution.content.back().end};
    topics.push_back({&attribution, Topic(context.document.text, whole, context.stop_words())});
  }
  return topics;
}

const AttributedTopic* closest(const Topic& lead, const std::vector<AttributedTopic>& topics,
                               std::size_t& shared) {
  const AttributedTopic* best = nullptr;
  for (const AttributedTopic& candidate : topics) {
    const std::size_t common = lead.shared_with(candidate.topic);
    if (common > shared) {
      shared = common;
      best = &candidate;
    }
  }
  return best;
}

}  // namespace

void check_attribution_lead(const AuditContext& context, Reporter& reporter) {
  const std::vector<const Statement*> lead = lead_statements(context, Status::own_voice);
  if (lead.empty()) {
    return;
  }
  const std::vector<AttributedTopic> topics = attributed_topics(context);
  for (const Statement* statement : lead) {
    const Topic topic(context.document.text, statement->span, context.stop_words());
    std::size_t shared = 0;
    const AttributedTopic* said = closest(topic, topics, shared);
    if (said == nullptr || shared < least_shared ||
        static_cast<double>(shared) < least_share * static_cast<double>(topic.size()) ||
        stated_in_body(context, topic, shared)) {
      continue;
    }
    Finding finding = reporter.finding(statement->span);
    const Source* source = context.source_of(*said->attribution);
    finding.arguments.emplace_back(
        "source", source != nullptr ? source->name
                                    : std::string(context.text(context.source_place(*said->attribution))));
    finding.related.push_back({context.source_place(*said->attribution), "attributed-here"});
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
