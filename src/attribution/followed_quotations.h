// Follows quotations over the article: words in quotation marks that nobody
// introduces where they stand. A quotation that makes up its own sentences goes on
// from the last speaker; one that was left open at a paragraph's end goes on in the
// next; a subheading in quotation marks is an excerpt of what the body quotes.
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
  /// article in which nobody speaks gets none.
  void follow(const Document& document, Analysis& analysis) const;

  /// Rule ids of what it adds.
  static constexpr const char* continued_rule = "quotation.continued";
  static constexpr const char* heading_rule = "quotation.heading";

 private:
  [[nodiscard]] bool stands_alone(const Text& text, const Quotation& quotation) const;
  [[nodiscard]] bool is_followed(const Document& document, const Analysis& analysis,
                                 std::uint32_t index) const;

  const QuotationReader* reader_;
  Tag dash_, sign_, stop_, question_, ellipsis_, comma_, colon_;
};

/// Sorts attributions by the place of their first span (source, cue or content).
void sort_by_place(std::vector<Attribution>& attributions);

}  // namespace selon
