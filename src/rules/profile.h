// A profile: what one house or standard asks, over what the packs say. Data in
// rules/profiles/NAME.xml (schema: rules/selon-profile.rng), of no language:
//
//   <profile extends="default">
//     <summary lang="en">AFP fact checks</summary>
//     <reference name="AFP" section="…" url="…"/>
//     <level rule="source.anonymous" severity="error" graded="no"/>
//     <words id="cut-marks">[…], [...]</words>          takes the place of the pack's list
//     <verification passes="exact typographic initial_case"/>
//   </profile>
//
// A house profile is a file of the same kind, anywhere.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "rules/levels.h"
#include "rules/loader.h"
#include "rules/pack.h"

namespace selon {

/// The classes of a verified quotation that a profile may let pass; all others never do.
inline constexpr std::array<std::string_view, 4> passing_classes{"exact", "typographic", "initial_case",
                                                                 "marked_edit"};

struct Profile {
  struct Summary {
    std::string lang;
    std::string text;
  };
  std::string name;                ///< "ap"; of a house profile the file's name without .xml
  std::vector<std::string> files;  ///< it, and before it those that it extends
  std::vector<Summary> summary;
  std::vector<Reference> references;  ///< its own, not those of the profiles it extends
  std::vector<RuleLevel> levels;      ///< of all that it extends, and its own
  std::vector<WordList> words;        ///< lists that take the place of those of a pack
  std::vector<std::string> passes;    ///< which of passing_classes pass in a verification

  [[nodiscard]] bool lets_pass(std::string_view verification_class) const;
};

/// The profile of that name from profiles/ in `rules_dir`, $SELON_RULES, the user's
/// configuration directory, or beside the packs of the program; or from a file, where the
/// name ends in ".xml". `known_rules` are the ids that a level may name (if empty: any).
/// Fails with all its mistakes, each at its line and column.
[[nodiscard]] tl::expected<Profile, LoadErrors> load_profile(const std::string& name,
                                                             const std::string& rules_dir,
                                                             std::span<const std::string_view> known_rules);

/// From the text of one file, which may extend nothing; `path` is for messages.
[[nodiscard]] tl::expected<Profile, LoadErrors> load_profile_from_memory(
    std::string_view xml, const std::string& path, std::span<const std::string_view> known_rules);

/// Names of all profiles that `load_profile` finds by name.
[[nodiscard]] std::vector<std::string> profile_names(const std::string& rules_dir);

/// Sets the levels and the word lists of the pack that the profile sets. What the pack doesn't
/// have is left out: a profile is of no language.
void apply_profile(const Profile& profile, Pack& pack);

/// What the profile is for, in that language where it says so in it, else in any; or "".
[[nodiscard]] std::string_view summary_of(const Profile& profile, std::string_view lang);

/// Whether it is a file's name rather than a profile's.
[[nodiscard]] bool is_profile_path(std::string_view name);

}  // namespace selon
