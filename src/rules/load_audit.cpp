// <audit>: what an audit rule says. A pack that extends another one may override
// single parts of a rule (its severity, its messages in one language).
#include <fmt/format.h>

#include <algorithm>

#include "rules/load_parts.h"

namespace selon {

namespace {

bool is_placeholder(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

void check_placeholders(const Element& element, const std::string& text) {
  for (std::size_t at = text.find_first_of("{}"); at != std::string::npos;
       at = text.find_first_of("{}", at + 1)) {
    const std::size_t end = text.find('}', at);
    if (text[at] == '}' || end == std::string::npos || !is_placeholder(text.substr(at + 1, end - at - 1))) {
      element.mistake("a placeholder that isn't one",
                      text.substr(at, end == std::string::npos ? end : end - at + 1),
                      "write {name} in lower-case letters");
      return;
    }
    at = end;
  }
}

/// The messages of one kind that stand in this element replace those of the rule
/// that it overrides, language by language and key by key.
class MessageReader {
 public:
  explicit MessageReader(std::vector<AuditRule::Message>& messages)
      : messages_(messages), overridable_(messages.size()), taken_(messages.size()) {}

  void read(const Element& element) {
    element.allow({"lang", "key"});
    AuditRule::Message message{element.value("key", is_id, id_form),
                               element.required("lang", is_language, language_form), element.text()};
    check_placeholders(element, message.text);
    const auto same = [&](const AuditRule::Message& m) {
      return m.key == message.key && m.lang == message.lang;
    };
    const auto found = std::find_if(messages_.begin(), messages_.end(), same);
    if (found == messages_.end()) {
      messages_.push_back(std::move(message));
      return;
    }
    const auto index = static_cast<std::size_t>(found - messages_.begin());
    if (index >= overridable_ || taken_[index]) {
      element.mistake(fmt::format("a second <{}> of that language and key", element.name()), message.lang,
                      "keep one of them, or give it another key");
    } else {
      taken_[index] = true;
    }
    *found = std::move(message);
  }

 private:
  std::vector<AuditRule::Message>& messages_;
  std::size_t overridable_;
  std::vector<bool> taken_;
};

void load_children(const Element& element, AuditRule& rule) {
  MessageReader messages(rule.messages);
  MessageReader advice(rule.advice);
  MessageReader reason(rule.reason);
  std::vector<Example> examples;
  bool referenced = false;
  element.children([&](const Element& child) {
    if (child.name() == "message") {
      messages.read(child);
    } else if (child.name() == "advice") {
      advice.read(child);
    } else if (child.name() == "reason") {
      reason.read(child);
    } else if (child.name() == "reference") {
      if (referenced) {
        child.mistake("a second <reference>", "", "keep one of them");
      }
      referenced = true;
      rule.reference = load_reference(child);
    } else if (!load_example(child, ExampleMarks::finding, examples)) {
      child.unknown({"message", "advice", "reason", "reference", "example", "counterexample"});
    }
  });
  if (!examples.empty()) {
    rule.examples = std::move(examples);
  }
}

}  // namespace

Reference load_reference(const Element& element) {
  element.allow({"name", "section", "date", "url", "note"});
  element.children([](const Element& child) { child.unknown(); });
  return {element.required("name"), element.value("section"), element.value("date"), element.value("url"),
          element.value("note")};
}

std::optional<Severity> severity_of(const Element& element) {
  const std::string text = element.value("severity");
  const std::optional<Severity> severity = named<Severity>(text);
  if (!severity && element.has("severity") && text != "off") {
    element.unknown_value("severity", text, {"info", "warning", "error", "off"});
  }
  return severity;
}

void load_audit(const Element& element) {
  element.allow({"id", "severity", "strict-only"});
  const std::string id = element.required("id", is_id, id_form);
  element.require("severity");
  Loading& loading = element.loading();
  AuditRule spare;  // a second definition is still read, for its mistakes
  AuditRule* slot = loading.define(loading.pack.audit, id, element.place());
  AuditRule& rule = slot == nullptr ? spare : *slot;
  const bool overrides = !rule.id.empty();
  rule.id = id;
  rule.off = element.value("severity") == "off";
  if (!rule.off) {
    rule.severity = severity_of(element).value_or(rule.severity);
  }
  rule.strict_only = element.yes_no("strict-only", overrides && rule.strict_only);
  rule.place = element.place();
  load_children(element, rule);
  if (rule.messages.empty() && slot != nullptr) {
    element.mistake("an audit rule without <message>", id, "add what it says, in each language");
  }
}

}  // namespace selon
