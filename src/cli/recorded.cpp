#include "cli/recorded.h"

#include <fmt/format.h>

namespace selon {

tl::expected<LoadedArticle, Errors> recorded_article(Session& session, Database& database,
                                                     const RevisionRow& revision) {
  auto recorded = read_recorded(database, revision.id);
  if (!recorded) {
    return tl::unexpected(Errors{recorded.error()});
  }
  recorded->document.path = fmt::format("{}@{}", revision.article, revision.number);
  return session.article_of_document(std::move(recorded->document), recorded->lang);
}

}  // namespace selon
