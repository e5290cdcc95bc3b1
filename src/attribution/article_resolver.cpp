#include "attribution/article_resolver.h"

#include <algorithm>

#include "attribution/bylines.h"
#include "attribution/followed_quotations.h"
#include "attribution/interviews.h"
#include "attribution/name_fold.h"

namespace selon {

ArticleResolver::ArticleResolver(const Tools& tools, const Document& document, Analysis& analysis)
    : tools_(tools),
      document_(document),
      analysis_(analysis),
      text_(analysis.text),
      people_(tools.reader, entities_) {}

void ArticleResolver::run() {
  if (!analysis_.attributions.empty()) {
    people_.find(text_, occurrences_);
  }
  for (std::uint32_t i = 0; i < analysis_.attributions.size(); ++i) {
    resolve_attribution(i);
  }
  resolve_told();
  resolve_speakers();
  resolve_headings();
  resolve_relays();
  add_makers();
  find_misspelt_sources();
  find_misspelt_bodies();
  std::sort(analysis_.near_misses.begin(), analysis_.near_misses.end(),
            [](const NearMiss& a, const NearMiss& b) { return a.span.start < b.span.start; });
}

void ArticleResolver::resolve_attribution(std::uint32_t index) {
  Attribution& attribution = analysis_.attributions[index];
  if (attribution.source_index != no_index) {
    return;
  }
  if (!attribution.source) {
    if (attribution.rule == InterviewReader::answer_rule) {
      answer_by_interviewee(index);
    } else if ((attribution.resolution == Resolution::continued &&
                attribution.rule != QuotationFollower::heading_rule) ||
               is_narrative_infinitive(attribution)) {
      attribution.resolution = Resolution::continued;
      continue_from_before(index);
    }
    return;
  }
  const Mention mention = tools_.reader.read(*attribution.source);
  if (mention.form == MentionForm::speaker) {
    speakers_.push_back(index);
    return;
  }
  if (mention.form == MentionForm::vague && teller_beside(index) != no_index) {
    told_.push_back(index);
    return;
  }
  Answer answer = resolve(mention, index);
  if (answer.entity != no_index) {
    Entity& entity = entities_[answer.entity];
    entity.last_token = mention.first;
    entity.agreement = settle(entity.agreement, mention.agreement);
    spoken_.push_back({index, answer.entity, mention.first});
    if (mention.name && mention.known.words == 0 && answer.resolution != Resolution::misspelling) {
      named_.push_back({*mention.name, answer.entity});
    }
  }
  if (stands_before_relative(attribution) && answer.resolution != Resolution::misspelling &&
      answer.resolution != Resolution::ambiguous && answer.entity != no_index) {
    answer.resolution = Resolution::relative;
  }
  apply(attribution, answer);
}

// "Et d'ajouter : « C »": a sentence that opens with the infinitive has the speaker of the one before.
bool ArticleResolver::is_narrative_infinitive(const Attribution& attribution) const {
  constexpr std::uint32_t opening = 3;  // words before the infinitive, at most
  if (!attribution.cue || attribution.sentence == no_index) return false;
  const std::uint32_t token = tools_.reader.token_at(attribution.cue->span.start);
  return token - text_.sentences[attribution.sentence].first <= opening &&
         attribution.cue->span.in(document_.text) == attribution.cue->lemma;
}

void ArticleResolver::apply(Attribution& attribution, const Answer& answer) {
  attribution.resolution = answer.resolution;
  if (answer.entity != no_index) {
    attribution.source_index = source_of(answer.entity);
  }
  for (const std::uint32_t candidate : answer.candidates) {
    attribution.candidates.push_back(entities_[candidate].name);
  }
}

// The mention is the antecedent of a relative whose verb is the cue: "KCNA, qui a
// décrit". Another attribution of the same mention has the cue before.
bool ArticleResolver::stands_before_relative(const Attribution& attribution) const {
  if (!attribution.cue || attribution.cue->span.start < attribution.source->end) {
    return false;
  }
  std::uint32_t at = tools_.reader.token_at(attribution.source->end);
  at += at < text_.tokens.size() && tools_.reader.is_mark(at, ',') ? 1 : 0;
  return at < text_.tokens.size() && text_.tokens[at].span.end <= attribution.cue->span.start &&
         (tools_.reader.classes(at) & word::relative) != 0;
}

// "je" is whoever speaks in the quotation around it.
void ArticleResolver::resolve_speakers() {
  constexpr std::uint32_t farthest = 6;
  for (const std::uint32_t index : speakers_) {
    Attribution& attribution = analysis_.attributions[index];
    const std::uint32_t first = index > farthest ? index - farthest : 0;
    const auto last = static_cast<std::uint32_t>(
        std::min<std::size_t>(analysis_.attributions.size(), std::size_t{index} + farthest));
    for (std::uint32_t i = first; i < last; ++i) {
      const Attribution& other = analysis_.attributions[i];
      const bool around = i != index && other.source_index != no_index &&
                          std::any_of(other.content.begin(), other.content.end(),
                                      [&](Span content) { return content.contains(*attribution.source); });
      if (around) {
        attribution.source_index = other.source_index;
        attribution.resolution = Resolution::pronoun;
      }
    }
  }
}

// A heading in quotation marks is an excerpt: of the one whose words hold it.
void ArticleResolver::resolve_headings() {
  constexpr std::size_t farthest = 60;
  auto& all = analysis_.attributions;
  std::vector<std::string> said(all.size());  // folded when it is asked for: headings ask for the same
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].rule != QuotationFollower::heading_rule || all[i].content.empty() ||
        all[i].source_index != no_index) {
      continue;
    }
    all[i].resolution = Resolution::none;
    const std::string excerpt = folded(all[i].content.front().in(document_.text));
    const std::size_t first = i > farthest ? i - farthest : 0;
    for (std::size_t k = first; k < std::min(all.size(), i + farthest); ++k) {
      if (k == i || all[k].source_index == no_index) {
        continue;
      }
      if (said[k].empty()) {
        for (const Span content : all[k].content) {
          append_folded(said[k], content.in(document_.text));
          said[k] += ' ';
        }
      }
      const bool holds = has_word(said[k], excerpt);
      if (holds && (all[i].source_index == no_index || k > i)) {
        all[i].source_index = all[k].source_index;
        all[i].resolution = Resolution::continued;
      }
      if (holds && k > i) {
        break;
      }
    }
  }
}

