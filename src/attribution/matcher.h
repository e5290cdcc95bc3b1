// Finds the attributions that stand in single sentences: patterns matched, cues that
// several patterns claim settled, contents bounded.
#pragma once

#include <memory>
#include <vector>

#include "attribution/analysis.h"
#include "attribution/content.h"
#include "attribution/neutral_cue.h"
#include "attribution/pattern_set.h"
#include "attribution/trace.h"
#include "document/document.h"
#include "language/vocabulary.h"

namespace selon {

class Matcher {
 public:
  Matcher(const Vocabulary& vocabulary, PatternSet& patterns);

  /// Appends the attributions of all sentences, in order; sources are spans only,
  /// not yet resolved.
  void match(const Document& document, const Text& text, std::vector<Attribution>& out);

  /// What happened in one sentence, for `rules trace`.
  [[nodiscard]] TracedSentence trace(const Text& text, std::uint32_t sentence);

 private:
  /// A match that kept its cue, with its content.
  struct Settled {
    PatternMatch match;
    std::vector<TokenRange> content;
  };
  [[nodiscard]] TracedMatch traced(const Text& text, std::uint32_t sentence, const PatternMatch& match,
                                   const std::vector<Settled>& kept);
  void match_sentence(const Document& document, const Text& text, std::uint32_t sentence,
                      std::vector<Attribution>& out);
  [[nodiscard]] std::vector<Settled> settle(const Text& text, std::uint32_t sentence,
                                            std::vector<PatternMatch> matches);
  [[nodiscard]] Attribution attribution(const Document& document, const Text& text, std::uint32_t sentence,
                                        const PatternMatch& match,
                                        const std::vector<TokenRange>& content) const;
  [[nodiscard]] Cue cue(const Document& document, const Text& text, const PatternMatch& match) const;
  void set_mood(const Text& text, std::uint32_t sentence, const PatternMatch& match, Attribution& out) const;

  const Vocabulary& vocabulary_;
  PatternSet& patterns_;
  ContentFinder content_;
  NeutralCues neutral_cues_;
  std::vector<PatternMatch> matches_;
  Tag ne_, pas_, question_, open_, close_, comma_;
  ListSet negative_subjects_;
};

/// Whether two matches claim the same cue words.
[[nodiscard]] bool share_cue(const PatternMatch& a, const PatternMatch& b);

/// The text span of a token range.
[[nodiscard]] Span span_of(const Text& text, TokenRange range);

}  // namespace selon
