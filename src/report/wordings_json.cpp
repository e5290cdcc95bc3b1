#include "report/json_writer.h"
#include "report/verify_json.h"
#include "report/wordings_report.h"

namespace selon {

namespace {

void write_place(JsonWriter& json, const WordingPlace& place) {
  json.member("article", valid_utf8(place.article));
  json.member("revision", place.revision);
  json.member("at", place.at);
  json.member("path", valid_utf8(place.path));
  json.member("line", place.place.line);
  json.member("column", place.place.column);
  json.member("text", place.text);
  json.member_or_null("speaker", place.speaker);
}

void write_places(JsonWriter& json, std::string_view name, const std::vector<WordingPlace>& places) {
  json.key(name);
  json.begin_array();
  for (std::size_t i = 1; i < places.size(); ++i) {
    json.begin_object();
    write_place(json, places[i]);
    json.end_object();
  }
  json.end_array();
}

void write_wording(JsonWriter& json, const DifferingWordings& wordings) {
  json.begin_object();
  const WordingPlace& here = wordings.here.front();
  write_place(json, here);
  json.member("start", here.span.start);
  json.member("end", here.span.end);
  json.member("class", name_of(QuoteClass::altered));
  json.member("edge_cut", false);
  json.key("candidate");
  json.begin_object();
  write_place(json, wordings.other.front());
  json.end_object();
  write_places(json, "candidates", wordings.other);
  write_places(json, "also", wordings.here);
  write_edits(json, wordings.edits);
  json.end_object();
}

}  // namespace

void write_wordings_json(Output& output, const std::vector<DifferingWordings>& all) {
  JsonWriter json(output, JsonLayout::indented);
  json.begin_object();
  json.member("schema", "selon.verify/1");
  json.key("quotations");
  json.begin_array();
  for (const DifferingWordings& wordings : all) write_wording(json, wordings);
  json.end_array();
  json.end_object();
  json.end_line();
}

}  // namespace selon
