// Loads, analyses and audits the articles that `selon record` is given.
#pragma once

#include "cli/console.h"
#include "cli/jsonl.h"
#include "cli/options.h"
#include "cli/record_exchange.h"

namespace selon {

/// One article after the other. Its session is never taken apart: findings point into its packs.
class RecordWorker {
 public:
  /// With `known`, the database, an article whose latest revision is that file isn't analysed.
  RecordWorker(const Options& options, UiLanguage language, Database* known, bool jit);

  /// Never throws; what goes wrong is the result's errors.
  RecordResult work(RecordJob job);

 private:
  Errors fill(RecordResult& result, RecordJob& job);
  tl::expected<LoadedDocument, Errors> load(const RecordJob& job);
  bool looks_unchanged(Document& document, RecordResult& result);

  const Options& options_;
  UiLanguage language_;
  Database* known_;
  Session& session_;
  JsonlParser parser_;
};

}  // namespace selon
