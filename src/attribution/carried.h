// Carried statements: sentences without a cue that go on a report of the sentence
// before, in the same paragraph, in the conditional of hearsay or of indirect style:
// "Selon la police, un homme a fui. Il serait armé." Only clear cases: what is not
// plainly carried stays the article's own voice.
#pragma once

#include "attribution/analysis.h"
#include "attribution/needs_verbs.h"
#include "attribution/needs_words.h"
#include "document/document.h"
#include "language/vocabulary.h"

namespace selon {

class CarriedFinder {
 public:
  /// `vocabulary` must outlive the finder.
  explicit CarriedFinder(const Vocabulary& vocabulary) : words_(vocabulary), verbs_(vocabulary) {}

  /// Sets `status` and `continues` of the statements that are carried.
  void find(const Document& document, Analysis& analysis);

 private:
  StatementWords words_;
  VerbNeeds verbs_;
};

}  // namespace selon
