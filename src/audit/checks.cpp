#include "audit/checks.h"

#include <algorithm>
#include <array>

namespace selon {

namespace {

constexpr std::array table = {
    Check{"attribution.carried-far", check_attribution_carried_far},
    Check{"attribution.chain", check_attribution_chain},
    Check{"attribution.conditional", check_attribution_conditional},
    Check{"attribution.late-source", check_attribution_late_source},
    Check{"attribution.lead", check_attribution_lead},
    Check{"attribution.missing", check_attribution_missing},
    Check{"cue.loaded", check_cue_loaded},
    Check{"quotation.adjacent-speakers", check_quotation_adjacent_speakers},
    Check{"quotation.bracket", check_quotation_bracket},
    Check{"quotation.cut-mark", check_quotation_cut_mark},
    Check{"quotation.fragment", check_quotation_fragment},
    Check{"quotation.headline-mismatch", check_quotation_headline_mismatch},
    Check{"quotation.inconsistent", check_quotation_inconsistent},
    Check{"quotation.late-speaker", check_quotation_late_speaker},
    Check{"quotation.nesting", check_quotation_nesting},
    Check{"quotation.orphan", check_quotation_orphan},
    Check{"quotation.unbalanced", check_quotation_unbalanced},
    Check{"silence.malformed", check_silence_malformed},
    Check{"silence.unknown-rule", check_silence_unknown_rule},
    Check{"silence.unused", check_silence_unused},
    Check{"source.ambiguous", check_source_ambiguous},
    Check{"source.anonymous", check_source_anonymous},
    Check{"source.anonymous-opinion", check_source_anonymous_opinion},
    Check{"source.inconsistent-name", check_source_inconsistent_name},
    Check{"source.near-miss", check_source_near_miss},
    Check{"source.single", check_source_single},
    Check{"source.single-anonymous", check_source_single_anonymous},
    Check{"source.unintroduced", check_source_unintroduced},
    Check{"source.vague", check_source_vague},
};

static_assert(std::ranges::is_sorted(table, {}, &Check::rule));

}  // namespace

std::span<const Check> checks() { return table; }

}  // namespace selon
