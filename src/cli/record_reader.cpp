#include "cli/record_reader.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/inputs.h"
#include "cli/jsonl.h"

namespace selon {

void RecordReader::run() {
  for (const std::string& path : options_.files) {
    if (is_jsonl(path, options_)) {
      read_lines(path);
    } else {
      RecordJob job;
      job.path = path;
      exchange_.put(std::move(job));
    }
  }
  exchange_.no_more_jobs();
}

void RecordReader::put(const std::string& path, std::uint32_t line_number, std::string line,
                       std::string failure) {
  RecordJob job;
  job.path = path;
  job.line = std::move(line);
  job.line_number = line_number;
  job.failure = std::move(failure);
  exchange_.put(std::move(job));
}

void RecordReader::read_lines(const std::string& path) {
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

}  // namespace selon
