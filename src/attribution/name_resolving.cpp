// Resolving by name: what a mention says by itself.
#include <algorithm>

#include "attribution/article_resolver.h"
#include "attribution/name_fold.h"
#include "language/unicode.h"

namespace selon {

namespace {

constexpr std::size_t longest_name = 120;

bool is_press(SourceKind kind) {
  return kind == SourceKind::agency || kind == SourceKind::media || kind == SourceKind::state_media;
}

bool is_letter_upper_only(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const unicode::CodePoint c = unicode::decode(text, i);
    if (unicode::is_letter(c.value) && !unicode::is_upper(c.value)) {
      return false;
    }
    i += c.size;
  }
  return !text.empty();
}

}  // namespace

// The noun phrase as it stands, its first letter made small where an article begins it.
std::string ArticleResolver::shown(const Mention& mention) const {
  const std::uint32_t last = std::max(mention.main_last, mention.first + 1);
  std::string_view text = tools_.reader.text_of(tools_.reader.span_of(mention.first, last));
  if (text.starts_with('-')) {
    text.remove_prefix(text.rfind('-') + 1);  // an inverted pronoun
  }
  if (text.size() > longest_name) {
    const std::size_t space = text.rfind(' ', longest_name);
    text = text.substr(0, space == std::string_view::npos ? text.size() : space);
  }
  std::string out;
  const unicode::CodePoint first = unicode::decode(text, 0);
  const bool name = mention.form == MentionForm::named && mention.determiner == Determiner::none;
  const bool keep = name || (mention.determiner == Determiner::none && mention.form != MentionForm::vague);
  unicode::append(out, keep ? first.value : unicode::to_lower(first.value));
  out += text.substr(first.size);
  return out;
}

ArticleResolver::Answer ArticleResolver::resolve(const Mention& mention, std::uint32_t attribution) {
  switch (mention.form) {
    case MentionForm::pronoun:
      return by_pronoun(mention, attribution);
    case MentionForm::nearest:
      return by_nearest(mention);
    case MentionForm::same_source:
      return by_same_source();
    case MentionForm::relative:
      return by_antecedent(mention, attribution);
    case MentionForm::vague:
      return by_whereabouts(mention, attribution);
    case MentionForm::nameless:
      return {new_nameless(mention), Resolution::none, {}};
    case MentionForm::coordinated:
      return {of_shown_name(mention, SourceKind::group, false), Resolution::name, {}};
    case MentionForm::named:
      if (is_foreign(mention)) {
        Mention described = mention;
        described.known = {};
        return by_description(described, attribution);
      }
      return by_name(mention);
    case MentionForm::described:
      if (is_known_surname(mention)) {
        Mention named = mention;
        named.name = tools_.reader.span_of(mention.first, mention.main_last);
        named.person = true;
        named.role.reset();
        named.agreement = 0;  // that of the common noun
        return by_person_name(named);
      }
      if (const std::uint32_t bearer = name_before(mention); bearer != no_index) {
        entities_.add_role(bearer, *mention.role);
        return {bearer, Resolution::title, {}};
      }
      return by_description(mention, attribution);
    default:
      return {};
  }
}

ArticleResolver::Answer ArticleResolver::by_name(const Mention& mention) {
  if (mention.known.words != 0) {
    return by_known_name(mention);
  }
  return mention.person ? by_person_name(mention) : by_body_name(mention);
}

