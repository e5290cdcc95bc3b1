// selon extract FILE...
#include <memory>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "report/extract_csv.h"
#include "report/extract_json.h"
#include "report/extract_text.h"

namespace selon {

namespace {

std::unique_ptr<ExtractReport> make_report(const Options& options, Console& console) {
  if (options.format == "json") {
    return std::make_unique<ExtractJsonReport>(console.out,
                                               ExtractJsonOptions{JsonLayout::indented, options.text, true});
  }
  if (options.format == "jsonl") {
    return std::make_unique<ExtractJsonReport>(
        console.out, ExtractJsonOptions{JsonLayout::compact, options.text, options.at});
  }
  if (options.format == "csv") {
    return std::make_unique<ExtractCsvReport>(console.out);
  }
  return std::make_unique<ExtractTextReport>(console.out, console.language, console.colours);
}

}  // namespace

int run_extract(const Options& options, Console& console) {
  const bool several = options.files.size() > 1 || is_jsonl(options.files.front(), options);
  if (several && options.format == "json") {
    console.fail(Error{"", 0, 0, "--format json writes one article", "",
                       "use --format jsonl for several, one a line"});
    return console.exit_code();
  }
  const auto report = make_report(options, console);
  ArticleListener listener;
  listener.article = [&](LoadedArticle& article, std::any& /*prepared*/) {
    report->article({article.document, article.analysis, article.id_json, article.pack->sources});
    return !console.out.closed();
  };
  if (options.format == "jsonl") {
    listener.bad_record = [&](const std::string& id_json, const std::string& message) {
      report->failure(id_json, message);
    };
  }
  Session& session = Session::until_exit(options);
  for_each_article(session, options, console, listener);
  return console.exit_code();
}

}  // namespace selon
