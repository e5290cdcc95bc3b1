// The table of checks. A check is one file with one function, named after its rule:
// source.near-miss is check_source_near_miss in source_near_miss.cpp. To add one,
// write that file, declare the function here, and list it in checks.cpp.
#pragma once

#include <span>
#include <string_view>

#include "audit/context.h"

namespace selon {

using CheckFunction = void (*)(const AuditContext&, Reporter&);

struct Check {
  std::string_view rule;  ///< id of the pack's audit rule
  CheckFunction run;
};

/// All checks, sorted by rule id.
[[nodiscard]] std::span<const Check> checks();

void check_attribution_carried_far(const AuditContext& context, Reporter& reporter);
void check_attribution_chain(const AuditContext& context, Reporter& reporter);
void check_attribution_conditional(const AuditContext& context, Reporter& reporter);
void check_attribution_late_source(const AuditContext& context, Reporter& reporter);
void check_attribution_lead(const AuditContext& context, Reporter& reporter);
void check_attribution_missing(const AuditContext& context, Reporter& reporter);
void check_cue_loaded(const AuditContext& context, Reporter& reporter);
void check_quotation_adjacent_speakers(const AuditContext& context, Reporter& reporter);
void check_quotation_bracket(const AuditContext& context, Reporter& reporter);
void check_quotation_cut_mark(const AuditContext& context, Reporter& reporter);
void check_quotation_fragment(const AuditContext& context, Reporter& reporter);
void check_quotation_headline_mismatch(const AuditContext& context, Reporter& reporter);
void check_quotation_inconsistent(const AuditContext& context, Reporter& reporter);
void check_quotation_late_speaker(const AuditContext& context, Reporter& reporter);
void check_quotation_nesting(const AuditContext& context, Reporter& reporter);
void check_quotation_orphan(const AuditContext& context, Reporter& reporter);
void check_quotation_unbalanced(const AuditContext& context, Reporter& reporter);
void check_silence_malformed(const AuditContext& context, Reporter& reporter);
void check_silence_unknown_rule(const AuditContext& context, Reporter& reporter);
void check_silence_unused(const AuditContext& context, Reporter& reporter);
void check_source_ambiguous(const AuditContext& context, Reporter& reporter);
void check_source_anonymous(const AuditContext& context, Reporter& reporter);
void check_source_anonymous_opinion(const AuditContext& context, Reporter& reporter);
void check_source_inconsistent_name(const AuditContext& context, Reporter& reporter);
void check_source_near_miss(const AuditContext& context, Reporter& reporter);
void check_source_single(const AuditContext& context, Reporter& reporter);
void check_source_single_anonymous(const AuditContext& context, Reporter& reporter);
void check_source_unintroduced(const AuditContext& context, Reporter& reporter);
void check_source_vague(const AuditContext& context, Reporter& reporter);

}  // namespace selon
