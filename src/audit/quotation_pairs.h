// Quotations that stand twice in an article, in two wordings: finds them, whoever may be
// their speaker, and tells which words differ.
#pragma once

#include <vector>

#include "audit/quotations.h"
#include "audit/wording_comparer.h"

namespace selon {

/// For each wording at most one pair, with the wording that is closest to it.
[[nodiscard]] std::vector<QuotationPair> inconsistent_pairs(const AuditContext& context,
                                                            const std::vector<Wording>& all);

}  // namespace selon
