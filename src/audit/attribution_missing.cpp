// attribution.missing: the article says in its own voice what asks for a source.
//
// How loud depends on what the statement needs. An allegation and a forecast in
// figures are reported at the rule's level; a figure, an evaluation, a prediction, an
// intention and quoted words, of which every article has some, at info; plain facts
// only in a strict audit. Words quoted inside a sentence are somebody's whom that
// sentence or its neighbours mostly name ("les éleveurs se disent « à bout »"); a
// quotation that stands with nobody around it is quotation.orphan's. The headline and the standfirst are left
// alone where the body says the same: what is missing is reported there.
#include <algorithm>
#include <array>

#include "audit/checks.h"
#include "audit/quotations.h"
#include "audit/restatement.h"

namespace selon {

namespace {

struct Need {
  Needs bit;
  const char* message_key;
};

/// The heaviest first: it gives the message.
constexpr std::array needs_by_weight = {
    Need{needs_allegation, "allegation"}, Need{needs_quotation, "quotation"},
    Need{needs_figure, "figure"},         Need{needs_prediction, "prediction"},
    Need{needs_intention, "intention"},   Need{needs_evaluation, "evaluation"},
};

constexpr const char* plain_fact = "fact";

bool has(const Statement& statement, unsigned bits) { return (statement.needs & bits) == bits; }

bool is_strong(const Statement& statement) {
  return has(statement, needs_allegation) || has(statement, needs_figure | needs_prediction);
}

const char* message_key(const Statement& statement) {
  const auto need = std::ranges::find_if(
      needs_by_weight, [&](const Need& candidate) { return has(statement, candidate.bit); });
  return need == needs_by_weight.end() ? plain_fact : need->message_key;
}

bool is_exempt(const AuditContext& context, const Statement& statement) {
  const BlockKind kind = context.document.blocks[statement.block].kind;
  if (kind == BlockKind::subheading || kind == BlockKind::caption) {
    return !has(statement, needs_allegation);
  }
  return is_lead(kind) &&
         restated_in_body(context, Topic(context.document.text, statement.span, context.stop_words()));
}

/// One place, one finding: an orphan quotation and a hearsay conditional have
/// checks of their own.
bool is_reported_elsewhere(const Statement& statement, const std::vector<const QuotedText*>& orphans) {
  return has(statement, needs_conditional) ||
         (has(statement, needs_quotation) && std::ranges::any_of(orphans, [&](const QuotedText* orphan) {
            return statement.span.overlaps(orphan->span);
          }));
}

}  // namespace

void check_attribution_missing(const AuditContext& context, Reporter& reporter) {
  const std::vector<const QuotedText*> orphans = orphan_quotations(context);
  for (const Statement& statement : context.analysis.statements) {
    if (statement.status != Status::own_voice || (statement.needs == 0 && !context.options.strict) ||
        is_reported_elsewhere(statement, orphans) || is_exempt(context, statement)) {
      continue;
    }
    Finding finding = reporter.finding(statement.span);
    finding.message_key = message_key(statement);
    if (!is_strong(statement)) {
      finding.severity = std::min(finding.severity, Severity::info);
    }
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
