// The runs in which two wordings differ, word by word: the alignment with the fewest
// words dropped, added or replaced. (The audit's alignment weighs words, to tell a
// quotation from another one; here each counts the same.)
#pragma once

#include <vector>

#include "audit/wording_difference.h"
#include "claims/diff/figures.h"

namespace selon {

/// In order. Very long wordings are only compared from both ends: one run.
[[nodiscard]] std::vector<WordRun> differing_runs(const std::vector<DiffWord>& a,
                                                  const std::vector<DiffWord>& b);

}  // namespace selon
