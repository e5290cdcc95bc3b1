#include "report/audit_junit.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/xml_text.h"
#include "rules/names.h"

namespace selon {

AuditJunitReport::AuditJunitReport(Output& output, UiLanguage language, std::optional<Severity> fail_level)
    : output_(output), language_(language), fail_level_(fail_level) {
  output_.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"selon\">\n");
}

void AuditJunitReport::write_case(const AuditedArticle& audited, const PlaceFinder& places,
                                  const Finding& finding) {
  const FilePlace place = places.in_file(span_in_file(places, finding).start);
  const std::string path = xml_text(audited.document.path);
  const std::string message = message_of(finding, language_);
  const std::string advice = advice_of(finding, language_);
  const std::string text =
      fmt::format("{}:{}:{}: {}: {}{}{}", audited.document.path, place.line, place.column,
                  name_of(finding.severity), message, advice.empty() ? "" : "\n", advice);
  output_.write(fmt::format("    <testcase classname=\"{}\" name=\"{} {}:{}\">\n", path,
                            xml_text(finding.rule->id), place.line, place.column));
  if (fails(finding)) {
    output_.write(fmt::format("      <failure type=\"{}\" message=\"{}\">{}</failure>\n",
                              name_of(finding.severity), xml_text(message), xml_text(text)));
  } else {
    output_.write(fmt::format("      <system-out>{}</system-out>\n", xml_text(text)));
  }
  output_.write("    </testcase>\n");
}

void AuditJunitReport::article(const AuditedArticle& audited) {
  const PlaceFinder places(audited.document);
  const std::string path = xml_text(audited.document.path);
  const auto failures = std::ranges::count_if(audited.findings, [&](const Finding& f) { return fails(f); });
  output_.write(
      fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\">\n", path,
                  std::max<std::size_t>(audited.findings.size(), 1), failures));
  for (const Finding& finding : audited.findings) {
    write_case(audited, places, finding);
  }
  if (audited.findings.empty()) {  // a suite without cases is taken for one that didn't run
    output_.write(fmt::format("    <testcase classname=\"{}\" name=\"audit\"/>\n", path));
  }
  output_.write("  </testsuite>\n");
}

void AuditJunitReport::finish() { output_.write("</testsuites>\n"); }

}  // namespace selon
