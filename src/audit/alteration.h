// What the difference of two wordings amounts to: one utterance altered, or two that are
// alike. A class and never a score: one word of negation is all the difference there is.
#pragma once

#include <cstdint>

#include "audit/wording_difference.h"

namespace selon {

/// How sure it is that two wordings are one utterance.
enum class Verdict : std::uint8_t { two_utterances, doubtful, altered };

/// Where the two wordings stand and who speaks, as far as it bears on the verdict.
struct Circumstances {
  bool restates = false;        ///< one of the two announces the article: it repeats what stands below
  bool same_block = false;      ///< nobody quotes one utterance twice in one paragraph
  bool speaker_unsure = false;  ///< they may be two people
  bool staggered = false;       ///< each of the two goes on where the other stops
};

/// The verdict on wordings that differ in these runs of words.
[[nodiscard]] Verdict judge(const WordDifference& difference, const std::vector<ComparedWord>& a,
                            const std::vector<ComparedWord>& b, const Circumstances& circumstances);

/// The verdict on an excerpt whose words all agree, and that leaves out what negates them.
[[nodiscard]] Verdict judge_excerpt(const WordDifference& difference, const Circumstances& circumstances);

/// Whether the run changes a negation, a figure or a degree.
[[nodiscard]] bool changes_sense(const WordRun& run, const std::vector<ComparedWord>& a,
                                 const std::vector<ComparedWord>& b);

}  // namespace selon
