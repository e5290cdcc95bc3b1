#include "cli/usage_message.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "report/page_words.h"

namespace selon {

namespace {

/// Rows that a message may be, the narrower first.
constexpr std::array<std::string_view, 14> rows{
    "usage.command", "usage.required", "usage.extra",        "usage.extras",  "usage.empty",
    "usage.choice",  "usage.value",    "usage.missing",      "usage.too_few", "usage.too_many",
    "usage.flag",    "usage.unknown",  "usage.did_you_mean", "usage.one_of",
};

using Values = std::vector<std::pair<std::string_view, std::string_view>>;

/// The parts of a text that stand where the pattern has {names}; nothing where it doesn't fit.
std::optional<Values> read_by(std::string_view pattern, std::string_view text) {
  Values values;
  while (!pattern.empty()) {
    const std::size_t open = std::min(pattern.find('{'), pattern.size());
    if (!text.starts_with(pattern.substr(0, open))) {
      return std::nullopt;
    }
    text.remove_prefix(open);
    pattern.remove_prefix(open);
    if (pattern.empty()) {
      break;
    }
    const std::size_t close = pattern.find('}');
    const std::string_view name = pattern.substr(1, close - 1);
    pattern.remove_prefix(close + 1);
    const std::string_view next = pattern.substr(0, std::min(pattern.find('{'), pattern.size()));
    const std::size_t end = next.empty() ? text.size() : text.find(next);
    if (end == std::string_view::npos) {
      return std::nullopt;
    }
    values.emplace_back(name, text.substr(0, end));
    text.remove_prefix(end);
  }
  return text.empty() ? std::optional(values) : std::nullopt;
}

}  // namespace

UiLanguage language_of(int argc, const char* const* argv) {
  constexpr std::string_view option = "--ui-lang";
  UiLanguage language = ui_language_of_locale();
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const bool with_value = word.size() > option.size() && word[option.size()] == '=';
    if (!word.starts_with(option) || (word != option && !with_value)) {
      continue;
    }
    const std::string_view value = with_value     ? word.substr(option.size() + 1)
                                   : i + 1 < argc ? std::string_view(argv[i + 1])
                                                  : std::string_view();
    language = ui_language(value).value_or(language);
  }
  return language;
}

std::string usage_message(UiLanguage language, std::string_view message) {
  const PageWords& english = ui_words(UiLanguage::en);
  for (const std::string_view row : rows) {
    if (const auto values = read_by(english[row], message)) {
      return ui_words(language).with(row, *values);
    }
  }
  return std::string(message);
}

std::string usage_error_text(UiLanguage language, std::string_view message, std::string_view command) {
  return fmt::format("selon: {}\n{}\n", usage_message(language, message),
                     ui_words(language).with("usage.try", {{"command", command}}));
}

}  // namespace selon
