// Follows quotations over the article: words in quotation marks that nobody
// introduces where they stand. A quotation that makes up its own sentences goes on
// from the last speaker; one that was left open at a paragraph's end goes on in the
// next; a subheading in quotation marks is an excerpt of what the body quotes; one behind
// a colon has nobody beside it who says it.
#pragma once

#include "attribution/analysis.h"
#include "attribution/quoted_text.h"
#include "document/document.h"
#include "language/vocabulary.h"

namespace selon {

class QuotationFollower {
 public:
  QuotationFollower(const Vocabulary& vocabulary, const QuotationReader& reader);

  /// Adds the attributions of such quotations (source and cue null, resolution
  /// `continued`) to Analysis::attributions, which it leaves sorted by place. An
  /// article in which nobody speaks gets only those behind a colon (resolution `none`).
  void follow(const Document& document, Analysis& analysis) const;

  /// Rule ids of what it adds.
  static constexpr const char* continued_rule = "quotation.continued";
  static constexpr const char* heading_rule = "quotation.heading";
  static constexpr const char* introduced_rule = "quotation.introduced";

 private:
  [[nodiscard]] bool stands_alone(const Text& text, const Quotation& quotation) const;
  [[nodiscard]] bool is_introduced(const Document& document, const Text& text,
                                   const Quotation& quotation) const;
  [[nodiscard]] bool names_a_work(const Document& document, const Text& text,
                                  const Attribution& attribution) const;
  [[nodiscard]] bool is_followed(const Document& document, const Analysis& analysis,
                                 std::uint32_t index) const;

  const QuotationReader* reader_;
  TagSet verbs_;
  Tag dash_, sign_, stop_, question_, ellipsis_, comma_, colon_;
};

/// Sorts attributions by the place of their first span (source, cue or content).
void sort_by_place(std::vector<Attribution>& attributions);

}  // namespace selon
