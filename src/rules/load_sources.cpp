// <sources> and <source>.
#include <algorithm>

#include "rules/load_parts.h"

namespace selon {

namespace {

bool is_ref(std::string_view text) {
  const auto good = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !text.empty() && text[0] != '-' && std::all_of(text.begin(), text.end(), good);
}

struct SourceDefaults {
  std::optional<SourceKind> kind;
  std::string country;
};

std::string read_country(const Element& element, const std::string& fallback) {
  return element.has("country")
             ? element.value("country", is_country, "the two capitals of ISO 3166-1: FR, KP")
             : fallback;
}

void load_alias(const Element& child, SourceEntry& source) {
  if (child.name() != "alias") {
    child.unknown({"alias"});
    return;
  }
  child.allow({});
  std::string alias = child.text();
  if (std::find(source.aliases.begin(), source.aliases.end(), alias) != source.aliases.end()) {
    child.mistake("an alias given twice", alias, "keep one of them");
  }
  source.aliases.push_back(std::move(alias));
}

void load_source_with(const Element& element, const SourceDefaults& defaults) {
  element.allow({"ref", "name", "kind", "country", "metonym-of"});
  SourceEntry source;
  source.ref = element.required("ref", is_ref, "lower-case ASCII letters, digits and “-”");
  source.name = element.required("name");
  if (!element.has("kind") && !defaults.kind) {
    element.mistake("<source> without its “kind”", source.ref,
                    "add kind=\"…\" to it or to the <sources> around it");
  }
  source.kind = element.named_value<SourceKind>("kind").value_or(defaults.kind.value_or(SourceKind::unknown));
  source.country = read_country(element, defaults.country);
  source.metonym_of = element.value("metonym-of");
  source.place = element.place();
  element.children([&](const Element& child) { load_alias(child, source); });
  Loading& loading = element.loading();
  if (SourceEntry* slot = loading.define(loading.pack.sources, source.ref, source.place)) {
    *slot = std::move(source);
  }
}

}  // namespace

void load_source(const Element& element) { load_source_with(element, {}); }

void load_sources(const Element& element) {
  element.allow({"kind", "country"});
  SourceDefaults defaults;
  defaults.kind = element.named_value<SourceKind>("kind");
  defaults.country = read_country(element, "");
  bool empty = true;
  element.children([&](const Element& child) {
    empty = false;
    if (child.name() == "source") {
      load_source_with(child, defaults);
    } else {
      child.unknown({"source"});
    }
  });
  if (empty) {
    element.mistake("<sources> is empty", "", "write <source> elements in it");
  }
}

}  // namespace selon
