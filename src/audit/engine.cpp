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

/// Whether the check speaks of what silences do, and so runs after all others.
bool is_of_silences(const Check& check) { return check.rule.starts_with("silence."); }

/// Runs the checks that the choice wants.
template <class Wanted, class Ran>
void run_checks(const AuditContext& context, const FindingSink& sink, const Wanted& wanted, const Ran& ran) {
  for (const Check& check : checks()) {
    const AuditRule* rule = find_rule(context.pack, check.rule);
    if (rule == nullptr || (rule->strict_only && !context.options.strict) ||
        (rule->off && !context.options.with_off) || !wanted(check)) {
      continue;
    }
    Reporter reporter(*rule, sink);
    check.run(context, reporter);
    ran(check, reporter.count());
  }
}

/// Lets silences of what only a strict audit reports, or another profile, count as used.
void use_strictly(const Document& document, const Analysis& analysis, const Pack& pack, Silences& silences) {
  AuditOptions strict;
  strict.strict = true;
  strict.with_off = true;
  const AuditContext context(document, analysis, pack, strict, silences);
  run_checks(
      context, [&](const Finding& finding) { static_cast<void>(silences.use(finding)); },
      [](const Check& check) { return !is_of_silences(check); }, [](const Check&, std::uint32_t) {});
}

}  // namespace

AuditSummary audit(const Document& document, const Analysis& analysis, const Pack& pack,
                   const AuditOptions& options, const FindingSink& sink) {
  AuditSummary summary = count_statements(analysis);
  Silences silences(document, analysis);
  for (const auto& [words, origin] : options.silences) {
    silences.add(words, origin);
  }
  for (const SilenceMistake& mistake : options.silence_mistakes) {
    silences.add(mistake);
  }
  const AuditContext context(document, analysis, pack, options, silences);
  const FindingSink silencing = [&](Finding finding) {
    if (const Silence* silence = silences.use(finding)) {
      finding.suppression = Suppression{Suppression::Kind::in_text, silence->reason};
    }
    sink(std::move(finding));
  };
  const auto count = [&](const Check& check, std::uint32_t found) {
    if (check.rule == "attribution.missing" || check.rule == "attribution.conditional") {
      summary.lacking += found;  // both report a statement once, and never the same one
    }
  };
  run_checks(
      context, silencing, [](const Check& check) { return !is_of_silences(check); }, count);
  if (silences.any_unused()) {
    use_strictly(document, analysis, pack, silences);
  }
  run_checks(context, sink, is_of_silences, count);
  return summary;
}

bool has_check(std::string_view rule_id) {
  return std::ranges::binary_search(checks(), rule_id, {}, &Check::rule);
}

}  // namespace selon
