#include "audit/unnamed_sources.h"

#include <algorithm>

#include "audit/restatement.h"

namespace selon {

bool is_unnamed(const AuditContext& context, const Attribution& attribution) {
  const Source* source = context.source_of(attribution);
  const BlockKind kind = context.kind_at(context.source_place(attribution).start);
  return source != nullptr && source->anonymous && !source->vague && !is_lead(kind) &&
         kind != BlockKind::subheading && attribution.polarity != Polarity::negated &&
         !context.is_reported(attribution);
}

std::string shown_source(const AuditContext& context, const Attribution& attribution) {
  const Source* source = context.source_of(attribution);
  const bool stands_for = attribution.resolution == Resolution::pronoun ||
                          attribution.resolution == Resolution::continued ||
                          attribution.resolution == Resolution::relative || !attribution.source;
  return stands_for && source != nullptr ? source->name
                                         : std::string(context.text(context.source_place(attribution)));
}

AnonymityJudge::AnonymityJudge(const AuditContext& context)
    : context_(context),
      bare_(context.pack.list("bare-source-words")),
      plurals_(WordSet::of_single_words(context.pack.list("plural-forms"))),
      reasoned_(context.analysis.sources.size(), false) {
  find_reasons();
}

// The reason may stand in any sentence in which the source speaks: "dénonce-t-il sous
// couvert d'anonymat".
void AnonymityJudge::find_reasons() {
  std::vector<std::vector<QuotedWord>> reasons;
  if (const WordList* list = context_.pack.list("anonymity-words")) {
    for (const std::string& entry : list->words) {
      reasons.push_back(words_in(entry, {0, static_cast<std::uint32_t>(entry.size())}));
    }
  }
  const auto gives_reason = [&](Span place) {
    const std::vector<QuotedWord> words = words_in(context_.document.text, place);
    return std::ranges::any_of(reasons, [&](const std::vector<QuotedWord>& reason) {
      return !std::ranges::search(words, reason, {}, &QuotedWord::key, &QuotedWord::key).empty();
    });
  };
  const auto& attributions = context_.analysis.attributions;
  const auto mark = [&](const Attribution& attribution) {
    if (attribution.source_index < reasoned_.size()) {
      reasoned_[attribution.source_index] = true;
    }
  };
  const auto is_nameless = [&](std::uint32_t index) {
    const Source* source = context_.source_of(attributions[index]);
    return source != nullptr && source->anonymous;
  };
  for (const Statement& statement : context_.analysis.statements) {
    if (std::ranges::any_of(statement.attributions, is_nameless) && gives_reason(statement.span)) {
      for (const std::uint32_t index : statement.attributions) {
        mark(attributions[index]);
      }
    }
  }
  for (const Attribution& attribution : attributions) {
    const Source* source = context_.source_of(attribution);
    if (source != nullptr && source->anonymous && gives_reason(context_.source_place(attribution))) {
      mark(attribution);
    }
  }
}

Anonymity AnonymityJudge::of(const Attribution& attribution) const {
  if (attribution.source_index < reasoned_.size() && reasoned_[attribution.source_index]) {
    return Anonymity::reason_given;
  }
  const std::string shown = shown_source(context_, attribution);
  const Source* source = context_.source_of(attribution);
  const bool stands_here = attribution.source && shown == context_.text(*attribution.source);
  if (!stands_here) {
    return Anonymity::described;  // by the sentences before, which a pronoun takes up
  }
  // Of "des experts et l'agence" the source is the experts; behind a comma more is said of it.
  const bool apposed = shown.find(',') != std::string::npos;
  return is_bare(shown) || (source != nullptr && !apposed && is_bare(source->name)) ? Anonymity::bare
                                                                                    : Anonymity::described;
}

bool AnonymityJudge::is_bare(const std::string& mention) const {
  const std::vector<QuotedWord> words = words_in(mention, {0, static_cast<std::uint32_t>(mention.size())});
  const auto bare = [this](const QuotedWord& word) { return bare_.contains(word.key); };
  // Of "l'un d'eux" nothing is left: it is one of those whom the text has described.
  return std::ranges::any_of(words, bare) && std::ranges::all_of(words, [&](const QuotedWord& word) {
           return bare(word) || context_.stop_words().contains(word.key);
         });
}

bool AnonymityJudge::is_one(const Attribution& attribution) const {
  const std::vector<QuotedWord> words = words_in(context_.document.text, context_.source_place(attribution));
  return !words.empty() && !plurals_.contains(words.front().key);
}

}  // namespace selon
