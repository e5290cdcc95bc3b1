// The words of an analysis's closed enumerations, as DESIGN's JSON has them and the
// database keeps them. Those of the packs' enumerations are in rules/names.h.
#pragma once

#include <string_view>

#include "attribution/analysis.h"

namespace selon {

[[nodiscard]] std::string_view word_of(AttributionKind kind);
[[nodiscard]] std::string_view word_of(Resolution resolution);
[[nodiscard]] std::string_view word_of(Polarity polarity);
[[nodiscard]] std::string_view word_of(Modality modality);
[[nodiscard]] std::string_view word_of(Status status);

}  // namespace selon
