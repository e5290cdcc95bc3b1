// The verified quotations of one revision, each with the claim it stands in.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "claims/database.h"
#include "claims/record_statements.h"

namespace selon {

/// Puts `rows` in the place of the revision's verifications, inside its transaction. A
/// quotation belongs to the innermost claim whose content it shares words with, or to none.
void record_verifications(RecordStatements& statements, std::int64_t revision,
                          std::span<const VerificationRow> rows, const std::string& verified_at);

/// Finds the claims of the revision's verifications again, after it was analysed anew.
void link_verifications(RecordStatements& statements, std::int64_t revision);

}  // namespace selon
