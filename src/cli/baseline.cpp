#include "cli/baseline.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/file_replacement.h"
#include "report/json_writer.h"

namespace selon {

namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

constexpr std::string_view schema = "selon.baseline/1";

Error problem(const std::string& path, std::string what, std::string advice) {
  return {path, 0, 0, std::move(what), "", std::move(advice)};
}

std::string member(const Json& entry, const char* name) {
  const auto found = entry.find(name);
  return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

Expected<Baseline> Baseline::read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return tl::unexpected(Error{path, 0, 0, "the baseline cannot be read", std::strerror(errno),
                                "write one with --write-baseline"});
  }
  const Json json = Json::parse(file, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || member(json, "schema") != schema || !json.contains("findings") ||
      !json["findings"].is_array()) {
    return tl::unexpected(problem(path, "this is no baseline", "write one with --write-baseline"));
  }
  Baseline baseline(path);
  for (const Json& entry : json["findings"]) {
    const std::string article = member(entry, "path");
    const std::string key = member(entry, "key");
    const auto count = entry.find("count");
    if (article.empty() || key.empty() || count == entry.end() || !count->is_number_unsigned()) {
      return tl::unexpected(
          problem(path, "a finding of the baseline lacks its path, key or count", "write it anew"));
    }
    baseline.entries_[{article, key}] = {member(entry, "rule"), member(entry, "excerpt"),
                                         count->get<std::uint32_t>(), 0};
  }
  return baseline;
}

std::string Baseline::relative(std::string_view article) const {
  std::error_code failure;
  const fs::path folder = fs::weakly_canonical(fs::absolute(path_, failure), failure).parent_path();
  const fs::path path = fs::weakly_canonical(fs::absolute(fs::path(article), failure), failure);
  return valid_utf8(path.lexically_relative(folder).generic_string());
}

bool Baseline::is_gone(const std::string& article) const {
  const std::string file = article.substr(
      0, article.find(".jsonl#") == std::string::npos ? article.size() : article.find(".jsonl#") + 6);
  std::error_code failure;
  return !fs::exists(fs::absolute(path_, failure).parent_path() / file, failure);
}

void Baseline::add(std::string_view article, std::string_view key, std::string_view rule,
                   std::string_view excerpt) {
  Entry& entry = entries_[{relative(article), std::string(key)}];
  entry.rule = rule;
  entry.excerpt = excerpt;
  ++entry.count;
}

bool Baseline::take(std::string_view article, std::string_view key) {
  const auto found = entries_.find({relative(article), std::string(key)});
  if (found == entries_.end() || found->second.taken == found->second.count) {
    return false;
  }
  ++found->second.taken;
  return true;
}

std::uint32_t Baseline::size() const {
  std::uint32_t sum = 0;
  for (const auto& [place, entry] : entries_) {
    sum += entry.count;
  }
  return sum;
}

std::uint32_t Baseline::taken() const {
  std::uint32_t sum = 0;
  for (const auto& [place, entry] : entries_) {
    sum += entry.taken;
  }
  return sum;
}

std::uint32_t Baseline::prune() {
  const std::uint32_t before = size();
  for (auto& [place, entry] : entries_) {
    if (audited_.contains(place.first)) {
      entry.count = entry.taken;
    } else if (is_gone(place.first)) {
      entry.count = 0;
    }
  }
  std::erase_if(entries_, [](const auto& item) { return item.second.count == 0; });
  return before - size();
}

Expected<void> Baseline::write() const {
  Output text;  // a line a finding, so that two baselines can be compared and merged
  text.write("{\"schema\":\"selon.baseline/1\",\"findings\":[");
  std::string_view before = "\n";
  for (const auto& [place, entry] : entries_) {
    text.write(before);
    JsonWriter json(text);
    json.begin_object();
    json.member("path", place.first);
    json.member("rule", entry.rule);
    json.member("key", place.second);
    json.member("count", entry.count);
    json.member("excerpt", entry.excerpt);
    json.end_object();
    before = ",\n";
  }
  text.write("\n]}\n");
  if (auto failed = replace_file(path_, text.text())) {
    failed->what = "the baseline cannot be written";
    return tl::unexpected(std::move(*failed));
  }
  return {};
}

}  // namespace selon
