// What must be gone for good: revisions with their claims, findings and verifications, and the
// sources that nothing is left of. Afterwards their words are nowhere in the file, neither in
// its tables and its full-text index nor in free pages or the log beside it.
#pragma once

#include <cstdint>
#include <string>

#include "base/error.h"
#include "claims/database.h"

namespace selon {

/// Which revisions. What is left empty doesn't narrow; all empty is refused.
struct ForgetQuery {
  std::string article;  ///< key of the article: all its revisions
  std::string source;   ///< as ClaimQuery::source: all revisions of every article in which it occurs
  std::string before;   ///< revisions of before that date (ISO 8601)
};

struct Forgotten {
  std::uint64_t articles = 0;  ///< of which nothing is left
  std::uint64_t revisions = 0;
  std::uint64_t claims = 0;
  std::uint64_t sources = 0;
};

/// Fails, with nothing forgotten, where nothing fits. Fails after the deletion where another
/// process keeps the file from being cleaned: `clean_database` does that later.
[[nodiscard]] Expected<Forgotten> forget(Database& database, const ForgetQuery& query);

/// Merges the full-text index, takes the free pages out of the file and empties the log. Gives
/// the bytes that the file became smaller.
[[nodiscard]] Expected<std::uint64_t> clean_database(Database& database);

}  // namespace selon
