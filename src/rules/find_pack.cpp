#include "rules/find_pack.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <set>
#include <string_view>
#include <vector>

#include "rules/element.h"
#include "rules/loader.h"
#include "rules/program_folder.h"
#include "rules/suggest.h"

namespace selon {

namespace {

namespace fs = std::filesystem;

bool holds_rules(const fs::path& folder) {
  std::error_code failure;
  for (fs::directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure)) {
    if (at->path().extension() == ".xml") {
      return true;
    }
  }
  return false;
}

bool path_exists(const fs::path& path) {
  std::error_code failure;
  return fs::exists(path, failure);
}

std::vector<fs::path> rule_folders(const PackPlaces& places) {
  std::vector<fs::path> out;
  for (const std::string& named : {places.rules_dir, places.selon_rules}) {
    if (!named.empty()) {
      out.emplace_back(named);
    }
  }
  if (!places.config_home.empty()) {
    out.push_back(fs::path(places.config_home) / "selon" / "rules");
  } else if (!places.home.empty()) {
    out.push_back(fs::path(places.home) / ".config" / "selon" / "rules");
  }
  if (!places.program_dir.empty()) {
    const fs::path program = places.program_dir;
    const fs::path beside = (program / ".." / ".." / "rules").lexically_normal();
    if (path_exists(beside / "selon-pack.rng")) {  // build/release/selon in a source tree
      out.push_back(beside);
    }
    out.push_back((program / ".." / "share" / "selon" / "rules").lexically_normal());
  }
  if (!places.data_dir.empty()) {
    out.push_back(fs::path(places.data_dir) / "rules");
  }
  return out;
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

Expected<std::string> find_pack_in(const std::string& lang, const PackPlaces& places) {
  if (!is_language(lang)) {  // it becomes part of a path
    return tl::unexpected(Error{"", 0, 0, "not a language code", lang, "write two or three letters: fr, en"});
  }
  for (const auto& [name, folder] :
       {std::pair<std::string_view, const std::string&>{"--rules", places.rules_dir},
        {"$SELON_RULES", places.selon_rules}}) {
    if (!folder.empty() && !path_exists(folder)) {
      return tl::unexpected(Error{folder, 0, 0, fmt::format("the rules folder of {} does not exist", name),
                                  "", "name the folder that holds the packs, one folder a language"});
    }
  }
  // Who names a folder wants its rules and no others.
  if (!places.rules_dir.empty() && !holds_rules(fs::path(places.rules_dir) / lang)) {
    const bool is_pack = holds_rules(places.rules_dir);
    return tl::unexpected(Error{places.rules_dir, 0, 0,
                                "the rules folder of --rules holds no pack for this language", lang,
                                is_pack ? "this is a pack: name the folder that it is in"
                                        : "name the folder that holds the packs, one folder a language"});
  }
  std::vector<std::string> tried;
  for (const fs::path& folder : rule_folders(places)) {
    const fs::path pack = folder / lang;
    if (holds_rules(pack)) {
      return pack.string();
    }
    tried.push_back(pack.string());
  }
  return tl::unexpected(Error{"", 0, 0, "no rule pack for this language", lang,
                              fmt::format("looked in: {}", fmt::join(tried, ", "))});
}

std::string program_folder() {
  std::error_code failure;
  return fs::read_symlink("/proc/self/exe", failure).parent_path().string();
}

PackPlaces process_places(const std::string& rules_dir) {
  PackPlaces places;
  places.rules_dir = rules_dir;
  places.selon_rules = variable("SELON_RULES");
  places.config_home = variable("XDG_CONFIG_HOME");
  places.home = variable("HOME");
  places.program_dir = program_folder();
#ifdef SELON_INSTALL_DATADIR
  places.data_dir = SELON_INSTALL_DATADIR;
#endif
  return places;
}

Expected<std::string> find_pack(const std::string& lang, const std::string& rules_dir) {
  return find_pack_in(lang, process_places(rules_dir));
}

std::vector<std::string> profile_names_in(const PackPlaces& places) {
  std::set<std::string> names;
  for (const fs::path& folder : rule_folders(places)) {
    std::error_code failure;
    for (fs::directory_iterator at(folder / "profiles", failure), end; !failure && at != end;
         at.increment(failure)) {
      const std::string name = at->path().stem().string();
      if (at->path().extension() == ".xml" && is_id(name)) {
        names.insert(name);
      }
    }
  }
  return {names.begin(), names.end()};
}

Expected<std::string> find_profile_in(const std::string& name, const PackPlaces& places) {
  if (is_id(name)) {  // it becomes part of a path
    for (const fs::path& folder : rule_folders(places)) {
      const fs::path file = folder / "profiles" / (name + ".xml");
      if (path_exists(file)) {
        return file.string();
      }
    }
  }
  const std::vector<std::string> names = profile_names_in(places);
  const std::vector<std::string_view> known(names.begin(), names.end());
  return tl::unexpected(Error{"", 0, 0, "no profile of that name", name,
                              name_advice(name, known) + ", or the path of a house profile’s file"});
}

}  // namespace selon
