#include "audit/engine.h"

#include <algorithm>

#include "audit/checks.h"
#include "audit/context.h"

namespace selon {

namespace {

const AuditRule* find_rule(const Pack& pack, std::string_view id) {
  const auto found = std::ranges::find(pack.audit, id, &AuditRule::id);
  return found == pack.audit.end() ? nullptr : &*found;
}

AuditSummary count_statements(const Analysis& analysis) {
  AuditSummary summary;
  summary.statements = static_cast<std::uint32_t>(analysis.statements.size());
  summary.sources = static_cast<std::uint32_t>(analysis.sources.size());
  for (const Statement& statement : analysis.statements) {
    switch (statement.status) {
      case Status::attributed:
        ++summary.attributed;
        break;
      case Status::credited:
        ++summary.credited;
        break;
      case Status::carried:
        ++summary.carried;
        break;
      case Status::own_voice:
        ++summary.own_voice;
        break;
    }
  }
  return summary;
}

}  // namespace

AuditSummary audit(const Document& document, const Analysis& analysis, const Pack& pack,
                   const AuditOptions& options, const FindingSink& sink) {
  AuditSummary summary = count_statements(analysis);
  const AuditContext context(document, analysis, pack, options);
  for (const Check& check : checks()) {
    const AuditRule* rule = find_rule(pack, check.rule);
    if (rule == nullptr || (rule->strict_only && !options.strict)) {
      continue;
    }
    Reporter reporter(*rule, sink);
    check.run(context, reporter);
    if (check.rule == "attribution.missing" || check.rule == "attribution.conditional") {
      summary.lacking += reporter.count();  // both report a statement once, and never the same one
    }
  }
  return summary;
}

bool has_check(std::string_view rule_id) {
  return std::ranges::binary_search(checks(), rule_id, {}, &Check::rule);
}

}  // namespace selon
