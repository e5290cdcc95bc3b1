// Why a statement asks for a source: Statement::needs, after the taxonomy of
// "Citation Needed" (Redi et al., WWW 2019): quotation, figure, allegation,
// evaluation, prediction, intention, and the conditional of hearsay.
//
//   NeedsFinder finder(vocabulary);
//   finder.find(document, analysis);   // after statements and Analysis::quotations
//
// All words are data (rules/LANG/needs.xml); the tenses come from the lexicon. Words
// in quotation marks are not the article's own and count only as a quotation.
#pragma once

#include "attribution/analysis.h"
#include "attribution/needs_figures.h"
#include "attribution/needs_judgements.h"
#include "attribution/needs_verbs.h"
#include "attribution/needs_words.h"
#include "document/document.h"
#include "language/vocabulary.h"

namespace selon {

class NeedsFinder {
 public:
  /// `vocabulary` must outlive the finder.
  explicit NeedsFinder(const Vocabulary& vocabulary)
      : words_(vocabulary), verbs_(vocabulary), figures_(vocabulary), judgements_(vocabulary) {}

  void find(const Document& document, Analysis& analysis);

 private:
  StatementWords words_;
  VerbNeeds verbs_;
  FigureNeeds figures_;
  JudgementNeeds judgements_;
};

}  // namespace selon
