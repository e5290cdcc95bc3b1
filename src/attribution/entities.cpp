#include "attribution/entities.h"

#include <algorithm>

#include "attribution/name_fold.h"

namespace selon {

namespace {

constexpr std::size_t most_looked_through = 24;

bool includes(const std::vector<std::string>& all, const std::vector<std::string>& some) {
  return std::all_of(some.begin(), some.end(), [&all](const std::string& word) {
    return std::find(all.begin(), all.end(), word) != all.end();
  });
}

}  // namespace

bool fits(const Role& said, const Role& before) {
  if (said.head != before.head) {
    return false;
  }
  return includes(before.words, said.words) ||
         (before.words.size() == 1 && said.words.size() <= 6 && includes(said.words, before.words));
}

SourceKind kind_of(const Role& role, const SourceWords& words) {
  std::uint64_t classes = role.classes;
  bool press = true;
  std::string_view rest = role.head;
  for (rest.remove_prefix(first_word(rest).size()); !rest.empty();
       rest.remove_prefix(first_word(rest).size())) {
    rest.remove_prefix(1);  // the space
    classes |= words.of(first_word(rest)) & word::state_mark;
  }
  for (std::size_t i = 1; i < role.words.size(); ++i) {
    const std::uint64_t more = words.of(role.words[i]);
    classes |= more & word::state_mark;
    press = press && (more & (word::state_mark | word::nationality | word::agency_mark)) != 0;
  }
  if ((classes & word::agency) != 0 && !press) {
    // "l'agence régionale de santé" is no press agency.
    classes &= ~(word::agency | word::state_mark);
  } else if ((classes & word::agency) != 0) {
    classes &= ~word::state_mark;
  }
  return SourceWords::kind_of_body(classes);
}

void Entities::clear() {
  entities_.clear();
  names_.clear();
  heads_.clear();
  by_pack_.clear();
}

void Entities::put(Lists& lists, std::string_view key, std::uint32_t entity) {
  auto found = lists.find(key);
  if (found == lists.end()) {
    found = lists.emplace(std::string(key), std::vector<std::uint32_t>{}).first;
  }
  std::vector<std::uint32_t>& list = found->second;
  // The same entity is put in again and again: it stands among the latest then.
  const auto recent = list.size() > most_looked_through ? list.end() - most_looked_through : list.begin();
  if (std::find(recent, list.end(), entity) == list.end()) {
    list.push_back(entity);
  }
}

std::uint32_t Entities::add(Entity entity) {
  const auto index = static_cast<std::uint32_t>(entities_.size());
  if (entity.pack != no_index) {
    by_pack_.emplace(entity.pack, index);
  }
  std::vector<Role> roles = std::move(entity.roles);
  entity.roles.clear();
  entities_.push_back(std::move(entity));
  for (const Role& role : roles) {
    add_role(index, role);
  }
  return index;
}

void Entities::name(std::uint32_t entity, std::string_view folded_name) {
  if (!folded_name.empty()) {
    put(names_, folded_name, entity);
  }
}

void Entities::add_role(std::uint32_t entity, const Role& role) {
  constexpr std::size_t most_roles = 12;
  std::vector<Role>& roles = entities_[entity].roles;
  const bool known = std::any_of(roles.begin(), roles.end(), [&role](const Role& other) {
    return other.head == role.head && other.words == role.words;
  });
  if (known || roles.size() >= most_roles) {
    return;
  }
  roles.push_back(role);
  put(heads_, role.head, entity);
}

EntityList Entities::named(std::string_view folded_name) const {
  EntityList out;
  if (const auto found = names_.find(folded_name); found != names_.end()) {
    const std::size_t count = std::min(found->second.size(), most_looked_through);
    out.assign(found->second.rbegin(), found->second.rbegin() + static_cast<std::ptrdiff_t>(count));
  }
  return out;
}

EntityList Entities::described(const Role& role, std::uint8_t agreement) const {
  EntityList out;
  const auto found = heads_.find(role.head);
  if (found == heads_.end()) {
    return out;
  }
  const std::size_t count = std::min(found->second.size(), most_looked_through);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t index = found->second[found->second.size() - 1 - i];
    const Entity& entity = entities_[index];
    const bool fit = agree(agreement, entity.agreement) &&
                     std::any_of(entity.roles.begin(), entity.roles.end(),
                                 [&role](const Role& before) { return fits(role, before); });
    if (fit) {
      out.push_back(index);
    }
  }
  return out;
}

std::uint32_t Entities::of_pack(std::uint32_t pack_source) const {
  const auto found = by_pack_.find(pack_source);
  return found == by_pack_.end() ? no_index : found->second;
}

}  // namespace selon
