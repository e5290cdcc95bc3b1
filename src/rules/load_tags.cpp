// <tag>, <choose>, <macro> and <set>, and what they refer to.
#include <fmt/format.h>

#include "rules/load_parts.h"
#include "rules/tag_expression.h"

namespace selon {

namespace {

constexpr std::string_view tag_name_form = "upper-case letters, digits and “_”; START and END are taken";

void check_tag_names(Loading& loading, const TagTable& table, const std::vector<std::string>& names,
                     RulePlace place) {
  for (const std::string& name : names) {
    // A missing name is reported already.
    if (name.empty() || table.code(name) || (name[0] == '@' && table.set(name.substr(1)) != nullptr)) {
      continue;
    }
    std::vector<std::string_view> known;
    for (const TagDefinition& tag : loading.pack.tags) {
      known.push_back(tag.name);
    }
    loading.mistake(place, "no tag of that name", name, name_advice(name, known));
  }
}

void check_expression(Loading& loading, const TagTable& table, const std::string& expression,
                      RulePlace place) {
  for (Error& error : tag_mistakes(table, expression, place)) {
    loading.mistake(std::move(error));
  }
}

void check_lists(Loading& loading) {
  std::vector<std::string_view> known;
  for (const WordList& list : loading.pack.lists) {
    known.push_back(list.id);
  }
  for (const TagDefinition& tag : loading.pack.tags) {
    for (const std::string& id : tag.lists) {
      if (loading.pack.list(id) == nullptr) {
        loading.mistake(tag.place, "no word list of that id", id, name_advice(id, known));
      }
    }
  }
}

std::vector<std::string> split_set(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

}  // namespace

void load_tag(const Element& element) {
  element.allow({"name", "from", "lists", "open"});
  TagDefinition tag;
  tag.name = element.required("name", is_tag_name, tag_name_form);
  tag.from = element.names("from");
  tag.lists = element.names("lists");
  tag.open = element.yes_no("open");
  tag.place = element.place();
  if (element.node().first_child()) {
    tag.words = element.text_words();
  }
  Loading& loading = element.loading();
  if (TagDefinition* slot = loading.define(loading.pack.tags, tag.name, tag.place)) {
    *slot = std::move(tag);
  }
  if (loading.pack.tags.size() == max_tags + 1) {
    element.mistake(fmt::format("more than {} tags", max_tags), "", "merge tags that no pattern tells apart");
  }
}

void load_choose(const Element& element) {
  element.allow({"tag", "among", "before", "after", "words"});
  ContextRule rule;
  rule.choose = element.required("tag");
  rule.among = element.names("among");
  rule.words = element.words("words");
  PlacedText before = element.expression("before");
  PlacedText after = element.expression("after");
  rule.before = std::move(before.text);
  rule.after = std::move(after.text);
  rule.place = element.place();
  rule.before_place = before.place;
  rule.after_place = after.place;
  element.children([](const Element& child) { child.unknown(); });
  element.loading().pack.context.push_back(std::move(rule));
}

void load_macro(const Element& element) {
  element.allow({"name"});
  const std::string name = element.required("name", is_tag_name, tag_name_form);
  PlacedText expression = element.expression();
  Loading& loading = element.loading();
  if (Macro* slot = loading.define(loading.pack.macros, name, element.place())) {
    *slot = {name, std::move(expression.text), element.place(), expression.place};
  }
}

void load_set(const Element& element) {
  element.allow({"name"});
  const std::string name = element.required("name", is_tag_name, tag_name_form);
  PlacedText tags = element.expression();
  Loading& loading = element.loading();
  if (Macro* slot = loading.define(loading.pack.sets, name, element.place())) {
    *slot = {name, collapse(tags.text), element.place(), tags.place};
  }
}

void check_tag_references(Loading& loading) {
  check_lists(loading);
  const Pack& pack = loading.pack;
  const TagTable table(pack);
  for (const ContextRule& rule : pack.context) {
    check_tag_names(loading, table, {rule.choose}, rule.place);
    check_tag_names(loading, table, rule.among, rule.place);
    check_expression(loading, table, rule.before, rule.before_place);
    check_expression(loading, table, rule.after, rule.after_place);
  }
  for (const Macro& set : pack.sets) {
    check_tag_names(loading, table, split_set(set.expression), set.expression_place);
  }
  for (const Macro& macro : pack.macros) {
    check_expression(loading, table, macro.expression, macro.expression_place);
  }
  for (const Pattern& pattern : pack.patterns) {
    check_tag_names(loading, table, pattern.gate, pattern.place);
    check_expression(loading, table, pattern.expression, pattern.expression_place);
  }
  for (const Boundary& boundary : pack.boundaries) {
    check_expression(loading, table, boundary.expression, boundary.expression_place);
  }
}

}  // namespace selon
