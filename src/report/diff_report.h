// What the diff's reports have in common: the two articles with what differs between
// their claims.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claims/diff/diff.h"
#include "report/wording.h"

namespace selon {

struct DiffedArticles {
  const DiffArticle& old_article;
  const DiffArticle& new_article;
  const Diff& diff;
};

/// "attribution lost", "attribution perdue"
[[nodiscard]] std::string_view label(UiLanguage language, ChangeKind kind);
/// "3 changes", "1 unchanged"
[[nodiscard]] std::string counted_changes(UiLanguage language, std::size_t count);
[[nodiscard]] std::string counted_unchanged(UiLanguage language, std::size_t count);

/// A statement's words, parted where it differs.
struct MarkedPart {
  std::string text;  ///< on one line
  bool marked = false;
};

/// All the words of a statement.
[[nodiscard]] std::string statement_text(std::string_view text, const Assertion& assertion);

/// The statement with its marks; long stretches without one are cut with "…".
[[nodiscard]] std::vector<MarkedPart> marked_parts(std::string_view text, const Assertion& assertion,
                                                   const std::vector<Span>& marks);

}  // namespace selon
