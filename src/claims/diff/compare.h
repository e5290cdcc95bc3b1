// One claim in two revisions: of which kinds its change is, and which words differ.
#pragma once

#include <string_view>
#include <vector>

#include "claims/diff/assertion.h"
#include "claims/diff/change.h"
#include "claims/diff/word_sense.h"

namespace selon {

/// The kinds, worst first; none where nothing changed. Fills in the edits and marks.
/// Source and certainty of a cue are read from the text, not from who it resolves to:
/// where the same words stand nothing is said to have changed.
[[nodiscard]] std::vector<ChangeKind> compare(const DiffArticle& old_article, const Assertion& old_one,
                                              const DiffArticle& new_article, const Assertion& new_one,
                                              const WordSense& sense, Change& change);

/// An assertion and the text that its words' spans point into.
struct SpokenBy {
  const Assertion& assertion;
  std::string_view text;
};

/// Only who says it, and how: for two sentences that became one, or one that became two.
[[nodiscard]] std::vector<ChangeKind> compare_sources(const SpokenBy& old_one, const SpokenBy& new_one,
                                                      const WordSense& sense);

}  // namespace selon
