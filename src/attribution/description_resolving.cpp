// Resolving by description: a mention without a name that any list or the article knows.
#include <algorithm>

#include "attribution/article_resolver.h"
#include "attribution/name_fold.h"

namespace selon {

std::uint32_t ArticleResolver::of_shown_name(const Mention& mention, SourceKind kind, bool vague) {
  const std::string name = shown(mention);
  const std::string key = folded(name);
  for (const std::uint32_t candidate : entities_.named(key)) {
    if (entities_[candidate].vague == vague) {
      return candidate;
    }
  }
  Entity entity;
  entity.name = name;
  entity.kind = kind;
  entity.vague = vague;
  entity.described = !gives_name(mention);
  entity.agreement = mention.agreement;
  const std::uint32_t index = entities_.add(std::move(entity));
  entities_.name(index, key);
  return index;
}

std::uint32_t ArticleResolver::new_nameless(const Mention& mention) {
  Entity entity;
  entity.name = shown(mention);
  entity.anonymous = true;
  const bool plural = (mention.agreement & feature::plural) != 0 ||
                      (mention.role && (mention.role->classes & word::group) != 0);
  entity.kind = plural ? SourceKind::group : SourceKind::person;
  entity.agreement = mention.agreement;
  if (mention.role) {
    const SourceKind body = kind_of(*mention.role, tools_.words);
    entity.kind = body == SourceKind::unknown ? entity.kind : body;
    entity.roles.push_back(*mention.role);
  }
  const std::uint32_t index = entities_.add(std::move(entity));
  nameless_.push_back(index);
  return index;
}

std::uint32_t ArticleResolver::new_description(const Mention& mention) {
  Entity entity;
  entity.name = shown(mention);
  entity.described = true;
  entity.agreement = mention.agreement;
  if (mention.role) {
    const Role& role = *mention.role;
    constexpr std::uint64_t people = word::person | word::anonymous | word::title | word::group;
    entity.kind = kind_of(role, tools_.words);
    const bool plural = (mention.agreement & feature::plural) != 0;
    const bool somebody = (role.classes & (word::person | word::anonymous | word::title)) != 0;
    if (entity.kind == SourceKind::unknown && (role.classes & people) != 0) {
      const bool collective = (role.classes & word::group) != 0;
      entity.kind = plural || collective || !somebody ? SourceKind::group : SourceKind::person;
      // "ses proches", "son entourage"; "mes collègues" are those of who speaks
      entity.anonymous = !mention.of_speaker && mention.determiner == Determiner::possessive &&
                         (role.classes & word::anonymous) != 0 && (plural || collective);
    }
    entity.roles.push_back(role);
  }
  const std::uint32_t index = entities_.add(std::move(entity));
  if (mention.acronym) {
    entities_.name(index, folded(tools_.reader.text_of(*mention.acronym)));
  }
  return index;
}

ArticleResolver::Answer ArticleResolver::by_description(const Mention& mention, std::uint32_t attribution) {
  if (!mention.role) {
    return {of_shown_name(mention, SourceKind::unknown, false), Resolution::none, {}};
  }
  const Role& role = *mention.role;
  const std::uint64_t classes = role.classes;
  constexpr std::uint64_t somebody = word::person | word::anonymous | word::group | word::title | word::body;
  // "télévision et radio l'annoncent": a body may do without its article, a person rarely
  const bool body = (classes & word::body) != 0 && (classes & (word::person | word::anonymous)) == 0;
  const bool indefinite =
      mention.determiner == Determiner::indefinite || (mention.determiner == Determiner::none && !body);
  const bool document = kind_of(role, tools_.words) == SourceKind::document;
  // "un porte-parole de la police" speaks for the police
  const bool voice = (classes & word::spokesman) != 0 && role.words.size() > 1;
  const bool nameless = mention.unnamed || (indefinite && (classes & somebody) != 0);
  if (nameless && !document && !voice && !mention.gives_names) {
    return {new_nameless(mention), Resolution::none, {}};
  }
  if (!indefinite) {
    const EntityList candidates = entities_.described(role, mention.agreement);
    if (!candidates.empty()) {
      return choose(candidates, role);
    }
    if (Answer answer = by_kind(mention); answer.entity != no_index) {
      return answer;
    }
    const bool taken_up = (classes & word::hypernym) != 0;
    if (taken_up && role.words.size() == 1 && (classes & (word::person | word::anonymous)) != 0) {
      Answer answer = by_pronoun(mention, attribution);
      if (answer.entity != no_index &&
          (entities_[answer.entity].person || entities_[answer.entity].anonymous)) {
        answer.resolution = Resolution::title;
        return answer;
      }
    }
  }
  const Resolution resolution = (classes & word::head) != 0 ? Resolution::title : Resolution::none;
  return {new_description(mention), resolution, {}};
}
}  // namespace selon
