// The credits of one caption. An analysis lists those of the whole article; a caption's
// are the ones that its own credit names, or all where there is one caption only.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "attribution/analysis.h"
#include "document/document.h"
#include "rules/pack.h"

namespace selon {

/// The sources (indices in Analysis::sources, each once) that are credited in the block
/// `caption`. `known_sources` (may be empty) tells the names under which they may stand.
[[nodiscard]] std::vector<std::uint32_t> credits_of(const Document& document, const Analysis& analysis,
                                                    std::span<const SourceEntry> known_sources,
                                                    std::uint32_t caption);

}  // namespace selon
