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

}  // namespace selon
