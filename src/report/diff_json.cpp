#include "report/diff_json.h"

#include "claims/claim_set.h"
#include "claims/words.h"

namespace selon {

namespace {

/// How it is said: the kind of an attribution, or the status of what has none.
std::string_view kind_of(const Assertion& assertion) {
  return assertion.attribution != nullptr ? word_of(assertion.attribution->kind) : word_of(assertion.status);
}

void write_claim(JsonWriter& json, std::string_view name, const DiffArticle& article,
                 const std::vector<Assertion>& side, const std::optional<std::size_t>& index,
                 const PlaceFinder& places) {
  json.key(name);
  if (!index) {
    json.null();
    return;
  }
  const Assertion& assertion = side[*index];
  const FilePlace place = places.at(assertion.content.front().start);
  const Attribution* attribution = assertion.attribution;
  const bool named = assertion.source != nullptr;
  json.begin_object();
  json.member("content", joined_text(article.document.text, assertion.content));
  json.member_or_null("source", named ? std::string_view(assertion.source->name) : std::string_view());
  json.member_or_null("ref", named ? std::string_view(assertion.source->ref) : std::string_view());
  json.member("kind", kind_of(assertion));
  json.member("line", place.line);
  json.member("column", place.column);
  json.member("polarity", word_of(attribution == nullptr ? Polarity::affirmed : attribution->polarity));
  json.member("modality", word_of(attribution == nullptr ? Modality::asserted : attribution->modality));
  json.end_object();
}

std::string_view operation(const Edit& edit) {
  if (edit.old_words.empty()) return "added";
  return edit.new_words.empty() ? "removed" : "replaced";
}

void write_detail(JsonWriter& json, const Change& change) {
  json.key("detail");
  if (change.edits.empty()) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("edits");
  json.begin_array();
  for (const Edit& edit : change.edits) {
    json.begin_object();
    json.member("op", operation(edit));
    json.member_or_null("old", edit.old_words);
    json.member_or_null("new", edit.new_words);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace

void write_diff_json(Output& output, const DiffedArticles& articles) {
  const PlaceFinder old_places(articles.old_article.document);
  const PlaceFinder new_places(articles.new_article.document);
  JsonWriter json(output, JsonLayout::indented);
  json.begin_object();
  json.member("schema", "selon.diff/1");
  json.member("old", valid_utf8(articles.old_article.document.path));
  json.member("new", valid_utf8(articles.new_article.document.path));
  json.key("changes");
  json.begin_array();
  for (const Change& change : articles.diff.changes) {
    json.begin_object();
    json.member("kind", name_of(change.kinds.front()));
    json.key("kinds");
    json.begin_array();
    for (const ChangeKind kind : change.kinds) json.value(name_of(kind));
    json.end_array();
    write_claim(json, "old", articles.old_article, articles.diff.old_side, change.old_assertion, old_places);
    write_claim(json, "new", articles.new_article, articles.diff.new_side, change.new_assertion, new_places);
    write_detail(json, change);
    json.end_object();
  }
  json.end_array();
  json.member("unchanged", articles.diff.unchanged);
  json.end_object();
  json.end_line();
}

}  // namespace selon
