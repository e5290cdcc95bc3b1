// <furniture> and <site>.
#include "rules/load_parts.h"

namespace selon {

void load_furniture(const Element& element) {
  element.allow({"id", "becomes", "where"});
  Furniture furniture;
  furniture.id = element.required("id", is_id, id_form);
  element.require("becomes");
  furniture.becomes =
      element.one_of("becomes", {"headline", "standfirst", "byline", "dateline", "subheading", "paragraph",
                                 "list", "blockquote", "caption", "credit", "related", "boilerplate"});
  furniture.where = element.one_of("where", {"line", "tail"}, "line");
  furniture.place = element.place();
  bool matched = false;
  element.children([&](const Element& child) {
    if (child.name() == "match") {
      child.allow({});
      if (matched) {
        child.mistake("a second <match>", "", "write the alternatives as (?:…|…)");
      }
      matched = true;
      PlacedText match = child.expression();
      furniture.expression = std::move(match.text);
      furniture.expression_place = match.place;
    } else if (!load_example(child, ExampleMarks::none, furniture.examples)) {
      child.unknown({"match", "example", "counterexample"});
    }
  });
  if (!matched) {
    element.mistake("<furniture> without its <match>", furniture.id, "add <match>…</match>");
  }
  Loading& loading = element.loading();
  if (Furniture* slot = loading.define(loading.pack.furniture, furniture.id, furniture.place)) {
    *slot = std::move(furniture);
  }
}

void load_site(const Element& element) {
  element.allow({"host", "drop", "keep"});
  SiteHint site;
  site.host = element.required("host", is_id, id_form);
  site.drop = element.value("drop");
  site.keep = element.value("keep");
  site.place = element.place();
  if (site.drop.empty() && site.keep.empty()) {
    element.mistake("<site> that says nothing", site.host, "add drop=\"…\" or keep=\"…\"");
  }
  element.children([](const Element& child) { child.unknown(); });
  Loading& loading = element.loading();
  if (SiteHint* slot = loading.define(loading.pack.sites, site.host, site.place)) {
    *slot = std::move(site);
  }
}

}  // namespace selon
