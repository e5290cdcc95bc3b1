// What the diff's reports have in common: the two articles with what differs between
// their claims.
#pragma once

#include <optional>
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

/// The kinds of a change, worst first: "figure changed, moved".
[[nodiscard]] std::string kinds_in_words(UiLanguage language, const Change& change);

/// One side of a change as it is shown.
struct DiffSide {
  FilePlace place;  ///< of the statement, in its file
  std::vector<MarkedPart> parts;
};

/// Finds what is shown of each change: where nothing is marked the whole statement, of what
/// only moved its beginning.
class ShownChanges {
 public:
  explicit ShownChanges(const DiffedArticles& articles)
      : articles_(articles),
        old_places_(articles.old_article.document),
        new_places_(articles.new_article.document) {}

  [[nodiscard]] std::optional<DiffSide> old_side(const Change& change) const;
  [[nodiscard]] std::optional<DiffSide> new_side(const Change& change) const;

 private:
  const DiffedArticles& articles_;
  PlaceFinder old_places_;
  PlaceFinder new_places_;
};

}  // namespace selon
