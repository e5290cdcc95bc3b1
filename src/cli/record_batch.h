// Articles into the claims database, many at once: one thread reads files and lines, several
// load, analyse and audit, and one writes, in the order of the input. An article whose latest
// revision is that file already isn't analysed, so that a run cut short goes on where it was.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "cli/console.h"
#include "cli/options.h"
#include "cli/recording.h"

namespace selon {

struct BatchSummary {
  std::uint64_t recorded = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t failed = 0;
  std::map<std::string, std::uint64_t> reasons;  ///< of failures, in words, with how often
  double seconds = 0;
};

/// Records what `options.files` name. Failures are told on the console as they come and stop
/// nothing, but for a database that refuses several articles one after the other. `each` is told
/// of every file that isn't JSON lines.
[[nodiscard]] BatchSummary record_batch(
    const Options& options, Console& console, Recorder& recorder,
    const std::function<void(const std::string& path, const RecordOutcome& outcome)>& each);

/// Analyses what is recorded again: every revision, or those of `options.article`.
[[nodiscard]] BatchSummary reanalyse_recorded(const Options& options, Console& console, Recorder& recorder);

}  // namespace selon
