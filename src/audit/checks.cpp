#include "audit/checks.h"

#include <algorithm>
#include <array>

namespace selon {

namespace {

constexpr std::array table = {
    Check{"attribution.conditional", check_attribution_conditional},
    Check{"attribution.lead", check_attribution_lead},
    Check{"attribution.missing", check_attribution_missing},
    Check{"quotation.inconsistent", check_quotation_inconsistent},
    Check{"quotation.orphan", check_quotation_orphan},
    Check{"quotation.unbalanced", check_quotation_unbalanced},
    Check{"silence.malformed", check_silence_malformed},
    Check{"silence.unknown-rule", check_silence_unknown_rule},
    Check{"silence.unused", check_silence_unused},
    Check{"source.anonymous", check_source_anonymous},
    Check{"source.near-miss", check_source_near_miss},
    Check{"source.single", check_source_single},
    Check{"source.vague", check_source_vague},
};

static_assert(std::ranges::is_sorted(table, {}, &Check::rule));

}  // namespace

std::span<const Check> checks() { return table; }

}  // namespace selon
