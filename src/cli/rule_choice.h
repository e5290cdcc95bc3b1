// --only and --skip: of which rules findings are wanted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace selon {

/// The ids of all audit rules.
[[nodiscard]] std::vector<std::string_view> rule_names();

class RuleChoice {
 public:
  /// Takes ids of audit rules, or what they have in front of the dot: "source" is every
  /// rule of sources. Fails where a name is of neither kind.
  [[nodiscard]] static Expected<RuleChoice> of(const std::vector<std::string>& only,
                                               const std::vector<std::string>& skip);

  [[nodiscard]] bool contains(std::string_view rule) const;

 private:
  RuleChoice(const std::vector<std::string>& only, const std::vector<std::string>& skip)
      : only_(only), skip_(skip) {}

  std::vector<std::string> only_;
  std::vector<std::string> skip_;
};

}  // namespace selon
