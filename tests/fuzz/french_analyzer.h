// The analyzer of French for fuzz targets, made once.
#pragma once

#include "attribution/analyzer.h"
#include "target.h"

namespace selon::fuzz {

inline Analyzer& french_analyzer() {
  static const std::unique_ptr<Analyzer> made = [] {
    auto created = Analyzer::create(french_pack(), SELON_LEXICON_DIR "/fr.lexicon", {});
    if (!created) {
      std::fprintf(stderr, "%s\n", to_string(created.error()).c_str());
      std::abort();
    }
    return *std::move(created);
  }();
  return *made;
}

}  // namespace selon::fuzz
