#include "cli/recording.h"

#include <algorithm>

#include "audit/engine.h"
#include "cli/inputs.h"
#include "report/audit_report.h"
#include "report/wording.h"

namespace selon {

Expected<std::string> database_path(const Options& options) {
  return options.db.empty() ? default_database_path() : Expected<std::string>(options.db);
}

bool is_batch(const Options& options) {
  return options.reanalyse ||
         std::ranges::any_of(options.files, [&](const std::string& path) { return is_jsonl(path, options); });
}

Expected<Recorder> Recorder::open(const Options& options, UiLanguage language) {
  const auto path = database_path(options);
  if (!path) {
    return tl::unexpected(path.error());
  }
  DatabaseOptions settings;
  settings.durability =
      options.files.size() > 1 || is_batch(options) ? Durability::batch : Durability::each_revision;
  auto database = Database::open(*path, OpenMode::create, settings);
  if (!database) {
    return tl::unexpected(std::move(database.error()));
  }
  return Recorder(std::move(*database), options, language);
}

std::vector<FindingRow> finding_rows(const LoadedArticle& article, const std::vector<Finding>& findings,
                                     UiLanguage language) {
  const PlaceFinder places(article.document);
  std::vector<FindingRow> rows;
  rows.reserve(findings.size());
  for (const Finding& finding : findings) {
    if (finding.suppression) {
      continue;
    }
    const FilePlace place = places.in_file(span_in_file(places, finding).start);
    rows.push_back({finding.rule->id, finding.severity, message_of(finding, language), finding.span,
                    place.line, place.column});
  }
  return rows;
}

Expected<RecordOutcome> Recorder::record(const LoadedArticle& article, const std::vector<Finding>& findings,
                                         std::span<const VerificationRow> verified) {
  return record_rows(article, finding_rows(article, findings, language_), verified);
}

Expected<RecordOutcome> Recorder::record_rows(const LoadedArticle& article,
                                              const std::vector<FindingRow>& rows,
                                              std::span<const VerificationRow> verified) {
  return database_.record(article.document, article.analysis, record_options(article, rows, verified));
}

RecordOptions Recorder::record_options(const LoadedArticle& article, const std::vector<FindingRow>& rows,
                                       std::span<const VerificationRow> verified) const {
  RecordOptions settings;
  settings.article = options_->article;
  settings.published_at = options_->published;
  settings.selon_version = SELON_VERSION;
  settings.pack_version = article.pack->lang + " " + article.pack->version;
  settings.findings = rows;
  settings.verifications = verified;
  settings.known_sources = article.pack->sources;
  return settings;
}

tl::expected<RecordOutcome, Errors> Recorder::reanalyse(Session& session, const RevisionRow& revision) {
  auto recorded = read_recorded(database_, revision.id);
  if (!recorded) {
    return tl::unexpected(Errors{recorded.error()});
  }
  auto article = session.article_of_document(std::move(recorded->document), recorded->lang);
  if (!article) {
    return tl::unexpected(article.error());
  }
  std::vector<Finding> findings;
  audit(article->document, article->analysis, *article->pack, AuditOptions{},
        [&](Finding finding) { findings.push_back(std::move(finding)); });
  const std::vector<FindingRow> rows = finding_rows(*article, findings, language_);
  auto outcome =
      database_.reanalyse(revision.id, article->document, article->analysis, record_options(*article, rows));
  return outcome ? tl::expected<RecordOutcome, Errors>(std::move(*outcome))
                 : tl::unexpected(Errors{outcome.error()});
}

}  // namespace selon
