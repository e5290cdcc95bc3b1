// Bylines and picture credits: who made the article. "Article rédigé par franceinfo
// avec AFP" gives franceinfo and AFP; "STR / KCNA VIA KNS / AFP" gives STR, KCNA and
// AFP: what stands behind "via" only passed the picture on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attribution/source_index.h"
#include "attribution/source_words.h"

namespace selon {

/// A name in a byline: a known source, or somebody or something unknown.
struct BylineName {
  std::string_view text;
  std::uint32_t source = no_index;  ///< in Pack::sources
  bool person = false;
};

/// The names in a byline or credit, in order. Places aren't names of makers.
[[nodiscard]] std::vector<BylineName> names_in_byline(std::string_view text, const SourceIndex& index,
                                                      const SourceWords& words);

}  // namespace selon
