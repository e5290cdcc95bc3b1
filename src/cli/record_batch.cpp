#include "cli/record_batch.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "claims/recorded.h"
#include "cli/inputs.h"
#include "cli/progress.h"
#include "cli/quotation_check.h"
#include "cli/record_exchange.h"
#include "cli/record_reader.h"
#include "cli/record_worker.h"
#include "cli/session.h"
#include "report/record_text.h"

namespace selon {

namespace {

/// So many articles refused by the database, one after the other, are its fault, not theirs.
constexpr std::uint32_t most_refused = 3;
/// From so much text on, compiling patterns to machine code pays.
constexpr std::uint64_t jit_bytes = std::uint64_t{3} << 17;

std::uint64_t bytes_of(const Options& options, bool& endless) {
  std::uint64_t bytes = 0;
  for (const std::string& path : options.files) {
    std::error_code failure;
    const auto size = path == "-" ? 0 : std::filesystem::file_size(path, failure);
    if (path == "-") {
      endless = true;
    } else if (!failure) {
      bytes += size;
    }
  }
  return bytes;
}

/// Where the whole is told.
class Tally {
 public:
  Tally(Console& console, std::uint64_t bytes) : console_(console), progress_(console.language, bytes) {}

  void failed(const Errors& errors) {
    progress_.hide();
    console_.fail(errors);
    ++summary_.failed;
    ++summary_.reasons[errors.empty() ? std::string() : errors.front().what];
  }
  void done(bool unchanged) { ++(unchanged ? summary_.unchanged : summary_.recorded); }
  void pass(std::uint64_t bytes) { progress_.pass(bytes); }
  BatchSummary finish() {
    progress_.hide();
    summary_.seconds = progress_.seconds();
    return std::move(summary_);
  }

 private:
  Console& console_;
  Progress progress_;
  BatchSummary summary_;
};

/// What `record` says of an article whose latest revision is that file already.
RecordOutcome unchanged_outcome(Database& database, const std::string& key) {
  RecordOutcome outcome;
  outcome.article = key;
  outcome.unchanged = true;
  if (const auto revisions = revisions_of(database, key)) {
    outcome.revision = revisions->back().number;
    outcome.claims = revisions->back().claims;
    outcome.findings = revisions->back().findings;
  }
  return outcome;
}

unsigned worker_count(const Options& options) {
  return std::clamp(options.jobs == 0 ? std::thread::hardware_concurrency() : options.jobs, 1U, 16U);
}

/// Starts the workers, each with a connection of its own to ask what is known.
std::vector<std::thread> start_workers(const Options& options, UiLanguage language, RecordExchange& exchange,
                                       const std::string& path, bool look, bool jit) {
  std::vector<std::thread> threads;
  for (unsigned at = 0; at < exchange.workers(); ++at) {
    threads.emplace_back([&options, language, &exchange, path, look, jit] {
      auto known = look ? Database::open(path, OpenMode::read_only)
                        : tl::expected<Database, Error>(tl::unexpected(Error{}));
      RecordWorker worker(options, language, known ? &*known : nullptr, jit);
      while (auto job = exchange.take()) {
        exchange.give(worker.work(std::move(*job)));
      }
    });
  }
  return threads;
}

/// Bytes of a job, for the time that is left: of a file its size.
std::uint64_t size_of(const RecordJob& job) {
  if (job.line_number != 0) {
    return job.line.size() + 1;
  }
  std::error_code failure;
  const auto size = std::filesystem::file_size(job.path, failure);
  return failure ? 0 : size;
}

/// Takes what the workers made, in the order of the input, and writes it.
class BatchWriter {
 public:
  using Each = std::function<void(const std::string&, const RecordOutcome&)>;
  static constexpr std::uint32_t most_notes = 20;

  BatchWriter(const Options& options, Console& console, Recorder& recorder, Tally& tally, const Each& each,
              bool jit)
      : options_(options), console_(console), recorder_(recorder), tally_(tally), each_(each), jit_(jit) {
    if (!options.against.empty() && !options.files.empty()) {
      auto made = QuotationCheck::of(Session::until_exit(options), options, console);
      check_ = made ? std::move(*made) : nullptr;
    }
  }

  /// How many notes were too many to be written.
  void finish() {
    if (notes_ > most_notes) {
      console_.note(more_notes(console_.language, notes_ - most_notes));
    }
  }

