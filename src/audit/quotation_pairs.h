// Quotations that stand twice in an article, in two wordings: finds them, whoever may be
// their speaker, and tells which words differ.
#pragma once

#include <cstdint>
#include <vector>

#include "audit/alteration.h"
#include "audit/quotations.h"

namespace selon {

struct QuotationPair {
  std::uint32_t here = 0;   ///< where the finding goes, in the wordings
  std::uint32_t other = 0;  ///< the wording it is compared with
  Verdict verdict = Verdict::altered;
  WordDifference difference;  ///< a is `here`, b is `other`
  WordRun worst;              ///< the words to name
};

/// For each wording at most one pair, with the wording that is closest to it.
[[nodiscard]] std::vector<QuotationPair> inconsistent_pairs(const AuditContext& context,
                                                            const std::vector<Wording>& all);

}  // namespace selon
