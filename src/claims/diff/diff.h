// The diff of two revisions of an article: its claims and the statements in its own
// voice are paired whatever their order, and each pair is compared.
//
//   const Diff found = diff_claims(old_article, new_article, lexicon);
//   for (const Change& change : found.changes) …    worst first
#pragma once

#include <cstddef>
#include <vector>

#include "claims/diff/assertion.h"
#include "claims/diff/change.h"
#include "language/lexicon.h"

namespace selon {

struct Diff {
  std::vector<Assertion> old_side;
  std::vector<Assertion> new_side;
  std::vector<Change> changes;  ///< worst first, then by place
  std::size_t unchanged = 0;    ///< pairs without a change
};

/// The articles must outlive the diff. `lexicon` is that of the new one's language.
[[nodiscard]] Diff diff_claims(const DiffArticle& old_article, const DiffArticle& new_article,
                               const Lexicon& lexicon);

}  // namespace selon
