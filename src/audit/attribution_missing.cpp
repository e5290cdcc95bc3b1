// attribution.missing: the article says in its own voice what asks for a source.
//
// How loud depends on what the statement needs. What presses (Urgency: an allegation, a
// statistic, a prediction, a motive, blame) is reported at the rule's level unless the
// sentence right before it has a source: a reader takes it for that source's own; an
// allegation always. So are a count and a forecast in a paragraph without any source. The
// rest, of which every article has some, is reported at info, and so is what headline and
// standfirst say and what an organisation writes of itself in a press release; plain facts
// only in a strict audit. Words quoted inside a sentence are somebody's whom that sentence
// or its neighbours mostly name ("les éleveurs se disent « à bout »"); a quotation that
// stands with nobody around it is quotation.orphan's. The headline and the standfirst are
// left alone where the body says the same: what is missing is reported there.
#include <algorithm>
#include <array>
#include <vector>

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
    Need{needs_allegation, "allegation"}, Need{needs_figure, "figure"},
    Need{needs_prediction, "prediction"}, Need{needs_quotation, "quotation"},
    Need{needs_intention, "intention"},   Need{needs_evaluation, "evaluation"},
};

constexpr const char* plain_fact = "fact";

bool has(const Statement& statement, unsigned bits) { return (statement.needs & bits) == bits; }

/// Tells the statements that a careful desk questions from those it lets pass.
class Grader {
 public:
  explicit Grader(const AuditContext& context)
      : context_(context),
        forecasting_(context.pack.list("forecast-forms")),
        release_(is_press_release(context)),
        sourced_(context.document.blocks.size(), false) {
    for (const Statement& statement : context.analysis.statements) {
      if (statement.status != Status::own_voice) {
        sourced_[statement.block] = true;
      }
    }
  }

  [[nodiscard]] bool is_strong(const Statement& statement) const {
    if (has(statement, needs_allegation)) {
      return true;
    }
    if (release_ || is_lead(context_.document.blocks[statement.block].kind) || quotes(statement)) {
      return false;
    }
    if (statement.urgency == Urgency::pressing && !follows_a_source(statement)) {
      return true;
    }
    return (statement.urgency != Urgency::low || is_forecast(statement)) && !sourced_[statement.block];
  }

 private:
  /// Whether the statement right before stands in the same paragraph and has a source.
  [[nodiscard]] bool follows_a_source(const Statement& statement) const {
    const std::vector<Statement>& all = context_.analysis.statements;
    if (&statement == all.data()) {
      return false;
    }
    const Statement& before = *(&statement - 1);
    return before.block == statement.block && before.status != Status::own_voice;
  }

  /// Whether somebody's words stand in the statement: the rest is mostly theirs as well.
  [[nodiscard]] bool quotes(const Statement& statement) const {
    return std::ranges::any_of(context_.analysis.quotations, [&](const QuotedText& quoted) {
      return quoted.kind != QuotationKind::title && quoted.span.overlaps(statement.span);
    });
  }

  /// Whether an organisation speaks of itself in the whole text: a line of its head or foot says so.
  static bool is_press_release(const AuditContext& context) {
    const WordList* marks = context.pack.list("press-release-marks");
    const auto starts_with = [&](const Block& block, const std::string& mark) {
      const auto length = static_cast<std::uint32_t>(mark.size());
      const auto line = words_in(context.document.text, block.span);
      const auto words = words_in(mark, {0, length});
      return words.size() <= line.size() &&
             std::equal(words.begin(), words.end(), line.begin(),
                        [](const QuotedWord& a, const QuotedWord& b) { return a.key == b.key; });
    };
    constexpr std::uint32_t longest_line = 160;  // bytes: such a line is short
    return marks != nullptr && std::ranges::any_of(context.document.blocks, [&](const Block& block) {
             return block.span.size() <= longest_line &&
                    std::ranges::any_of(marks->words,
                                        [&](const std::string& mark) { return starts_with(block, mark); });
           });
  }

  /// "devrait atteindre": somebody has reckoned it.
  [[nodiscard]] bool is_forecast(const Statement& statement) const {
    return has(statement, needs_prediction) &&
           std::ranges::any_of(words_in(context_.document.text, statement.span),
                               [this](const QuotedWord& word) { return forecasting_.contains(word.key); });
  }

  const AuditContext& context_;
  WordSet forecasting_;
  bool release_ = false;
  std::vector<bool> sourced_;  ///< by block: whether a statement in it has a source
};

const char* message_key(const Statement& statement) {
  const auto need = std::ranges::find_if(
      needs_by_weight, [&](const Need& candidate) { return has(statement, candidate.bit); });
  return need == needs_by_weight.end() ? plain_fact : need->message_key;
}

bool is_exempt(const AuditContext& context, const Statement& statement) {
  // The file's markup says whose words these are.
  if (std::ranges::any_of(context.document.speeches,
                          [&](const NamedSpeech& speech) { return speech.span.contains(statement.span); })) {
    return true;
  }
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
  const Grader grader(context);
  for (const Statement& statement : context.analysis.statements) {
    if (statement.status != Status::own_voice || (statement.needs == 0 && !context.options.strict) ||
        is_reported_elsewhere(statement, orphans) || is_exempt(context, statement)) {
      continue;
    }
    Finding finding = reporter.finding(statement.span);
    finding.message_key = message_key(statement);
    if (!grader.is_strong(statement)) {
      finding.severity = std::min(finding.severity, Severity::info);
    }
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
