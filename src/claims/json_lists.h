// Lists as the columns of the claims database hold them: JSON.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "attribution/analysis.h"
#include "base/span.h"

namespace selon {

[[nodiscard]] std::string list_of(const std::vector<std::string>& values);
/// Refs of sources, by their indices in the analysis.
[[nodiscard]] std::string refs_of(const Analysis& analysis, const std::vector<std::uint32_t>& indices);
/// Pairs of byte offsets, the end exclusive.
[[nodiscard]] std::string spans_of(const std::vector<Span>& spans);

}  // namespace selon
