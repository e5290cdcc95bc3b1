#include "cli/sidecar.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "document/characters.h"
#include "report/json_writer.h"

namespace selon {

namespace {

/// The place of a line of the file, of which `text` is what matters.
OtherFilePlace place_of(const std::string& sidecar, std::uint32_t line, std::string_view text) {
  return {sidecar, {line, 1}, {line, characters_in(text) + 1}, std::string(text)};
}

}  // namespace

Expected<void> read_sidecar(const std::string& path, AuditOptions& options) {
  const std::string sidecar = path + ".selon";
  std::error_code absent;
  if (path.empty() || path == "-" || !std::filesystem::exists(sidecar, absent)) {
    return {};
  }
  std::ifstream file(sidecar);
  if (!file || std::filesystem::is_directory(sidecar, absent)) {
    return tl::unexpected(Error{sidecar, 0, 0, "the silences beside the article cannot be read",
                                file ? "a folder" : std::strerror(errno), "make it a readable file"});
  }
  std::uint32_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) {
      line.erase(0, 3);
    }
    line = valid_utf8(line);  // it is shown where it is no silence
    const std::size_t start = line.find_first_not_of(" \t\r");
    if (start == std::string::npos || line[start] == '#') {
      continue;
    }
    const auto mistake = [&](const std::string& fragment, const char* key) {
      options.silence_mistakes.push_back({{}, fragment, key, place_of(sidecar, number, line)});
    };
    auto words = parse_silence(line);
    if (!words) {
      mistake(words.error(), "beside");
      continue;
    }
    const bool in_place = words->verb == SilenceWords::Verb::ignore_file ||
                          (words->verb == SilenceWords::Verb::ignore && !words->words.empty());
    if (!in_place) {
      mistake(line, "nowhere");
      continue;
    }
    options.silences.emplace_back(
        std::move(*words), fmt::format("{}:{}", std::filesystem::path(sidecar).filename().string(), number));
  }
  return {};
}

}  // namespace selon
