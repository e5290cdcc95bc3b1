// selon record FILE...; selon record --reanalyse
#include "cli/commands.h"
#include "cli/record_batch.h"
#include "cli/recording.h"
#include "report/record_text.h"

namespace selon {

int run_record(const Options& options, Console& console) {
  if (options.files.empty() == !options.reanalyse) {
    console.fail(Error{
        "", 0, 0, options.reanalyse ? "--reanalyse reads what is recorded, not files" : "no article is named",
        "", options.reanalyse ? "name an article with --article KEY" : "give files or folders"});
    return console.exit_code();
  }
  auto recorder = Recorder::open(options, console.language);
  if (!recorder) {
    console.fail(recorder.error());
    return console.exit_code();
  }
  const BatchSummary summary =
      options.reanalyse ? reanalyse_recorded(options, console, *recorder)
                        : record_batch(options, console, *recorder,
                                       [&](const std::string& path, const RecordOutcome& outcome) {
                                         write_record_outcome(console.out, console.language, path, outcome);
                                       });
  if (is_batch(options) || options.files.size() > 1) {
    write_record_summary(
        console.out, console.language,
        {summary.recorded, summary.unchanged, summary.failed, summary.seconds, summary.reasons});
  }
  return console.exit_code();
}

}  // namespace selon
