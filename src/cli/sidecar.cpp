#include "cli/sidecar.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

namespace selon {

tl::expected<SidecarSilences, std::vector<Error>> sidecar_silences(const std::string& path) {
  const std::string sidecar = path + ".selon";
  SidecarSilences silences;
  std::vector<Error> errors;
  std::ifstream file(sidecar);
  std::uint32_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) {
      line.erase(0, 3);
    }
    const std::size_t start = line.find_first_not_of(" \t\r");
    if (start == std::string::npos || line[start] == '#') {
      continue;
    }
    auto words = parse_silence(line);
    if (!words) {
      errors.push_back({sidecar, number, 1, "a silence that cannot be read", words.error(),
                        "write: ignore RULE words=\"…\" reason=\"…\", or ignore-file RULE reason=\"…\""});
      continue;
    }
    const bool in_place = words->verb == SilenceWords::Verb::ignore_file ||
                          (words->verb == SilenceWords::Verb::ignore && !words->words.empty());
    if (!in_place) {
      errors.push_back({sidecar, number, 1, "a silence that names no place", line,
                        "write: ignore RULE words=\"…\", or ignore-file RULE"});
      continue;
    }
    silences.emplace_back(std::move(*words),
                          fmt::format("{}:{}", std::filesystem::path(sidecar).filename().string(), number));
  }
  if (!errors.empty()) {
    return tl::unexpected(std::move(errors));
  }
  return silences;
}

}  // namespace selon
