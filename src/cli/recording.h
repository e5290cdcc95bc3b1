// Articles into the claims database: what `record` and `audit --record` share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/finding.h"
#include "claims/database.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/session.h"

namespace selon {

/// The path of the claims database: that of --db, else the user's.
[[nodiscard]] Expected<std::string> database_path(const Options& options);

class Recorder {
 public:
  /// Opens the database, or makes it.
  [[nodiscard]] static Expected<Recorder> open(const Options& options, UiLanguage language);

  [[nodiscard]] Expected<RecordOutcome> record(const LoadedArticle& article,
                                               const std::vector<Finding>& findings);

 private:
  Recorder(Database database, const Options& options, UiLanguage language)
      : database_(std::move(database)), options_(&options), language_(language) {}

  Database database_;
  const Options* options_;
  UiLanguage language_;
};

}  // namespace selon
