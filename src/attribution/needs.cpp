#include "attribution/needs.h"

#include <algorithm>

namespace selon {

namespace {

/// Marks the statements in which somebody is quoted and nobody named.
void find_orphan_quotations(Analysis& analysis) {
  auto statement = analysis.statements.begin();
  for (const QuotedText& quoted : analysis.quotations) {
    // What a nested quotation says belongs to who says the outer one.
    const bool nested = analysis.text.quotations[quoted.quotation].parent != no_index;
    if (nested || quoted.kind != QuotationKind::speech || quoted.attribution != no_index) {
      continue;
    }
    statement = std::find_if(statement, analysis.statements.end(),
                             [&](const Statement& s) { return s.span.end > quoted.span.start; });
    for (auto it = statement; it != analysis.statements.end() && it->span.start < quoted.span.end; ++it) {
      it->needs |= needs_quotation;
    }
  }
}

}  // namespace

void NeedsFinder::find(const Document& document, StatementWords& words, Analysis& analysis) const {
  for (Statement& statement : analysis.statements) {
    words.read(document, analysis.text, statement);
    statement.needs = static_cast<std::uint16_t>(verbs_.of(words) | judgements_.of(words));
    // The figures of a programme are announced, nobody has counted them.
    if (figures_.any_in(words) && !verbs_.is_programme(words)) {
      statement.needs |= needs_figure;
    }
  }
  find_orphan_quotations(analysis);
}

}  // namespace selon
