// cue.loaded: a verb that judges whom it reports ("prétendre", "avouer"). The pack's verbs
// tell it (stance), and what to write instead. Those of its list "loaded-verbs" give the
// lie to who speaks; the others are reported a level lower.
#include <algorithm>

#include "audit/checks.h"

namespace selon {

namespace {

/// Whether a verb that mostly takes a clause has its quotation as an object ("reconnaît
/// « une erreur »"): another verb would need other words around it.
bool quotes_as_object(const AuditContext& context, const Attribution& attribution) {
  const auto verb = std::ranges::find(context.pack.verbs, attribution.cue->lemma, &Verb::lemma);
  if (verb == context.pack.verbs.end() || (verb->takes & takes_que) == 0) {
    return false;
  }
  const std::uint32_t cue_end = attribution.cue->span.end;
  const Span content = attribution.content.front();
  return attribution.kind != AttributionKind::indirect && content.start >= cue_end &&
         words_in(context.document.text, {cue_end, content.start}).empty() &&
         context.text({cue_end, content.start}).find(':') == std::string_view::npos &&
         std::ranges::binary_search(context.analysis.quotations, content.start, {},
                                    [](const QuotedText& quoted) { return quoted.span.start; });
}

}  // namespace

void check_cue_loaded(const AuditContext& context, Reporter& reporter) {
  const WordSet loaded(context.pack.list("loaded-verbs"));
  for (const Attribution& attribution : context.analysis.attributions) {
    if (!attribution.cue || attribution.cue->stance == Stance::neutral ||
        attribution.polarity == Polarity::negated || attribution.modality == Modality::question ||
        attribution.content.empty() || context.is_reported(attribution)) {
      continue;
    }
    const Cue& cue = *attribution.cue;
    Finding finding = reporter.finding(cue.span);
    finding.arguments.emplace_back("cue", context.text(cue.span));
    const auto lemma = words_in(cue.lemma, {0, static_cast<std::uint32_t>(cue.lemma.size())});
    if (lemma.empty() || !loaded.contains(lemma.back().key)) {
      finding.severity = lowered(finding.severity);
    }
    if (!cue.neutral.empty() && !quotes_as_object(context, attribution)) {
      finding.message_key = cue.stance == Stance::doubtful ? "doubtful" : "committed";
      finding.arguments.emplace_back("proposal", cue.neutral);
      finding.suggestions.push_back(cue.neutral);
    }
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
