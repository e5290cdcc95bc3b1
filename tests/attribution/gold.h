// Scores attributions against gold, with the figures of the field: a pair counts
// where the words of its contents overlap (intersection over union) enough. After
// the scheme of quotation corpora (Pareti 2015; Radar de Parité).
#pragma once

#include <string>
#include <vector>

#include "attribution/analyzer.h"
#include "rules/pack.h"

namespace gold {

struct Scores {
  std::size_t wanted = 0;
  std::size_t found = 0;
  double content_03 = 0;   ///< F1 at overlap 0.3
  double content_08 = 0;   ///< F1 at overlap 0.8
  double with_source = 0;  ///< F1 at overlap 0.3, the source being the same one
};

/// Analyses every article of a JSON Lines gold file and compares.
[[nodiscard]] Scores score(const std::string& path, const selon::Pack& pack, selon::Analyzer& analyzer);

}  // namespace gold
