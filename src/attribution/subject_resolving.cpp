// Whom the sentences before a pronoun are about. Of the persons of a sentence its subject is
// the likeliest to be taken up by the next one (centering: Grosz, Joshi, Weinstein 1995;
// Lappin, Leass 1994), named or not: "La ministre est venue. […], a-t-elle dit."
#include <algorithm>
#include <map>

#include "attribution/article_resolver.h"
#include "attribution/content.h"
#include "attribution/interviews.h"
#include "attribution/name_fold.h"

namespace selon {

namespace {

constexpr std::uint32_t longest_circumstance = 14;  // tokens before the subject: "Sur le quai, …"
constexpr std::uint32_t longest_subject = 24;
constexpr std::uint32_t farthest_sentences = 4;  // sentences about nobody between
constexpr std::uint32_t deepest = 3;             // "la chercheuse" that is taken up as a pronoun is
constexpr std::uint64_t somebody = word::person | word::title | word::anonymous;

void add_once(EntityList& list, std::uint32_t entity) {
  if (std::find(list.begin(), list.end(), entity) == list.end()) {
    list.push_back(entity);
  }
}

bool is_one_word(std::string_view text) {
  return text.find_first_of(" '") == std::string_view::npos && text.find("’") == std::string_view::npos;
}

}  // namespace

// Whether a place stands in what somebody says: in a quotation, or in the content of an
// attribution near this one.
bool ArticleResolver::is_said(std::uint32_t token, std::uint32_t attribution) const {
  if (quotation_around(text_, token) != no_index) {
    return true;
  }
  constexpr std::uint32_t farthest = 12;
  const Span place = text_.tokens[token].span;
  const auto& all = analysis_.attributions;
  const std::uint32_t from = attribution > farthest ? attribution - farthest : 0;
  const auto to = static_cast<std::uint32_t>(std::min<std::size_t>(all.size(), attribution + farthest));
  for (std::uint32_t i = from; i < to; ++i) {
    if (std::any_of(all[i].content.begin(), all[i].content.end(),
                    [place](Span content) { return content.contains(place); })) {
      return true;
    }
  }
  return false;
}

// Where the subject of a sentence begins, behind circumstances ("Mardi, sur le quai, …"), or
// no_index.
std::uint32_t ArticleResolver::start_of_subject(std::uint32_t first, std::uint32_t limit) const {
  const MentionReader& reader = tools_.reader;
  const std::uint32_t farthest = std::min(limit, first + longest_circumstance);
  for (std::uint32_t at = first; at < farthest;) {
    const std::uint64_t classes = reader.classes(at);
    const bool contraction = (classes & word::preposition) != 0 && (classes & word::indefinite) == 0;
    const bool capital = (text_.tokens[at].shape & shape_capital) != 0;
    if (!reader.is_word(at)) {
      ++at;
      continue;
    }
    if (((classes & word::determiner) != 0 && !contraction) || (classes & word::pronoun) != 0 ||
        ((classes & word::civil_title) != 0 && capital) || (!contraction && reader.begins_name(at)) ||
        reader.known_at(at, limit).words != 0) {
      return at;
    }
    if (reader.is_finite(at)) {
      return no_index;
    }
    if (contraction) {
      while (at < farthest && !reader.is_mark(at, ',') && !reader.is_finite(at)) {
        ++at;
      }
    } else {
      ++at;
    }
  }
  return no_index;
}

// Past the noun phrase that begins at a token, before its verb and the weak pronouns there
// ("la ministre ne leur"); no_index where there is no verb.
std::uint32_t ArticleResolver::end_of_subject(std::uint32_t first, std::uint32_t limit) const {
  const MentionReader& reader = tools_.reader;
  const std::uint32_t farthest = std::min(limit, first + longest_subject);
  std::uint32_t end = first + 1;
  while (end < farthest && !reader.is_finite(end)) {
    ++end;
  }
  if (end >= farthest) {
    return no_index;
  }
  while (end > first + 1 && reader.is_word(end - 1) && !reader.is_nominal(end - 1)) {
    --end;
  }
  return end;
}

// The source that a subject is, if it can be one. It has no attribution of its own.
EntityList ArticleResolver::entities_of_subject(const Mention& subject, std::uint32_t attribution) {
  const auto meant = [](Answer answer) {
    return answer.entity != no_index ? EntityList{answer.entity} : std::move(answer.candidates);
  };
  if (subject.form == MentionForm::named) {
    if (subject.known.words != 0) {
      const bool one = subject.known.sources.size() == 1 &&
                       tools_.index.source(subject.known.sources.front()).kind != SourceKind::place;
      return one ? meant(by_known_name(subject)) : EntityList{};
    }
    if (!subject.person) {
      const std::uint32_t given = tools_.reader.token_at(subject.name->start);
      if ((tools_.reader.classes(given) & word::first_name) != 0) {
        return meant(by_person_name(subject));  // "la substitute du procureur, Agathe Roy"
      }
      // A body that nobody has been, so far: whether it can speak is not known.
      EntityList bearers =
          entities_.named(tools_.index.without_article(folded(tools_.reader.text_of(*subject.name))));
      return bearers.size() == 1 ? bearers : EntityList{};
    }
    return meant(by_person_name(subject));
  }
  constexpr std::uint64_t speaking = somebody | word::body | word::group;
  if (subject.form != MentionForm::described || !subject.role || (subject.role->classes & speaking) == 0) {
    return {};
  }
  const std::size_t nameless = nameless_.size();
  const Answer answer = by_description(subject, attribution);
  nameless_.resize(std::min(nameless_.size(), nameless));  // it is no source yet
  if (answer.entity == no_index) {
    return answer.candidates;
  }
  EntityList out{answer.entity};
  const bool may_take_up = subject.determiner == Determiner::definite && subject.role->words.size() == 1 &&
                           (subject.role->classes & word::person) != 0 &&
                           (subject.role->classes & word::title) == 0;
  if (may_take_up && entities_[answer.entity].described) {
    // "La boulangère" may be the woman whom the sentence before has named and said nothing of.
    const std::uint32_t here = sentence_of(subject.first);
    const std::uint32_t from = here > 0 && text_.sentences[here - 1].block == text_.sentences[here].block
                                   ? text_.sentences[here - 1].first
                                   : subject.first;
    for (const std::uint32_t named :
         named_between(from, subject.first, subject.agreement, no_index, no_index)) {
      if (entities_[named].roles.empty()) {
        add_once(out, named);
      }
    }
  }
  return out;
}

// Whom a sentence is about, before token `limit`, of those who fit.
ArticleResolver::Center ArticleResolver::center_of(std::uint32_t sentence, const Mention& mention,
                                                   std::uint32_t attribution) {
  const Sentence& where = text_.sentences[sentence];
  const std::uint32_t limit = std::min(where.last, mention.first);
  Center out;
  const std::uint32_t quotation = quotation_around(text_, mention.first);
  EntityList speakers;
  std::uint32_t subject_speaker = no_index;
  const std::uint32_t first = start_of_subject(where.first, limit);
  const std::uint32_t end = first == no_index ? no_index : end_of_subject(first, limit);
  for (auto spoken = spoken_.rbegin(); spoken != spoken_.rend() && spoken->token >= where.first; ++spoken) {
    if (spoken->token < limit && may_take_up(*spoken, mention.agreement, quotation, attribution)) {
      add_once(speakers, spoken->entity);
      subject_speaker =
          end != no_index && spoken->token >= first && spoken->token < end ? spoken->entity : subject_speaker;
    }
  }
  if (end == no_index || is_said(first, attribution) || subject_speaker != no_index) {
    out.entities = subject_speaker != no_index ? EntityList{subject_speaker} : speakers;
    out.spoke = !out.entities.empty();
    return out;
  }
  const Mention subject = tools_.reader.read_tokens(first, end);
  if (subject.form == MentionForm::pronoun) {
    out.entities = speakers;
    out.spoke = !speakers.empty();
    out.goes_on = agree(subject.agreement, mention.agreement);
    return out;
  }
  if (!agree(subject.agreement, mention.agreement)) {
    out.entities = speakers;
    out.spoke = !speakers.empty();
    return out;
  }
  for (const std::uint32_t entity : entities_of_subject(subject, attribution)) {
    if (agree(entities_[entity].agreement, mention.agreement)) {
      out.entities.push_back(entity);
    }
  }
  out.spoke = out.entities.empty() && !speakers.empty();
  for (const std::uint32_t speaker : speakers) {
    add_once(out.entities, speaker);
  }
  return out;
}

// How often a source has spoken in the paragraph before a sentence: twice, and it is what that
// paragraph is about.
std::size_t ArticleResolver::times_spoken(std::uint32_t entity, std::uint32_t block) const {
  return static_cast<std::size_t>(std::count_if(spoken_.begin(), spoken_.end(), [&](const Spoken& spoken) {
    return spoken.entity == entity && block_of(spoken.token) + 1 == block;
  }));
}

// The subject of a sentence before a pronoun, where it comes before whoever spoke last;
// nothing where the last speaker is to be asked first.
std::optional<ArticleResolver::Answer> ArticleResolver::by_subject_before(const Mention& mention,
                                                                          std::uint32_t attribution) {
  if (depth_ >= deepest) {
    return std::nullopt;
  }
  ++depth_;
  const std::uint32_t here = sentence_of(mention.first);
  const std::uint32_t block = text_.sentences[here].block;
  Center center;
  std::uint32_t steps = 0;
  std::uint32_t at = here + 1;
  while (center.entities.empty() && at > 0 && text_.sentences[at - 1].block + 1 >= block &&
         steps <= farthest_sentences) {
    --at;
    center = center_of(at, mention, attribution);
    steps += at != here && !center.goes_on && center.entities.empty() ? 1 : 0;
  }
  --depth_;
  if (center.entities.empty() || (center.spoke && center.entities.size() == 1)) {
    return std::nullopt;
  }
  if (center.entities.size() > 1) {
    return Answer{no_index, Resolution::ambiguous, center.entities};
  }
  const std::uint32_t subject = center.entities.front();
  const Answer found{subject, Resolution::pronoun, {}};
  const Spoken* last = last_speaker(mention.agreement, mention.first, attribution);
  if (last == nullptr || last->entity == subject) {
    return found;
  }
  const Entity& entity = entities_[subject];
  const bool person = entity.person || entity.kind == SourceKind::person;
  const bool same_block = text_.sentences[at].block == block;
  // A pronoun proper: "l'intéressée" reaches farther back.
  const bool pronoun =
      mention.form == MentionForm::pronoun &&
      is_one_word(tools_.reader.text_of(tools_.reader.span_of(mention.first, mention.first + 1)));
  if (same_block && pronoun && ((steps == 0 && person) || block_of(last->token) != block)) {
    return found;
  }
  if (!same_block && times_spoken(last->entity, block) > 1) {
    return std::nullopt;  // the paragraph before is about the speaker
  }
  return Answer{no_index, Resolution::ambiguous, {subject, last->entity}};
}

// A quotation without a source is that of whoever is quoted before it in its paragraph, or
// whose words the sentence before it reports. If another one is spoken of since, or nobody
// is quoted there, it is open.
void ArticleResolver::continue_from_before(std::uint32_t index) {
  const std::uint32_t token = tools_.reader.token_at(analysis_.attributions[index].content.front().start);
  const std::uint32_t here = sentence_of(token);
  const std::uint32_t block = block_of(token);
  const auto said = std::find_if(spoken_.rbegin(), spoken_.rend(),
                                 [this](const Spoken& spoken) { return !entities_[spoken.entity].vague; });
  const auto place_of = [this](const Attribution& attribution, std::uint32_t at) {
    return attribution.content.empty() ? at : tools_.reader.token_at(attribution.content.back().start);
  };
  std::uint32_t from = here;  // the sentences of nobody who speaks: [from, here)
  bool goes_on = false;
  if (said != spoken_.rend()) {
    const Attribution& before = analysis_.attributions[said->attribution];
    const bool quoted = before.kind == AttributionKind::direct || before.kind == AttributionKind::mixed;
    const std::uint32_t last = std::max(sentence_of(said->token), sentence_of(place_of(before, said->token)));
    goes_on = text_.sentences[last].block == block && (quoted || last + 1 >= here);
    const std::uint32_t open = open_before(index);
    goes_on = goes_on && (open == no_index || open < said->attribution);
    from = std::min(last + 1, here);
  }
  Mention anyone;
  anyone.first = token;
  EntityList others;
  for (std::uint32_t at = here; at > 0 && text_.sentences[at - 1].block + 1 >= block &&
                                (goes_on ? at > from : here - at < farthest_sentences);) {
    --at;
    for (const std::uint32_t other : center_of(at, anyone, index).entities) {
      if (entities_[other].person || entities_[other].kind == SourceKind::person) {
        add_once(others, other);
      }
    }
  }
  if (goes_on && (others.empty() || others == EntityList{said->entity})) {
    const Spoken before = *said;
    analysis_.attributions[index].source_index = source_of(before.entity);
    spoken_.push_back({index, before.entity, before.token});
    return;
  }
  if (said != spoken_.rend()) {
    add_once(others, said->entity);
  }
  if (const std::uint32_t open = open_before(index); open != no_index) {
    analysis_.attributions[index].candidates = analysis_.attributions[open].candidates;
    analysis_.attributions[index].resolution = Resolution::ambiguous;
    return;
  }
  apply(analysis_.attributions[index],
        {no_index, others.empty() ? Resolution::none : Resolution::ambiguous, others});
}

// An answer without a name is the interviewee's: the one person whom the lines above the
// interview name most.
void ArticleResolver::answer_by_interviewee(std::uint32_t index) {
  Attribution& answer = analysis_.attributions[index];
  if (!interviewees_) {
    interviewees_ = interviewees_before(tools_.reader.token_at(answer.content.front().start));
  }
  if (interviewees_->size() == 1) {
    const std::uint32_t entity = interviewees_->front();
    answer.source_index = source_of(entity);
    spoken_.push_back({index, entity, tools_.reader.token_at(answer.content.front().start)});
    return;
  }
  apply(answer,
        {no_index, interviewees_->empty() ? Resolution::none : Resolution::ambiguous, *interviewees_});
}

EntityList ArticleResolver::interviewees_before(std::uint32_t token) const {
  std::map<std::uint32_t, std::size_t> times;
  std::size_t most = 0;
  for (const Occurrence& occurrence : occurrences_) {
    if (occurrence.token < token) {
      most = std::max(most, ++times[occurrence.entity]);
    }
  }
  EntityList out;
  for (const auto& [entity, count] : times) {
    if (count == most) {
      out.push_back(entity);
    }
  }
  return out;
}

// The quotation without a source, of the two paragraphs, that is open who says it: the next one
// is as open. no_index where there is none.
std::uint32_t ArticleResolver::open_before(std::uint32_t index) const {
  constexpr std::uint32_t farthest = 6;
  const auto& all = analysis_.attributions;
  const auto block_at = [&](std::uint32_t i) {
    return block_of(tools_.reader.token_at(all[i].content.front().start));
  };
  for (std::uint32_t i = index; i > 0 && index - i < farthest; --i) {
    const Attribution& before = all[i - 1];
    if (before.source || before.content.empty()) {
      continue;
    }
    const bool near = block_at(i - 1) + 1 >= block_at(index);
    return near && before.resolution == Resolution::ambiguous ? i - 1 : no_index;
  }
  return no_index;
}

}  // namespace selon
