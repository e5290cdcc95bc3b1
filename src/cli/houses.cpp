#include "cli/houses.h"

#include <filesystem>

#include "cli/ignored.h"
#include "cli/rule_choice.h"

namespace selon {

namespace fs = std::filesystem;

tl::expected<const House*, Errors> Houses::of(const std::string& path) {
  if (options_.no_config) {
    return nullptr;
  }
  const std::string folder = path == "-" ? std::string() : fs::path(path).parent_path().string();
  const auto [found, is_new] = found_.try_emplace(folder);
  if (is_new) {
    found->second = find_house(folder);
  }
  if (found->second.empty()) {
    return nullptr;
  }
  auto& read = read_[found->second];
  if (read == nullptr) {
    read = std::make_unique<const tl::expected<House, Errors>>(
        load_house(found->second, options_.rules, rule_names()));
  }
  if (!*read) {
    return tl::unexpected(read->error());
  }
  return &**read;
}

bool Houses::ignores(const std::string& path, bool is_folder) {
  const auto house = of(path);
  if (!house || *house == nullptr || (*house)->ignored.empty()) {
    return false;
  }
  std::error_code failure;
  const fs::path root = fs::weakly_canonical((*house)->path, failure).parent_path();
  IgnoredPaths::Trail trail;
  for (const fs::path& name : fs::weakly_canonical(path, failure).lexically_relative(root)) {
    trail.push_back(name.string());
  }
  IgnoredPaths ignored;
  for (const std::string& line : (*house)->ignored) {
    ignored.add(line, 0);
  }
  return ignored.contains(trail, is_folder);
}

}  // namespace selon
