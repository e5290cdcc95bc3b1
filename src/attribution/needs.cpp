#include "attribution/needs.h"

#include <algorithm>

namespace selon {

namespace {

Urgency urgency_of(FigureNeeds::Strength strength) {
  switch (strength) {
    case FigureNeeds::Strength::statistic:
      return Urgency::pressing;
    case FigureNeeds::Strength::count:
      return Urgency::alone;
    default:
      return Urgency::low;
  }
}

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
  std::uint32_t accounts = no_index;  // the last block in which published accounts have come up
  for (Statement& statement : analysis.statements) {
    words.read(document, analysis.text, statement);
    statement.needs = static_cast<std::uint16_t>(verbs_.of(words) | judgements_.of(words));
    const bool motive = verbs_.gives_a_motive(words);
    const bool blame = (statement.needs & needs_evaluation) != 0 && judgements_.blames(words);
    statement.needs |= motive ? needs_intention : 0;
    if (motive || blame || (statement.needs & (needs_allegation | needs_prediction)) != 0) {
      statement.urgency = Urgency::pressing;
    }
    // The figures of a programme are announced, nobody has counted them.
    accounts = (words.present() & sense::account) != 0 ? statement.block : accounts;
    FigureNeeds::Strength strength = figures_.strength_of(words);
    if (accounts == statement.block && (words.present() & sense::loss) == 0) {
      strength = std::min(strength, FigureNeeds::Strength::estimate);
    }
    if (strength != FigureNeeds::Strength::none && !verbs_.is_programme(words)) {
      statement.needs |= needs_figure;
      statement.urgency = std::max(statement.urgency, urgency_of(strength));
    }
  }
  find_orphan_quotations(analysis);
}

}  // namespace selon
