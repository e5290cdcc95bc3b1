#include "report/audit_json.h"

#include "rules/names.h"

namespace selon {

namespace {

void write_place(JsonWriter& json, const Document& document, const PlaceFinder& places, Span span,
                 Span in_file) {
  const FilePlace start = places.in_file(in_file.start);
  const FilePlace end = places.in_file(in_file.end);
  json.member("line", start.line);
  json.member("column", start.column);
  json.member("end_line", end.line);
  json.member("end_column", end.column);
  json.member("start", span.start);
  json.member("end", span.end);
  json.member("excerpt", span.in(document.text));
}

void write_elsewhere(JsonWriter& json, const RelatedPlace& related) {
  json.member("path", valid_utf8(related.elsewhere->path));
  json.member("line", related.elsewhere->start.line);
  json.member("column", related.elsewhere->start.column);
  json.member("end_line", related.elsewhere->end.line);
  json.member("end_column", related.elsewhere->end.column);
  json.member("start", related.span.start);
  json.member("end", related.span.end);
  json.member("excerpt", related.elsewhere->text);
}

void write_reference(JsonWriter& json, const AuditRule& rule) {
  json.key("reference");
  if (!rule.reference) {
    json.null();
    return;
  }
  json.begin_object();
  json.member("name", rule.reference->name);
  json.member_or_null("section", rule.reference->section);
  json.member_or_null("date", rule.reference->date);
  json.member_or_null("url", rule.reference->url);
  json.member_or_null("note", rule.reference->note);
  json.end_object();
}

void write_summary(JsonWriter& json, const AuditSummary& summary, std::uint32_t silenced) {
  json.key("summary");
  json.begin_object();
  json.member("statements", summary.statements);
  json.member("attributed", summary.attributed);
  json.member("credited", summary.credited);
  json.member("carried", summary.carried);
  json.member("own_voice", summary.own_voice);
  json.member("lacking", summary.lacking);
  json.member("sources", summary.sources);
  json.member("silenced", silenced);
  json.end_object();
}

}  // namespace

AuditJsonReport::AuditJsonReport(Output& output, UiLanguage language, JsonLayout layout)
    : json_(output, layout), layout_(layout), language_(language) {
  if (lines()) {
    return;
  }
  json_.begin_object();
  json_.member("schema", "selon.audit/1");
  json_.key("files");
  json_.begin_array();
}

void AuditJsonReport::write_finding(const AuditedArticle& audited, const Finding& finding,
                                    const PlaceFinder& places) {
  json_.begin_object();
  json_.member("rule", finding.rule->id);
  json_.member("severity", name_of(finding.severity));
  json_.member("message", message_of(finding, language_));
  json_.member_or_null("advice", advice_of(finding, language_));
  write_place(json_, audited.document, places, finding.span, span_in_file(places, finding));
  json_.key("suggestions");
  json_.begin_array();
  for (const std::string& suggestion : finding.suggestions) {
    json_.value(std::string_view(suggestion));
  }
  json_.end_array();
  json_.key("related");
  json_.begin_array();
  for (const RelatedPlace& related : finding.related) {
    json_.begin_object();
    json_.member("message", message_of(finding, related, language_));
    if (related.elsewhere) {
      write_elsewhere(json_, related);
    } else {
      write_place(json_, audited.document, places, related.span, span_in_file(places, related.span));
    }
    json_.end_object();
  }
  json_.end_array();
  write_reference(json_, *finding.rule);
  json_.end_object();
}

void AuditJsonReport::article(const AuditedArticle& audited) {
  const PlaceFinder places(audited.document);
  json_.begin_object();
  if (lines()) {
    json_.member("schema", "selon.audit/1");
  }
  json_.member("path", valid_utf8(audited.document.path));
  json_.key("findings");
  json_.begin_array();
  for (const Finding& finding : audited.findings) {
    write_finding(audited, finding, places);
  }
  json_.end_array();
  write_summary(json_, audited.summary, silenced_in(audited));
  json_.end_object();
  if (lines()) {
    json_.end_line();
  }
}

void AuditJsonReport::failure(std::string_view id_json, std::string_view message) {
  json_.begin_object();
  json_.key("id");
  if (id_json.empty()) {
    json_.null();
  } else {
    json_.raw(id_json);
  }
  json_.member("error", valid_utf8(message));
  json_.end_object();
  json_.end_line();
}

void AuditJsonReport::finish() {
  if (lines()) {
    return;
  }
  json_.end_array();
  json_.end_object();
  json_.end_line();
}

}  // namespace selon
