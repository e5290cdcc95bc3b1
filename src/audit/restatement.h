// Headline and standfirst restate the body: what they say is looked up there.
#pragma once

#include <cstddef>
#include <vector>

#include "audit/context.h"

namespace selon {

/// A block that only announces the article: headline or standfirst.
[[nodiscard]] bool is_lead(BlockKind kind);

/// The statements of that status in headline and standfirst; no more than a lead
/// can have, so that what is done for each stays bounded.
[[nodiscard]] std::vector<const Statement*> lead_statements(const AuditContext& context, Status status);

/// Whether a statement in the article's own voice, in running text below the lead,
/// shares at least `least` stems with `topic`.
[[nodiscard]] bool stated_in_body(const AuditContext& context, const Topic& topic, std::size_t least);

/// Whether any statement of the running text below the lead says what `topic` says.
[[nodiscard]] bool restated_in_body(const AuditContext& context, const Topic& topic);

}  // namespace selon
