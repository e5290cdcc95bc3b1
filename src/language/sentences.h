// Cuts a block's tokens into sentences. A full stop ends one where a capital, a
// number or a quotation mark follows; question marks and ellipses only before a
// capital; a closing quotation mark after the stop still belongs to the sentence,
// and where the text then goes on in lower case (« Quoi ! » s'exclame-t-il) so
// does the rest.
#pragma once

#include <string_view>

#include "language/text.h"
#include "language/vocabulary.h"

namespace selon {

/// Tags that sentence borders depend on, looked up once.
struct SentenceTags {
  explicit SentenceTags(const Vocabulary& vocabulary);
  Tag stop, question, ellipsis, open, close, comma, closing_bracket;
};

/// Appends the sentences of tokens [first, last) of `block` to `out.sentences` and
/// marks each one's first word with shape_first.
void split_sentences(std::string_view text, std::uint32_t block, std::uint32_t first, std::uint32_t last,
                     const SentenceTags& tags, Text& out);

}  // namespace selon
