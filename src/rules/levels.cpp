#include "rules/levels.h"

#include <algorithm>

#include "rules/load_parts.h"

namespace selon {

void merge_levels(std::vector<RuleLevel>& levels, const std::vector<RuleLevel>& later) {
  for (const RuleLevel& level : later) {
    const auto same = std::ranges::find(levels, level.rule, &RuleLevel::rule);
    if (same == levels.end()) {
      levels.push_back(level);
    } else {
      *same = level;
    }
  }
}

void apply_levels(std::span<const RuleLevel> levels, Pack& pack) {
  for (const RuleLevel& level : levels) {
    const auto rule = std::ranges::find(pack.audit, level.rule, &AuditRule::id);
    if (rule == pack.audit.end()) {
      continue;
    }
    rule->off = !level.severity.has_value();
    rule->severity = level.severity.value_or(rule->severity);
    rule->graded = level.graded;
  }
}

void load_level(const Element& element, std::span<const std::string_view> known,
                std::vector<RuleLevel>& levels) {
  element.allow({"rule", "severity", "graded"});
  element.children([](const Element& child) { child.unknown(); });
  RuleLevel level;
  level.rule = element.required("rule", is_id, id_form);
  element.require("severity");
  level.severity = severity_of(element);
  level.graded = element.yes_no("graded", true);
  if (!known.empty() && is_id(level.rule) && std::ranges::find(known, level.rule) == known.end()) {
    element.mistake_in("rule", "no audit rule of that name", level.rule, name_advice(level.rule, known));
  }
  if (std::ranges::find(levels, level.rule, &RuleLevel::rule) != levels.end()) {
    element.mistake("a second <level> of that rule", level.rule, "keep one of them");
    return;
  }
  levels.push_back(std::move(level));
}

}  // namespace selon
