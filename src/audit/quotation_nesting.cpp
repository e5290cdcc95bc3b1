// quotation.nesting: a quotation inside another one in the same marks: the reader takes the
// end of the inner one for the end of both. Guillemets come first and inverted commas
// second; the other way round is noted (list "quotation-levels" of the pack: the opening
// marks, first level first).
#include <algorithm>

#include "audit/checks.h"
#include "audit/quoted_speech.h"

namespace selon {

void check_quotation_nesting(const AuditContext& context, Reporter& reporter) {
  const WordList* levels = context.pack.list("quotation-levels");
  const auto level_of = [&](std::string_view mark) {
    return levels == nullptr ? std::ptrdiff_t{0}
                             : std::ranges::find(levels->words, mark) - levels->words.begin();
  };
  const auto& all = context.analysis.text.quotations;
  for (const Quotation& inner : all) {
    if (inner.parent >= all.size() || !inner.opened || !inner.closed || inner.continues) {
      continue;
    }
    const std::string_view mark = opening_mark(context, inner);
    const std::string_view outer = opening_mark(context, all[inner.parent]);
    const bool same = mark == outer;
    const bool turned = level_of(mark) < level_of(outer) &&
                        level_of(outer) < static_cast<std::ptrdiff_t>(levels->words.size());
    if (outer.empty() || (!same && !turned)) {
      continue;
    }
    Finding finding = reporter.finding(inner.span);
    if (!same) {
      finding.message_key = "order";
      finding.severity = lowered(finding.severity);
    }
    finding.arguments.emplace_back("mark", mark);
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
