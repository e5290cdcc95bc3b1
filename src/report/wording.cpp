#include "report/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace selon {

namespace {

struct Words {
  std::string_view en;
  std::string_view fr;

  [[nodiscard]] std::string_view in(UiLanguage language) const {
    return language == UiLanguage::fr ? fr : en;
  }
};

struct Forms {
  Words one;
  Words many;
};

constexpr std::array<Words, 14> labels{{
    {"advice", "conseil"},
    {"note", "note"},
    {"own voice", "voix du journal"},
    {"carried", "prolongé"},
    {"credited", "crédité"},
    {"no source", "sans source"},
    {"ambiguous", "ambigu"},
    {"via", "via"},
    {"to", "à"},
    {"unnamed", "sans nom"},
    {"also", "aussi"},
    {"last", "dernière"},
    {"no claim found", "aucune déclaration trouvée"},
    {"no source found", "aucune source trouvée"},
}};
static_assert(labels.size() == static_cast<std::size_t>(Label::no_sources) + 1);

constexpr std::array<Words, 3> severities{{
    {"info", "info"},
    {"warning", "avertissement"},
    {"error", "erreur"},
}};

constexpr std::array<Words, 12> source_kinds{{
    {"agency", "agence"},
    {"media", "média"},
    {"state media", "média d'État"},
    {"government", "gouvernement"},
    {"institution", "institution"},
    {"organization", "organisation"},
    {"company", "entreprise"},
    {"person", "personne"},
    {"document", "document"},
    {"group", "groupe"},
    {"place", "lieu"},
    {"", ""},
}};
static_assert(source_kinds.size() == static_cast<std::size_t>(SourceKind::unknown) + 1);

constexpr std::array<Words, 4> modalities{{
    {"", ""},
    {"conditional", "conditionnel"},
    {"future", "futur"},
    {"question", "question"},
}};

constexpr std::array<Words, 3> polarities{{
    {"", ""},
    {"negated", "nié par le texte"},
    {"denied", "démenti"},
}};

constexpr std::array<Forms, 14> counted_words{{
    {{"error", "erreur"}, {"errors", "erreurs"}},
    {{"warning", "avertissement"}, {"warnings", "avertissements"}},
    {{"info", "info"}, {"infos", "infos"}},
    {{"statement", "énoncé"}, {"statements", "énoncés"}},
    {{"attributed", "attribué"}, {"attributed", "attribués"}},
    {{"credited", "crédité"}, {"credited", "crédités"}},
    {{"carried", "prolongé"}, {"carried", "prolongés"}},
    {{"in own voice", "en voix propre"}, {"in own voice", "en voix propre"}},
    {{"lacking a source", "en manque de source"}, {"lacking a source", "en manque de source"}},
    {{"source", "source"}, {"sources", "sources"}},
    {{"file", "fichier"}, {"files", "fichiers"}},
    {{"claim", "déclaration"}, {"claims", "déclarations"}},
    {{"article", "article"}, {"articles", "articles"}},
    {{"finding", "constat"}, {"findings", "constats"}},
}};
static_assert(counted_words.size() == static_cast<std::size_t>(Counted::finding) + 1);

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
  return labels.at(static_cast<std::size_t>(which)).in(language);
}

std::string_view label(UiLanguage language, Severity severity) {
  return severities.at(static_cast<std::size_t>(severity)).in(language);
}

std::string_view label(UiLanguage language, SourceKind kind) {
  return source_kinds.at(static_cast<std::size_t>(kind)).in(language);
}

std::string_view label(UiLanguage language, Modality modality) {
  return modalities.at(static_cast<std::size_t>(modality)).in(language);
}

std::string_view label(UiLanguage language, Polarity polarity) {
  return polarities.at(static_cast<std::size_t>(polarity)).in(language);
}

std::string counted(UiLanguage language, std::uint64_t count, Counted what) {
  const Forms& forms = counted_words.at(static_cast<std::size_t>(what));
  const bool one = count == 1 || (count == 0 && language == UiLanguage::fr);
  return fmt::format("{} {}", count, (one ? forms.one : forms.many).in(language));
}

std::string only_in_log(UiLanguage language, std::uint64_t count, Counted what) {
  const std::string all = counted(language, count, what);
  return language == UiLanguage::fr ? fmt::format("Sans annotation : {} ; le journal les donne.", all)
                                    : fmt::format("Not annotated: {}; the log lists them.", all);
}

std::string baseline_written(UiLanguage language, std::uint64_t count) {
  const std::string all = counted(language, count, Counted::finding);
  return language == UiLanguage::fr ? fmt::format("{} dans l'état de référence", all)
                                    : fmt::format("{} in the baseline", all);
}

std::string baseline_used(UiLanguage language, std::uint64_t hidden, std::uint64_t pruned) {
  const std::string all = counted(language, hidden, Counted::finding);
  const std::string gone = counted(language, pruned, Counted::finding);
  if (language == UiLanguage::fr) {
    return fmt::format("l'état de référence cache {}{}", all,
                       pruned == 0 ? "" : fmt::format(" ; {} en sont ôtés", gone));
  }
  return fmt::format("the baseline hides {}{}", all,
                     pruned == 0 ? "" : fmt::format("; {} taken out of it", gone));
}

std::string silenced(UiLanguage language, std::uint64_t count) {
  const std::string all = counted(language, count, Counted::finding);
  return language == UiLanguage::fr ? fmt::format("{} sous silence", all) : fmt::format("{} silenced", all);
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
