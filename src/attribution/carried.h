// Carried statements: sentences without a cue that go on a report of the sentence
// before, in the same paragraph, in the conditional of hearsay or of indirect style:
// "Selon la police, un homme a fui. Il serait armé." Only clear cases: what is not
// plainly carried stays the article's own voice.
#pragma once

#include "attribution/analysis.h"
#include "attribution/needs_verbs.h"
#include "attribution/needs_words.h"
#include "document/document.h"
#include "rules/tag_expression.h"

namespace selon {

class CarriedFinder {
 public:
  explicit CarriedFinder(const TagTable& tags) : verbs_(tags) {}

  /// Sets `status` and `continues` of the statements that are carried; `words` is
  /// used for reading them.
  void find(const Document& document, StatementWords& words, Analysis& analysis) const;

 private:
  VerbNeeds verbs_;
};

}  // namespace selon
