// The entities of one article that a mention may mean: the pack's sources it names,
// persons with their names and roles, bodies and people without a name. Found again
// by name, surname, acronym, or by what a noun phrase says of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "attribution/analysis.h"
#include "attribution/mention.h"

namespace selon {

struct Entity {
  std::string name;  ///< as shown: the fullest seen, or the pack's
  SourceKind kind = SourceKind::unknown;
  std::uint8_t agreement = 0;
  bool anonymous = false;
  bool vague = false;
  bool person = false;              ///< somebody with a name
  bool described = false;           ///< a noun phrase is all the name it has
  std::uint32_t pack = no_index;    ///< in Pack::sources
  std::uint32_t source = no_index;  ///< in Analysis::sources, once it is one
  std::uint32_t last_token = 0;     ///< of its last mention seen
  std::vector<Role> roles;
};

/// Indices in Entities, latest first; short, because it is looked through each time.
using EntityList = std::vector<std::uint32_t>;

class Entities {
 public:
  void clear();

  std::uint32_t add(Entity entity);
  /// Makes an entity findable by a folded name, surname or acronym.
  void name(std::uint32_t entity, std::string_view folded_name);
  void add_role(std::uint32_t entity, const Role& role);

  [[nodiscard]] Entity& operator[](std::uint32_t index) { return entities_[index]; }
  [[nodiscard]] const Entity& operator[](std::uint32_t index) const { return entities_[index]; }
  [[nodiscard]] std::size_t size() const { return entities_.size(); }

  /// All that bear this folded name, latest first.
  [[nodiscard]] EntityList named(std::string_view folded_name) const;
  /// All of whom it has been said what `role` says, or more, and nothing else.
  [[nodiscard]] EntityList described(const Role& role, std::uint8_t agreement) const;
  [[nodiscard]] std::uint32_t of_pack(std::uint32_t pack_source) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  using Lists = std::unordered_map<std::string, std::vector<std::uint32_t>, Hash, std::equal_to<>>;
  static void put(Lists& lists, std::string_view key, std::uint32_t entity);

  std::vector<Entity> entities_;
  Lists names_;
  Lists heads_;
  std::unordered_map<std::uint32_t, std::uint32_t> by_pack_;
};

/// The kind of source that a noun phrase names: by its head, and for press agencies
/// and media that speak for a state by its other words.
[[nodiscard]] SourceKind kind_of(const Role& role, const SourceWords& words);

/// True if `said` may be said again of somebody of whom `before` was said.
[[nodiscard]] bool fits(const Role& said, const Role& before);

}  // namespace selon
