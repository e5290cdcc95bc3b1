// Where rule packs are looked for. `find_pack` (rules/loader.h) asks the process;
// tests hand in their own places.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"

namespace selon {

struct PackPlaces {
  std::string rules_dir;    ///< --rules
  std::string selon_rules;  ///< $SELON_RULES
  std::string config_home;  ///< $XDG_CONFIG_HOME
  std::string home;         ///< $HOME
  std::string program_dir;  ///< the folder of the running program
  std::string data_dir;     ///< of the installation, as configured at build time
};

/// The places of this process: its environment, its program's folder.
[[nodiscard]] PackPlaces process_places(const std::string& rules_dir);

[[nodiscard]] Expected<std::string> find_pack_in(const std::string& lang, const PackPlaces& places);

/// The file of a profile: profiles/NAME.xml in the first of the places that has one. Fails
/// with the nearest name.
[[nodiscard]] Expected<std::string> find_profile_in(const std::string& name, const PackPlaces& places);

/// The names of all profiles in the places, in the order of the alphabet.
[[nodiscard]] std::vector<std::string> profile_names_in(const PackPlaces& places);

}  // namespace selon
