#include "cli/source_reading.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

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

}  // namespace

void read_sources(SourceTexts& sources, const std::vector<std::string>& paths, Console& console) {
  for (const std::string& path : with_articles_of_folders(paths, nullptr, console)) {
    if (format_of_name(path) == Format::jsonl) {
      read_records(sources, path, console);
    } else if (const auto error = sources.add_file(path)) {
      console.fail(*error);
    }
  }
}

}  // namespace selon
