#include "cli/source_reading.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>

#include "cli/folders.h"
#include "cli/jsonl.h"
#include "document/load.h"

namespace selon {

namespace {

/// Each record of a file of JSON lines is a source.
void read_records(SourceTexts& sources, const std::string& path, Console& console) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    console.fail({path, 0, 0, "the file cannot be read", std::strerror(errno), "check its name"});
    return;
  }
  LineReader reader(descriptor, [] {});
  JsonlParser parser;
  std::uint32_t number = 0;
  for (std::string_view line;;) {
    ++number;
    const LineReader::Result result = reader.next(line);
    if (result == LineReader::Result::end) break;
    if (result == LineReader::Result::error) {
      console.fail({path, 0, 0, "the input cannot be read", std::strerror(reader.error()), ""});
      break;
    }
    if (result == LineReader::Result::too_long) {
      console.fail(
          {path, number, 1, fmt::format("longer than {} MB", LineReader::longest_line >> 20), "", ""});
      continue;
    }
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    auto record = parser.parse(line);
    if (record) {
      sources.add_text(std::move(record->text),
                       fmt::format("{}#{}", path, record->id.empty() ? std::to_string(number) : record->id));
    } else {
      console.fail({path, number, 1, record.error().what, "", ""});
    }
  }
  ::close(descriptor);
}

std::set<std::filesystem::path> canonical_files(const std::vector<std::string>& paths) {
  std::set<std::filesystem::path> out;
  for (const std::string& path : paths) {
    std::error_code failed;
    if (std::filesystem::is_regular_file(path, failed)) {
      out.insert(std::filesystem::weakly_canonical(path, failed));
    }
  }
  return out;
}

}  // namespace

void read_sources(SourceTexts& sources, const std::vector<std::string>& paths,
                  const std::vector<std::string>& drafts, Console& console) {
  const std::set<std::filesystem::path> left_out = canonical_files(drafts);
  for (const std::string& path : with_articles_of_folders(paths, nullptr, console)) {
    std::error_code ignored;
    if (left_out.contains(std::filesystem::weakly_canonical(path, ignored))) {
      write_message(
          fmt::format("selon: {}: the draft itself, no source of its own quotations; left out\n", path));
    } else if (format_of_name(path) == Format::jsonl) {
      read_records(sources, path, console);
    } else if (const auto error = sources.add_file(path)) {
      console.fail(*error);
    }
  }
}

}  // namespace selon
