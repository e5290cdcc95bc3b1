// Where the program's own files are: beside it in a build, in share/selon once
// installed. (Rule packs: rules/loader.h. The claims database: claims/database.h.)
#pragma once

#include <string>

namespace selon {

/// The compiled lexicon of a language: $SELON_LEXICON (a file, or a folder of
/// LANG.lexicon files), else lexicon/LANG.lexicon beside the program, else
/// share/selon/lexicon/LANG.lexicon of its installation. Where none of them exists,
/// the first place tried, for the message.
[[nodiscard]] std::string lexicon_path(const std::string& lang);

}  // namespace selon