std::uint32_t ArticleResolver::entity_of_pack(std::uint32_t pack_source) {
  if (const std::uint32_t known = entities_.of_pack(pack_source); known != no_index) {
    return known;
  }
  const SourceEntry& source = tools_.index.source(pack_source);
  Entity entity;
  entity.name = source.name;
  entity.kind = source.kind;
  entity.pack = pack_source;
  entity.person = source.kind == SourceKind::person;
  const std::string key = folded(source.name);
  const std::string_view bare = tools_.index.without_article(key);
  if (source.kind == SourceKind::place) {
    // What a seat of power stands for tells its kind: "la présidence russe" is a government.
    const std::string meant = folded(source.metonym_of);
    const KnownName known = tools_.index.exactly(meant, source.metonym_of);
    const std::uint64_t classes = tools_.words.of(first_word(tools_.index.without_article(meant)));
    const SourceKind kind = known.words != 0 ? tools_.index.source(known.sources.front()).kind
                                             : SourceWords::kind_of_body(classes);
    entity.kind = kind == SourceKind::unknown || kind == SourceKind::place ? SourceKind::government : kind;
  }
  // "la Commission" after "la Commission européenne": the name is a description too.
  const std::string_view head = first_word(bare);
  if (const std::uint64_t classes = tools_.words.of(head); (classes & (word::body | word::group)) != 0) {
    Role role;
    role.head = head;
    role.classes = classes;
    for (std::string_view rest = bare; !rest.empty();
         rest.remove_prefix(std::min(rest.size(), first_word(rest).size() + 1))) {
      role.words.emplace_back(first_word(rest));
    }
    entity.roles.push_back(std::move(role));
  }
  const std::uint32_t index = entities_.add(std::move(entity));
  entities_.name(index, bare);
  return index;
}

ArticleResolver::Answer ArticleResolver::by_known_name(const Mention& mention) {
  std::vector<std::uint32_t> sources = mention.known.sources;
  if (sources.size() > 1) {
    // The one that the article has named already.
    const auto unseen = [this](std::uint32_t source) { return entities_.of_pack(source) == no_index; };
    std::vector<std::uint32_t> seen = sources;
    seen.erase(std::remove_if(seen.begin(), seen.end(), unseen), seen.end());
    sources = seen.empty() ? sources : seen;
  }
  if (sources.size() > 1) {
    Answer answer;
    answer.resolution = Resolution::ambiguous;
    for (const std::uint32_t source : sources) {
      answer.candidates.push_back(entity_of_pack(source));
    }
    return answer;
  }
  const std::uint32_t entity = entity_of_pack(sources.front());
  if (mention.role && (mention.role->classes & word::body) != 0) {
    entities_.add_role(entity, *mention.role);
    entities_[entity].agreement = settle(entities_[entity].agreement, mention.role->agreement);
  }
  if (mention.acronym) {
    entities_.name(entity, folded(tools_.reader.text_of(*mention.acronym)));
  }
  const SourceEntry& source = tools_.index.source(sources.front());
  if (source.kind == SourceKind::place && !source.metonym_of.empty()) {
    return {entity, Resolution::metonym, {}};
  }
  return {entity, mention.known.alias ? Resolution::alias : Resolution::name, {}};
}

ArticleResolver::Answer ArticleResolver::by_person_name(const Mention& mention) {
  const std::string key = folded(tools_.reader.text_of(*mention.name));
  EntityList bearers;
  std::uint32_t exact = no_index;
  for (const std::uint32_t candidate : entities_.named(key)) {
    const Entity& entity = entities_[candidate];
    if (!agree(entity.agreement, mention.agreement) ||
        !(entity.person || entity.kind == SourceKind::unknown)) {
      continue;
    }
    bearers.push_back(candidate);
    exact = exact == no_index && folded(entity.name) == key ? candidate : exact;
  }
  if (exact == no_index && bearers.size() > 1) {
    return {no_index, Resolution::ambiguous, bearers};
  }
  if (exact == no_index && bearers.size() == 1) {
    const std::uint32_t entity = bearers.front();
    entities_[entity].agreement = settle(entities_[entity].agreement, mention.agreement);
    if (mention.role && (mention.role->classes & word::head) != 0) {
      entities_.add_role(entity, *mention.role);
    }
    return {entity, Resolution::alias, {}};
  }
  return {people_.person_of(mention), Resolution::name, {}};
}

