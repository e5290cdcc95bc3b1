// selon history ARTICLE
#include <optional>

#include "claims/diff/diff.h"
#include "cli/commands.h"
#include "cli/listing_format.h"
#include "cli/paths.h"
#include "cli/recorded.h"

namespace selon {

namespace {

/// Counts what changed between two revisions. Fails without a lexicon.
Expected<void> count_changes(const LoadedArticle& before, const LoadedArticle& after, RevisionChanges& row) {
  const auto lexicon = Lexicon::open(lexicon_path(after.pack->lang));
  if (!lexicon) {
    return tl::unexpected(lexicon.error());
  }
  const Diff diff = diff_claims({before.document, before.analysis, *before.pack},
                                {after.document, after.analysis, *after.pack}, *lexicon);
  for (const Change& change : diff.changes) {
    ++row.kinds[static_cast<std::size_t>(change.kinds.front())];
  }
  row.unchanged = static_cast<std::uint32_t>(diff.unchanged);
  return {};
}

}  // namespace

int run_history(const Options& options, Console& console) {
  return list_rows<RevisionChanges>(options, console, history_listing,
                                    [&](Database& database, const auto& each) -> Expected<std::size_t> {
                                      const auto revisions = revisions_of(database, options.names.front());
                                      if (!revisions) {
                                        return tl::unexpected(revisions.error());
                                      }
                                      Session session(options);
                                      std::optional<LoadedArticle> before;
                                      std::size_t count = 0;
                                      for (const RevisionRow& revision : *revisions) {
                                        auto after = recorded_article(session, database, revision);
                                        if (!after) {
                                          return tl::unexpected(after.error().front());
                                        }
                                        RevisionChanges row;
                                        row.revision = revision;
                                        row.first = !before;
                                        if (before) {
                                          if (auto counted = count_changes(*before, *after, row); !counted) {
                                            return tl::unexpected(counted.error());
                                          }
                                        }
                                        ++count;
                                        if (!each(row)) {
                                          break;
                                        }
                                        before = std::move(*after);
                                      }
                                      return count;
                                    });
}

}  // namespace selon
