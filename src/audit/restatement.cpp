#include "audit/restatement.h"

#include <algorithm>

namespace selon {

namespace {

constexpr std::size_t most_lead_statements = 16;

bool is_body_text(BlockKind kind) { return is_running_text(kind) && !is_lead(kind); }

}  // namespace

bool is_lead(BlockKind kind) { return kind == BlockKind::headline || kind == BlockKind::standfirst; }

std::vector<const Statement*> lead_statements(const AuditContext& context, Status status) {
  std::vector<const Statement*> lead;
  for (const Statement& statement : context.analysis.statements) {
    if (statement.status == status && is_lead(context.document.blocks[statement.block].kind)) {
      lead.push_back(&statement);
      if (lead.size() == most_lead_statements) {
        break;
      }
    }
  }
  return lead;
}

bool stated_in_body(const AuditContext& context, const Topic& topic, std::size_t least) {
  return std::ranges::any_of(context.analysis.statements, [&](const Statement& statement) {
    return statement.status == Status::own_voice &&
           is_body_text(context.document.blocks[statement.block].kind) &&
           topic.shared_with(Topic(context.document.text, statement.span, context.stop_words())) >= least;
  });
}

bool restated_in_body(const AuditContext& context, const Topic& topic) {
  return std::ranges::any_of(context.analysis.statements, [&](const Statement& statement) {
    return is_body_text(context.document.blocks[statement.block].kind) &&
           2 * topic.shared_with(Topic(context.document.text, statement.span, context.stop_words())) >=
               topic.size();
  });
}

}  // namespace selon
