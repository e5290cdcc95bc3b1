// Recorded revisions as articles that can be compared: analysed again with today's rules, so
// that a change of rules is no change of an article.
#pragma once

#include "claims/database.h"
#include "claims/recorded.h"
#include "cli/session.h"

namespace selon {

/// The article of that revision, its path being "KEY@NUMBER".
[[nodiscard]] tl::expected<LoadedArticle, Errors> recorded_article(Session& session, Database& database,
                                                                   const RevisionRow& revision);

}  // namespace selon
