#include "cli/paths.h"

#include <cstdlib>
#include <filesystem>

#include "rules/program_folder.h"

namespace selon {

namespace fs = std::filesystem;

std::string lexicon_path(const std::string& lang) {
  const std::string name = lang + ".lexicon";
  std::error_code failure;
  if (const char* named = std::getenv("SELON_LEXICON"); named != nullptr && *named != '\0') {
    const fs::path path = named;
    return (fs::is_directory(path, failure) ? path / name : path).string();
  }
  const fs::path folder = program_folder();
  const fs::path beside = folder / "lexicon" / name;
  const fs::path installed = (folder / ".." / "share" / "selon" / "lexicon" / name).lexically_normal();
  return (fs::exists(installed, failure) && !fs::exists(beside, failure) ? installed : beside).string();
}

}  // namespace selon
