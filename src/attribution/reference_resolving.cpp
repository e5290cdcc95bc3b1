// Resolving what refers back: pronouns, "ce dernier", "la même source", "qui".
#include <algorithm>

#include "attribution/article_resolver.h"
#include "attribution/content.h"

namespace selon {

namespace {

constexpr std::uint32_t farthest_blocks = 3;
constexpr std::size_t farthest_speakers = 40;
constexpr std::uint32_t longest_antecedent = 16;

constexpr std::uint8_t genders = feature::masculine | feature::feminine;

}  // namespace

std::uint32_t ArticleResolver::sentence_of(std::uint32_t token) const {
  const auto it = std::partition_point(text_.sentences.begin(), text_.sentences.end(),
                                       [token](const Sentence& s) { return s.last <= token; });
  return static_cast<std::uint32_t>(std::min<std::size_t>(
      static_cast<std::size_t>(it - text_.sentences.begin()), text_.sentences.size() - 1));
}

std::uint32_t ArticleResolver::block_of(std::uint32_t token) const {
  return text_.sentences[sentence_of(token)].block;
}

// Whether a pronoun may mean a source: it fits in gender and number. Whoever is being quoted around the
// pronoun doesn't speak of himself as "il".
bool ArticleResolver::may_take_up(const Spoken& spoken, std::uint8_t agreement, std::uint32_t quotation,
                                  std::uint32_t attribution) const {
  const Entity& entity = entities_[spoken.entity];
  const Attribution& said = analysis_.attributions[spoken.attribution];
  const bool quoted =
      quotation != no_index && std::any_of(said.content.begin(), said.content.end(), [&](Span content) {
        return content.overlaps(text_.quotations[quotation].inner);
      });
  return spoken.attribution != attribution && !quoted && !entity.vague &&
         entity.kind != SourceKind::document && agree(agreement, entity.agreement);
}

// The last source that fits.
const ArticleResolver::Spoken* ArticleResolver::last_speaker(std::uint8_t agreement, std::uint32_t token,
                                                             std::uint32_t attribution) const {
  const std::uint32_t block = block_of(token);
  const std::uint32_t quotation = quotation_around(text_, token);
  const Spoken* doubtful = nullptr;
  const std::size_t count = std::min(farthest_speakers, spoken_.size());
  for (std::size_t i = 0; i < count; ++i) {
    const Spoken& spoken = spoken_[spoken_.size() - 1 - i];
    if (block_of(spoken.token) + farthest_blocks < block) {
      break;
    }
    const Entity& entity = entities_[spoken.entity];
    if (!may_take_up(spoken, agreement, quotation, attribution)) {
      continue;
    }
    const bool somebody = entity.person || entity.anonymous || entity.kind != SourceKind::unknown;
    if (somebody && (entity.person || (entity.agreement & genders) != 0)) {
      return &spoken;
    }
    if (doubtful == nullptr && block_of(spoken.token) + 1 >= block) {
      doubtful = &spoken;  // "KCNA": of no gender that shows
    }
  }
  return doubtful;
}

// Persons that the text names in tokens [from, to), but for what `attribution` says.
EntityList ArticleResolver::named_between(std::uint32_t from, std::uint32_t to, std::uint8_t agreement,
                                          std::uint32_t except, std::uint32_t attribution) const {
  EntityList out;
  auto it = std::partition_point(occurrences_.begin(), occurrences_.end(),
                                 [from](const Occurrence& o) { return o.token < from; });
  for (; it != occurrences_.end() && it->token < to; ++it) {
    const Span place = text_.tokens[it->token].span;
    bool said = false;
    if (attribution != no_index) {
      const Attribution& of = analysis_.attributions[attribution];
      said = std::any_of(of.content.begin(), of.content.end(), [place](Span c) { return c.contains(place); });
    }
    if (!said && it->entity != except && agree(agreement, entities_[it->entity].agreement) &&
        std::find(out.begin(), out.end(), it->entity) == out.end()) {
      out.push_back(it->entity);
    }
  }
  return out;
}

// The one person named before the verb of this sentence or the one before it, not before
// token `from`; no_index where it is none or several.
std::uint32_t ArticleResolver::last_subject(const Mention& mention, std::uint32_t attribution,
                                            std::uint32_t from) const {
  const std::uint32_t sentence = sentence_of(mention.first);
  for (const std::uint32_t s : {sentence, sentence > 0 ? sentence - 1 : sentence}) {
    std::uint32_t end = text_.sentences[s].first;
    const std::uint32_t last = std::min(text_.sentences[s].last, mention.first);
    while (end < last && !tools_.reader.is_finite(end)) {
      ++end;
    }
    if (text_.sentences[s].first < from && s != sentence_of(from)) {
      return no_index;
    }
    const EntityList subjects =
        named_between(text_.sentences[s].first, end, mention.agreement, no_index, attribution);
    if (!subjects.empty()) {
      return subjects.size() == 1 ? subjects.front() : no_index;
    }
  }
  return no_index;
}

// Nobody has spoken yet: the persons of this paragraph and the one before it, and of
// these the subject of the last sentence first.
ArticleResolver::Answer ArticleResolver::by_persons_before(const Mention& mention) {
  const std::uint32_t sentence = sentence_of(mention.first);
  std::uint32_t from = sentence;
  while (from > 0 && text_.sentences[from - 1].block + 1 >= text_.sentences[sentence].block &&
         sentence - from < 6) {
    --from;
  }
  const EntityList near =
      named_between(text_.sentences[from].first, mention.first, mention.agreement, no_index, no_index);
  if (near.empty()) {
    return by_noun_before(mention);
  }
  if (near.size() == 1) {
    return {near.front(), Resolution::pronoun, {}};
  }
  if (const std::uint32_t subject = last_subject(mention, no_index, 0); subject != no_index) {
    return {subject, Resolution::pronoun, {}};
  }
  return {no_index, Resolution::ambiguous, near};
}

// Past the complements of a noun that ends at token `end`: "de l'enfant", "du préfet".
std::uint32_t ArticleResolver::end_of_complements(std::uint32_t end, std::uint32_t limit) const {
  constexpr std::uint64_t links = word::particle | word::determiner;
  while (end + 1 < limit && (tools_.reader.classes(end) & word::particle) != 0) {
    std::uint32_t noun = end + 1;
    while (noun + 1 < limit && (tools_.reader.classes(noun) & links) != 0) {
      ++noun;
    }
    if (!tools_.reader.is_word(noun)) {
      break;
    }
    end = noun + 1;
  }
  return end;
}

// No name is near: the one person whom the sentence before calls by a noun ("la mère de
// l'enfant").
ArticleResolver::Answer ArticleResolver::by_noun_before(const Mention& mention) {
  const std::uint32_t sentence = sentence_of(mention.first);
  if (sentence == 0 || text_.sentences[sentence - 1].block != text_.sentences[sentence].block) {
    return {};
  }
  const Sentence& before = text_.sentences[sentence - 1];
  std::uint32_t found = no_index;
  std::uint32_t found_end = no_index;
  for (std::uint32_t i = before.first; i + 1 < before.last; ++i) {
    const std::uint64_t classes = tools_.reader.classes(i);
    std::uint32_t end = i + 1;
    const bool opens = (classes & word::definite) != 0 && (classes & word::preposition) == 0;
    const bool governed = i > before.first && (tools_.reader.classes(i - 1) & word::preposition) != 0;
    if (!opens || governed ||
        (tools_.reader.phrase_at(i + 1, before.last, word::person, end) & word::person) == 0 ||
        !agree(agreement_of(classes), mention.agreement)) {
      continue;
    }
    if (found != no_index) {
      return {};
    }
    found = i;
    found_end = end_of_complements(end, before.last);
  }
  if (found == no_index) {
    return {};
  }
  const Mention noun = tools_.reader.read_tokens(found, found_end);
  Answer answer = noun.role ? by_description(noun, no_index) : Answer{};
  answer.resolution = answer.entity == no_index ? answer.resolution : Resolution::pronoun;
  return answer;
}

ArticleResolver::Answer ArticleResolver::by_pronoun(const Mention& mention, std::uint32_t attribution) {
  if (auto subject = by_subject_before(mention, attribution)) {
    return *subject;
  }
  const Spoken* speaker = last_speaker(mention.agreement, mention.first, attribution);
  if (speaker == nullptr) {
    return by_persons_before(mention);
  }
  const Entity& entity = entities_[speaker->entity];
  EntityList others = named_between(speaker->token + 1, mention.first, mention.agreement, speaker->entity,
                                    speaker->attribution);
  if (others.empty()) {
    return {speaker->entity, Resolution::pronoun, {}};
  }
  // A person is meant rather than a body, and rather than a name of no known gender.
  const bool person = entity.person || entity.kind == SourceKind::person;
  if (!person && others.size() == 1) {
    return {others.front(), Resolution::pronoun, {}};
  }
  const std::uint32_t subject = last_subject(mention, speaker->attribution, speaker->token);
  if (subject != no_index) {
    return {subject, Resolution::pronoun, {}};
  }
  others.insert(others.begin(), speaker->entity);
  return {no_index, Resolution::ambiguous, others};
}

ArticleResolver::Answer ArticleResolver::by_nearest(const Mention& mention) const {
  std::uint32_t entity = no_index;
  std::uint32_t token = 0;
  const auto after = std::partition_point(occurrences_.begin(), occurrences_.end(),
                                          [&](const Occurrence& o) { return o.token < mention.first; });
  const std::uint32_t block = block_of(mention.first);
  for (auto it = after; it != occurrences_.begin();) {
    --it;
    if (block_of(it->token) + 1 < block) {
      break;
    }
    if (agree(mention.agreement, entities_[it->entity].agreement)) {
      entity = it->entity;
      token = it->token;
      break;
    }
  }
  const Spoken* speaker = last_speaker(mention.agreement, mention.first, no_index);
  if (speaker != nullptr && (entity == no_index || speaker->token >= token)) {
    entity = speaker->entity;
  }
  return {entity, entity == no_index ? Resolution::none : Resolution::pronoun, {}};
}

ArticleResolver::Answer ArticleResolver::by_same_source() const {
  if (!nameless_.empty()) {
    return {nameless_.back(), Resolution::pronoun, {}};
  }
  if (!spoken_.empty()) {
    return {spoken_.back().entity, Resolution::pronoun, {}};
  }
  return {};
}

// Where the noun phrase begins that a relative pronoun takes up, or no_index.
std::uint32_t ArticleResolver::start_of_antecedent(std::uint32_t relative) const {
  const std::uint32_t sentence = text_.sentences[sentence_of(relative)].first;
  std::uint32_t at = relative;
  at -= at > sentence && tools_.reader.is_mark(at - 1, ',') ? 1 : 0;
  const std::uint32_t limit = at > sentence + longest_antecedent ? at - longest_antecedent : sentence;
  std::uint32_t found = no_index;
  while (at > limit && tools_.reader.is_word(at - 1)) {
    --at;
    const std::uint64_t classes = tools_.reader.classes(at);
    if (tools_.reader.is_finite(at) || (classes & word::relative) != 0) {
      break;
    }
    const bool contraction = (classes & word::preposition) != 0;
    const bool beside =
        at > limit && (tools_.reader.classes(at - 1) & (word::preposition | word::determiner)) != 0;
    if ((classes & word::determiner) != 0 && !contraction) {
      found = at;
    } else if (tools_.reader.begins_name(at) && !beside) {
      found = at;
    }
    if (contraction && (classes & word::particle) == 0) {
      break;
    }
  }
  return found;
}

ArticleResolver::Answer ArticleResolver::by_antecedent(const Mention& mention, std::uint32_t attribution) {
  std::uint32_t end = mention.first;
  end -= end > 0 && tools_.reader.is_mark(end - 1, ',') ? 1 : 0;
  // The mention of a source just before it, be it beside a cue of its own.
  for (std::size_t i = spoken_.size(); i > 0 && spoken_.size() - i < 4; --i) {
    const Spoken& spoken = spoken_[i - 1];
    const auto& source = analysis_.attributions[spoken.attribution].source;
    if (source && end > 0 && source->end == text_.tokens[end - 1].span.end) {
      return {spoken.entity, Resolution::relative, {}};
    }
  }
  const std::uint32_t start = start_of_antecedent(mention.first);
  if (start == no_index || start >= end) {
    return {};
  }
  const Mention antecedent = tools_.reader.read_tokens(start, end);
  if (antecedent.form == MentionForm::relative) {
    return {};
  }
  Answer answer = resolve(antecedent, attribution);
  if (answer.entity != no_index) {
    answer.resolution = Resolution::relative;
  }
  return answer;
}

}  // namespace selon