void ArticleResolver::resolve_relays() {
  for (std::uint32_t i = 0; i < analysis_.attributions.size(); ++i) {
    const Attribution& attribution = analysis_.attributions[i];
    if (!attribution.source || attribution.source_index == no_index) {
      continue;
    }
    const auto citation = citation_in(attribution);
    if (citation && !relay_elsewhere(i, *citation)) {
      resolve_relay(i, *citation);
    }
  }
}

// The first word of citing in an attribution's source or right behind it.
std::optional<ArticleResolver::Citation> ArticleResolver::citation_in(const Attribution& attribution) const {
  const std::uint32_t from = tools_.reader.token_at(attribution.source->start);
  const auto size = static_cast<std::uint32_t>(text_.tokens.size());
  std::uint32_t limit = tools_.reader.token_at(attribution.source->end);
  limit += limit < size && tools_.reader.is_mark(limit, ',') ? 1 : 0;
  for (std::uint32_t at = from + 1; at <= limit && at < size; ++at) {
    std::uint32_t end = at;
    const std::uint64_t found = tools_.reader.phrase_at(at, size, word::citing | word::cited, end);
    if (found == 0) {
      continue;
    }
    const std::uint32_t stop = text_.sentences[sentence_of(at)].last;
    std::uint32_t last = end;
    while (last < stop && tools_.reader.is_word(last) && !tools_.reader.is_finite(last)) {
      ++last;
    }
    if (last == end) {
      return std::nullopt;
    }
    return Citation{tools_.reader.span_of(at, end), (found & word::citing) != 0,
                    tools_.reader.is_mark(at - 1, ','), end, last};
  }
  return std::nullopt;
}

// An attribution whose cue is the word of citing has its source already: all that it
// lacks is the relay.
bool ArticleResolver::relay_elsewhere(std::uint32_t index, const Citation& citation) {
  constexpr std::size_t farthest = 3;
  const std::uint32_t relay = analysis_.attributions[index].source_index;
  const std::size_t last = std::min(index + farthest, analysis_.attributions.size());
  for (std::size_t i = index + std::size_t{1}; i < last && citation.citing; ++i) {
    Attribution& other = analysis_.attributions[i];
    if (other.cue && other.cue->span.overlaps(citation.cue) && other.source_index != relay) {
      other.via = relay;
      return true;
    }
  }
  return false;
}

