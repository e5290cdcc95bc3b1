#include "cli/recording.h"

#include "report/audit_report.h"
#include "report/wording.h"

namespace selon {

Expected<std::string> database_path(const Options& options) {
  return options.db.empty() ? default_database_path() : Expected<std::string>(options.db);
}

Expected<Recorder> Recorder::open(const Options& options, UiLanguage language) {
  const auto path = database_path(options);
  if (!path) {
    return tl::unexpected(path.error());
  }
  DatabaseOptions settings;
  settings.durability = options.files.size() > 1 ? Durability::batch : Durability::each_revision;
  auto database = Database::open(*path, OpenMode::create, settings);
  if (!database) {
    return tl::unexpected(std::move(database.error()));
  }
  return Recorder(std::move(*database), options, language);
}

Expected<RecordOutcome> Recorder::record(const LoadedArticle& article, const std::vector<Finding>& findings) {
  const PlaceFinder places(article.document);
  std::vector<FindingRow> rows;
  rows.reserve(findings.size());
  for (const Finding& finding : findings) {
    if (finding.suppression) {
      continue;
    }
    const FilePlace place = places.in_file(span_in_file(places, finding).start);
    rows.push_back({finding.rule->id, finding.severity, message_of(finding, language_), finding.span,
                    place.line, place.column});
  }
  RecordOptions settings;
  settings.article = options_->article;
  settings.published_at = options_->published;
  settings.selon_version = SELON_VERSION;
  settings.pack_version = article.pack->lang + " " + article.pack->version;
  settings.findings = rows;
  settings.known_sources = article.pack->sources;
  return database_.record(article.document, article.analysis, settings);
}

}  // namespace selon
