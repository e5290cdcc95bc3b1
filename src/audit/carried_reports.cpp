#include "audit/carried_reports.h"

#include "audit/restatement.h"

namespace selon {

namespace {

bool is_body(const AuditContext& context, const Statement& statement) {
  const BlockKind kind = context.document.blocks[statement.block].kind;
  return is_running_text(kind) && !is_lead(kind) && kind != BlockKind::caption;
}

bool in_hearsay(const Statement& statement) {
  return statement.status == Status::own_voice && (statement.needs & needs_conditional) != 0;
}

/// What a statement reports and another one could go on, or nullptr.
const Attribution* report_of(const AuditContext& context, const Statement& statement) {
  const auto& all = context.analysis.attributions;
  std::uint32_t index = statement.continues;
  if (statement.status == Status::attributed && !statement.attributions.empty()) {
    index = statement.attributions.back();
  }
  if (index >= all.size()) {
    return nullptr;
  }
  const Source* source = context.source_of(all[index]);
  const bool reports = source != nullptr && !source->vague && all[index].polarity == Polarity::affirmed &&
                       all[index].modality != Modality::question;
  return reports ? &all[index] : nullptr;
}

}  // namespace

std::vector<CarriedReport> carried_reports(const AuditContext& context) {
  const auto& all = context.analysis.statements;
  std::vector<CarriedReport> found;
  const Statement* before = nullptr;  // the last one of the body
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!is_body(context, all[i])) {
      continue;
    }
    const Statement* last = before;
    before = &all[i];
    if (last == nullptr || last->block == all[i].block || !in_hearsay(all[i])) {
      continue;
    }
    if (const Attribution* report = report_of(context, *last)) {
      CarriedReport carried{i, i + 1, report};
      while (carried.last < all.size() && all[carried.last].block == all[i].block &&
             in_hearsay(all[carried.last])) {
        ++carried.last;
      }
      found.push_back(carried);
    }
  }
  return found;
}

}  // namespace selon
