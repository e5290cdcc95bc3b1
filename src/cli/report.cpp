// selon report FILE..., selon report --recorded
#include <sys/ioctl.h>
#include <unistd.h>

#include <memory>

#include "audit/engine.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/report_recorded.h"
#include "cli/sidecar.h"
#include "report/dashboard.h"
#include "report/html_report.h"
#include "report/report_csv.h"
#include "report/report_json.h"
#include "report/report_markdown.h"
#include "report/report_text.h"

namespace selon {

namespace {

constexpr std::uint32_t usual_columns = 100;

/// The width of the terminal; where there is none, $COLUMNS or a page's.
std::uint32_t terminal_columns() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return size.ws_col;
  }
  const char* said = std::getenv("COLUMNS");
  const long columns = said == nullptr ? 0 : std::strtol(said, nullptr, 10);
  return columns > 0 && columns < 10'000 ? static_cast<std::uint32_t>(columns) : usual_columns;
}

/// Several articles on one page: their claims together.
class SetReport final : public ArticleReport {
 public:
  SetReport(Output& output, HtmlReportOptions options) : output_(output), options_(std::move(options)) {}

  void article(const ReportedArticle& article) override { claims_.add(article); }
  void finish() override {
    const std::string origin = counted(options_.language, claims_.articles().size(), Counted::article);
    write_dashboard_html(output_, claims_, {origin, ""}, options_);
  }

 private:
  Output& output_;
  HtmlReportOptions options_;
  ClaimCollection claims_;
};

std::unique_ptr<ArticleReport> make_report(const Options& options, Console& console) {
  Output& out = console.out;
  const bool several = options.files.size() > 1 || is_jsonl(options.files.front(), options);
  if (options.format == "html" && several) {
    const HtmlReportOptions html{console.language, SELON_VERSION};
    return std::make_unique<SetReport>(out, html);
  }
  if (options.format == "html") {
    return std::make_unique<HtmlReport>(out, HtmlReportOptions{console.language, SELON_VERSION});
  }
  if (options.format == "md") {
    return std::make_unique<ReportMarkdown>(out, console.language);
  }
  if (options.format == "csv") {
    return std::make_unique<ReportCsv>(out);
  }
  if (options.format == "json") {
    return std::make_unique<ReportJson>(out, console.language);
  }
  return std::make_unique<ReportText>(
      out, ReportTextOptions{console.language, console.colours, terminal_columns()});
}

class ReportRun {
 public:
  ReportRun(Session& session, const Options& options, Console& console)
      : session_(session), options_(options), console_(console) {}

  int run() {
    const auto report = make_report(options_, console_);
    ArticleListener listener;
    listener.article = [&](LoadedArticle& article, std::any& /*prepared*/) { return add(article, *report); };
    for_each_article(session_, options_, console_, listener);
    report->finish();
    return console_.exit_code();
  }

 private:
  bool add(const LoadedArticle& article, ArticleReport& report) {
    std::vector<Finding> findings;
    AuditOptions audit_options;
    if (auto silences = sidecar_silences(article.document.path)) {
      audit_options.silences = std::move(*silences);
    } else {
      console_.fail(silences.error());
    }
    const auto keep = [&](Finding finding) {
      if (!finding.suppression) {
        findings.push_back(std::move(finding));
      }
    };
    const AuditSummary summary =
        audit(article.document, article.analysis, *article.pack, audit_options, keep);
    sort_findings(findings);
    report.article({article.document, article.analysis, findings, summary, article.pack->sources});
    return !console_.out.closed();
  }

  Session& session_;
  const Options& options_;
  Console& console_;
};

}  // namespace

int run_report(const Options& options, Console& console) {
  Session& session = Session::until_exit(options);
  if (options.recorded) {
    if (!options.files.empty()) {
      console.fail(Error{"selon report", 0, 0, "--recorded reports what the database holds",
                         options.files.front(), "leave the files or --recorded out"});
      return console.exit_code();
    }
    return run_report_recorded(session, options, console);
  }
  if (options.files.empty()) {
    console.fail(Error{"selon report", 0, 0, "no article is named", "",
                       "give FILE..., or --recorded for the database"});
    return console.exit_code();
  }
  for (const std::string* filter :
       {&options.source, &options.about, &options.article, &options.since, &options.until}) {
    if (!filter->empty()) {
      console.fail(Error{"selon report", 0, 0, "only recorded claims can be chosen from", *filter,
                         "add --recorded, without files"});
      return console.exit_code();
    }
  }
  return ReportRun(session, options, console).run();
}

}  // namespace selon
