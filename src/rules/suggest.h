// "Did you mean …?" for names in rule files.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace selon {

/// The candidate nearest to `name`: at most two letters added, lost or changed, and
/// fewer than half of the name. Empty where none is near.
[[nodiscard]] std::string_view nearest_name(std::string_view name,
                                            std::span<const std::string_view> candidates);

/// "did you mean “X”?", or else "use one of: A, B, C" (as many as fit a message),
/// or "none is defined".
[[nodiscard]] std::string name_advice(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace selon
