#include "language/reader.h"

#include <algorithm>
#include <utility>

#include "language/quotations.h"

namespace selon {

Expected<TextReader> TextReader::create(Vocabulary& vocabulary) {
  auto tagger = Tagger::create(vocabulary);
  if (!tagger) {
    return tl::unexpected(std::move(tagger.error()));
  }
  return TextReader(vocabulary, std::move(*tagger));
}

Text TextReader::read(const Document& document) {
  vocabulary_->trim();
  Text out;
  out.tokens.reserve(document.text.size() / 5);
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    if (is_body(document.blocks[block].kind)) {
      read_block(document, block, out);
    }
  }
  out.tags.reserve(out.tokens.size());
  for (const Token& token : out.tokens) {
    out.tags.push_back(static_cast<char>(token.tag));
  }
  return out;
}

void TextReader::read_block(const Document& document, std::uint32_t block, Text& out) {
  Span span = document.blocks[block].span;
  // A caption's credit, and what leads up to it, is no part of what the caption says.
  if (block + 1 < document.blocks.size() && document.blocks[block + 1].kind == BlockKind::credit &&
      span.contains(document.blocks[block + 1].span)) {
    const Block& credit = document.blocks[block + 1];
    span.end = std::max(span.start, credit.span.start - std::min(credit.lead, credit.span.start));
  }
  const auto first = static_cast<std::uint32_t>(out.tokens.size());
  std::uint32_t unclosed = no_index;
  if (!out.quotations.empty() && !out.quotations.back().closed && out.quotations.back().block + 1 >= block) {
    unclosed = static_cast<std::uint32_t>(out.quotations.size()) - 1;
  }
  tokenizer_.tokenize(document.text, span, out.tokens);
  const auto last = static_cast<std::uint32_t>(out.tokens.size());
  if (first == last) {
    return;
  }
  pair_quotations(document.text, block, first, last, *vocabulary_, out, unclosed);
  const std::size_t sentence = out.sentences.size();
  split_sentences(document.text, block, first, last, tags_, out);
  for (std::size_t i = sentence; i < out.sentences.size(); ++i) {
    tagger_.tag(out.tokens, out.sentences[i].first, out.sentences[i].last);
  }
}

}  // namespace selon
