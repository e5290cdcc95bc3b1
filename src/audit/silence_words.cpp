// The small grammar of silences: a verb, rules, reason="…", words="…".
#include <algorithm>
#include <array>

#include "audit/silences.h"

namespace selon {

namespace {

using Said = SilenceWords::Verb;

constexpr std::string_view blanks = " \t\r\n,";

constexpr std::array verbs = {std::pair("ignore", Said::ignore), std::pair("off", Said::off),
                              std::pair("on", Said::on), std::pair("ignore-file", Said::ignore_file)};

/// Quotation marks that a value may stand in.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> marks = {
    {{"\"", "\""}, {"'", "'"}, {"“", "”"}, {"«", "»"}}};

std::string_view without_blanks_before(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(blanks), text.size()));
}

/// Takes a quoted value off the front of `rest`; nothing where none stands there.
std::optional<std::string> take_value(std::string_view& rest) {
  for (const auto& [open, close] : marks) {
    if (!rest.starts_with(open)) {
      continue;
    }
    const std::size_t end = rest.find(close, open.size());
    if (end == std::string_view::npos) {
      return std::nullopt;
    }
    std::string value(rest.substr(open.size(), end - open.size()));
    rest.remove_prefix(end + close.size());
    return value;
  }
  return std::nullopt;
}

bool is_rule(std::string_view word) {
  return !word.empty() &&
         word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == std::string_view::npos;
}

}  // namespace

tl::expected<SilenceWords, std::string> parse_silence(std::string_view text) {
  SilenceWords words;
  std::string_view rest = without_blanks_before(text);
  const std::string_view verb = rest.substr(0, std::min(rest.find_first_of(blanks), rest.size()));
  const auto* const known =
      std::ranges::find(verbs, verb, [](const auto& v) { return std::string_view(v.first); });
  if (known == verbs.end()) {
    return tl::unexpected(std::string(verb));
  }
  words.verb = known->second;
  for (rest = without_blanks_before(rest.substr(verb.size())); !rest.empty();
       rest = without_blanks_before(rest)) {
    const std::string before(rest);
    std::string* value = rest.starts_with("reason=")  ? &words.reason
                         : rest.starts_with("words=") ? &words.words
                                                      : nullptr;
    if (value != nullptr) {
      rest.remove_prefix(rest.find('=') + 1);
      const auto taken = take_value(rest);
      if (!taken) {
        return tl::unexpected(before);
      }
      *value = *taken;
      continue;
    }
    const std::string_view rule = rest.substr(0, std::min(rest.find_first_of(blanks), rest.size()));
    if (!is_rule(rule)) {
      return tl::unexpected(std::string(rule));
    }
    words.rules.emplace_back(rule);
    rest.remove_prefix(rule.size());
  }
  if (words.rules.empty()) {
    return tl::unexpected(std::string(verb));
  }
  return words;
}

}  // namespace selon
