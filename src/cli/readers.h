// Reads and analyses many articles on several threads and hands them out in their order. Each
// thread has a session of its own: an analyzer serves one thread only.
#pragma once

#include <any>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "cli/options.h"
#include "cli/session.h"

namespace selon {

/// What became of one article: it, and what `prepare` made of it; or why there is none.
struct ReadArticle {
  tl::expected<LoadedArticle, Errors> article;
  std::any prepared;
};

/// What is to be done with an article on the thread that read it; called on several at once.
using Prepare = std::function<std::any(const LoadedArticle&)>;

/// Reads an article and prepares it.
[[nodiscard]] ReadArticle read_article(Session& session, const std::string& path, const Prepare& prepare);

class Readers {
 public:
  /// Starts reading `paths`, which must outlive it, on so many threads.
  Readers(const Options& options, const std::vector<std::string>& paths, Prepare prepare,
          std::size_t threads);
  /// Waits for the threads: each finishes the article that it is at.
  ~Readers();
  Readers(const Readers&) = delete;
  Readers& operator=(const Readers&) = delete;

  /// The next article, in the order of the paths; no more calls than paths.
  [[nodiscard]] ReadArticle next();

 private:
  void work();
  [[nodiscard]] bool claim(std::size_t& index);

  const Options& options_;
  const std::vector<std::string>& paths_;
  Prepare prepare_;
  std::size_t ahead_;  ///< how far reading may go ahead of who listens

  std::mutex mutex_;  ///< guards all below
  std::condition_variable changed_;
  std::map<std::size_t, ReadArticle> ready_;  ///< by index of its path
  std::size_t claimed_ = 0;
  std::size_t handed_out_ = 0;
  bool stopped_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace selon
