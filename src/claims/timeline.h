// What a source said over time: its claims from the first on, near-equal contents as one with
// the article that had it first and those that carried it after.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/error.h"
#include "claims/database.h"
#include "claims/queries.h"

namespace selon {

/// One thing said, as the first article that reports it has it.
struct TimelineRow {
  std::string at;  ///< time of that revision
  std::string source;
  std::string ref;
  std::string content;
  std::string article;
  std::string headline;
  std::string publisher;
  std::string kind;
  std::string polarity;
  std::string modality;
  std::uint32_t revision = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t articles = 0;           ///< how many carry it, the first included
  std::vector<std::string> carried_by;  ///< keys of the others, in the order of time
  std::string last_at;                  ///< time of the last that carries it
};

/// A claim counts from the first revision on that had it, as long as the latest revision of
/// some article has it (with `all_revisions` always). Two contents are near-equal where 7 of 10 of their
/// words are the same, figures all, and both are affirmed or denied alike. `query` says which claims; its
/// limit counts rows. Calls `each` from the earliest on, until it returns false; gives the number of rows.
[[nodiscard]] Expected<std::size_t> for_each_on_timeline(Database& database, const ClaimQuery& query,
                                                         const std::function<bool(const TimelineRow&)>& each);

}  // namespace selon
