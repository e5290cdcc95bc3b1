#include "report/audit_rdjson.h"

namespace selon {

namespace {

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "ERROR";
    case Severity::warning:
      return "WARNING";
    case Severity::info:
      break;
  }
  return "INFO";
}

}  // namespace

AuditRdjsonReport::AuditRdjsonReport(Output& output, UiLanguage language)
    : json_(output, JsonLayout::indented), language_(language) {
  json_.begin_object();
  json_.key("source");
  json_.begin_object();
  json_.member("name", "selon");
  json_.end_object();
  json_.key("diagnostics");
  json_.begin_array();
}

void AuditRdjsonReport::write_range(const PlaceFinder& places, Span in_file) {
  json_.key("range");
  json_.begin_object();
  for (const auto& [name, offset] : {std::pair("start", in_file.start), std::pair("end", in_file.end)}) {
    const FilePlace place = places.in_file_by_bytes(offset);
    json_.key(name);
    json_.begin_object();
    json_.member("line", place.line);
    json_.member("column", place.column);
    json_.end_object();
  }
  json_.end_object();
}

void AuditRdjsonReport::write_suggestions(const AuditedArticle& audited, const PlaceFinder& places,
                                          const Finding& finding) {
  if (finding.suggestions.empty() || !is_replaceable(audited, places, finding)) {
    return;
  }
  json_.key("suggestions");
  json_.begin_array();
  for (const std::string& suggestion : finding.suggestions) {
    json_.begin_object();
    write_range(places, span_in_file(places, finding));
    json_.member("text", std::string_view(suggestion));
    json_.end_object();
  }
  json_.end_array();
}

void AuditRdjsonReport::article(const AuditedArticle& audited) {
  const PlaceFinder places(audited.document);
  for (const Finding& finding : audited.findings) {
    const std::string advice = advice_of(finding, language_);
    json_.begin_object();
    json_.member("message", message_of(finding, language_) + (advice.empty() ? "" : " ") + advice);
    json_.key("location");
    json_.begin_object();
    json_.member("path", valid_utf8(audited.document.path));
    write_range(places, span_in_file(places, finding));
    json_.end_object();
    json_.member("severity", severity_name(finding.severity));
    json_.key("code");
    json_.begin_object();
    json_.member("value", finding.rule->id);
    if (finding.rule->reference && !finding.rule->reference->url.empty()) {
      json_.member("url", finding.rule->reference->url);
    }
    json_.end_object();
    write_suggestions(audited, places, finding);
    json_.end_object();
  }
}

void AuditRdjsonReport::finish() {
  json_.end_array();
  json_.end_object();
  json_.end_line();
}

}  // namespace selon
