// selon record FILE...
#include "audit/engine.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/recording.h"
#include "report/printable.h"
#include "report/record_text.h"

namespace selon {

int run_record(const Options& options, Console& console) {
  auto recorder = Recorder::open(options, console.language);
  if (!recorder) {
    console.fail(recorder.error());
    return console.exit_code();
  }
  const auto take = [&](LoadedArticle& article, std::any& /*prepared*/) {
    std::vector<Finding> findings;
    audit(article.document, article.analysis, *article.pack, AuditOptions{},
          [&](Finding finding) { findings.push_back(std::move(finding)); });
    const auto outcome = recorder->record(article, findings);
    if (outcome) {
      write_record_outcome(console.out, console.language, article.document.path, *outcome);
    } else {
      console.fail(outcome.error());
    }
    return true;  // a reader who has gone doesn't stop the recording
  };
  Session& session = Session::until_exit(options);
  for_each_article(session, options, console, {{}, take, {}});
  return console.exit_code();
}

}  // namespace selon
