// <pattern> and <boundary>.
#include <fmt/format.h>

#include <charconv>

#include "rules/load_parts.h"

namespace selon {

namespace {

int read_priority(const Element& element) {
  constexpr int highest = 1000;
  const std::string text = element.value("priority");
  int out = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), out);
  const bool whole = result.ec == std::errc() && result.ptr == text.data() + text.size();
  if (element.has("priority") && (!whole || out < -highest || out > highest)) {
    element.mistake_in("priority", "not a valid “priority”", text,
                       fmt::format("write a whole number from {} to {}", -highest, highest));
    return 0;
  }
  return out;
}

/// Takes <match> into `expression`, <note> into `note`; `seen_match` tells a second one.
template <class Rule>
bool load_match_or_note(const Element& child, Rule& rule) {
  if (child.name() == "match") {
    child.allow({});
    if (!rule.expression.empty()) {
      child.mistake("a second <match>", "", "write the alternatives as (?: … | … )");
    }
    PlacedText match = child.expression();
    rule.expression = std::move(match.text);
    rule.expression_place = match.place;
    return true;
  }
  if (child.name() == "note") {
    child.allow({});
    if (!rule.note.empty()) {
      child.mistake("a second <note>", "", "write one");
    }
    rule.note = child.text();
    return true;
  }
  return false;
}

void require_match(const Element& element) {
  if (!element.node().child("match")) {
    element.mistake(fmt::format("<{}> without its <match>", element.name()), element.value("id"),
                    "add <match>…</match>");
  }
}

}  // namespace

void load_pattern(const Element& element) {
  element.allow({"id", "kind", "scope", "gate", "priority", "polarity", "modality"});
  Pattern pattern;
  pattern.id = element.required("id", is_id, id_form);
  element.require("kind");
  pattern.kind = element.one_of("kind", {"reported", "according_to", "none"}, "reported");
  pattern.scope = element.value("scope", is_id, id_form);
  pattern.gate = element.names("gate");
  pattern.priority = read_priority(element);
  pattern.polarity = element.one_of("polarity", {"", "negated", "denied"});
  pattern.modality = element.one_of("modality", {"", "conditional", "future", "question"});
  pattern.place = element.place();
  element.children([&](const Element& child) {
    if (!load_match_or_note(child, pattern) &&
        !load_example(child, ExampleMarks::attribution, pattern.examples)) {
      child.unknown({"match", "note", "example", "counterexample"});
    }
  });
  require_match(element);
  Loading& loading = element.loading();
  if (Pattern* slot = loading.define(loading.pack.patterns, pattern.id, pattern.place)) {
    *slot = std::move(pattern);
  }
}

void load_boundary(const Element& element) {
  element.allow({"scope", "effect"});
  Boundary boundary;
  boundary.scope = element.required("scope", is_id, id_form);
  element.require("effect");
  boundary.effect = element.one_of("effect", {"end", "gap", "start", "skip", "whole"}, "end");
  boundary.place = element.place();
  element.children([&](const Element& child) {
    if (!load_match_or_note(child, boundary)) {
      child.unknown({"match", "note"});
    }
  });
  require_match(element);
  element.loading().pack.boundaries.push_back(std::move(boundary));
}

}  // namespace selon
