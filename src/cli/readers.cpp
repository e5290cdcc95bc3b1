#include "cli/readers.h"

#include <exception>
#include <utility>

namespace selon {

ReadArticle read_article(Session& session, const std::string& path, const Prepare& prepare) {
  ReadArticle read{session.article(path), {}};
  if (read.article && prepare) {
    read.prepared = prepare(*read.article);
  }
  return read;
}

Readers::Readers(const Options& options, const std::vector<std::string>& paths, Prepare prepare,
                 std::size_t threads)
    : options_(options), paths_(paths), prepare_(std::move(prepare)), ahead_(4 * threads) {
  for (std::size_t i = 0; i < threads; ++i) {
    threads_.emplace_back([this] { work(); });
  }
}

Readers::~Readers() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) {
    thread.join();
  }
}

bool Readers::claim(std::size_t& index) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock,
                [this] { return stopped_ || claimed_ == paths_.size() || claimed_ < handed_out_ + ahead_; });
  if (stopped_ || claimed_ == paths_.size()) {
    return false;
  }
  index = claimed_++;
  return true;
}

void Readers::work() {
  Session& session = Session::until_exit(options_);
  session.use_jit();
  for (std::size_t index = 0; claim(index);) {
    ReadArticle read{tl::unexpected(Errors{}), {}};
    try {
      read = read_article(session, paths_[index], prepare_);
    } catch (const std::exception& failure) {  // it would end the process, out of a thread
      read.article = tl::unexpected(Errors{{paths_[index], 0, 0, "the article can't be analysed",
                                            failure.what(), "leave it out, and report it to us"}});
    }
    {
      const std::lock_guard lock(mutex_);
      ready_.emplace(index, std::move(read));
    }
    changed_.notify_all();
  }
}

ReadArticle Readers::next() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return ready_.contains(handed_out_); });
  ReadArticle read = std::move(ready_.extract(handed_out_++).mapped());
  lock.unlock();
  changed_.notify_all();
  return read;
}

}  // namespace selon
