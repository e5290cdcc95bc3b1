#include "cli/record_batch.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <exception>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "audit/engine.h"
#include "claims/recorded.h"
#include "cli/inputs.h"
#include "cli/jsonl.h"
#include "cli/progress.h"
#include "cli/quotation_check.h"
#include "cli/session.h"
#include "document/sha256.h"

namespace selon {

namespace {

/// How much may be read ahead of what is written.
constexpr std::uint64_t most_waiting = 256;
constexpr std::uint64_t most_waiting_bytes = std::uint64_t{64} << 20;
/// So many articles refused by the database, one after the other, are its fault, not theirs.
constexpr std::uint32_t most_refused = 3;
/// From so much text on, compiling patterns to machine code pays.
constexpr std::uint64_t jit_bytes = std::uint64_t{3} << 17;

/// One article to come: a file, or a line of JSON.
struct Job {
  std::uint64_t number = 0;  ///< in the order of the input
  std::string path;
  std::string line;
  std::uint32_t line_number = 0;  ///< 0: a file
  std::string failure;            ///< it couldn't even be read

  [[nodiscard]] std::uint64_t bytes() const { return line.size(); }
};

struct Result {
  Job job;
  std::optional<LoadedArticle> article;
  std::vector<FindingRow> findings;
  Errors errors;
  std::string key;  ///< where it looked unchanged: article and SHA-256, and no analysis
  std::string sha256;
};

/// What the threads hand to each other.
class Exchange {
 public:
  explicit Exchange(unsigned workers) : workers_(workers) {}

  /// For the reader; waits where too much is on its way.
  void put(Job job) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] {
      return stopped_ || waiting_ == 0 || (waiting_ < most_waiting && bytes_ < most_waiting_bytes);
    });
    if (stopped_) {
      return;
    }
    job.number = issued_++;
    ++waiting_;
    bytes_ += job.bytes();
    jobs_.emplace(job.number, std::move(job));
    work_.notify_one();
  }
  void no_more_jobs() {
    const std::lock_guard lock(mutex_);
    all_read_ = true;
    work_.notify_all();
    done_.notify_all();
  }

  /// For the writer: nothing more is to be done.
  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    all_read_ = true;
    jobs_.clear();
    work_.notify_all();
    room_.notify_all();
  }

  /// For a worker: nothing at the end.
  std::optional<Job> take() {
    std::unique_lock lock(mutex_);
    work_.wait(lock, [&] { return !jobs_.empty() || all_read_; });
    if (jobs_.empty()) {
      return std::nullopt;
    }
    Job job = std::move(jobs_.begin()->second);
    jobs_.erase(jobs_.begin());
    return job;
  }
  void give(Result result) {
    const std::lock_guard lock(mutex_);
    const std::uint64_t number = result.job.number;
    results_.emplace(number, std::move(result));
    done_.notify_one();
  }

  /// For the writer: the next one in the order of the input; nothing at the end.
  std::optional<Result> next() {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [&] { return results_.contains(written_) || (all_read_ && written_ == issued_); });
    const auto found = results_.find(written_);
    if (found == results_.end()) {
      return std::nullopt;
    }
    Result result = std::move(found->second);
    results_.erase(found);
    ++written_;
    --waiting_;
    bytes_ -= std::min(bytes_, result.job.bytes());
    room_.notify_one();
    return result;
  }

  [[nodiscard]] unsigned workers() const { return workers_; }

 private:
  unsigned workers_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable work_;
  std::condition_variable done_;
  std::map<std::uint64_t, Job> jobs_;
  std::map<std::uint64_t, Result> results_;
  std::uint64_t issued_ = 0;
  std::uint64_t written_ = 0;
  std::uint64_t waiting_ = 0;
  std::uint64_t bytes_ = 0;
  bool all_read_ = false;
  bool stopped_ = false;
};

/// Loads, analyses and audits one article after the other. Its session is never taken apart:
/// findings point into its packs.
class Worker {
 public:
  Worker(const Options& options, UiLanguage language, Database* known, bool jit)
      : options_(options), language_(language), known_(known), session_(Session::until_exit(options)) {
    if (jit) {
      session_.use_jit();
    }
  }

