#include "cli/inputs.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "cli/jsonl.h"

namespace selon {

namespace {

/// From so much text on, compiling patterns to machine code pays.
constexpr std::uint64_t batch_bytes = std::uint64_t{3} << 17;

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
    article->document.id = std::move(record->id);
    article->id_json = std::move(record->id_json);
    return listener_.article(*article);
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
  const bool more = RecordStream(session, name, console, listener).run(descriptor);
  if (!standard) {
    ::close(descriptor);
  }
  return more;
}

}  // namespace

bool is_jsonl(const std::string& path, const Options& options) {
  if (!options.input.empty()) {
    return options.input == "jsonl";
  }
  const std::string& name = path == "-" ? options.stdin_filename : path;
  return format_of_name(name) == Format::jsonl;
}

void for_each_article(Session& session, const Options& options, Console& console,
                      const ArticleListener& listener) {
  if (bytes_of(options.files) > batch_bytes) {
    session.use_jit();
  }
  for (const std::string& path : options.files) {
    if (is_jsonl(path, options)) {
      if (!read_records(session, path, options, console, listener)) {
        return;
      }
      continue;
    }
    auto article = session.article(path);
    if (!article) {
      console.fail(article.error());
    } else if (!listener.article(*article)) {
      return;
    }
  }
}

}  // namespace selon
