// The closed sets of a rule pack and their names, as written in rule files and in
// every output: source kinds, severities, stances, valences.
//
// `names<T>()` lists a set in the order of the enumeration, for messages and
// completions; `name_of` and `named<T>` convert.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "rules/pack.h"

namespace selon {

template <class T>
using NamedValue = std::pair<std::string_view, T>;

/// All values of a closed set with their names.
template <class T>
[[nodiscard]] std::span<const NamedValue<T>> names();
template <>
[[nodiscard]] std::span<const NamedValue<SourceKind>> names<SourceKind>();
template <>
[[nodiscard]] std::span<const NamedValue<Severity>> names<Severity>();
template <>
[[nodiscard]] std::span<const NamedValue<Stance>> names<Stance>();
template <>
[[nodiscard]] std::span<const NamedValue<Valence>> names<Valence>();

/// The value of that name, or nothing.
template <class T>
[[nodiscard]] std::optional<T> named(std::string_view name) {
  for (const auto& [known, value] : names<T>()) {
    if (known == name) {
      return value;
    }
  }
  return std::nullopt;
}

[[nodiscard]] std::string_view name_of(SourceKind kind);
[[nodiscard]] std::string_view name_of(Severity severity);
/// "off", or the name of the rule's severity.
[[nodiscard]] std::string_view level_name(const AuditRule& rule);
[[nodiscard]] std::string_view name_of(Stance stance);
[[nodiscard]] std::string_view name_of(Valence valence);

/// The names of a bit set of Valence, separated by spaces: "que quotation".
[[nodiscard]] std::string valence_names(std::uint16_t takes);

}  // namespace selon
