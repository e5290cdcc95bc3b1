// quotation.bracket: a word added to a quotation, or changed in it, between square brackets.
// Off unless a profile that wants quotations unaltered switches it on.
#include "audit/checks.h"
#include "audit/quoted_speech.h"

namespace selon {

void check_quotation_bracket(const AuditContext& context, Reporter& reporter) {
  const WordSet allowed(context.pack.list("bracket-words"));
  for (const QuotedText& quoted : context.analysis.quotations) {
    const Quotation* quotation = quotation_of(context, quoted);
    if (quoted.kind != QuotationKind::speech || quotation == nullptr || quotation->parent != no_index) {
      continue;
    }
    for (const EditMark& mark : edit_marks(context.document.text, quotation->inner)) {
      const auto words = words_in(context.document.text, mark.span);
      if (!mark.bracket || mark.cut || words.empty() ||
          (words.size() == 1 && allowed.contains(words.front().key))) {
        continue;
      }
      Finding finding = reporter.finding(mark.span);
      finding.arguments.emplace_back("words", context.text(mark.span));
      reporter.push(std::move(finding));
    }
  }
}

}  // namespace selon
