#include "report/audit_sarif.h"

#include <fmt/format.h>

#include <algorithm>

#include "audit/finding_key.h"
#include "report/uri.h"

namespace selon {

namespace {

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      break;
  }
  return "note";
}

std::string sentences(std::string_view first, std::string_view second) {
  return std::string(first) + (first.empty() || second.empty() ? "" : " ") + std::string(second);
}

/// The reason, what to do, and the standard behind the rule.
std::string help_of(const AuditRule& rule, const RuleWords& words) {
  std::string help = sentences(words.reason, words.advice);
  if (rule.reference) {
    help += fmt::format("{}[{}{}{}]", help.empty() ? "" : " ", rule.reference->name,
                        rule.reference->section.empty() ? "" : ", ", rule.reference->section);
  }
  return help;
}

}  // namespace

AuditSarifReport::AuditSarifReport(Output& output, AuditSarifOptions options)
    : json_(output, JsonLayout::indented), options_(std::move(options)) {
  json_.begin_object();
  json_.member("$schema",
               "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
  json_.member("version", "2.1.0");
  json_.key("runs");
  json_.begin_array();
  json_.begin_object();
  json_.member("columnKind", "unicodeCodePoints");
  json_.member("language", code_of(options_.language));
  json_.key("newlineSequences");  // a lone carriage return ends a line too
  json_.begin_array();
  for (const std::string_view sequence : {"\r\n", "\n", "\r"}) {
    json_.value(sequence);
  }
  json_.end_array();
  json_.key("results");
  json_.begin_array();
}

std::size_t AuditSarifReport::index_of(const AuditRule& rule) {
  const auto found = std::ranges::find(rules_, rule.id, [](const AuditRule* known) { return known->id; });
  const auto index = static_cast<std::size_t>(found - rules_.begin());
  if (found == rules_.end()) {
    rules_.push_back(&rule);
  }
  return index;
}

void AuditSarifReport::write_message(std::string_view name, std::string_view text) {
  json_.key(name);
  json_.begin_object();
  json_.member("text", text);
  json_.end_object();
}

void AuditSarifReport::write_region(std::string_view name, FilePlace start, FilePlace end) {
  json_.key(name);
  json_.begin_object();
  json_.member("startLine", start.line);
  json_.member("startColumn", start.column);
  json_.member("endLine", end.line);
  json_.member("endColumn", end.column);
  json_.end_object();
}

void AuditSarifReport::write_location(const Document& document, const PlaceFinder& places, Span in_file) {
  write_location(document.path, places.in_file(in_file.start), places.in_file(in_file.end));
}

void AuditSarifReport::write_location(const std::string& path, FilePlace start, FilePlace end) {
  json_.key("physicalLocation");
  json_.begin_object();
  json_.key("artifactLocation");
  json_.begin_object();
  json_.member("uri", uri_of_path(path));
  json_.end_object();
  write_region("region", start, end);
  json_.end_object();
}

void AuditSarifReport::write_related(const AuditedArticle& audited, const PlaceFinder& places,
                                     const Finding& finding) {
  if (finding.related.empty()) {
    return;
  }
  json_.key("relatedLocations");
  json_.begin_array();
  for (std::size_t i = 0; i < finding.related.size(); ++i) {
    json_.begin_object();
    json_.member("id", i);
    if (const auto& other = finding.related[i].elsewhere) {
      write_location(other->path, other->start, other->end);
    } else {
      write_location(audited.document, places, span_in_file(places, finding.related[i].span));
    }
    write_message("message", message_of(finding, finding.related[i], options_.language));
    json_.end_object();
  }
  json_.end_array();
}

void AuditSarifReport::write_fixes(const AuditedArticle& audited, const PlaceFinder& places,
                                   const Finding& finding) {
  if (finding.suggestions.empty() || !is_replaceable(audited, places, finding)) {
    return;
  }
  json_.key("fixes");
  json_.begin_array();
  for (const std::string& suggestion : finding.suggestions) {
    json_.begin_object();
    json_.key("artifactChanges");
    json_.begin_array();
    json_.begin_object();
    json_.key("artifactLocation");
    json_.begin_object();
    json_.member("uri", uri_of_path(audited.document.path));
    json_.end_object();
    json_.key("replacements");
    json_.begin_array();
    json_.begin_object();
    const Span gone = span_in_file(places, finding);
    write_region("deletedRegion", places.in_file(gone.start), places.in_file(gone.end));
    write_message("insertedContent", suggestion);
    json_.end_object();
    json_.end_array();
    json_.end_object();
    json_.end_array();
    json_.end_object();
  }
  json_.end_array();
}

void AuditSarifReport::write_suppressions(const Finding& finding) {
  const bool silenced = finding.suppression && finding.suppression->kind == Suppression::Kind::in_text;
  json_.key("suppressions");  // on all results or on none
  json_.begin_array();
  if (silenced) {
    json_.begin_object();
    json_.member("kind", "inSource");
    json_.member("status", "accepted");
    if (!finding.suppression->reason.empty()) {
      json_.member("justification", finding.suppression->reason);
    }
    json_.end_object();
  }
  json_.end_array();
  if (options_.baseline) {
    const bool known = finding.suppression && !silenced;
    json_.member("baselineState", known ? "unchanged" : "new");
  }
}

void AuditSarifReport::write_result(const AuditedArticle& audited, const PlaceFinder& places,
                                    const Finding& finding) {
  json_.begin_object();
  json_.member("ruleId", finding.rule->id);
  json_.member("ruleIndex", index_of(*finding.rule));
  json_.member("level", level_of(finding.severity));
  write_message("message",
                sentences(message_of(finding, options_.language), advice_of(finding, options_.language)));
  json_.key("locations");
  json_.begin_array();
  json_.begin_object();
  write_location(audited.document, places, span_in_file(places, finding));
  json_.end_object();
  json_.end_array();
  write_related(audited, places, finding);
  json_.key("partialFingerprints");
  json_.begin_object();
  json_.member("selonRuleSentenceWords/v1", finding_key(audited.document, audited.analysis, finding));
  json_.end_object();
  write_fixes(audited, places, finding);
  write_suppressions(finding);
  json_.end_object();
}

void AuditSarifReport::article(const AuditedArticle& audited) {
  const PlaceFinder places(audited.document);
  for (const Finding& finding : audited.findings) {
    write_result(audited, places, finding);
  }
  for (const Finding& finding : audited.hidden) {
    write_result(audited, places, finding);
  }
}

void AuditSarifReport::write_rule(const AuditRule& rule) {
  const RuleWords words = words_of(rule, options_.language);
  json_.begin_object();
  json_.member("id", rule.id);
  if (!words.message.empty()) {
    write_message("shortDescription", words.message);
  }
  if (!words.reason.empty()) {
    write_message("fullDescription", words.reason);
  }
  if (const std::string help = help_of(rule, words); !help.empty()) {
    write_message("help", help);
  }
  if (rule.reference && !rule.reference->url.empty()) {
    json_.member("helpUri", rule.reference->url);
  }
  json_.key("defaultConfiguration");
  json_.begin_object();
  json_.member("level", level_of(rule.severity));
  json_.end_object();
  json_.end_object();
}

void AuditSarifReport::finish() {
  json_.end_array();
  json_.key("tool");
  json_.begin_object();
  json_.key("driver");
  json_.begin_object();
  json_.member("name", "selon");
  json_.member("version", options_.version);
  json_.member("semanticVersion", options_.version);
  json_.key("rules");
  json_.begin_array();
  for (const AuditRule* rule : rules_) {
    write_rule(*rule);
  }
  json_.end_array();
  json_.end_object();
  json_.end_object();
  json_.end_object();
  json_.end_array();
  json_.end_object();
  json_.end_line();
}

}  // namespace selon
