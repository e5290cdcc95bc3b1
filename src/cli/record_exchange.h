// What the threads of `selon record` hand to each other: articles to come, and what was made
// of them, in the order of the input.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "claims/database.h"
#include "cli/session.h"

namespace selon {

/// One article to come: a file, or a line of JSON.
struct RecordJob {
  std::uint64_t number = 0;  ///< in the order of the input
  std::string path;
  std::string line;
  std::uint32_t line_number = 0;  ///< 0: a file
  std::string failure;            ///< it couldn't even be read

  [[nodiscard]] std::uint64_t bytes() const { return line.size(); }
};

struct RecordResult {
  RecordJob job;
  std::optional<LoadedArticle> article;
  std::vector<FindingRow> findings;
  Errors errors;
  std::string key;  ///< where it looked unchanged: article and SHA-256, and no analysis
  std::string sha256;
};

/// One reader puts jobs, workers take them and give results, one writer asks for the next.
class RecordExchange {
 public:
  /// How much may be read ahead of what is written.
  static constexpr std::uint64_t most_waiting = 256;
  static constexpr std::uint64_t most_waiting_bytes = std::uint64_t{64} << 20;

  explicit RecordExchange(unsigned workers) : workers_(workers) {}

  /// For the reader; waits where too much is on its way.
  void put(RecordJob job) {
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
  std::optional<RecordJob> take() {
    std::unique_lock lock(mutex_);
    work_.wait(lock, [&] { return !jobs_.empty() || all_read_; });
    if (jobs_.empty()) {
      return std::nullopt;
    }
    RecordJob job = std::move(jobs_.begin()->second);
    jobs_.erase(jobs_.begin());
    return job;
  }
  void give(RecordResult result) {
    const std::lock_guard lock(mutex_);
    const std::uint64_t number = result.job.number;
    results_.emplace(number, std::move(result));
    done_.notify_one();
  }

  /// For the writer: the next one in the order of the input; nothing at the end.
  std::optional<RecordResult> next() {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [&] { return results_.contains(written_) || (all_read_ && written_ == issued_); });
    const auto found = results_.find(written_);
    if (found == results_.end()) {
      return std::nullopt;
    }
    RecordResult result = std::move(found->second);
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
  std::map<std::uint64_t, RecordJob> jobs_;
  std::map<std::uint64_t, RecordResult> results_;
  std::uint64_t issued_ = 0;
  std::uint64_t written_ = 0;
  std::uint64_t waiting_ = 0;
  std::uint64_t bytes_ = 0;
  bool all_read_ = false;
  bool stopped_ = false;
};

}  // namespace selon
