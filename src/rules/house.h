// selon.xml: what a house asks of selon in a folder and below it (schema:
// rules/selon-house.rng).
//
//   <selon profile="afp" languages="fr">
//     <level rule="source.single" severity="off"/>
//     <ignore>archives/</ignore>                      as a line of a .gitignore beside it
//     <house lang="fr">
//       <source ref="cdv" name="Le Courrier de Valbrune" kind="media"/>
//       <verbs takes="que incise">susurrer</verbs>
//     </house>
//   </selon>
//
// Sources and verbs join those of the pack, as those of a pack that extends it do: one with
// the ref or lemma of another takes its place. The prepared pack stays in use, so that they
// cost next to nothing at a start.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/levels.h"
#include "rules/loader.h"
#include "rules/pack.h"

namespace selon {

inline constexpr std::string_view house_file_name = "selon.xml";

struct House {
  struct Words {
    std::string lang;
    std::vector<SourceEntry> sources;
    std::vector<Verb> verbs;
  };
  std::string path;     ///< of the file
  std::string profile;  ///< a name, or the path of a file; "" where it names none
  std::vector<RuleLevel> levels;
  std::vector<std::string> ignored;    ///< lines as in a .gitignore
  std::vector<std::string> languages;  ///< of the articles; none: whatever packs there are
  std::vector<Words> words;            ///< at most one a language
};

/// The selon.xml that holds for what is in `folder`: there, or in the nearest folder above.
/// "" where there is none.
[[nodiscard]] std::string find_house(const std::string& folder);

/// Reads and checks it; `rules_dir` is where profiles are looked for first, `known_rules` the
/// ids that a level may name (if empty: any). Fails with all its mistakes.
[[nodiscard]] tl::expected<House, LoadErrors> load_house(const std::string& path,
                                                         const std::string& rules_dir,
                                                         std::span<const std::string_view> known_rules);

/// From its text; the profile that it names is not looked for.
[[nodiscard]] tl::expected<House, LoadErrors> load_house_from_memory(
    std::string_view xml, const std::string& path, std::span<const std::string_view> known_rules);

/// Adds the house's sources and verbs for the pack's language to it.
void add_house_words(const House& house, Pack& pack);

}  // namespace selon
