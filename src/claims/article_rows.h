// The articles of the database as their latest revisions have them, for who looks at all
// of them together.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "base/error.h"
#include "claims/database.h"

namespace selon {

/// One article. Views are valid during the callback only.
struct ArticleRow {
  std::string_view key;
  std::string_view headline;
  std::string_view publisher;
  std::string_view at;       ///< time of its latest revision
  std::string_view bylines;  ///< refs of the sources that it is by, "," between
  std::uint32_t revisions = 0;
  std::uint32_t sources = 0;  ///< how many make claims in it
};

/// Calls `each` with every article, in the order in which they were first recorded, until it
/// returns false.
[[nodiscard]] Expected<std::size_t> for_each_article_row(Database& database,
                                                         const std::function<bool(const ArticleRow&)>& each);

/// A source that a caption is credited to. Views are valid during the callback only.
struct CreditRow {
  std::int64_t claim = 0;  ///< ClaimRow::id
  std::string_view ref;
  std::string_view name;
  std::string_view kind;
  std::string_view country;
  bool anonymous = false;  ///< or vague
};

/// Calls `each` with every credit of every credited claim, the one that ClaimRow::ref tells too.
[[nodiscard]] Expected<void> for_each_credit(Database& database,
                                             const std::function<void(const CreditRow&)>& each);

}  // namespace selon
