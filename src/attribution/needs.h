// Why a statement asks for a source: Statement::needs, after the taxonomy of
// "Citation Needed" (Redi et al., WWW 2019): quotation, figure, allegation,
// evaluation, prediction, intention, and the conditional of hearsay.
//
//   NeedsFinder finder(tags);
//   finder.find(document, words, analysis);   // after statements and Analysis::quotations
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
#include "rules/tag_expression.h"

namespace selon {

class NeedsFinder {
 public:
  explicit NeedsFinder(const TagTable& tags) : verbs_(tags), figures_(tags), judgements_(tags) {}

  /// Sets the needs of all statements; `words` is used for reading them.
  void find(const Document& document, StatementWords& words, Analysis& analysis) const;

 private:
  VerbNeeds verbs_;
  FigureNeeds figures_;
  JudgementNeeds judgements_;
};

}  // namespace selon
