#include "report/audit_checkstyle.h"

#include <fmt/format.h>

#include "report/xml_text.h"
#include "rules/names.h"

namespace selon {

AuditCheckstyleReport::AuditCheckstyleReport(Output& output, UiLanguage language)
    : output_(output), language_(language) {
  output_.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n");
}

void AuditCheckstyleReport::article(const AuditedArticle& audited) {
  const PlaceFinder places(audited.document);
  output_.write(fmt::format("  <file name=\"{}\">\n", xml_text(audited.document.path)));
  for (const Finding& finding : audited.findings) {
    const FilePlace place = places.in_file(span_in_file(places, finding).start);
    output_.write(fmt::format(
        "    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"selon.{}\"/>\n",
        place.line, place.column, name_of(finding.severity), xml_text(message_of(finding, language_)),
        xml_text(finding.rule->id)));
  }
  output_.write("  </file>\n");
}

void AuditCheckstyleReport::finish() { output_.write("</checkstyle>\n"); }

}  // namespace selon
