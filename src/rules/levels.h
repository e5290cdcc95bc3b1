// Levels of audit rules, as a profile or a selon.xml sets them over those of the pack:
//
//   <level rule="source.anonymous" severity="error" graded="no"/>
//   <level rule="source.single" severity="off"/>
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pack.h"

namespace selon {

struct RuleLevel {
  std::string rule;
  std::optional<Severity> severity;  ///< none: off
  bool graded = true;                ///< false: no finding of the rule is at a lower level
};

/// What a later file says of a rule takes the place of what an earlier one said.
void merge_levels(std::vector<RuleLevel>& levels, const std::vector<RuleLevel>& later);

/// Sets the levels of the pack's rules. One of a rule that the pack doesn't have does nothing:
/// which rules there are is checked where levels are read.
void apply_levels(std::span<const RuleLevel> levels, Pack& pack);

class Element;

/// Takes in a <level>; a rule that isn't among `known` (where any are given), or that stands
/// twice, is a mistake.
void load_level(const Element& element, std::span<const std::string_view> known,
                std::vector<RuleLevel>& levels);

}  // namespace selon
