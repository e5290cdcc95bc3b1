// selon audit FILE...
#include <algorithm>
#include <memory>
#include <optional>

#include "audit/engine.h"
#include "audit/finding_key.h"
#include "cli/baseline.h"
#include "cli/changes.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/quotation_check.h"
#include "cli/recording.h"
#include "cli/rule_choice.h"
#include "cli/sidecar.h"
#include "report/audit_checkstyle.h"
#include "report/audit_github.h"
#include "report/audit_json.h"
#include "report/audit_junit.h"
#include "report/audit_rdjson.h"
#include "report/audit_sarif.h"
#include "report/audit_text.h"
#include "report/record_text.h"
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
    return std::make_unique<AuditSarifReport>(
        out, AuditSarifOptions{language, SELON_VERSION, !options.baseline.empty()});
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
  const bool several = options.files.size() != 1 || is_jsonl(options.files.front(), options);
  return std::make_unique<AuditTextReport>(out, AuditTextOptions{language, console.colours, several});
}

class AuditRun {
 public:
  /// `changes`: with --since, what has changed; else nullptr.
  AuditRun(const Options& options, Console& console, RuleChoice choice, const Changes* changes)
      : options_(options),
        console_(console),
        changes_(changes),
        choice_(std::move(choice)),
        fail_level_(named<Severity>(options.fail_level)),
        min_level_(named<Severity>(options.min_level).value_or(Severity::info)) {}

  int run() {
    Session& session = Session::until_exit(options_);
    if (options_.record) {
      auto opened = Recorder::open(options_, console_.language);
      if (opened) {
        recorder_.emplace(std::move(*opened));
      } else {
        console_.fail(opened.error());  // the audit is worth having all the same
      }
    }
    if (!open_baseline() || !read_sources_of(session)) {
      return console_.exit_code();
    }
    const auto report = make_report(options_, console_, fail_level_);
    ArticleListener listener;
    listener.prepare = [this](const LoadedArticle& article) { return std::any(audited(article)); };
    listener.article = [&](LoadedArticle& article, std::any& prepared) {
      return report_article(article, std::any_cast<Audited&>(prepared), *report);
    };
    if (options_.format == "jsonl") {
      listener.bad_record = [&](const std::string& id_json, const std::string& message) {
        report->failure(id_json, message);
      };
    }
    for_each_article(session, options_, console_, listener);
    if (!writes_baseline()) {
      report->finish();
    }
    close_baseline();
    return console_.exit_code();
  }

 private:
  [[nodiscard]] bool writes_baseline() const { return !options_.write_baseline.empty(); }

  /// Reads what --against names; false where nothing can be verified.
  bool read_sources_of(Session& session) {
    if (options_.against.empty()) return true;
    auto check = QuotationCheck::of(session, options_, console_);
    if (check) check_ = std::move(*check);
    return check.has_value();
  }

  /// False where there is none to work with.
  bool open_baseline() {
    if (options_.baseline.empty() && options_.prune_baseline) {
      console_.fail({"--prune-baseline", 0, 0, "no baseline is named", "", "add --baseline FILE"});
      return false;
    }
    if (writes_baseline()) {
      baseline_.emplace(options_.write_baseline);
    } else if (!options_.baseline.empty()) {
      auto read = Baseline::read(options_.baseline);
      if (!read) {
        console_.fail(read.error());
        return false;
      }
      baseline_.emplace(std::move(*read));
    }
    return true;
  }

  void close_baseline() {
    if (!baseline_) {
      return;
    }
    std::uint32_t pruned = 0;
    if (writes_baseline() || options_.prune_baseline) {
      pruned = baseline_->prune();
      if (const auto written = baseline_->write(); !written) {
        console_.fail(written.error());
        return;
      }
    }
    console_.out.flush();
    const UiLanguage language = console_.language;
    write_message("selon: " +
                  (writes_baseline() ? baseline_written(language, baseline_->size())
                                     : baseline_used(language, baseline_->taken(), pruned)) +
                  "\n");
  }

  /// Takes what nobody is to see out of the findings.
  std::vector<Finding> hide(const LoadedArticle& article, std::vector<Finding>& findings) {
    if (baseline_) {
      for (Finding& finding : findings) {
        if (!finding.suppression && is_in_baseline(article, finding)) {
          finding.suppression = Suppression{Suppression::Kind::baseline, ""};
        }
      }
      baseline_->audited(article.document.path);
    }
    const auto hidden = std::stable_partition(findings.begin(), findings.end(), [](const Finding& finding) {
      return !finding.suppression.has_value();
    });
    std::vector<Finding> taken(std::make_move_iterator(hidden), std::make_move_iterator(findings.end()));
    findings.erase(hidden, findings.end());
    return taken;
  }

