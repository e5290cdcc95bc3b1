// The names that tag expressions use (TagTable of rules/tag_expression.h).
#include <algorithm>
#include <utility>

#include "rules/tag_expression.h"
#include "rules/tag_scanner.h"

namespace selon {

TagTable::TagTable(const Pack& pack) : pack_(&pack) {
  for (std::size_t i = 0; i < std::min(pack.tags.size(), max_tags); ++i) {
    codes_.emplace(pack.tags[i].name, static_cast<std::uint8_t>(i + 1));
  }
  for (const Macro& macro : pack.macros) {
    macros_.emplace(macro.name, &macro);
  }
  for (const Macro& set : pack.sets) {
    std::string members;
    TagScanner scanner(set.expression);
    for (TagPart part = scanner.next(); part.kind != TagPartKind::end_of_input; part = scanner.next()) {
      if (const auto member = code(part.text); member && part.kind == TagPartKind::tag) {
        members += static_cast<char>(*member);
      }
    }
    if (!members.empty()) {  // load_pack refuses a set with anything but known tags
      sets_.emplace(set.name, std::move(members));
    }
  }
}

std::optional<std::uint8_t> TagTable::code(std::string_view name) const {
  const auto found = codes_.find(name);
  return found == codes_.end() ? std::nullopt : std::optional(found->second);
}

const Macro* TagTable::macro(std::string_view name) const {
  const auto found = macros_.find(name);
  return found == macros_.end() ? nullptr : found->second;
}

const std::string* TagTable::set(std::string_view name) const {
  const auto found = sets_.find(name);
  return found == sets_.end() ? nullptr : &found->second;
}

}  // namespace selon