  /// False where the database takes nothing any more.
  bool take(RecordResult result) {
    if (!result.key.empty()) {
      if (is_unchanged(result)) {
        pass_unchanged(result);
        return true;
      }
      if (!again_) {
        again_.emplace(options_, console_.language, nullptr, jit_);
      }
      result = again_->work(std::move(result.job));
    }
    const std::uint64_t size = size_of(result.job);
    const bool goes_on = write(result);
    if (goes_on) {
      tally_.pass(size);
    }
    return goes_on;
  }

 private:
  /// Asked again: another process may have recorded since. With --against its quotations are verified now.
  bool is_unchanged(const RecordResult& result) {
    const auto latest = is_latest(recorder_.database(), result.key, result.sha256);
    return latest && *latest && !check_;
  }

  void pass_unchanged(const RecordResult& result) {
    tally_.done(true);
    if (result.job.line_number == 0) {
      each_(result.job.path, unchanged_outcome(recorder_.database(), result.key));
    }
    tally_.pass(size_of(result.job));
  }

  bool write(const RecordResult& result) {
    if (!result.article) {
      tally_.failed(result.errors);
      return true;
    }
    const auto verified =
        check_ ? check_->rows(check_->verify(*result.article)) : std::vector<VerificationRow>();
    const auto outcome = recorder_.record_rows(*result.article, result.findings, verified);
    if (!outcome) {
      return refuse(outcome.error());
    }
    tally_.done(outcome->unchanged);
    refused_ = 0;
    note(result, *outcome);
    if (result.job.line_number == 0) {
      each_(result.article->document.path, *outcome);
    }
    return true;
  }

  /// Of a large batch the first ones only.
  void note(const RecordResult& result, const RecordOutcome& outcome) {
    const std::string where = result.job.line_number == 0
                                  ? result.article->document.path
                                  : result.job.path + ":" + std::to_string(result.job.line_number);
    for (const std::string& line : notes_of(console_.language, where, outcome)) {
      if (++notes_ <= most_notes) {
        console_.note(line);
      }
    }
  }

  bool refuse(const Error& error) {
    const std::string path = recorder_.database().path();
    tally_.failed({error});
    refused_ = error.path == path ? refused_ + 1 : 0;
    if (refused_ < most_refused) {
      return true;
    }
    console_.fail(Error{path, 0, 0, "the claims database takes no article any more", "",
                        "what was recorded is intact; when that is mended the same command goes on"});
    return false;
  }

  const Options& options_;
  Console& console_;
  Recorder& recorder_;
  Tally& tally_;
  const Each& each_;
  bool jit_;
  std::unique_ptr<QuotationCheck> check_;  ///< with --against
  std::optional<RecordWorker> again_;      ///< for what only looked unchanged
  std::uint32_t notes_ = 0;
  std::uint32_t refused_ = 0;  ///< by the database, one after the other
};

}  // namespace

BatchSummary record_batch(const Options& options, Console& console, Recorder& recorder,
                          const std::function<void(const std::string&, const RecordOutcome&)>& each) {
  bool endless = false;
  const std::uint64_t bytes = bytes_of(options, endless);
  const bool many = is_batch(options) || options.files.size() > 3;
  const bool jit = bytes > jit_bytes || (endless && is_batch(options));
  Tally tally(console, endless ? 0 : bytes);
  BatchWriter writer(options, console, recorder, tally, each, jit);
  RecordExchange exchange(many ? worker_count(options) : 1);
  auto threads = start_workers(options, console.language, exchange, recorder.database().path(), many, jit);
  threads.emplace_back([&] { RecordReader(options, exchange).run(); });
  while (auto result = exchange.next()) {
    if (!writer.take(std::move(*result))) {
      exchange.stop();
      break;
    }
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  writer.finish();
  return tally.finish();
}

BatchSummary reanalyse_recorded(const Options& options, Console& console, Recorder& recorder) {
  Database& database = recorder.database();
  const auto revisions =
      options.article.empty() ? all_revisions(database) : revisions_of(database, options.article);
  Tally tally(console, revisions ? revisions->size() : 0);
  if (!revisions) {
    tally.failed({revisions.error()});
    return tally.finish();
  }
  Session& session = Session::until_exit(options);
  if (revisions->size() > 100) {
    session.use_jit();
  }
  for (const RevisionRow& revision : *revisions) {
    const auto outcome = recorder.reanalyse(session, revision);
    if (outcome) {
      tally.done(false);
    } else {
      tally.failed(outcome.error());
    }
    tally.pass(1);
  }
  return tally.finish();
}

}  // namespace selon
