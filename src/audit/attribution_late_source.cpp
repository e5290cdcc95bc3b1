// attribution.late-source: the first paragraph states what asks for a source, and the
// first source comes after it. A paragraph that only sets the scene asks for none, and
// headline and standfirst may have named it.
#include <algorithm>

#include "audit/checks.h"
#include "audit/restatement.h"

namespace selon {

namespace {

/// What a reader would ask "who says so?" of. Quoted words have rules of their own.
constexpr unsigned asking =
    needs_figure | needs_allegation | needs_prediction | needs_intention | needs_conditional;

bool is_body(const AuditContext& context, const Statement& statement) {
  const BlockKind kind = context.document.blocks[statement.block].kind;
  return is_running_text(kind) && !is_lead(kind) && kind != BlockKind::caption;
}

/// The first source in the body, or nullptr.
const Attribution* first_source(const AuditContext& context, std::uint32_t from) {
  const auto& all = context.analysis.attributions;
  const auto found = std::ranges::find_if(all, [&](const Attribution& attribution) {
    const Source* source = context.source_of(attribution);
    return attribution.source && attribution.source->start >= from && source != nullptr && !source->vague;
  });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

void check_attribution_late_source(const AuditContext& context, Reporter& reporter) {
  const auto& all = context.analysis.statements;
  const auto first =
      std::ranges::find_if(all, [&](const Statement& statement) { return is_body(context, statement); });
  const Statement* asks = nullptr;
  for (auto it = all.begin(); it != all.end(); ++it) {
    if (first == all.end() || (it > first && it->block != first->block)) {
      break;
    }
    if (it->status != Status::own_voice) {
      return;  // somebody speaks early enough
    }
    if (asks == nullptr && it >= first && (it->needs & asking) != 0) {
      asks = &*it;
    }
  }
  const Attribution* source =
      asks == nullptr ? nullptr : first_source(context, context.document.blocks[asks->block].span.end);
  if (source == nullptr) {
    return;
  }
  Finding finding = reporter.finding(asks->span);
  finding.arguments.emplace_back("source", context.source_of(*source)->name);
  finding.related.push_back({*source->source, "first-source"});
  reporter.push(std::move(finding));
}

}  // namespace selon
