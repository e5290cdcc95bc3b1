// source.anonymous-opinion: somebody without a name judges somebody or something. Facts may
// come from an unnamed source, opinions only from one who stands up for them. A figure is
// none, whatever the verb ("estime le retard à deux ans").
#include <vector>

#include "audit/checks.h"
#include "audit/unnamed_sources.h"

namespace selon {

namespace {

class OpinionJudge {
 public:
  explicit OpinionJudge(const AuditContext& context)
      : context_(context),
        verbs_(context.pack.list("opinion-verbs")),
        judgements_(WordSet::of_single_words(context.pack.list("evaluative-words"))) {}

  [[nodiscard]] bool is_opinion(const Attribution& attribution) const {
    return judges_by_verb(attribution) || quotes_judgement(attribution);
  }

 private:
  [[nodiscard]] bool judges_by_verb(const Attribution& attribution) const {
    if (!attribution.cue) {
      return false;
    }
    const std::string& lemma = attribution.cue->lemma;
    const auto words = words_in(lemma, {0, static_cast<std::uint32_t>(lemma.size())});
    return !words.empty() && verbs_.contains(words.back().key);
  }

  [[nodiscard]] bool quotes_judgement(const Attribution& attribution) const {
    if (attribution.kind == AttributionKind::indirect) {
      return false;
    }
    for (const Span content : attribution.content) {
      for (const QuotedWord& word : words_in(context_.document.text, content)) {
        if (judgements_.contains(word.key)) {
          return true;
        }
      }
    }
    return false;
  }

  const AuditContext& context_;
  WordSet verbs_;
  WordSet judgements_;
};

bool states_figure(const AuditContext& context, const Attribution& attribution) {
  const Statement* statement =
      attribution.content.empty() ? nullptr : context.statement_at(attribution.content.front().start);
  return statement != nullptr && (statement->needs & needs_figure) != 0;
}

}  // namespace

void check_source_anonymous_opinion(const AuditContext& context, Reporter& reporter) {
  const OpinionJudge judge(context);
  std::vector<bool> seen(context.analysis.sources.size(), false);
  for (const Attribution& attribution : context.analysis.attributions) {
    if (!is_unnamed(context, attribution) || !judge.is_opinion(attribution) ||
        states_figure(context, attribution) || seen[attribution.source_index]) {
      continue;
    }
    seen[attribution.source_index] = true;
    Finding finding = reporter.finding(context.source_place(attribution));
    finding.arguments.emplace_back("source", shown_source(context, attribution));
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
