// quotation.cut-mark: a cut in a quotation that isn't marked as the house marks it (list
// "cut-marks" of the pack: all of its own marks), or an ellipsis of which nobody can tell
// whether it is a cut. Off unless a profile switches it on.
#include <algorithm>

#include "audit/checks.h"
#include "audit/quoted_speech.h"

namespace selon {

namespace {

std::string without_spaces(std::string_view text) {
  std::string out(text);
  std::erase(out, ' ');
  return out;
}

}  // namespace

void check_quotation_cut_mark(const AuditContext& context, Reporter& reporter) {
  const WordList* house = context.pack.list("cut-marks");
  for (const QuotedText& quoted : context.analysis.quotations) {
    const Quotation* quotation = quotation_of(context, quoted);
    if (quoted.kind != QuotationKind::speech || quotation == nullptr || quotation->parent != no_index) {
      continue;
    }
    for (const EditMark& mark : edit_marks(context.document.text, quotation->inner)) {
      const std::string written = without_spaces(context.text(mark.span));
      if (!mark.cut || house == nullptr || house->words.empty() ||
          std::ranges::count(house->words, written) > 0) {
        continue;
      }
      Finding finding = reporter.finding(mark.span);
      finding.message_key = mark.bare ? "bare" : "";
      finding.arguments.emplace_back("mark", context.text(mark.span));
      finding.arguments.emplace_back("house", house->words.front());
      finding.suggestions.push_back(house->words.front());
      reporter.push(std::move(finding));
    }
  }
}

}  // namespace selon
