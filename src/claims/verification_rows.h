// The verifications that the database holds, for who shows them again.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "base/error.h"
#include "claims/database.h"

namespace selon {

/// Of a revision's quotations (RevisionRow::id), in the order of the text.
[[nodiscard]] Expected<std::vector<VerificationRow>> verifications_of(Database& database,
                                                                      std::int64_t revision);

/// Calls `each` with the claim (ClaimRow::id) of every verification that belongs to one; only
/// `verdict` and `passes` of the row are told.
[[nodiscard]] Expected<void> for_each_verified_claim(
    Database& database, const std::function<void(std::int64_t claim, const VerificationRow&)>& each);

}  // namespace selon
