// Why a sentence gave these attributions and no others: its tokens with their tags,
// and every pattern that matched in it, with what became of the match.
#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "rules/pack.h"

namespace selon {

struct TracedToken {
  Span span;
  std::string tag;                      ///< the one it got, or "?"
  std::vector<std::string> candidates;  ///< all it could have got, best first
};

struct TracedMatch {
  const Pattern* pattern = nullptr;
  Span whole;
  Span source;  ///< empty where the pattern found none
  Span cue;
  std::vector<Span> content;
  enum class Fate { kept, lost, no_content, silenced } fate = Fate::kept;
  const Pattern* winner = nullptr;  ///< of a lost match: the pattern that took its cue
};

struct TracedSentence {
  Span span;
  bool gated = false;  ///< without any tag that a pattern asks for: none was tried
  std::vector<TracedToken> tokens;
  std::vector<TracedMatch> matches;
};

}  // namespace selon
