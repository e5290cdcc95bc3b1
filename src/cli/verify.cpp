// selon verify DRAFT --against PATH..., selon verify --recorded
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/quotation_check.h"
#include "cli/session.h"
#include "cli/source_reading.h"
#include "cli/verify_recorded.h"
#include "report/audit_sarif.h"
#include "report/verify_html.h"
#include "report/verify_json.h"
#include "report/verify_text.h"
#include "verify/verifier.h"

namespace selon {

namespace {

/// The classes that fail: those of --fail-on, or all that the profile doesn't let pass.
std::optional<std::vector<QuoteClass>> chosen_classes(const Options& options, const Profile& profile,
                                                      Console& console) {
  if (options.fail_on.empty()) return failing_classes(profile);
  std::vector<QuoteClass> failing;
  for (const std::string& name : options.fail_on) {
    const auto known = std::ranges::find(quote_class_names, name);
    if (known == quote_class_names.end() && name != "none") {
      console.fail({"--fail-on", 0, 0, "no class of that name", name,
                    fmt::format("one of {}, or none", fmt::join(quote_class_names, ", "))});
      return std::nullopt;
    }
    if (name == "none" && options.fail_on.size() > 1) {
      console.fail({"--fail-on", 0, 0, "none goes with no other class", name, "leave it out, or the others"});
      return std::nullopt;
    }
    if (known != quote_class_names.end()) {
      failing.push_back(static_cast<QuoteClass>(known - quote_class_names.begin()));
    }
  }
  return failing;
}

class VerifyRun {
 public:
  VerifyRun(const Options& options, Console& console)
      : options_(options), console_(console), session_(Session::until_exit(options)) {}

  int run() {
    // One profile for all drafts: that of the first one's selon.xml, where none is named.
    if (auto entered = session_.enter(options_.files.front()); !entered) {
      console_.fail(entered.error());
      return console_.exit_code();
    }
    if (!session_.profile()) {
      console_.fail(session_.profile().error());
      return console_.exit_code();
    }
    const auto failing = chosen_classes(options_, *session_.profile(), console_);
    if (!failing || !read_drafts()) return console_.exit_code();
    const auto bench = session_.workbench(session_.first_language());
    if (!bench) {
      console_.fail(bench.error());
      return console_.exit_code();
    }
    const auto analyzer = (*bench)->analyzer(has_many_quotations());
    if (!analyzer) {
      console_.fail(analyzer.error());
      return console_.exit_code();
    }
    SourceTexts sources((*bench)->pack());
    read_sources(sources, (*bench)->pack(), options_, console_);
    Verifier verifier((*bench)->pack(), **analyzer, sources);
    for (const LoadedArticle& draft : drafts_) verifier.want(draft.document, draft.analysis);
    verifier.scan();
    if (options_.format == "sarif") {
      report_sarif(verifier, *failing, sources);
    } else {
      report(verifier, *failing);
    }
    return console_.exit_code();
  }

 private:
  bool read_drafts() {
    ArticleListener listener;
    listener.article = [&](LoadedArticle& article, std::any& /*prepared*/) {
      drafts_.push_back(std::move(article));
      return true;
    };
    for_each_article(session_, options_, console_, listener);
    if (drafts_.size() > 1 && options_.format == "json") {
      console_.fail({"", 0, 0, "--format json writes one draft", "", "give one, or use --format text"});
      return false;
    }
    return !drafts_.empty();
  }

  /// So many that patterns for what stands around them in the sources are worth compiling.
  [[nodiscard]] bool has_many_quotations() const {
    constexpr std::size_t many = 100;
    std::size_t all = 0;
    for (const LoadedArticle& draft : drafts_) all += verifiable(draft.analysis).size();
    return all >= many;
  }

  void report(Verifier& verifier, const std::vector<QuoteClass>& failing) {
    VerifyTextReport text(console_.out, console_.language, console_.colours);
    VerifyHtmlReport page(console_.out, console_.language);
    for (const LoadedArticle& draft : drafts_) {
      const std::vector<Verification> quotations = verifier.verify(draft.document, draft.analysis);
      const VerifiedArticle article{draft.document, quotations, failing};
      for (const Verification& quotation : quotations) {
        if (fails(article, quotation)) console_.found();
      }
      if (options_.format == "json") {
        write_verify_json(console_.out, article);
      } else if (options_.format == "html") {
        page.article(article);
      } else {
        text.article(article);
      }
    }
    if (options_.format == "html") page.finish();
    if (options_.format == "text") text.finish();
  }

  void report_sarif(Verifier& verifier, const std::vector<QuoteClass>& failing, const SourceTexts& sources) {
    AuditSarifReport sarif(console_.out, {console_.language, SELON_VERSION, false});
    for (const LoadedArticle& draft : drafts_) {
      const auto quotations = verifier.verify(draft.document, draft.analysis);
      std::vector<Finding> findings = verification_findings(quotations, failing, sources);
      if (!findings.empty()) console_.found();
      sort_findings(findings);
      sarif.article({draft.document, draft.analysis, findings, {}, {}});
    }
    sarif.finish();
  }

  const Options& options_;
  Console& console_;
  Session& session_;
  std::vector<LoadedArticle> drafts_;
};

}  // namespace

namespace {

/// What doesn't go together.
std::optional<Error> usage_error(const Options& options) {
  const auto error = [](std::string what, std::string fragment, std::string advice) {
    return Error{"", 0, 0, std::move(what), std::move(fragment), std::move(advice)};
  };
  if (options.recorded) {
    if (!options.files.empty() || !options.against.empty()) {
      return error("--recorded compares what the database holds",
                   options.files.empty() ? options.against.front() : options.files.front(),
                   "leave out either --recorded or the files");
    }
    if (options.format != "text" && options.format != "json") {
      return error("--recorded has no such format", options.format, "use --format text or json");
    }
    return std::nullopt;
  }
  const std::string limit = options.limit == 0 ? "" : std::to_string(options.limit);
  for (const auto& [name, value] :
       {std::pair("--source", &options.source), std::pair("--article", &options.article),
        std::pair("--since", &options.since), std::pair("--until", &options.until),
        std::pair("--db", &options.db), std::pair("--limit", &limit)}) {
    if (!value->empty())
      return error(std::string(name) + " is for what is recorded", *value, "add --recorded");
  }
  return std::nullopt;
}

}  // namespace

int run_verify(const Options& options, Console& console) {
  if (const auto error = usage_error(options)) {
    console.fail(*error);
    return console.exit_code();
  }
  return options.recorded ? run_verify_recorded(Session::until_exit(options), options, console)
                          : VerifyRun(options, console).run();
}

}  // namespace selon
