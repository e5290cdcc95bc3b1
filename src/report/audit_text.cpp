#include "report/audit_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/page_words.h"
#include "report/printable.h"

namespace selon {

namespace {

constexpr std::uint32_t page_columns = 100;

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view red = "\x1b[1;31m";
constexpr std::string_view yellow = "\x1b[1;33m";
constexpr std::string_view cyan = "\x1b[1;36m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view plain = "\x1b[0m";

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return red;
    case Severity::warning:
      return yellow;
    case Severity::info:
      break;
  }
  return cyan;
}

AuditSummary sum(const AuditSummary& a, const AuditSummary& b) {
  return {a.statements + b.statements, a.attributed + b.attributed, a.credited + b.credited,
          a.carried + b.carried,       a.own_voice + b.own_voice,   a.lacking + b.lacking,
          a.sources + b.sources};
}

std::string counts(UiLanguage language, const AuditSummary& s) {
  const std::string_view semicolon = ui_words(language)["semicolon"];
  return fmt::format(
      "{}{} {}, {}, {}, {}, {}{} {}", counted(language, s.statements, Counted::statement), colon(language),
      counted(language, s.attributed, Counted::attributed), counted(language, s.credited, Counted::credited),
      counted(language, s.carried, Counted::carried), counted(language, s.own_voice, Counted::own_voice),
      counted(language, s.lacking, Counted::lacking), semicolon,
      counted(language, s.sources, Counted::source));
}

}  // namespace

std::uint32_t silenced_in(const AuditedArticle& audited) {
  return static_cast<std::uint32_t>(std::ranges::count_if(audited.hidden, [](const Finding& finding) {
    return finding.suppression && finding.suppression->kind == Suppression::Kind::in_text;
  }));
}

void sort_findings(std::vector<Finding>& findings) {
  std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
    return a.severity != b.severity ? a.severity > b.severity : a.span < b.span;
  });
}

std::string_view AuditTextReport::paint(std::string_view colour) const {
  return options_.colours ? colour : std::string_view();
}

void AuditTextReport::write_head(const std::string& path, FilePlace place, std::string_view severity,
                                 std::string_view colour, std::string_view message, std::string_view rule) {
  output_.write(fmt::format("{}{}:{}:{}:{} {}{}:{} {}", paint(bold), printable(path), place.line,
                            place.column, paint(plain), paint(colour), severity, paint(plain),
                            printable(message)));
  if (!rule.empty()) {
    output_.write(fmt::format(" {}[{}]{}", paint(dim), printable(rule), paint(plain)));
  }
  output_.write('\n');
}

void AuditTextReport::write_excerpt(std::string_view text, Span span, std::string_view colour) {
  const Excerpt shown = excerpt(text, span, page_columns);
  output_.write(fmt::format("  {}\n  {:{}}{}^{:~>{}}{}\n", shown.line, "", shown.indent, paint(colour), "",
                            shown.width - 1, paint(plain)));
}

void AuditTextReport::write_finding(const AuditedArticle& audited, const Finding& finding,
                                    const PlaceFinder& places) {
  const std::string_view colour = colour_of(finding.severity);
  write_head(audited.document.path, places.in_file(span_in_file(places, finding).start),
             label(options_.language, finding.severity), colour, message_of(finding, options_.language),
             finding.rule->id);
  if (finding.in_file) {
    write_excerpt(audited.document.file_content(), *finding.in_file, colour);
  } else {
    write_excerpt(audited.document.text, finding.span, colour);
  }
  if (const std::string advice = advice_of(finding, options_.language); !advice.empty()) {
    output_.write(fmt::format("  {}{} {}\n", label(options_.language, Label::advice),
                              colon(options_.language), printable(advice)));
  }
  for (const RelatedPlace& related : finding.related) {
    if (related.elsewhere) {
      write_head(related.elsewhere->path, related.elsewhere->start, label(options_.language, Label::note),
                 bold, message_of(finding, related, options_.language), "");
      output_.write(fmt::format("  {}\n", shortened(related.elsewhere->text, page_columns)));
      continue;
    }
    write_head(audited.document.path, places.at(related.span.start), label(options_.language, Label::note),
               bold, message_of(finding, related, options_.language), "");
    write_excerpt(audited.document.text, related.span, bold);
  }
  output_.write('\n');
}

void AuditTextReport::article(const AuditedArticle& audited) {
  const PlaceFinder places(audited.document);
  for (const Finding& finding : audited.findings) {
    ++by_severity_.at(static_cast<std::size_t>(finding.severity));
    write_finding(audited, finding, places);
  }
  if (options_.counts_of_each) {
    output_.write(fmt::format("{}{} {}\n\n", printable(audited.document.path), colon(options_.language),
                              counts(options_.language, audited.summary)));
  }
  silenced_ += silenced_in(audited);
  total_ = sum(total_, audited.summary);
  any_ = true;
}

void AuditTextReport::finish() {
  if (!any_) {
    return;
  }
  const UiLanguage language = options_.language;
  const auto number = [&](Severity severity) { return by_severity_.at(static_cast<std::size_t>(severity)); };
  output_.write(fmt::format("{}, {}, {}{}\n{}\n", counted(language, number(Severity::error), Counted::error),
                            counted(language, number(Severity::warning), Counted::warning),
                            counted(language, number(Severity::info), Counted::info),
                            silenced_ == 0 ? "" : ", " + silenced(language, silenced_),
                            counts(language, total_)));
}

}  // namespace selon
