// The language room's front door: a document in, its Text out (tokens with tags,
// sentences, quotations of the body blocks).
#pragma once

#include <memory>

#include "base/error.h"
#include "document/document.h"
#include "language/sentences.h"
#include "language/tagger.h"
#include "language/text.h"
#include "language/tokenizer.h"
#include "language/vocabulary.h"

namespace selon {

class TextReader {
 public:
  /// `vocabulary` must outlive the reader. Fails where the pack's context rules do.
  static Expected<TextReader> create(Vocabulary& vocabulary);

  [[nodiscard]] Text read(const Document& document);

 private:
  TextReader(Vocabulary& vocabulary, Tagger tagger)
      : vocabulary_(&vocabulary), tokenizer_(vocabulary), tagger_(std::move(tagger)), tags_(vocabulary) {}

  void read_block(const Document& document, std::uint32_t block, Text& out);

  Vocabulary* vocabulary_;
  Tokenizer tokenizer_;
  Tagger tagger_;
  SentenceTags tags_;
};

}  // namespace selon
