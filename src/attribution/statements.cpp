#include "attribution/statements.h"

namespace selon {

StatementMaker::StatementMaker(const Vocabulary& vocabulary)
    : StatementMaker(vocabulary, TagTable(vocabulary.pack())) {}

StatementMaker::StatementMaker(const Vocabulary& vocabulary, const TagTable& tags)
    : quotations_(vocabulary, tags), cutter_(tags), carried_(tags), needs_(tags), words_(vocabulary) {}

void StatementMaker::make(const Document& document, Analysis& analysis) {
  quotations_.fill(document, analysis);
  cutter_.cut(document, analysis);
  words_.start(analysis.text);
  carried_.find(document, words_, analysis);
  needs_.find(document, words_, analysis);
}

}  // namespace selon
