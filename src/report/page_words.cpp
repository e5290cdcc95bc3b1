#include "report/page_words.h"

#include <fmt/format.h>

#include "report/page_assets.h"

namespace selon {

namespace {

/// What stands before the separator; takes it and the separator away.
std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

}  // namespace

PageWords::PageWords(UiLanguage language) : language_(language) {
  for (std::string_view rest = page_asset("words.tsv"); !rest.empty();) {
    std::string_view line = take(rest, '\n');
    if (line.empty() || line.front() == '#') {
      continue;
    }
    const std::string_view key = take(line, '\t');
    const std::string_view en = take(line, '\t');
    words_.emplace(key, language == UiLanguage::fr ? line : en);
  }
}

std::string_view PageWords::operator[](std::string_view key) const {
  const auto found = words_.find(key);
  return found == words_.end() ? key : found->second;
}

std::string_view PageWords::or_nothing(std::string_view key) const {
  return has(key) ? (*this)[key] : std::string_view();
}

std::string PageWords::with(std::string_view key,
                            std::span<const std::pair<std::string_view, std::string_view>> values) const {
  std::string out;
  for (std::string_view rest = (*this)[key]; !rest.empty();) {
    out += take(rest, '{');
    if (rest.empty()) {
      break;
    }
    const std::string_view name = take(rest, '}');
    for (const auto& [known, value] : values) {
      out += known == name ? value : std::string_view();
    }
  }
  return out;
}

std::string PageWords::counted(std::string_view key, std::uint64_t count) const {
  const bool one = count == 1 || (count == 0 && (*this)["zero"] == "one");
  return with(fmt::format("{}.{}", key, one ? "one" : "many"), {{"count", std::to_string(count)}});
}

std::string PageWords::percent(std::uint64_t part, std::uint64_t whole) const {
  const std::uint64_t share = whole == 0 ? 0 : (part * 100 + whole / 2) / whole;
  return with("percent", {{"count", std::to_string(share)}});
}

const PageWords& ui_words(UiLanguage language) {
  if (language == UiLanguage::fr) {
    static const PageWords french(UiLanguage::fr);
    return french;
  }
  static const PageWords english(UiLanguage::en);
  return english;
}

}  // namespace selon
