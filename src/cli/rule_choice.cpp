#include "cli/rule_choice.h"

#include <algorithm>

#include "audit/checks.h"
#include "cli/quotation_check.h"
#include "rules/suggest.h"

namespace selon {

namespace {

std::string_view family_of(std::string_view rule) { return rule.substr(0, rule.find('.')); }

bool names_rule(const std::vector<std::string>& names, std::string_view rule) {
  return std::ranges::any_of(
      names, [&](const std::string& name) { return name == rule || name == family_of(rule); });
}

}  // namespace

std::vector<std::string_view> rule_names() {
  std::vector<std::string_view> names;
  std::ranges::transform(checks(), std::back_inserter(names), &Check::rule);
  std::ranges::copy(verify_rule_names(), std::back_inserter(names));
  return names;
}

Expected<RuleChoice> RuleChoice::of(const std::vector<std::string>& only,
                                    const std::vector<std::string>& skip) {
  for (const auto& [option, names] : {std::pair("--only", &only), std::pair("--skip", &skip)}) {
    for (const std::string& name : *names) {
      const auto fits = [&](std::string_view rule) { return name == rule || name == family_of(rule); };
      if (!std::ranges::any_of(rule_names(), fits)) {
        return tl::unexpected(
            Error{option, 0, 0, "no audit rule of that name", name, name_advice(name, rule_names())});
      }
    }
  }
  return RuleChoice(only, skip);
}

bool RuleChoice::contains(std::string_view rule) const {
  return (only_.empty() || names_rule(only_, rule)) && !names_rule(skip_, rule);
}

}  // namespace selon
