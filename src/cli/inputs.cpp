#include "cli/inputs.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>
#include <thread>

#include "cli/jsonl.h"

namespace selon {

namespace {

/// From so much text on, compiling patterns to machine code pays.
constexpr std::uint64_t batch_bytes = std::uint64_t{3} << 17;

constexpr std::size_t most_threads = 64;

std::uint64_t bytes_of(const std::vector<std::string>& paths) {
  std::uint64_t bytes = 0;
  for (const std::string& path : paths) {
    struct stat status {};
    if (path != "-" && ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode)) {
      bytes += static_cast<std::uint64_t>(status.st_size);
    }
  }
  return bytes;
}

std::string joined(const Errors& errors) {
  std::string all;
  for (const Error& error : errors) {
    all += all.empty() ? "" : "\n";
    all += to_string(error);
  }
  return all;
}

/// Reads the records of one JSONL input.
class RecordStream {
 public:
  RecordStream(Session& session, std::string name, Console& console, const ArticleListener& listener)
      : session_(session), name_(std::move(name)), console_(console), listener_(listener) {}

  /// False where the listener wants no more.
  bool run(int descriptor) {
    LineReader reader(descriptor, [this] { console_.out.flush(); });
    for (std::string_view line;;) {
      ++line_number_;
      const LineReader::Result result = reader.next(line);
      if (result == LineReader::Result::end) {
        return true;
      }
      if (result == LineReader::Result::error) {
        console_.fail({name_, 0, 0, "the input cannot be read", std::strerror(reader.error()), ""});
        return true;
      }
      if (result == LineReader::Result::too_long) {
        refuse("", fmt::format("longer than {} MB", LineReader::longest_line >> 20));
      } else if (!take(line)) {
        return false;
      }
    }
  }

 private:
  void refuse(const std::string& id_json, const std::string& message) {
    if (listener_.bad_record) {
      console_.fail_quietly();
      listener_.bad_record(id_json, fmt::format("line {}: {}", line_number_, message));
    } else {
      console_.fail({name_, line_number_, 1, message, "", ""});
    }
  }

  bool take(std::string_view line) {
    if (line_number_ == 1 && line.starts_with("\xEF\xBB\xBF")) {
      line.remove_prefix(3);
    }
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
      return true;
    }
    bytes_ += line.size();
    if (bytes_ > batch_bytes) {
      session_.use_jit();
    }
    auto record = parser_.parse(line);
    if (!record) {
      refuse(record.error().id_json, record.error().what);
      return true;
    }
    const std::string path =
        fmt::format("{}#{}", name_, record->id.empty() ? std::to_string(line_number_) : record->id);
    auto article = session_.article_of_text(std::move(record->text), path, record->lang);
    if (!article) {
      refuse(record->id_json, joined(article.error()));
      return true;
    }
    take_metadata(article->document, *record);
    article->id_json = std::move(record->id_json);
    std::any prepared = listener_.prepare ? listener_.prepare(*article) : std::any();
    return listener_.article(*article, prepared);
  }

  Session& session_;
  std::string name_;
  Console& console_;
  const ArticleListener& listener_;
  JsonlParser parser_;
  std::uint32_t line_number_ = 0;
  std::uint64_t bytes_ = 0;
};

bool read_records(Session& session, const std::string& path, const Options& options, Console& console,
                  const ArticleListener& listener) {
  const bool standard = path == "-";
  const std::string name = standard && !options.stdin_filename.empty() ? options.stdin_filename : path;
  const int descriptor = standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    console.fail({path, 0, 0, "the file cannot be read", std::strerror(errno), "check its name"});
    return true;
  }
  if (const auto entered = session.enter(name); !entered) {
    console.fail(entered.error());
  }
  const bool more = RecordStream(session, name, console, listener).run(descriptor);
  if (!standard) {
    ::close(descriptor);
  }
  return more;
}

}  // namespace

void take_metadata(Document& document, JsonlRecord& record) {
  document.id = std::move(record.id);
  document.metadata.canonical_url = std::move(record.url);
  document.metadata.published = std::move(record.published);
  document.metadata.modified = std::move(record.modified);
}

bool is_jsonl(const std::string& path, const Options& options) {
  if (!options.input.empty()) {
    return options.input == "jsonl";
  }
  const std::string& name = path == "-" ? options.stdin_filename : path;
  return format_of_name(name) == Format::jsonl;
}

namespace {

/// Hands out all articles of a command line.
class ArticleRun {
 public:
  ArticleRun(Session& session, const Options& options, Console& console, const ArticleListener& listener)
      : session_(session), options_(options), console_(console), listener_(listener) {}

  void run() {
    const std::vector<std::string>& paths = options_.files;
    const bool many = bytes_of(paths) > batch_bytes;
    if (many) {
      session_.use_jit();
    }
    for (std::size_t at = 0; at < paths.size();) {
      const std::size_t files = files_from(at);
      const std::size_t threads = many ? threads_for(files) : 1;
      const bool more = files == 0 ? read_records(session_, paths[at], options_, console_, listener_)
                        : threads > 1
                            ? read_together({paths.begin() + static_cast<std::ptrdiff_t>(at),
                                             paths.begin() + static_cast<std::ptrdiff_t>(at + files)},
                                            threads)
                            : hear(read_article(session_, paths[at], listener_.prepare));
      if (!more) {
        return;
      }
      at += threads > 1 ? std::max<std::size_t>(files, 1) : 1;
      console_.progress(at, paths.size());
    }
  }

 private:
  /// How many paths from here on are of one article each, read from a file.
  [[nodiscard]] std::size_t files_from(std::size_t at) const {
    const auto first = options_.files.begin() + static_cast<std::ptrdiff_t>(at);
    const auto end = std::find_if(first, options_.files.end(), [this](const std::string& path) {
      return path == "-" || is_jsonl(path, options_);
    });
    const bool one = first == end && !is_jsonl(*first, options_);  // standard input
    return one ? 1 : static_cast<std::size_t>(end - first);
  }

  [[nodiscard]] std::size_t threads_for(std::size_t files) const {
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    return std::min(files, options_.jobs == 0 ? cores : std::min<std::size_t>(options_.jobs, most_threads));
  }

  bool read_together(const std::vector<std::string>& paths, std::size_t threads) {
    Readers readers(options_, paths, listener_.prepare, threads);
    for (std::size_t i = 0; i < paths.size(); ++i) {
      if (!hear(readers.next())) {
        return false;
      }
      console_.progress(i + 1, paths.size());
    }
    return true;
  }

  bool hear(ReadArticle read) {
    if (read.article) {
      return listener_.article(*read.article, read.prepared);
    }
    console_.fail_quietly();
    for (const Error& error : read.article.error()) {
      if (told_.insert(to_string(error)).second) {
        console_.fail(error);
      }
    }
    return true;
  }

  Session& session_;
  const Options& options_;
  Console& console_;
  const ArticleListener& listener_;
  std::set<std::string> told_;  ///< a mistake of selon.xml is the same for all its articles
};

}  // namespace

void for_each_article(Session& session, const Options& options, Console& console,
                      const ArticleListener& listener) {
  ArticleRun(session, options, console, listener).run();
  console.end_progress();
}

}  // namespace selon
