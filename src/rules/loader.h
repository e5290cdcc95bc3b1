// Reads a rule pack from its XML files, checks it, and reports every mistake at its
// file, line and column. Nothing is skipped silently: a pack with a mistake isn't used.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "rules/pack.h"

namespace selon {

/// All mistakes found in a pack, in file order (at least one).
using LoadErrors = std::vector<Error>;

/// Loads all *.xml files of `folder` ("rules/fr") in the order of their names.
/// A pack may extend another one (attribute `extends` on a file's root: a path
/// relative to that file): that one is loaded first, its elements may be
/// overridden by id, ref or lemma.
[[nodiscard]] tl::expected<Pack, LoadErrors> load_pack(const std::string& folder);

/// A pack from the text of one rule file; `path` is for messages. Touches no file,
/// so `extends` is a mistake here. What load_pack does with each file of a folder.
[[nodiscard]] tl::expected<Pack, LoadErrors> load_pack_from_memory(std::string_view xml,
                                                                   const std::string& path);

/// The folder of the pack for `lang`, looked for in `rules_dir` (from --rules, may
/// be empty), $SELON_RULES, the user's configuration directory, beside the build,
/// and share/selon/rules of the installation. Fails with the places tried.
[[nodiscard]] Expected<std::string> find_pack(const std::string& lang, const std::string& rules_dir);

}  // namespace selon
