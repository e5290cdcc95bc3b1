// What quoting an excerpt allows: judges the words that one wording has, and another one
// lacks, at one of its ends.
#pragma once

#include <span>

#include "audit/compared_words.h"
#include "audit/quotations.h"

namespace selon {

/// Headlines and subheadings may take any part of a quotation.
[[nodiscard]] bool takes_any_part(BlockKind kind);

class ExcerptJudge {
 public:
  ExcerptJudge(const AuditContext& context, const WordRoles& roles);

  /// Words [first, last) of `full` stand before or after all of `cut`: is leaving
  /// them out what quoting an excerpt allows?
  [[nodiscard]] bool allowed(const Wording& full, std::size_t first, std::size_t last,
                             const Wording& cut) const;

  /// Words [first, last) of `full` stand in front of the sentence that `cut` makes of the
  /// rest. Where the clause left out negates that rest ("on ne peut pas dire que"), it is
  /// the words [result, last); else the result is `last`.
  [[nodiscard]] std::size_t lost_negation(const Wording& full, std::size_t first, std::size_t last,
                                          const Wording& cut, std::size_t cut_first) const;

 private:
  [[nodiscard]] bool is_free_beginning(std::span<const QuotedWord> left_out, const Wording& cut) const;
  [[nodiscard]] bool begins_small(Span word) const;
  [[nodiscard]] bool is_apart(Span between) const;
  [[nodiscard]] std::vector<QuotedWord> words_outside(const Wording& cut, bool before) const;
  [[nodiscard]] bool stands_outside(const Wording& cut, const QuotedWord& word, bool before) const;

  const AuditContext& context_;
  const WordRoles& roles_;
  WordSet edge_words_;
  WordSet negations_;
};

}  // namespace selon
