// The words of the reports, in the languages of the user interface: data (page_words.h). The
// words of the audit rules are in the rule packs; here is what the reports say around them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "attribution/analysis.h"
#include "audit/finding.h"
#include "rules/pack.h"

namespace selon {

enum class UiLanguage : std::uint8_t { en, fr };

/// "fr" and "en"; nothing for another name.
[[nodiscard]] std::optional<UiLanguage> ui_language(std::string_view name);
/// That of the locale (LC_ALL, LC_MESSAGES, LANG), English where it is another one.
[[nodiscard]] UiLanguage ui_language_of_locale();
[[nodiscard]] std::string_view code_of(UiLanguage language);

enum class Label : std::uint8_t {
  advice,     ///< before what an editor should do
  note,       ///< the severity of a related place
  own_voice,  ///< a statement of the article itself
  carried,    ///< a statement that goes on the report before it
  credited,   ///< a statement that the caption's credit stands for
  no_source,  ///< an attribution that names nobody
  ambiguous,  ///< a source that may be several
  via,        ///< before the relay
  told_to,    ///< before the addressee
  anonymous,  ///< a source without a name
  also,       ///< before a source's aliases
  last_seen,  ///< before the date of a source's last claim
  no_claims,  ///< the answer to a question that finds nothing
  no_sources,
};
[[nodiscard]] std::string_view label(UiLanguage language, Label which);
[[nodiscard]] std::string_view label(UiLanguage language, Severity severity);
[[nodiscard]] std::string_view label(UiLanguage language, SourceKind kind);
/// What a modality or polarity adds to a claim: "conditional", "denied"; "" for the usual one.
[[nodiscard]] std::string_view label(UiLanguage language, Modality modality);
[[nodiscard]] std::string_view label(UiLanguage language, Polarity polarity);

enum class Counted : std::uint8_t {
  error,
  warning,
  info,
  statement,
  attributed,
  credited,
  carried,
  own_voice,
  lacking,
  source,
  file,
  claim,
  article,
  finding,
  revision,
  change,
  unchanged,
  quotation,
  failing,  ///< quotations
};
/// "1 statement", "3 statements".
[[nodiscard]] std::string counted(UiLanguage language, std::uint64_t count, Counted what);

/// Before what follows a word: French sets a no-break space before it.
[[nodiscard]] std::string_view colon(UiLanguage language);

/// "Not annotated: 3 warnings; the log lists them.": what a limit of annotations hides.
[[nodiscard]] std::string only_in_log(UiLanguage language, std::uint64_t count, Counted what);

/// What a baseline did: how many findings it now holds; how many it hid, how many went.
[[nodiscard]] std::string baseline_written(UiLanguage language, std::uint64_t count);
[[nodiscard]] std::string baseline_used(UiLanguage language, std::uint64_t hidden, std::uint64_t pruned);
/// "2 findings silenced in the text".
[[nodiscard]] std::string silenced(UiLanguage language, std::uint64_t count);

/// The rule's message of that key with the {placeholders} filled in: in the language
/// asked for, else in English, else in any that the pack has; the rule's usual
/// message where the key has none.
[[nodiscard]] std::string message_of(const Finding& finding, UiLanguage language);
/// The words of a related place.
[[nodiscard]] std::string message_of(const Finding& finding, const RelatedPlace& place, UiLanguage language);
/// The rule's advice; "" where it has none.
[[nodiscard]] std::string advice_of(const Finding& finding, UiLanguage language);

/// What a rule says wherever it finds something: its usual message with "…" in the place of
/// each {placeholder}, its advice, and why it exists; "" where it has none.
struct RuleWords {
  std::string message;
  std::string advice;
  std::string reason;
};
[[nodiscard]] RuleWords words_of(const AuditRule& rule, UiLanguage language);

}  // namespace selon
