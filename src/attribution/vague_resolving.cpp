// Resolving "on" and the like, where the text tells who stands behind it: another source
// of the same words ("apprend-on auprès de la préfecture", "dit-on de source syndicale"),
// or the place that they come from ("au ministère, on affirme").
#include <algorithm>

#include "attribution/article_resolver.h"

namespace selon {

namespace {

constexpr std::uint32_t farthest_place = 14;  // tokens before the pronoun

bool is_press(SourceKind kind) {
  return kind == SourceKind::agency || kind == SourceKind::media || kind == SourceKind::state_media;
}

}  // namespace

// An attribution of the same sentence by a preposition whose content has words of this one.
std::uint32_t ArticleResolver::teller_beside(std::uint32_t index) const {
  const auto& all = analysis_.attributions;
  const Attribution& told = all[index];
  const auto tells = [&told](const Attribution& other) {
    return other.source && other.sentence == told.sentence && other.kind == AttributionKind::according_to &&
           std::any_of(other.content.begin(), other.content.end(), [&told](Span theirs) {
             return std::any_of(told.content.begin(), told.content.end(),
                                [theirs](Span mine) { return mine.overlaps(theirs); });
           });
  };
  constexpr std::uint32_t farthest = 4;
  const std::uint32_t first = index > farthest ? index - farthest : 0;
  const auto last = static_cast<std::uint32_t>(std::min<std::size_t>(all.size(), index + farthest));
  for (std::uint32_t i = first; i < last; ++i) {
    if (i != index && told.sentence != no_index && tells(all[i])) {
      return i;
    }
  }
  return no_index;
}

void ArticleResolver::resolve_told() {
  for (const std::uint32_t index : told_) {
    Attribution& told = analysis_.attributions[index];
    const Attribution& teller = analysis_.attributions[teller_beside(index)];
    if (teller.source_index != no_index && !analysis_.sources[teller.source_index].vague) {
      told.source_index = teller.source_index;
      told.resolution = Resolution::pronoun;
      continue;
    }
    apply(told, resolve(tools_.reader.read(*told.source), index));
  }
}

// A phrase that tells where somebody is, from `token`: up to a mark or a verb.
ArticleResolver::Whereabouts ArticleResolver::whereabouts_at(std::uint32_t token, std::uint32_t limit) const {
  std::uint32_t end = token;
  const std::uint64_t found = tools_.reader.phrase_at(token, limit, word::whereabouts | word::side, end);
  if ((found & word::whereabouts) == 0) {
    return {};
  }
  Whereabouts out;
  out.first = token;
  out.phrase = end;
  out.side = (found & word::side) != 0;
  out.last = end;
  while (out.last < limit && tools_.reader.is_word(out.last) && !tools_.reader.is_finite(out.last)) {
    ++out.last;
  }
  return out.last > end ? out : Whereabouts{};
}

// "Au ministère, on affirme" or "affirme-t-on au ministère".
ArticleResolver::Whereabouts ArticleResolver::whereabouts_of(const Mention& mention,
                                                             const Attribution& attribution) const {
  const Sentence& sentence = text_.sentences[sentence_of(mention.first)];
  std::uint32_t before = mention.first;
  before -= before > sentence.first && tools_.reader.is_mark(before - 1, ',') ? 1 : 0;
  const std::uint32_t from = std::max(sentence.first, before - std::min(before, farthest_place));
  for (std::uint32_t at = from; at < before; ++at) {
    const bool opens = at == sentence.first || !tools_.reader.is_word(at - 1) ||
                       (tools_.reader.classes(at - 1) & word::coordination) != 0;
    const Whereabouts found = opens ? whereabouts_at(at, before) : Whereabouts{};
    if (found.first != no_index && found.last == before) {
      return found;
    }
  }
  if (!attribution.cue) {
    return {};
  }
  const std::uint32_t cue_end = tools_.reader.token_at(attribution.cue->span.end);
  Whereabouts behind = whereabouts_at(std::max(cue_end, mention.last), sentence.last);
  behind.behind = true;
  return behind;
}

ArticleResolver::Answer ArticleResolver::by_whereabouts(const Mention& mention, std::uint32_t index) {
  Attribution& attribution = analysis_.attributions[index];
  const Whereabouts where = whereabouts_of(mention, attribution);
  if (where.first != no_index) {
    const Span place = tools_.reader.span_of(where.first, where.last);
    const Mention there = tools_.reader.read_tokens(where.phrase, where.last);
    constexpr std::uint64_t bodies = word::body | word::group;
    const bool body = there.known.words != 0 || (there.role && (there.role->classes & bodies) != 0);
    const bool somebody =
        body && !there.person && (there.form == MentionForm::named || there.form == MentionForm::described);
    const Answer answer = somebody ? resolve(there, index) : Answer{};
    // Behind the verb a newspaper or an agency is whom it was said to.
    const bool told = where.behind && answer.entity != no_index && is_press(entities_[answer.entity].kind);
    if (answer.entity != no_index && !told) {
      attribution.place = place;
      return answer;
    }
    attribution.place = where.side ? std::optional<Span>(place) : attribution.place;
  }
  if (attribution.cue) {
    // "y ajoute-t-on": a place of before
    const std::uint32_t cue = tools_.reader.token_at(attribution.cue->span.start);
    const bool there = cue > 0 && (tools_.reader.classes(cue - 1) & word::place_pronoun) != 0;
    attribution.place = there ? std::optional<Span>(tools_.reader.span_of(cue - 1, cue)) : attribution.place;
  }
  return {of_shown_name(mention, SourceKind::unknown, true), Resolution::none, {}};
}

// "Konrad Klee, petit-fils du fondateur, qui": whose apposition the mention is.
std::uint32_t ArticleResolver::name_before(const Mention& mention) const {
  constexpr std::uint64_t somebody = word::person | word::title | word::anonymous;
  if (mention.determiner != Determiner::none || !mention.role || (mention.role->classes & somebody) == 0 ||
      mention.first < 2 || !tools_.reader.is_mark(mention.first - 1, ',')) {
    return no_index;
  }
  const std::uint32_t comma = mention.first - 1;
  auto it = std::partition_point(occurrences_.begin(), occurrences_.end(),
                                 [comma](const Occurrence& o) { return o.token < comma; });
  if (it == occurrences_.begin()) {
    return no_index;
  }
  --it;
  return tools_.reader.end_of_run(it->token, comma) == comma ? it->entity : no_index;
}

}  // namespace selon
