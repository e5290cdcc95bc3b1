// Compares the wordings of quotations two at a time: whether they are one quotation, and
// which words of it differ.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "audit/alteration.h"
#include "audit/excerpt.h"
#include "audit/quotations.h"

namespace selon {

struct QuotationPair {
  std::uint32_t here = 0;   ///< where the finding goes, in the wordings
  std::uint32_t other = 0;  ///< the wording it is compared with
  Verdict verdict = Verdict::altered;
  WordDifference difference;  ///< a is `here`, b is `other`
  WordRun worst;              ///< the words to name
};

/// The sure one of two pairs, or the one with fewer words changed.
[[nodiscard]] bool is_closer(const QuotationPair& a, const QuotationPair& b);

/// Headlines, subheadings, standfirsts and captions: they repeat what stands below.
[[nodiscard]] bool announces(BlockKind kind);

/// Whether the pair is a finding of its first wording: that of the lighter text (a standfirst
/// before a paragraph), else the one that has lost words, else the later one.
[[nodiscard]] bool belongs_to_first(const Wording& a, const Wording& b, const WordDifference& difference);

class WordingComparer {
 public:
  /// `context` and `all` must outlive the comparer; the wordings' places are in the context's text.
  WordingComparer(const AuditContext& context, const std::vector<Wording>& all);

  /// How the two wordings differ, if they are one quotation. Costs time of the product of
  /// their lengths; very long ones aren't compared.
  [[nodiscard]] std::optional<QuotationPair> compare(std::uint32_t here, std::uint32_t other,
                                                     const Circumstances& at) const;
  /// The words of a wording, made comparable.
  [[nodiscard]] const std::vector<ComparedWord>& words(std::uint32_t wording) const {
    return prepared_[wording].words;
  }

 private:
  /// A wording ready for comparison.
  struct Prepared {
    std::vector<ComparedWord> words;
    std::vector<Span> sentences;  ///< ranges of words
  };

  void keep(Verdict verdict, WordDifference difference, QuotationPair& best) const;
  void compare_whole(const Circumstances& at, QuotationPair& best) const;
  void compare_sentences(Circumstances at, Span first, Span second, QuotationPair& best) const;
  [[nodiscard]] bool loses_negation(const QuotationPair& pair, Span first, Span second,
                                    const Circumstances& at, WordOverlap& laid) const;
  [[nodiscard]] WordRun worst_run(const QuotationPair& pair) const;

  const std::vector<Wording>& all_;
  WordRoles roles_;
  ExcerptJudge excerpts_;
  std::vector<Prepared> prepared_;
};

}  // namespace selon