// "X citant Y": Y is the source and X the relay; "Y, cité par X" likewise.
void ArticleResolver::resolve_relay(std::uint32_t index, const Citation& citation) {
  const Answer other = resolve(tools_.reader.read_tokens(citation.first, citation.last), index);
  if (other.entity == no_index) {
    return;
  }
  Attribution& attribution = analysis_.attributions[index];
  const Entity& entity = entities_[other.entity];
  // "X a affirmé, citant Y": X says so. So it does where Y has no name.
  const bool says_so = attribution.kind != AttributionKind::according_to && citation.after_comma;
  if (citation.citing && (says_so || entity.anonymous || entity.vague)) {
    return;
  }
  const std::uint32_t source = source_of(other.entity);
  if (citation.citing) {
    attribution.via = attribution.source_index;
    attribution.source_index = source;
    attribution.resolution = other.resolution;
  } else {
    attribution.via = source;
  }
}

void ArticleResolver::add_makers() {
  for (const Block& block : document_.blocks) {
    if (block.kind != BlockKind::byline && block.kind != BlockKind::credit) {
      continue;
    }
    auto& list = block.kind == BlockKind::byline ? analysis_.bylines : analysis_.credits;
    for (const BylineName& name :
         names_in_byline(block.span.in(document_.text), tools_.index, tools_.words)) {
      std::uint32_t entity = no_index;
      const std::string key = folded(name.text);
      if (name.source != no_index) {
        entity = entity_of_pack(name.source);
      } else if (const EntityList known = entities_.named(key); !known.empty()) {
        entity = known.front();
      } else {
        Entity maker;
        maker.name = name.text;
        maker.person = name.person;
        maker.kind = name.person ? SourceKind::person : SourceKind::unknown;
        entity = entities_.add(std::move(maker));
        entities_.name(entity, key);
      }
      const std::uint32_t source = source_of(entity);
      if (std::find(list.begin(), list.end(), source) == list.end()) {
        list.push_back(source);
      }
    }
  }
}

std::string ArticleResolver::new_ref(const Entity& entity) {
  constexpr std::size_t longest = 60;
  std::string ref;
  if (entity.pack != no_index) {
    ref = tools_.index.source(entity.pack).ref;
  } else if (entity.anonymous) {
    ref = "anonymous-" + std::to_string(++nameless_count_);
  } else {
    const std::string key = folded(entity.name);
    for (const char c : tools_.index.without_article(key)) {
      const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (plain && ref.size() < longest) {
        ref.push_back(c);
      } else if (!ref.empty() && ref.back() != '-' && ref.size() < longest) {
        ref.push_back('-');
      }
    }
    if (ref.size() == longest && ref.rfind('-') != std::string::npos) {
      ref.resize(ref.rfind('-'));  // no half words
    }
    while (ref.ends_with('-')) {
      ref.pop_back();
    }
    ref = ref.empty() ? "source" : ref;
  }
  std::string unique = ref;
  for (std::uint32_t n = 2; !refs_.insert(unique).second; ++n) {
    unique = ref + "-" + std::to_string(n);
  }
  return unique;
}

std::uint32_t ArticleResolver::source_of(std::uint32_t index) {
  Entity& entity = entities_[index];
  if (entity.source != no_index) {
    Source& source = analysis_.sources[entity.source];
    source.name = entity.name;
    source.kind = source.kind == SourceKind::unknown ? entity.kind : source.kind;
    return entity.source;
  }
  Source source;
  source.ref = new_ref(entity);
  source.name = entity.name;
  source.kind = entity.kind;
  source.anonymous = entity.anonymous;
  source.vague = entity.vague;
  source.described = entity.described;
  if (entity.pack != no_index) {
    const SourceEntry& known = tools_.index.source(entity.pack);
    source.known = true;
    source.country = known.country;
    source.metonym_of = known.metonym_of;
  }
  entity.source = static_cast<std::uint32_t>(analysis_.sources.size());
  analysis_.sources.push_back(std::move(source));
  return entity.source;
}

}  // namespace selon