  bool is_in_baseline(const LoadedArticle& article, const Finding& finding) {
    const std::string key = finding_key(article.document, article.analysis, finding);
    if (writes_baseline()) {
      baseline_->add(article.document.path, key, finding.rule->id, finding.span.in(article.document.text));
    }
    return baseline_->take(article.document.path, key);
  }

  /// What an audit gives of an article; made on the thread that read it.
  struct Audited {
    std::vector<Finding> findings;
    AuditSummary summary;
    std::optional<Error> sidecar_failure;
  };

  [[nodiscard]] Audited audited(const LoadedArticle& article) const {
    Audited out;
    AuditOptions audit_options;
    audit_options.strict = options_.strict;
    if (const auto read = read_sidecar(article.document.path, audit_options); !read) {
      out.sidecar_failure = read.error();
    }
    out.summary = audit(article.document, article.analysis, *article.pack, audit_options,
                        [&](Finding finding) { out.findings.push_back(std::move(finding)); });
    sort_findings(out.findings);
    return out;
  }

  bool report_article(const LoadedArticle& article, Audited& audited, AuditReport& report) {
    std::vector<Finding>& findings = audited.findings;
    if (audited.sidecar_failure) {
      console_.fail(*audited.sidecar_failure);
    }
    std::vector<VerificationRow> verified;
    if (check_) {
      const std::vector<Verification> quotations = check_->verify(article);
      verified = check_->rows(quotations);
      std::ranges::move(check_->findings(quotations), std::back_inserter(findings));
      sort_findings(findings);
    }
    if (recorder_) {
      record(article, findings, verified);
    }
    std::erase_if(findings, [&](const Finding& finding) { return !choice_.contains(finding.rule->id); });
    std::vector<Finding> hidden = hide(article, findings);
    keep_changed(article, findings);
    keep_changed(article, hidden);
    if (fail_level_ && !findings.empty() && findings.front().severity >= *fail_level_) {
      console_.found();
    }
    std::erase_if(findings, [&](const Finding& finding) { return finding.severity < min_level_; });
    if (!writes_baseline()) {
      report.article({article.document, article.analysis, findings, audited.summary, hidden});
    }
    return !console_.out.closed();
  }

  /// With --since, drops findings all of whose places are on lines that are as they were. The lines of a
  /// record of JSONL are not those of its file: all of a changed file's count.
  void keep_changed(const LoadedArticle& article, std::vector<Finding>& findings) const {
    if (changes_ == nullptr || article.document.format == Format::jsonl) {
      return;
    }
    const PlaceFinder places(article.document);
    const auto has_changed = [&](Span in_file) {
      return changes_->has_line(article.document.path, places.in_file(in_file.start).line,
                                places.in_file(in_file.end).line);
    };
    std::erase_if(findings, [&](const Finding& finding) {
      return !has_changed(span_in_file(places, finding)) &&
             std::ranges::none_of(finding.related, [&](const RelatedPlace& related) {
               return !related.elsewhere && has_changed(span_in_file(places, related.span));
             });
    });
  }

  void record(const LoadedArticle& article, const std::vector<Finding>& findings,
              const std::vector<VerificationRow>& verified) {
    if (const auto outcome = recorder_->record(article, findings, verified); !outcome) {
      console_.fail(outcome.error());
    } else {
      for (const std::string& line : notes_of(console_.language, article.document.path, *outcome)) {
        console_.note(line);
      }
    }
  }

  const Options& options_;
  Console& console_;
  const Changes* changes_;
  RuleChoice choice_;
  std::optional<Severity> fail_level_;  ///< none: nothing fails
  Severity min_level_;
  std::optional<Recorder> recorder_;
  std::unique_ptr<QuotationCheck> check_;  ///< with --against
  std::optional<Baseline> baseline_;
};

}  // namespace

int run_audit(const Options& options, Console& console) {
  auto choice = RuleChoice::of(options.only, options.skip);
  if (!choice) {
    console.fail(choice.error());
    return console.exit_code();
  }
  if (options.since.empty()) {
    return AuditRun(options, console, std::move(*choice), nullptr).run();
  }
  const auto changes = Changes::since(options.since, options.files);
  if (!changes) {
    console.fail(changes.error());
    return console.exit_code();
  }
  Options changed = options;
  std::erase_if(changed.files, [&](const std::string& path) { return !changes->has_file(path); });
  return AuditRun(changed, console, std::move(*choice), &*changes).run();
}

}  // namespace selon
