// selon audit FILE...
#include <algorithm>
#include <memory>
#include <optional>

#include "audit/engine.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/recording.h"
#include "cli/rule_choice.h"
#include "report/audit_checkstyle.h"
#include "report/audit_github.h"
#include "report/audit_json.h"
#include "report/audit_junit.h"
#include "report/audit_rdjson.h"
#include "report/audit_sarif.h"
#include "report/audit_text.h"
#include "rules/names.h"

namespace selon {

namespace {

std::unique_ptr<AuditReport> make_report(const Options& options, Console& console,
                                         std::optional<Severity> fail_level) {
  Output& out = console.out;
  const UiLanguage language = console.language;
  if (options.format == "json") {
    return std::make_unique<AuditJsonReport>(out, language);
  }
  if (options.format == "jsonl") {
    return std::make_unique<AuditJsonReport>(out, language, JsonLayout::compact);
  }
  if (options.format == "sarif") {
    return std::make_unique<AuditSarifReport>(out, AuditSarifOptions{language, SELON_VERSION, false});
  }
  if (options.format == "github") {
    return std::make_unique<AuditGithubReport>(out, language);
  }
  if (options.format == "checkstyle") {
    return std::make_unique<AuditCheckstyleReport>(out, language);
  }
  if (options.format == "junit") {
    return std::make_unique<AuditJunitReport>(out, language, fail_level);
  }
  if (options.format == "rdjson") {
    return std::make_unique<AuditRdjsonReport>(out, language);
  }
  const bool several = options.files.size() > 1 || is_jsonl(options.files.front(), options);
  return std::make_unique<AuditTextReport>(out, AuditTextOptions{language, console.colours, several});
}

class AuditRun {
 public:
  AuditRun(const Options& options, Console& console, RuleChoice choice)
      : options_(options),
        console_(console),
        choice_(std::move(choice)),
        fail_level_(named<Severity>(options.fail_level)),
        min_level_(named<Severity>(options.min_level).value_or(Severity::info)) {}

  int run() {
    if (options_.record) {
      auto opened = Recorder::open(options_, console_.language);
      if (opened) {
        recorder_.emplace(std::move(*opened));
      } else {
        console_.fail(opened.error());  // the audit is worth having all the same
      }
    }
    const auto report = make_report(options_, console_, fail_level_);
    ArticleListener listener;
    listener.article = [&](LoadedArticle& article) { return audit_article(article, *report); };
    if (options_.format == "jsonl") {
      listener.bad_record = [&](const std::string& id_json, const std::string& message) {
        report->failure(id_json, message);
      };
    }
    Session& session = Session::until_exit(options_);
    for_each_article(session, options_, console_, listener);
    report->finish();
    return console_.exit_code();
  }

 private:
  bool audit_article(const LoadedArticle& article, AuditReport& report) {
    std::vector<Finding> findings;
    const AuditSummary summary =
        audit(article.document, article.analysis, *article.pack, AuditOptions{options_.strict},
              [&](Finding finding) { findings.push_back(std::move(finding)); });
    sort_findings(findings);
    if (recorder_) {
      record(article, findings);
    }
    std::erase_if(findings, [&](const Finding& finding) { return !choice_.contains(finding.rule->id); });
    if (fail_level_ && !findings.empty() && findings.front().severity >= *fail_level_) {
      console_.found();
    }
    std::erase_if(findings, [&](const Finding& finding) { return finding.severity < min_level_; });
    report.article({article.document, article.analysis, findings, summary});
    return !console_.out.closed();
  }

  void record(const LoadedArticle& article, const std::vector<Finding>& findings) {
    if (const auto outcome = recorder_->record(article, findings); !outcome) {
      console_.fail(outcome.error());
    }
  }

  const Options& options_;
  Console& console_;
  RuleChoice choice_;
  std::optional<Severity> fail_level_;  ///< none: nothing fails
  Severity min_level_;
  std::optional<Recorder> recorder_;
};

}  // namespace

int run_audit(const Options& options, Console& console) {
  auto choice = RuleChoice::of(options.only, options.skip);
  if (!choice) {
    console.fail(choice.error());
    return console.exit_code();
  }
  return AuditRun(options, console, std::move(*choice)).run();
}

}  // namespace selon
