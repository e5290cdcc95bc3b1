#include "cli/source_reading.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <set>

#include "cli/folders.h"
#include "cli/jsonl.h"
#include "document/load.h"

namespace selon {

namespace {

/// Each record of a file of JSON lines is a source. False where one of them can't be read.
bool read_records(SourceTexts& sources, const std::string& path, Console& console) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    console.fail({path, 0, 0, "the file cannot be read", std::strerror(errno), "check its name"});
    return false;
  }
  bool all_read = true;
  LineReader reader(descriptor, [] {});
  JsonlParser parser;
  std::uint32_t number = 0;
  for (std::string_view line;;) {
    ++number;
    const LineReader::Result result = reader.next(line);
    if (result == LineReader::Result::end) break;
    if (result == LineReader::Result::error) {
      console.fail({path, 0, 0, "the input cannot be read", std::strerror(reader.error()), ""});
      all_read = false;
      break;
    }
    if (result == LineReader::Result::too_long) {
      console.fail(
          {path, number, 1, fmt::format("longer than {} MB", LineReader::longest_line >> 20), "", ""});
      all_read = false;
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
      all_read = false;
    }
  }
  ::close(descriptor);
  return all_read;
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

/// The drafts, which are no sources of themselves: neither they nor copies of them.
class Drafts {
 public:
  explicit Drafts(const std::vector<std::string>& paths) : files_(canonical_files(paths)) {
    std::error_code failed;
    for (const auto& file : files_) sizes_.emplace(std::filesystem::file_size(file, failed), file.string());
  }

  /// Why that file is left out; empty where it isn't.
  [[nodiscard]] std::string why_not(const std::filesystem::path& file) const {
    if (files_.contains(file)) return "the draft itself, no source of its own quotations; left out";
    std::error_code failed;
    if (!std::filesystem::is_regular_file(file, failed)) return "";
    const auto [first, last] = sizes_.equal_range(std::filesystem::file_size(file, failed));
    if (failed || first == last) return "";
    const auto bytes = read_bytes(file.string(), LoadOptions().max_bytes);
    for (auto same = first; bytes && same != last; ++same) {
      const auto draft = read_bytes(same->second, LoadOptions().max_bytes);
      if (draft && *draft == *bytes) {
        return fmt::format("a copy of the draft {}, no source of its quotations; left out",
                           std::filesystem::path(same->second).filename().string());
      }
    }
    return "";
  }

 private:
  std::set<std::filesystem::path> files_;
  std::multimap<std::uintmax_t, std::string> sizes_;
};

/// The index that --index names; nothing where none is wanted or it can't be used.
std::optional<KeptTexts> open_index(const Options& options, const Pack& pack, Console& console) {
  if (options.index.empty()) return std::nullopt;
  auto kept = KeptTexts::open(options.index, pack, SELON_VERSION);
  if (!kept) {
    console.fail(kept.error());
    return std::nullopt;
  }
  if (!kept->note().empty()) {
    write_message(fmt::format("selon: {}: the index is {}; it is made anew\n", options.index, kept->note()));
  }
  return std::move(*kept);
}

bool read_source(SourceTexts& sources, const std::string& path, Console& console) {
  if (format_of_name(path) == Format::jsonl) return read_records(sources, path, console);
  const auto error = sources.add_file(path);
  if (error) console.fail(*error);
  return !error;
}

}  // namespace

void read_sources(SourceTexts& sources, const Pack& pack, const Options& options, Console& console) {
  const Drafts drafts(options.files);
  std::set<std::filesystem::path> index;
  if (!options.index.empty()) index = canonical_files({options.index});
  auto kept = open_index(options, pack, console);
  if (kept) sources.use(&*kept);
  const auto paths = with_articles_of_folders(options.against, nullptr, console);
  bool all_read = console.exit_code() != 2;
  for (const std::string& path : paths) {
    std::error_code ignored;
    const auto file = std::filesystem::weakly_canonical(path, ignored);
    if (index.contains(file)) continue;
    if (const std::string why = drafts.why_not(file); !why.empty()) {
      write_message(fmt::format("selon: {}: {}\n", path, why));
    } else {
      all_read = read_source(sources, path, console) && all_read;
    }
  }
  if (!kept) return;
  sources.use(nullptr);
  // Nothing is lost without it: the verification goes on.
  if (const auto error = kept->save(all_read ? KeptTexts::Unused::dropped : KeptTexts::Unused::kept))
    write_message("selon: " + to_string(*error) + "\n");
}

}  // namespace selon
