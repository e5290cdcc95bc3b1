// Where rule packs are looked for. `find_pack` (rules/loader.h) asks the process;
// tests hand in their own places.
#pragma once

#include <string>

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

[[nodiscard]] Expected<std::string> find_pack_in(const std::string& lang, const PackPlaces& places);

}  // namespace selon
