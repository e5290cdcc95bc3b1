#include "claims/diff/change.h"

#include <array>

namespace selon {

namespace {

constexpr std::array<std::string_view, change_kinds> names{
    "attribution_lost",
    "quotation_altered",
    "figure_changed",
    "anonymised",
    "polarity_changed",
    "source_changed",
    "certainty_changed",
    "quotation_to_paraphrase",
    "paraphrase_to_quotation",
    "attribution_gained",
    "named",
    "removed",
    "added",
    "reworded",
    "moved",
};
static_assert(!names.back().empty());

}  // namespace

std::string_view name_of(ChangeKind kind) { return names.at(static_cast<std::size_t>(kind)); }

}  // namespace selon
