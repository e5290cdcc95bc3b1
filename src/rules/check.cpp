#include "rules/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "rules/tag_expression.h"

namespace selon {

namespace {

class PackCheck {
 public:
  explicit PackCheck(const Pack& pack) : pack_(pack), table_(pack) {}

  std::vector<Error> run() {
    check_expressions();
    for (const Pattern& pattern : pack_.patterns) {
      check_pattern(pattern);
    }
    for (const Furniture& furniture : pack_.furniture) {
      if (auto regex = compile_furniture(pack_, furniture); !regex) {
        mistakes_.push_back(std::move(regex.error()));
      }
      check_examples(furniture.examples, furniture.place, furniture.id);
    }
    for (const AuditRule& rule : pack_.audit) {
      check_examples(rule.examples, rule.place, rule.id);
      check_languages(rule);
    }
    return std::move(mistakes_);
  }

 private:
  void mistake(RulePlace place, std::string what, std::string fragment, std::string advice) {
    mistakes_.push_back(error_at(pack_, place, std::move(what), std::move(fragment), std::move(advice)));
  }

  std::optional<Regex> compile(const std::string& expression, RulePlace place);
  void check_expressions();
  void check_pattern(const Pattern& pattern);
  void check_examples(const std::vector<Example>& examples, RulePlace place, const std::string& id);
  void check_languages(const AuditRule& rule);
  void check_messages(const AuditRule& rule, const std::vector<AuditRule::Message>& messages,
                      std::string_view element, const std::set<std::string>& languages);

  const Pack& pack_;
  TagTable table_;
  std::vector<Error> mistakes_;
};

std::optional<Regex> PackCheck::compile(const std::string& expression, RulePlace place) {
  auto regex = compile_tags(table_, expression, place);
  if (regex) {
    return std::move(*regex);
  }
  const Error& error = regex.error();  // one mistake of a macro shows in all that use it
  const auto same = [&](const Error& e) {
    return e.path == error.path && e.line == error.line && e.column == error.column && e.what == error.what;
  };
  if (std::none_of(mistakes_.begin(), mistakes_.end(), same)) {
    mistakes_.push_back(error);
  }
  return std::nullopt;
}

void PackCheck::check_expressions() {
  for (const Macro& macro : pack_.macros) {
    compile(macro.expression, macro.expression_place);
  }
  for (const Boundary& boundary : pack_.boundaries) {
    compile(boundary.expression, boundary.expression_place);
  }
  for (const ContextRule& rule : pack_.context) {
    compile(rule.before, rule.before_place);
    compile(rule.after, rule.after_place);
    if (rule.before.empty() && rule.after.empty() && rule.words.empty()) {
      mistake(rule.place, "a context rule without context", rule.choose, "add before, after or words");
    }
  }
}

void PackCheck::check_pattern(const Pattern& pattern) {
  static constexpr std::array<std::string_view, 7> groups{"source", "cue",   "content", "addressee",
                                                          "date",   "place", "via"};
  check_examples(pattern.examples, pattern.place, pattern.id);
  const bool attributes = pattern.kind != "none";  // one that keeps others away has no content
  for (const Example& example : pattern.examples) {
    const auto is_content = [](const Example::Mark& mark) { return mark.role == "content"; };
    if (attributes && example.must_match &&
        std::none_of(example.marks.begin(), example.marks.end(), is_content)) {
      mistake(example.place, "an example without its <content>", pattern.id, "mark what is said");
    }
  }
  const auto regex = compile(pattern.expression, pattern.expression_place);
  if (!regex) {
    return;
  }
  if (regex->group_index("source") < 0 && regex->group_index("cue") < 0 &&
      regex->group_index("content") < 0) {
    mistake(pattern.expression_place, "a pattern that marks nothing", pattern.id,
            "name its groups: (?<source>…), (?<cue>…), (?<content>…)");
  }
  if (attributes && regex->group_index("content") < 0 && pattern.scope.empty()) {
    mistake(pattern.place, "a pattern that doesn't say where the content is", pattern.id,
            "add a group (?<content>…), or scope=\"…\"");
  }
  for (const std::string& name : regex->group_names()) {
    if (std::find(groups.begin(), groups.end(), name) == groups.end()) {
      mistake(pattern.expression_place, "a group of no known name", name,
              fmt::format("use one of: {}", fmt::join(groups, ", ")));
    }
  }
}

void PackCheck::check_examples(const std::vector<Example>& examples, RulePlace place, const std::string& id) {
  const auto matches = [](const Example& example) { return example.must_match; };
  if (std::none_of(examples.begin(), examples.end(), matches)) {
    mistake(place, "a rule without <example>", id, "add a sentence that it must match");
  }
  if (std::all_of(examples.begin(), examples.end(), matches)) {
    mistake(place, "a rule without <counterexample>", id, "add a near sentence that it must not match");
  }
}

void PackCheck::check_messages(const AuditRule& rule, const std::vector<AuditRule::Message>& messages,
                               std::string_view element, const std::set<std::string>& languages) {
  std::set<std::string> keys;
  for (const AuditRule::Message& message : messages) {
    keys.insert(message.key);
  }
  for (const std::string& key : keys) {
    for (const std::string& lang : languages) {
      if (std::none_of(messages.begin(), messages.end(),
                       [&](const AuditRule::Message& m) { return m.key == key && m.lang == lang; })) {
        mistake(rule.place, fmt::format("an audit rule without its <{}> in “{}”", element, lang),
                key.empty() ? rule.id : fmt::format("{}, key “{}”", rule.id, key), "add it");
      }
    }
  }
}

// The languages of the interface are those that any rule of the pack speaks.
void PackCheck::check_languages(const AuditRule& rule) {
  std::set<std::string> languages;
  for (const AuditRule& any : pack_.audit) {
    for (const AuditRule::Message& message : any.messages) {
      languages.insert(message.lang);
    }
  }
  check_messages(rule, rule.messages, "message", languages);
  check_messages(rule, rule.advice, "advice", languages);
  check_messages(rule, rule.reason, "reason", languages);
}

}  // namespace

Expected<Regex> compile_furniture(const Pack& pack, const Furniture& furniture) {
  auto regex = Regex::compile(furniture.expression, {.utf = true, .caseless = true, .ucp = true});
  if (regex) {
    return std::move(*regex);
  }
  const std::string_view text = furniture.expression;
  const std::size_t offset = std::min(regex.error().offset, text.size());
  constexpr std::size_t excerpt = 24;
  const std::size_t from = offset > excerpt ? offset - excerpt : 0;
  return tl::unexpected(error_at(pack, place_in(text, furniture.expression_place, offset), regex.error().what,
                                 std::string(text.substr(from, offset - from)),
                                 "correct the expression before this place"));
}

std::vector<Error> check_pack(const Pack& pack) { return PackCheck(pack).run(); }

}  // namespace selon
