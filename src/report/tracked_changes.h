// What changed since the revision before, as an editor reads tracked changes: places of the
// new text that are new, and words of the old one at the place where they would stand.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/diff_report.h"

namespace selon {

/// The changes between two revisions that follow each other, and how they are called.
struct RevisionDiff {
  std::string old_name;
  std::string new_name;
  DiffedArticles articles;
};

struct TrackedChanges {
  /// Something that is no text of the new revision.
  struct Insert {
    std::uint32_t at = 0;  ///< offset in the new text, before which it is shown
    std::string words;     ///< that were taken out; empty: the statement here has moved
  };
  std::vector<Span> added;      ///< places of the new text, ascending
  std::vector<Insert> inserts;  ///< ascending
};

[[nodiscard]] TrackedChanges track_changes(const DiffedArticles& articles);

}  // namespace selon