  Result work(Job job) {
    Result result;
    try {
      result.errors = fill(result, job);
    } catch (const std::bad_alloc&) {
      result.article.reset();
      result.errors = {{job.path, job.line_number, 0, "not enough memory for this article", "", "split it"}};
    } catch (const std::exception& failure) {
      result.article.reset();
      result.errors = {{job.path, job.line_number, 0, "internal error", failure.what(), "please report it"}};
    }
    result.job = std::move(job);
    return result;
  }

 private:
  Errors fill(Result& result, Job& job) {
    if (!job.failure.empty()) {
      return {{job.path, job.line_number, job.line_number == 0 ? 0U : 1U, job.failure, "", ""}};
    }
    auto loaded = load(job);
    if (!loaded) {
      return loaded.error();
    }
    if (known_ != nullptr && looks_unchanged(loaded->document, result)) {
      return {};
    }
    auto article = session_.analysed(std::move(*loaded));
    if (!article) {
      return article.error();
    }
    std::vector<Finding> findings;
    audit(article->document, article->analysis, *article->pack, AuditOptions{},
          [&](Finding finding) { findings.push_back(std::move(finding)); });
    result.findings = finding_rows(*article, findings, language_);
    result.article = std::move(*article);
    return {};
  }

  tl::expected<LoadedDocument, Errors> load(const Job& job) {
    if (job.line_number == 0) {
      return session_.document(job.path);
    }
    if (auto entered = session_.enter(job.path); !entered) {
      return tl::unexpected(std::move(entered.error()));
    }
    auto record = parser_.parse(job.line);
    if (!record) {
      return tl::unexpected(Errors{{job.path, job.line_number, 1, record.error().what, "", ""}});
    }
    const std::string name =
        fmt::format("{}#{}", job.path, record->id.empty() ? std::to_string(job.line_number) : record->id);
    auto loaded = session_.document_of_text(std::move(record->text), name, record->lang);
    if (!loaded) {
      for (Error& error : loaded.error()) {
        error.path = job.path;
        error.line = job.line_number;
        error.column = 1;
      }
      return loaded;
    }
    take_metadata(loaded->document, *record);
    return loaded;
  }

  bool looks_unchanged(Document& document, Result& result) {
    const auto key = article_key(document, options_.article);
    if (!key) {
      return false;
    }
    if (document.sha256.empty()) {
      document.sha256 = sha256_hex(document.text);
    }
    const auto latest = is_latest(*known_, *key, document.sha256);
    if (!latest || !*latest) {
      return false;
    }
    result.key = *key;
    result.sha256 = document.sha256;
    return true;
  }

  const Options& options_;
  UiLanguage language_;
  Database* known_;
  Session& session_;
  JsonlParser parser_;
};

/// Puts every article of the command line on its way.
class Reader {
 public:
  Reader(const Options& options, Exchange& exchange) : options_(options), exchange_(exchange) {}

  void run() {
    for (const std::string& path : options_.files) {
      if (is_jsonl(path, options_)) {
        read_lines(path);
      } else {
        Job job;
        job.path = path;
        exchange_.put(std::move(job));
      }
    }
    exchange_.no_more_jobs();
  }

 private:
  void put(const std::string& path, std::uint32_t line_number, std::string line, std::string failure) {
    Job job;
    job.path = path;
    job.line = std::move(line);
    job.line_number = line_number;
    job.failure = std::move(failure);
    exchange_.put(std::move(job));
  }

