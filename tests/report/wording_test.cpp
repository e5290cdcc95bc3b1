#include "report/wording.h"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace selon;

TEST_CASE("the language of the interface follows the locale") {
  const auto language = [](const char* all, const char* messages, const char* lang) {
    ::setenv("LC_ALL", all, 1);
    ::setenv("LC_MESSAGES", messages, 1);
    ::setenv("LANG", lang, 1);
    return ui_language_of_locale();
  };
  CHECK(language("", "", "fr_FR.UTF-8") == UiLanguage::fr);
  CHECK(language("", "C", "fr_FR.UTF-8") == UiLanguage::en);
  CHECK(language("fr_BE", "C", "en_GB") == UiLanguage::fr);
  CHECK(language("", "", "") == UiLanguage::en);
  CHECK(language("", "", "de_DE.UTF-8") == UiLanguage::en);
  CHECK(ui_language("fr") == UiLanguage::fr);
  CHECK_FALSE(ui_language("de"));
}

TEST_CASE("numbers agree with their nouns as each language has it") {
  CHECK(counted(UiLanguage::en, 0, Counted::statement) == "0 statements");
  CHECK(counted(UiLanguage::en, 1, Counted::statement) == "1 statement");
  CHECK(counted(UiLanguage::fr, 0, Counted::statement) == "0 énoncé");
  CHECK(counted(UiLanguage::fr, 2, Counted::statement) == "2 énoncés");
}

TEST_CASE("a message: its key, its language, its arguments") {
  AuditRule rule;
  rule.id = "a.rule";
  rule.messages = {{"", "fr", "Usuel {x}"}, {"", "en", "Usual {x}{y}"}, {"k", "fr", "Clef"}};
  Finding finding;
  finding.rule = &rule;
  finding.arguments = {{"x", "deux\n  lignes"}};
  CHECK(message_of(finding, UiLanguage::fr) == "Usuel deux lignes");
  CHECK(message_of(finding, UiLanguage::en) == "Usual deux lignes{y}");
  finding.message_key = "k";
  CHECK(message_of(finding, UiLanguage::en) == "Clef");  // better in French than another message
  finding.message_key = "unknown";
  CHECK(message_of(finding, UiLanguage::fr) == "Usuel deux lignes");
  CHECK(advice_of(finding, UiLanguage::fr) == "");
  CHECK(message_of(finding, {{}, "k"}, UiLanguage::fr) == "Clef");
  rule.messages.clear();
  CHECK(message_of(finding, UiLanguage::fr) == "a.rule");
}
