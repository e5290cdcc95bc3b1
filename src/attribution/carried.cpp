#include "attribution/carried.h"

namespace selon {

namespace {

/// The attribution that a sentence after this statement would go on: the one whose
/// content ends last, of nested ones the outer one. Nothing to go on where the
/// source says nothing ("n'a pas dit que") or is nobody ("On dit que").
std::uint32_t last_report(const Analysis& analysis, const Statement& statement) {
  std::uint32_t last = no_index;
  std::uint32_t end = 0;
  for (const std::uint32_t index : statement.attributions) {
    const Attribution& attribution = analysis.attributions[index];
    const bool nobody = attribution.source_index < analysis.sources.size() &&
                        analysis.sources[attribution.source_index].vague;
    const bool reports = !nobody && attribution.polarity != Polarity::negated &&
                         attribution.modality != Modality::question && !attribution.content.empty();
    if (reports && attribution.content.back().end > end) {
      last = index;
      end = attribution.content.back().end;
    }
  }
  return last;
}

/// The report that the statement before hands on, or no_index.
std::uint32_t report_before(const Analysis& analysis, std::size_t index) {
  const Statement& statement = analysis.statements[index];
  if (index == 0) {
    return no_index;
  }
  const Statement& before = analysis.statements[index - 1];
  if (before.block != statement.block) {
    return no_index;
  }
  return before.status == Status::carried ? before.continues : last_report(analysis, before);
}

bool begins_its_sentence(const Analysis& analysis, const Statement& statement) {
  const Sentence& sentence = analysis.text.sentences[statement.sentence];
  return analysis.text.tokens[sentence.first].span.start == statement.span.start;
}

}  // namespace

void CarriedFinder::find(const Document& document, StatementWords& words, Analysis& analysis) const {
  for (std::size_t i = 0; i < analysis.statements.size(); ++i) {
    Statement& statement = analysis.statements[i];
    if (statement.status != Status::own_voice || !begins_its_sentence(analysis, statement)) {
      continue;
    }
    const std::uint32_t report = report_before(analysis, i);
    if (report == no_index) {
      continue;
    }
    words.read(document, analysis.text, statement);
    if (verbs_.goes_on_in_conditional(words)) {
      statement.status = Status::carried;
      statement.continues = report;
    }
  }
}

}  // namespace selon
