// What an audit's reports have in common. A report takes one audited article after
// the other and writes each at once, so that an archive takes no more memory than
// an article.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "attribution/analysis.h"
#include "audit/engine.h"
#include "audit/finding.h"
#include "document/document.h"

namespace selon {

struct AuditedArticle {
  const Document& document;
  const Analysis& analysis;
  const std::vector<Finding>& findings;  ///< worst first, then by place
  const AuditSummary& summary;
  std::span<const Finding> hidden = {};  ///< those with a suppression, for reports that tell them
};

/// How many findings the text, or a file beside it, keeps quiet; a baseline's aren't among them.
[[nodiscard]] std::uint32_t silenced_in(const AuditedArticle& audited);

/// Where a finding lies, by offsets in the file's content.
[[nodiscard]] inline Span span_in_file(const PlaceFinder& places, Span span) {
  return {places.offset_in_file(span.start), places.offset_in_file(span.end)};
}
[[nodiscard]] inline Span span_in_file(const PlaceFinder& places, const Finding& finding) {
  return finding.in_file ? *finding.in_file : span_in_file(places, finding.span);
}
/// Whether the file has the text of that span letter by letter, without markup inside, so
/// that a suggestion may take its place.
[[nodiscard]] inline bool is_replaceable(const AuditedArticle& audited, const PlaceFinder& places,
                                         const Finding& finding) {
  const Span span = span_in_file(places, finding.span);
  return !finding.in_file &&
         span.in(audited.document.file_content()) == finding.span.in(audited.document.text);
}

/// Brings findings into the order of the reports: worst first, then by place.
void sort_findings(std::vector<Finding>& findings);

class AuditReport {
 public:
  virtual ~AuditReport() = default;
  AuditReport() = default;
  AuditReport(const AuditReport&) = delete;
  AuditReport& operator=(const AuditReport&) = delete;

  virtual void article(const AuditedArticle& audited) = 0;
  /// In the place of a JSONL record that couldn't be read, by reports of JSON lines.
  virtual void failure(std::string_view /*id_json*/, std::string_view /*message*/) {}
  /// After the last article.
  virtual void finish() = 0;
};

}  // namespace selon
