#include "report/audit_github.h"

#include <fmt/format.h>

#include "report/json_writer.h"
#include "report/printable.h"

namespace selon {

namespace {

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      break;
  }
  return "notice";
}

Counted counted_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Counted::error;
    case Severity::warning:
      return Counted::warning;
    case Severity::info:
      break;
  }
  return Counted::info;
}

std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string escaped_data(std::string_view text) { return escaped(text, "%\r\n"); }
std::string escaped_property(std::string_view text) { return escaped(valid_utf8(text), "%\r\n:,"); }

}  // namespace

void AuditGithubReport::article(const AuditedArticle& audited) {
  const PlaceFinder places(audited.document);
  for (const Finding& finding : audited.findings) {
    const Span span = span_in_file(places, finding);
    const FilePlace start = places.in_file(span.start);
    const FilePlace end = places.in_file(span.end);
    std::string line = fmt::format("::{} file={},line={},endLine={},", command_of(finding.severity),
                                   escaped_property(audited.document.path), start.line, end.line);
    if (start.line == end.line) {  // columns of two lines are refused
      line += fmt::format("col={},endColumn={},", start.column, end.column);
    }
    const std::string advice = advice_of(finding, language_);
    line += fmt::format("title={}::{}{}{}\n", escaped_property(finding.rule->id),
                        escaped_data(printable(message_of(finding, language_))), advice.empty() ? "" : "%0A",
                        escaped_data(printable(advice)));
    by_severity_.at(static_cast<std::size_t>(finding.severity)).push_back(std::move(line));
  }
}

void AuditGithubReport::finish() {
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
    const std::vector<std::string>& lines = by_severity_.at(static_cast<std::size_t>(severity));
    const std::size_t shown = lines.size() > shown_of_a_level ? shown_of_a_level - 1 : lines.size();
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i == shown) {
        output_.write(
            fmt::format("::{} title=selon::{}\n", command_of(severity),
                        escaped_data(only_in_log(language_, lines.size() - shown, counted_of(severity)))));
      }
      output_.write(lines[i]);
    }
  }
}

}  // namespace selon