ArticleResolver::Answer ArticleResolver::by_body_name(const Mention& mention) {
  const std::string_view text = tools_.reader.text_of(*mention.name);
  const std::string whole = folded(text);
  const std::string key(tools_.index.without_article(whole));
  const EntityList bearers = entities_.named(key);
  if (bearers.size() > 1) {
    return {no_index, Resolution::ambiguous, bearers};
  }
  const SourceKind kind = mention.role ? kind_of(*mention.role, tools_.words) : SourceKind::unknown;
  std::uint32_t entity = bearers.empty() ? no_index : bearers.front();
  const bool short_form = entity != no_index && folded(entities_[entity].name) != key;
  if (entity == no_index) {
    if (auto answer = by_misspelling(mention)) {
      return *answer;
    }
    Entity body;
    body.name = text;
    body.kind = kind;
    if (kind == SourceKind::unknown &&
        (mention.determiner != Determiner::none || is_letter_upper_only(text))) {
      body.kind = SourceKind::organization;
    }
    body.described = mention.role && mention.role->head == key;  // "la Préfecture": a capital is no name
    entity = entities_.add(std::move(body));
    entities_.name(entity, key);
  }
  Entity& body = entities_[entity];
  body.kind = body.kind == SourceKind::unknown ? kind : body.kind;
  if (mention.role) {
    entities_.add_role(entity, *mention.role);
  }
  for (const Role& role : mention.more_roles) {
    const bool somebody = (role.classes & (word::person | word::title)) != 0;
    if (somebody && entities_[entity].kind == SourceKind::unknown) {
      entities_[entity].kind = SourceKind::person;
      entities_[entity].person = true;
    }
    entities_.add_role(entity, role);
  }
  if (mention.acronym) {
    entities_.name(entity, folded(tools_.reader.text_of(*mention.acronym)));
  }
  return {entity, short_form ? Resolution::alias : Resolution::name, {}};
}

// A word of the dictionary that begins its sentence ("Marin se tait") is a name where
// somebody whom the article has named bears it.
bool ArticleResolver::is_known_surname(const Mention& mention) const {
  const std::uint32_t last = mention.main_last;
  if (mention.determiner != Determiner::none || last <= mention.first ||
      (text_.tokens[mention.first].shape & shape_capital) == 0 ||
      tools_.reader.end_of_run(mention.first, last) != last) {
    return false;
  }
  const EntityList bearers =
      entities_.named(folded(tools_.reader.text_of(tools_.reader.span_of(mention.first, last))));
  return std::any_of(bearers.begin(), bearers.end(),
                     [this](std::uint32_t bearer) { return entities_[bearer].person; });
}

// Of several who fit: the one of whom just this was said, else the last speaker.
ArticleResolver::Answer ArticleResolver::choose(const EntityList& candidates, const Role& role) const {
  if (candidates.size() == 1) {
    return {candidates.front(), Resolution::title, {}};
  }
  EntityList exact;
  for (const std::uint32_t candidate : candidates) {
    const auto& roles = entities_[candidate].roles;
    if (std::any_of(roles.begin(), roles.end(),
                    [&role](const Role& other) { return other.words == role.words; })) {
      exact.push_back(candidate);
    }
  }
  if (exact.size() == 1) {
    return {exact.front(), Resolution::title, {}};
  }
  if (!spoken_.empty() &&
      std::find(candidates.begin(), candidates.end(), spoken_.back().entity) != candidates.end()) {
    return {spoken_.back().entity, Resolution::title, {}};
  }
  return {no_index, Resolution::ambiguous, candidates};
}

// "l'agence", "le quotidien": the one source of that kind.
ArticleResolver::Answer ArticleResolver::by_kind(const Mention& mention) const {
  const SourceKind kind = kind_of(*mention.role, tools_.words);
  const bool takes_up = (mention.role->classes & word::hypernym) != 0;
  if (mention.role->words.size() > 1 || kind == SourceKind::unknown || !takes_up) {
    return {};
  }
  EntityList found;
  constexpr std::size_t farthest = 20;
  const std::size_t count = std::min(farthest, spoken_.size());
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t entity = spoken_[spoken_.size() - 1 - i].entity;
    const SourceKind other = entities_[entity].kind;
    const bool same =
        other == kind || (kind == SourceKind::media && is_press(other) && other != SourceKind::agency);
    if (same && agree(entities_[entity].agreement, mention.agreement) &&
        std::find(found.begin(), found.end(), entity) == found.end()) {
      found.push_back(entity);
    }
  }
  return found.size() == 1 ? Answer{found.front(), Resolution::title, {}} : Answer{};
}

// "la CGT et Sud" has names in it, "les élus et les habitants" has none.
bool ArticleResolver::gives_name(const Mention& mention) const {
  const std::uint32_t last = std::max(mention.main_last, mention.first + 1);
  for (std::uint32_t i = mention.first; i < last; ++i) {
    if (tools_.reader.begins_name(i)) {
      return true;
    }
  }
  return false;
}

}  // namespace selon
