#include "report/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "claims/words.h"
#include "report/page_words.h"
#include "rules/names.h"

namespace selon {

namespace {

constexpr std::array<std::string_view, 14> label_keys{
    "label.advice",    "label.note",      "label.own_voice", "label.carried",   "label.credited",
    "label.no_source", "label.ambiguous", "label.via",       "label.told_to",   "label.anonymous",
    "label.also",      "label.last_seen", "label.no_claims", "label.no_sources"};
static_assert(label_keys.size() == static_cast<std::size_t>(Label::no_sources) + 1);

constexpr std::array<std::string_view, 19> counted_keys{
    "counted.error",    "counted.warning",   "counted.info",      "counted.statement", "counted.attributed",
    "counted.credited", "counted.carried",   "counted.own_voice", "counted.lacking",   "counted.source",
    "counted.file",     "counted.claim",     "counted.article",   "counted.finding",   "counted.revision",
    "counted.change",   "counted.unchanged", "counted.quotation", "counted.failing"};
static_assert(counted_keys.size() == static_cast<std::size_t>(Counted::failing) + 1);

/// The words of "PREFIX.NAME"; "" where what is usual has no words.
std::string_view words_of_name(UiLanguage language, std::string_view prefix, std::string_view name) {
  return ui_words(language).or_nothing(fmt::format("{}.{}", prefix, name));
}

using Messages = std::vector<AuditRule::Message>;

const AuditRule::Message* find_message(const Messages& messages, std::string_view key,
                                       std::string_view lang) {
  const auto found = std::ranges::find_if(messages, [&](const AuditRule::Message& m) {
    return m.key == key && (lang.empty() || m.lang == lang);
  });
  return found == messages.end() ? nullptr : &*found;
}

/// The message of the key in the best language there is, or nullptr.
const AuditRule::Message* best_message(const Messages& messages, std::string_view key, UiLanguage language) {
  for (const std::string_view lang : {code_of(language), std::string_view("en"), std::string_view()}) {
    if (const AuditRule::Message* found = find_message(messages, key, lang)) {
      return found;
    }
  }
  return nullptr;
}

/// An argument comes from the article: white space in it is one space.
void append_on_one_line(std::string& out, std::string_view text) {
  bool space = false;
  for (const char c : text) {
    if (c == '\n' || c == '\r' || c == '\t' || c == ' ') {
      space = true;
      continue;
    }
    out += space ? " " : "";
    space = false;
    out += c;
  }
}

std::string fill_in(std::string_view pattern, const Finding& finding) {
  std::string out;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) {
      break;
    }
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    out += pattern.substr(0, open);
    const auto argument =
        std::ranges::find(finding.arguments, name, &std::pair<std::string, std::string>::first);
    if (argument != finding.arguments.end()) {
      append_on_one_line(out, argument->second);
    } else {
      out += pattern.substr(open, close - open + 1);  // shows the mistake in the pack
    }
    pattern.remove_prefix(close + 1);
  }
  return out += pattern;
}

std::string without_placeholders(std::string_view pattern) {
  std::string out;
  for (std::size_t open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{')) {
    const std::size_t close = std::min(pattern.find('}', open), pattern.size() - 1);
    out += pattern.substr(0, open);
    out += "…";
    pattern.remove_prefix(close + 1);
  }
  return out += pattern;
}

}  // namespace

std::optional<UiLanguage> ui_language(std::string_view name) {
  if (name == "fr") {
    return UiLanguage::fr;
  }
  return name == "en" ? std::optional(UiLanguage::en) : std::nullopt;
}

UiLanguage ui_language_of_locale() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value != nullptr && *value != '\0') {
      return ui_language(std::string_view(value).substr(0, 2)).value_or(UiLanguage::en);
    }
  }
  return UiLanguage::en;
}

std::string_view code_of(UiLanguage language) { return language == UiLanguage::fr ? "fr" : "en"; }

std::string_view label(UiLanguage language, Label which) {
  return ui_words(language)[label_keys.at(static_cast<std::size_t>(which))];
}

std::string_view label(UiLanguage language, Severity severity) {
  return words_of_name(language, "severity", name_of(severity));
}

std::string_view label(UiLanguage language, SourceKind kind) {
  return words_of_name(language, "source_kind", name_of(kind));
}

std::string_view label(UiLanguage language, Modality modality) {
  return words_of_name(language, "modality", word_of(modality));
}

std::string_view label(UiLanguage language, Polarity polarity) {
  return words_of_name(language, "polarity", word_of(polarity));
}

std::string counted(UiLanguage language, std::uint64_t count, Counted what) {
  return ui_words(language).counted(counted_keys.at(static_cast<std::size_t>(what)), count);
}

std::string_view colon(UiLanguage language) { return ui_words(language)["colon"]; }

std::string only_in_log(UiLanguage language, std::uint64_t count, Counted what) {
  return ui_words(language).with("only_in_log", {{"all", counted(language, count, what)}});
}

std::string baseline_written(UiLanguage language, std::uint64_t count) {
  return ui_words(language).with("baseline.written", {{"all", counted(language, count, Counted::finding)}});
}

std::string baseline_used(UiLanguage language, std::uint64_t hidden, std::uint64_t pruned) {
  return ui_words(language).with(pruned == 0 ? "baseline.used" : "baseline.pruned",
                                 {{"all", counted(language, hidden, Counted::finding)},
                                  {"gone", counted(language, pruned, Counted::finding)}});
}

std::string silenced(UiLanguage language, std::uint64_t count) {
  return ui_words(language).with("silenced", {{"all", counted(language, count, Counted::finding)}});
}

std::string message_of(const Finding& finding, UiLanguage language) {
  const Messages& messages = finding.rule->messages;
  const AuditRule::Message* message = best_message(messages, finding.message_key, language);
  if (message == nullptr) {
    message = best_message(messages, "", language);
  }
  return message == nullptr ? finding.rule->id : fill_in(message->text, finding);
}

std::string message_of(const Finding& finding, const RelatedPlace& place, UiLanguage language) {
  const AuditRule::Message* message = best_message(finding.rule->messages, place.key, language);
  return message == nullptr ? place.key : fill_in(message->text, finding);
}

std::string advice_of(const Finding& finding, UiLanguage language) {
  const AuditRule::Message* advice = best_message(finding.rule->advice, finding.message_key, language);
  if (advice == nullptr) {
    advice = best_message(finding.rule->advice, "", language);
  }
  return advice == nullptr ? std::string() : fill_in(advice->text, finding);
}

RuleWords words_of(const AuditRule& rule, UiLanguage language) {
  const auto usual = [&](const Messages& messages) {
    const AuditRule::Message* message = best_message(messages, "", language);
    return message == nullptr ? std::string() : without_placeholders(message->text);
  };
  return {usual(rule.messages), usual(rule.advice), usual(rule.reason)};
}

}  // namespace selon
