// What makes a finding the same one after the article was edited elsewhere: its rule,
// the sentence it stands in and the words it is about; never its line.
#pragma once

#include <string>

#include "audit/finding.h"
#include "document/document.h"

namespace selon {

/// 64 bits of a digest, in hexadecimal. Spaces and line ends count as one space each, so
/// that a paragraph may be wrapped anew. Two findings of one rule on the same words of
/// the same sentence, twice in an article, have the same key.
[[nodiscard]] std::string finding_key(const Document& document, const Analysis& analysis,
                                      const Finding& finding);

}  // namespace selon
