// selon report FILE..., selon report --recorded
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>

#include "audit/engine.h"
#include "claims/diff/diff.h"
#include "claims/verification_rows.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/listing_format.h"
#include "cli/paths.h"
#include "cli/quotation_check.h"
#include "cli/recorded.h"
#include "cli/recording.h"
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

  /// The files as revisions of one article: the last one, with what changed up to it.
  int run_revisions() {
    if (!read_sources_of_quotations()) {
      return console_.exit_code();
    }
    std::vector<LoadedArticle> articles;
    for (const std::string& path : options_.files) {
      auto article = session_.article(path);
      if (!article) {
        console_.fail(article.error());
        return console_.exit_code();
      }
      articles.push_back(std::move(*article));
    }
    return report_revisions(articles);
  }

  /// The same of a recorded article.
  int run_recorded_revisions() {
    auto database = open_for_questions(options_);
    if (!database) {
      console_.fail(database.error());
      return console_.exit_code();
    }
    const auto revisions = revisions_of(*database, options_.article);
    if (!revisions) {
      console_.fail(revisions.error());
      return console_.exit_code();
    }
    std::vector<LoadedArticle> articles;
    for (const RevisionRow& revision : *revisions) {
      auto article = recorded_article(session_, *database, revision);
      if (!article) {
        console_.fail(article.error());
        return console_.exit_code();
      }
      articles.push_back(std::move(*article));
    }
    auto verified = verifications_of(*database, revisions->back().id);
    if (!verified) {
      console_.fail(verified.error());
      return console_.exit_code();
    }
    verified_ = std::move(*verified);
    return report_revisions(articles);
  }

  int run() {
    if (!read_sources_of_quotations()) {
      return console_.exit_code();
    }
    const auto report = make_report(options_, console_);
    ArticleListener listener;
    listener.article = [&](LoadedArticle& article, std::any& /*prepared*/) { return add(article, *report); };
    for_each_article(session_, options_, console_, listener);
    report->finish();
    return console_.exit_code();
  }

 private:
  int report_revisions(const std::vector<LoadedArticle>& articles) {
    const auto lexicon = Lexicon::open(lexicon_path(articles.back().pack->lang));
    if (!lexicon) {
      console_.fail(lexicon.error());
      return console_.exit_code();
    }
    std::vector<DiffArticle> sides;
    for (const LoadedArticle& article : articles) {
      sides.push_back({article.document, article.analysis, *article.pack});
    }
    std::vector<Diff> diffs;
    for (std::size_t i = 1; i < sides.size(); ++i) {
      diffs.push_back(diff_claims(sides[i - 1], sides[i], *lexicon));
    }
    for (std::size_t i = 0; i < diffs.size(); ++i) {
      changes_.push_back(
          {sides[i].document.path, sides[i + 1].document.path, {sides[i], sides[i + 1], diffs[i]}});
    }
    HtmlReport report(console_.out, {console_.language, SELON_VERSION});
    add(articles.back(), report);
    return console_.exit_code();
  }

  /// Reads what --against names; false where nothing can be verified.
  bool read_sources_of_quotations() {
    if (options_.against.empty()) {
      return true;
    }
    auto check = QuotationCheck::of(session_, options_, console_);
    if (check) {
      check_ = std::move(*check);
    }
    return check.has_value();
  }

  bool add(const LoadedArticle& article, ArticleReport& report) {
    std::vector<Finding> findings;
    AuditOptions audit_options;
    if (const auto read = read_sidecar(article.document.path, audit_options); !read) {
      console_.fail(read.error());
    }
    const auto keep = [&](Finding finding) {
      if (!finding.suppression) {
        findings.push_back(std::move(finding));
      }
    };
    const AuditSummary summary =
        audit(article.document, article.analysis, *article.pack, audit_options, keep);
    if (check_) {
      const std::vector<Verification> quotations = check_->verify(article);
      verified_ = check_->rows(quotations);
      std::ranges::move(check_->findings(quotations), std::back_inserter(findings));
    }
    sort_findings(findings);
    const auto revisions = static_cast<std::uint32_t>(changes_.empty() ? 0 : changes_.size() + 1);
    report.article({article.document, article.analysis, findings, summary, article.pack->sources, revisions,
                    revisions, changes_, verified_});
    return !console_.out.closed();
  }

  Session& session_;
  const Options& options_;
  Console& console_;
  std::vector<RevisionDiff> changes_;      ///< of --revisions
  std::unique_ptr<QuotationCheck> check_;  ///< with --against
  std::vector<VerificationRow> verified_;  ///< of the article at hand
};

/// What makes --revisions senseless; nothing where it makes sense.
std::optional<Error> refused_revisions(const Options& options) {
  if (options.recorded && options.article.empty()) {
    return Error{"", 0, 0, "--revisions of the database is about one article", "", "add --article KEY"};
  }
  if (!options.recorded && options.files.size() < 2) {
    return Error{"", 0, 0, "--revisions compares several files", "", "give two or more, oldest first"};
  }
  if (options.format != "html") {
    return Error{"",
                 0,
                 0,
                 "--revisions makes a page",
                 options.format,
                 "add --format html; selon diff has the other formats"};
  }
  for (const std::string& path : options.files) {
    if (is_jsonl(path, options) || path == "-") {
      return Error{path, 0, 0, "--revisions compares files of one article each", "", "give such files"};
    }
  }
  return std::nullopt;
}

}  // namespace

int run_report(const Options& options, Console& console) {
  Session& session = Session::until_exit(options);
  if (options.recorded) {
    if (!options.files.empty()) {
      console.fail(Error{"", 0, 0, "--recorded reports what the database holds", options.files.front(),
                         "leave the files or --recorded out"});
      return console.exit_code();
    }
    if (!options.against.empty()) {
      console.fail(Error{"", 0, 0, "--recorded shows what was verified when it was recorded",
                         options.against.front(),
                         "verify with selon record FILE --against PATH, or leave --against out"});
      return console.exit_code();
    }
    if (options.revisions) {
      if (const auto refused = refused_revisions(options)) {
        console.fail(*refused);
        return console.exit_code();
      }
      return ReportRun(session, options, console).run_recorded_revisions();
    }
    return run_report_recorded(session, options, console);
  }
  if (options.files.empty()) {
    console.fail(Error{"", 0, 0, "no article is named", "", "give FILE..., or --recorded for the database"});
    return console.exit_code();
  }
  for (const std::string* filter :
       {&options.source, &options.about, &options.article, &options.since, &options.until}) {
    if (!filter->empty()) {
      console.fail(Error{"", 0, 0, "only recorded claims can be chosen from", *filter,
                         "add --recorded, without files"});
      return console.exit_code();
    }
  }
  if (options.revisions) {
    if (const auto refused = refused_revisions(options)) {
      console.fail(*refused);
      return console.exit_code();
    }
    return ReportRun(session, options, console).run_revisions();
  }
  return ReportRun(session, options, console).run();
}

}  // namespace selon
