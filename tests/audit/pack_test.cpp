// The French pack's audit rules and the checks of the program belong together.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "audit/checks.h"
#include "rules/loader.h"

using namespace selon;

namespace {

const Pack& french() {
  static const Pack pack = [] {
    auto loaded = load_pack(std::string(SELON_RULES_DIR) + "/fr");
    REQUIRE(loaded);
    return std::move(*loaded);
  }();
  return pack;
}

/// The message keys that each check uses, beside the usual message.
const std::map<std::string_view, std::vector<std::string_view>> keys = {
    {"attribution.carried-far", {"quotation", "said-here"}},
    {"attribution.chain", {"citing"}},
    {"attribution.late-source", {"first-source"}},
    {"attribution.lead", {"attributed-here"}},
    {"attribution.missing",
     {"allegation", "quotation", "figure", "prediction", "intention", "evaluation", "fact"}},
    {"cue.loaded", {"doubtful", "committed"}},
    {"quotation.adjacent-speakers", {"before"}},
    {"quotation.cut-mark", {"bare"}},
    {"quotation.fragment", {"several", "fragment"}},
    {"quotation.headline-mismatch", {"speaker", "said-here"}},
    {"quotation.inconsistent", {"lost", "added", "changed", "other-wording"}},
    {"quotation.late-speaker", {"speaker"}},
    {"quotation.nesting", {"order"}},
    {"quotation.orphan", {"subheading"}},
    {"quotation.unbalanced", {"not-closed", "not-opened"}},
    {"silence.unknown-rule", {"near"}},
    {"source.anonymous", {"group", "described", "reason-given"}},
    {"source.inconsistent-name", {"other-spelling"}},
    {"source.single-anonymous", {"allegation"}},
    {"source.unintroduced", {"acronym"}},
};

bool has_message(const AuditRule& rule, std::string_view key, std::string_view lang) {
  return std::ranges::any_of(rule.messages, [&](const AuditRule::Message& message) {
    return message.key == key && message.lang == lang && !message.text.empty();
  });
}

}  // namespace

TEST_CASE("every check has its rule, and every rule its check") {
  std::set<std::string_view> rules;
  for (const AuditRule& rule : french().audit) {
    rules.insert(rule.id);
    CHECK_MESSAGE(has_check(rule.id), rule.id);
  }
  for (const Check& check : checks()) {
    CHECK_MESSAGE(rules.contains(check.rule), std::string(check.rule));
  }
}

TEST_CASE("every message that a check uses is there in French and English") {
  for (const AuditRule& rule : french().audit) {
    INFO(rule.id);
    for (const std::string_view lang : {"fr", "en"}) {
      CHECK(has_message(rule, "", lang));
      const auto used = keys.find(rule.id);
      for (const std::string_view key : used == keys.end() ? std::vector<std::string_view>() : used->second) {
        INFO(std::string(key));
        CHECK(has_message(rule, key, lang));
      }
      CHECK(std::ranges::count(rule.advice, lang, &AuditRule::Message::lang) > 0);
      CHECK(std::ranges::count(rule.reason, lang, &AuditRule::Message::lang) > 0);
    }
  }
}

TEST_CASE("the word lists that checks use are there") {
  for (const char* list : {"stop-words",          "quotation-edge-words",
                           "negation-words",      "vague-saying-verbs",
                           "anonymity-words",     "plain-negations",
                           "degree-words",        "numerals",
                           "higher-numerals",     "magnitude-words",
                           "fraction-nouns",      "speech-words",
                           "bare-source-words",   "opinion-verbs",
                           "loaded-verbs",        "civil-title-words",
                           "transliterations",    "cut-marks",
                           "bracket-words",       "quotation-levels",
                           "forecast-forms",      "announcing-words",
                           "press-release-marks", "neutral-forms",
                           "name-particles",      "source-pronouns",
                           "citing-words",        "plural-forms",
                           "evaluative-words"}) {
    CHECK_MESSAGE(french().list(list) != nullptr, list);
  }
}

TEST_CASE("rules that enforce a standard cite it, those of own practice don't") {
  const std::set<std::string_view> own_practice = {
      "attribution.chain",    "attribution.conditional",  "attribution.lead",     "quotation.inconsistent",
      "quotation.unbalanced", "silence.malformed",        "silence.unknown-rule", "silence.unused",
      "source.ambiguous",     "source.inconsistent-name", "source.near-miss",     "source.unintroduced"};
  for (const AuditRule& rule : french().audit) {
    INFO(rule.id);
    CHECK(rule.reference.has_value() == !own_practice.contains(rule.id));
  }
}