  void read_lines(const std::string& path) {
    const bool standard = path == "-";
    const std::string name = standard && !options_.stdin_filename.empty() ? options_.stdin_filename : path;
    const int descriptor = standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
      put(name, 0, "", fmt::format("the file cannot be read: {}", std::strerror(errno)));
      return;
    }
    LineReader reader(descriptor);
    std::uint32_t number = 0;
    for (std::string_view line;;) {
      const LineReader::Result result = reader.next(line);
      ++number;
      if (result == LineReader::Result::end) {
        break;
      }
      if (result == LineReader::Result::error) {
        put(name, number, "", fmt::format("the input cannot be read: {}", std::strerror(reader.error())));
        break;
      }
      if (result == LineReader::Result::too_long) {
        put(name, number, "", fmt::format("longer than {} MB", LineReader::longest_line >> 20));
        continue;
      }
      if (number == 1 && line.starts_with("\xEF\xBB\xBF")) {
        line.remove_prefix(3);
      }
      if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
        put(name, number, std::string(line), "");
      }
    }
    if (!standard) {
      ::close(descriptor);
    }
  }

  const Options& options_;
  Exchange& exchange_;
};

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
std::vector<std::thread> start_workers(const Options& options, UiLanguage language, Exchange& exchange,
                                       const std::string& path, bool look, bool jit) {
  std::vector<std::thread> threads;
  for (unsigned at = 0; at < exchange.workers(); ++at) {
    threads.emplace_back([&options, language, &exchange, path, look, jit] {
      auto known = look ? Database::open(path, OpenMode::read_only)
                        : tl::expected<Database, Error>(tl::unexpected(Error{}));
      Worker worker(options, language, known ? &*known : nullptr, jit);
      while (auto job = exchange.take()) {
        exchange.give(worker.work(std::move(*job)));
      }
    });
  }
  return threads;
}

/// Bytes of a job, for the time that is left: of a file its size.
std::uint64_t size_of(const Job& job) {
  if (job.line_number != 0) {
    return job.line.size() + 1;
  }
  std::error_code failure;
  const auto size = std::filesystem::file_size(job.path, failure);
  return failure ? 0 : size;
}

}  // namespace

BatchSummary record_batch(const Options& options, Console& console, Recorder& recorder,
                          const std::function<void(const std::string&, const RecordOutcome&)>& each) {
  bool endless = false;
  const std::uint64_t bytes = bytes_of(options, endless);
  const bool many = is_batch(options) || options.files.size() > 3;
  std::unique_ptr<QuotationCheck> check;
  if (!options.against.empty() && !options.files.empty()) {
    auto made = QuotationCheck::of(Session::until_exit(options), options, console);
    check = made ? std::move(*made) : nullptr;
  }
  Exchange exchange(many ? worker_count(options) : 1);
  const bool jit = bytes > jit_bytes || (endless && is_batch(options));
  auto threads = start_workers(options, console.language, exchange, recorder.database().path(), many, jit);
  threads.emplace_back([&] { Reader(options, exchange).run(); });
  Tally tally(console, endless ? 0 : bytes);
  std::uint32_t refused = 0;    // by the database, one after the other
  std::optional<Worker> again;  // for what only looked unchanged
  while (auto result = exchange.next()) {
    if (!result->key.empty()) {
      const auto latest = is_latest(recorder.database(), result->key, result->sha256);
      if (latest && *latest && !check) {  // its quotations may be verified now
        tally.done(true);
        if (result->job.line_number == 0) {
          each(result->job.path, unchanged_outcome(recorder.database(), result->key));
        }
        tally.pass(size_of(result->job));
        continue;
      }
      if (!again) {
        again.emplace(options, console.language, nullptr, jit);
      }
      *result = again->work(std::move(result->job));
    }
    const std::uint64_t size = size_of(result->job);
    if (!result->article) {
      tally.failed(result->errors);
    } else if (const auto outcome = recorder.record_rows(
                   *result->article, result->findings,
                   check ? check->rows(check->verify(*result->article)) : std::vector<VerificationRow>())) {
      tally.done(outcome->unchanged);
      refused = 0;
      if (result->job.line_number == 0) {
        each(result->article->document.path, *outcome);
      }
    } else {
      tally.failed({outcome.error()});
      refused = outcome.error().path == recorder.database().path() ? refused + 1 : 0;
      if (refused == most_refused) {
        exchange.stop();
        console.fail(Error{recorder.database().path(), 0, 0, "the claims database takes no article any more",
                           "", "what was recorded is intact; when that is mended the same command goes on"});
        break;
      }
    }
    tally.pass(size);
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
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
