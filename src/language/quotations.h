// Pairs quotation marks: « », “ ”, „ “, straight ones, nested, re-opened at a
// paragraph, unbalanced. One bad paragraph never spoils the next: a mark that
// finds no partner is recovered inside its paragraph and said to be so.
#pragma once

#include <string_view>
#include <vector>

#include "language/text.h"
#include "language/vocabulary.h"

namespace selon {

/// Pairs the marks among tokens [first, last) of one block, sets their tags (quote
/// open, quote close), and appends the quotations in order of their opening.
/// `unclosed_before` is the quotation that the block before left open, or no_index:
/// a block that opens with a mark then goes on from it.
void pair_quotations(std::string_view text, std::uint32_t block, std::uint32_t first, std::uint32_t last,
                     const Vocabulary& vocabulary, Text& out, std::uint32_t unclosed_before);

}  // namespace selon
