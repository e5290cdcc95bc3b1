// The quotations of an article as wordings: who is quoted, in which words, and
// where the same words stand again. What the checks of quotations share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "audit/context.h"

namespace selon {

/// The words of one quotation. A word with an empty key is a gap: a cut (…) or an
/// insertion [ ] that the writer has marked; it stands for any words.
struct Wording {
  const QuotedText* quoted = nullptr;
  bool attributed = false;          ///< somebody says it
  std::uint32_t source = no_index;  ///< who, in Analysis::sources, where that is known
  BlockKind kind = BlockKind::paragraph;
  std::vector<QuotedWord> words;
};

/// The words between the marks of a quotation, gaps included.
[[nodiscard]] std::vector<QuotedWord> quoted_words(std::string_view text, Span inner);

/// The wordings of all complete speech quotations, in text order.
[[nodiscard]] std::vector<Wording> wordings(const AuditContext& context);

/// Finds wordings that share two neighbouring words. Lists are capped: a phrase
/// that fills an article doesn't make the search quadratic.
class WordingIndex {
 public:
  void add(std::uint32_t wording, const std::vector<QuotedWord>& words);
  /// The wordings added that share at least one pair of neighbours, each once, ascending.
  [[nodiscard]] std::vector<std::uint32_t> candidates(const std::vector<QuotedWord>& words) const;

 private:
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> pairs_;
};

/// Speech quotations that stand alone, with nobody who says them. Left out: single
/// words, words quoted inside a sentence, parts of another quotation, unbalanced ones
/// (reported as such), those that a headline, a subheading or a later sentence takes
/// unaltered out of an attributed quotation or, for headlines, out of the body.
[[nodiscard]] std::vector<const QuotedText*> orphan_quotations(const AuditContext& context);

/// Whether `whole` has the words of `part`, in order, next to each other but for marked gaps.
[[nodiscard]] bool contains_run(const std::vector<QuotedWord>& whole, const std::vector<QuotedWord>& part);

/// What a headline has in quotation marks, and neither standfirst nor text in these words.
[[nodiscard]] std::vector<const QuotedText*> unfound_headlines(const AuditContext& context);

}  // namespace selon
