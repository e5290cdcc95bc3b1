// What the diff of two revisions finds: changes of claims, each with its kinds, worst
// first, and the words that differ.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace selon {

/// Worst first: the order of the enumeration is that of the reports.
enum class ChangeKind : std::uint8_t {
  attribution_lost,
  quotation_altered,
  figure_changed,
  anonymised,
  polarity_changed,
  source_changed,
  certainty_changed,
  quotation_to_paraphrase,
  paraphrase_to_quotation,
  attribution_gained,
  named,
  removed,
  added,
  reworded,
  moved,
};
inline constexpr std::size_t change_kinds = static_cast<std::size_t>(ChangeKind::moved) + 1;

/// "attribution_lost"
[[nodiscard]] std::string_view name_of(ChangeKind kind);

/// Words that stand against each other; one of the two may be empty.
struct Edit {
  std::string old_words;
  std::string new_words;
};

/// One claim, or one statement in the article's own voice, that changed.
struct Change {
  std::vector<ChangeKind> kinds;             ///< worst first, not empty
  std::optional<std::size_t> old_assertion;  ///< index in Diff::old_side; none where it was added
  std::optional<std::size_t> new_assertion;  ///< none where it was removed
  std::vector<Edit> edits;                   ///< in the order of the text
  std::vector<Span> old_marks;               ///< the same as places of the documents' texts
  std::vector<Span> new_marks;
};

}  // namespace selon
