#include "rules/names.h"

#include <array>

namespace selon {

namespace {

constexpr std::array<NamedValue<SourceKind>, 12> source_kinds{{
    {"agency", SourceKind::agency},
    {"media", SourceKind::media},
    {"state_media", SourceKind::state_media},
    {"government", SourceKind::government},
    {"institution", SourceKind::institution},
    {"organization", SourceKind::organization},
    {"company", SourceKind::company},
    {"person", SourceKind::person},
    {"document", SourceKind::document},
    {"group", SourceKind::group},
    {"place", SourceKind::place},
    {"unknown", SourceKind::unknown},
}};

constexpr std::array<NamedValue<Severity>, 3> severities{{
    {"info", Severity::info},
    {"warning", Severity::warning},
    {"error", Severity::error},
}};

constexpr std::array<NamedValue<Stance>, 3> stances{{
    {"neutral", Stance::neutral},
    {"committed", Stance::committed},
    {"doubtful", Stance::doubtful},
}};

constexpr std::array<NamedValue<Valence>, 6> valences{{
    {"que", takes_que},
    {"quotation", takes_quotation},
    {"infinitive", takes_infinitive},
    {"person-que", takes_person_que},
    {"object", takes_object},
    {"incise", takes_incise},
}};

template <class T>
std::string_view find_name(T value) {
  for (const auto& [name, known] : names<T>()) {
    if (known == value) {
      return name;
    }
  }
  return {};
}

}  // namespace

template <>
std::span<const NamedValue<SourceKind>> names<SourceKind>() {
  return source_kinds;
}
template <>
std::span<const NamedValue<Severity>> names<Severity>() {
  return severities;
}
template <>
std::span<const NamedValue<Stance>> names<Stance>() {
  return stances;
}
template <>
std::span<const NamedValue<Valence>> names<Valence>() {
  return valences;
}

std::string_view name_of(SourceKind kind) { return find_name(kind); }
std::string_view name_of(Severity severity) { return find_name(severity); }
std::string_view level_name(const AuditRule& rule) { return rule.off ? "off" : name_of(rule.severity); }
std::string_view name_of(Stance stance) { return find_name(stance); }
std::string_view name_of(Valence valence) { return find_name(valence); }

std::string valence_names(std::uint16_t takes) {
  std::string out;
  for (const auto& [name, bit] : valences) {
    if ((takes & bit) != 0) {
      out += out.empty() ? "" : " ";
      out += name;
    }
  }
  return out;
}

}  // namespace selon
