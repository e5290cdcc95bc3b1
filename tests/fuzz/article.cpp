// Fuzz target: the main job. An article as text is analysed, audited and written in
// every format; the spans of all that is found lie in the text.
#include "audit/engine.h"
#include "document/load.h"
#include "french_analyzer.h"
#include "report/audit_json.h"
#include "report/audit_text.h"
#include "report/extract_csv.h"
#include "report/extract_json.h"
#include "target.h"

namespace {

using namespace selon;

void check_span(const Document& document, Span span, const char* what) {
  fuzz::promise(fuzz::on_character_borders(document.text, span), what);
}

void check_analysis(const Document& document, const Analysis& analysis) {
  for (const Attribution& attribution : analysis.attributions) {
    fuzz::promise(!attribution.content.empty(), "an attribution has content");
    for (const Span& span : attribution.content) {
      check_span(document, span, "content is in the text");
    }
    for (const auto& span :
         {attribution.source, attribution.addressee, attribution.date, attribution.place}) {
      check_span(document, span.value_or(Span{}), "a part of an attribution is in the text");
    }
  }
  std::uint32_t end = 0;
  for (const Statement& statement : analysis.statements) {
    check_span(document, statement.span, "a statement is in the text");
    fuzz::promise(statement.span.start >= end, "statements don't overlap");
    end = statement.span.end;
  }
  for (const QuotedText& quotation : analysis.quotations) {
    check_span(document, quotation.span, "a quotation is in the text");
  }
}

void write_reports(const Document& document, const Analysis& analysis) {
  std::vector<Finding> findings;
  const AuditSummary summary = audit(document, analysis, fuzz::french_pack(), {.strict = true},
                                     [&](Finding found) { findings.push_back(std::move(found)); });
  for (const Finding& finding : findings) {
    check_span(document, finding.span, "a finding is in the text");
  }
  Output output;
  AuditTextReport text(output, {});
  AuditJsonReport json(output, UiLanguage::fr);
  for (AuditReport* report : std::initializer_list<AuditReport*>{&text, &json}) {
    report->article({document, analysis, findings, summary});
    report->finish();
  }
  ExtractJsonReport(output, {.text = true}).article({document, analysis, {}});
  ExtractCsvReport(output).article({document, analysis, {}});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::view_of(data, size));
  const auto document = load_bytes(bytes, "article.txt", fuzz::french_pack(), {.format = Format::text});
  if (document) {
    const Analysis analysis = fuzz::french_analyzer().analyze(*document);
    check_analysis(*document, analysis);
    write_reports(*document, analysis);
  }
  return 0;
}
