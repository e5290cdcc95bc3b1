#include "report/verify_json.h"

namespace selon {

namespace {

std::string_view operation(EditKind kind) {
  switch (kind) {
    case EditKind::insert:
      return "insert";
    case EditKind::remove:
      return "delete";
    case EditKind::replace:
      break;
  }
  return "replace";
}

void write_passage(JsonWriter& json, const VerifiedPassage& passage) {
  json.begin_object();
  json.member("path", valid_utf8(passage.path));
  json.member("line", passage.place.line);
  json.member("column", passage.place.column);
  json.member("text", passage.text);
  json.member_or_null("speaker", passage.speaker);
  json.end_object();
}

void write_quotation(JsonWriter& json, const VerifiedArticle& article, const Verification& quotation) {
  json.begin_object();
  json.member("start", quotation.span.start);
  json.member("end", quotation.span.end);
  json.member("text", quotation.span.in(article.document.text));
  json.member_or_null("speaker", quotation.speaker);
  json.member("class", name_of(quotation.verdict));
  json.member("edge_cut", quotation.edge_cut);
  json.key("candidate");
  if (quotation.candidate) {
    write_passage(json, *quotation.candidate);
  } else {
    json.null();
  }
  json.key("candidates");
  json.begin_array();
  for (const VerifiedPassage& passage : quotation.candidates) write_passage(json, passage);
  json.end_array();
  write_edits(json, quotation.edits);
  json.end_object();
}

}  // namespace

void write_edits(JsonWriter& json, const std::vector<VerifiedEdit>& edits) {
  json.key("edits");
  json.begin_array();
  for (const VerifiedEdit& edit : edits) {
    json.begin_object();
    json.member("op", operation(edit.kind));
    json.member("old", edit.old_words);
    json.member("new", edit.new_words);
    json.end_object();
  }
  json.end_array();
}

void write_verify_json(Output& output, const VerifiedArticle& article) {
  JsonWriter json(output, JsonLayout::indented);
  json.begin_object();
  json.member("schema", "selon.verify/1");
  json.key("quotations");
  json.begin_array();
  for (const Verification& quotation : article.quotations) write_quotation(json, article, quotation);
  json.end_array();
  json.end_object();
  json.end_line();
}

}  // namespace selon
