// Articles into the claims database: what `record` and `audit --record` share.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "audit/finding.h"
#include "claims/database.h"
#include "claims/recorded.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/session.h"

namespace selon {

/// The path of the claims database: that of --db, else the user's.
[[nodiscard]] Expected<std::string> database_path(const Options& options);

/// The findings as they are recorded: in words, with their place in the file; silenced ones left out.
[[nodiscard]] std::vector<FindingRow> finding_rows(const LoadedArticle& article,
                                                   const std::vector<Finding>& findings, UiLanguage language);

/// Whether many articles come: JSON lines, or all that is recorded.
[[nodiscard]] bool is_batch(const Options& options);

class Recorder {
 public:
  /// Opens the database, or makes it.
  [[nodiscard]] static Expected<Recorder> open(const Options& options, UiLanguage language);

  [[nodiscard]] Expected<RecordOutcome> record(const LoadedArticle& article,
                                               const std::vector<Finding>& findings,
                                               std::span<const VerificationRow> verified = {});
  /// The same with the findings in words already (see finding_rows).
  [[nodiscard]] Expected<RecordOutcome> record_rows(const LoadedArticle& article,
                                                    const std::vector<FindingRow>& rows,
                                                    std::span<const VerificationRow> verified = {});

  /// Analyses a recorded revision anew.
  [[nodiscard]] tl::expected<RecordOutcome, Errors> reanalyse(Session& session, const RevisionRow& revision);

  [[nodiscard]] Database& database() { return database_; }

 private:
  [[nodiscard]] RecordOptions record_options(const LoadedArticle& article,
                                             const std::vector<FindingRow>& rows,
                                             std::span<const VerificationRow> verified = {}) const;

  Recorder(Database database, const Options& options, UiLanguage language)
      : database_(std::move(database)), options_(&options), language_(language) {}

  Database database_;
  const Options* options_;
  UiLanguage language_;
};

}  // namespace selon
