// Direct, indirect or mixed: told from how much of the content is quoted.
#pragma once

#include <vector>

#include "attribution/analysis.h"
#include "attribution/pattern_set.h"

namespace selon {

[[nodiscard]] inline AttributionKind kind_of_content(const Text& text, const std::vector<TokenRange>& content,
                                                     Tag open, Tag close) {
  bool quoted_words = false;
  bool own_words = false;
  for (const TokenRange& range : content) {
    int depth = 0;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      const Tag tag = text.tokens[i].tag;
      if (tag == open) {
        ++depth;
      } else if (tag == close) {
        // A closing mark alone: all before it was quoted.
        own_words = depth > 0 && own_words;
        quoted_words = true;
        depth = depth > 0 ? depth - 1 : 0;
      } else if (text.tokens[i].word != no_index) {
        (depth > 0 ? quoted_words : own_words) = true;
      }
    }
  }
  if (!quoted_words) {
    return AttributionKind::indirect;
  }
  return own_words ? AttributionKind::mixed : AttributionKind::direct;
}

}  // namespace selon
