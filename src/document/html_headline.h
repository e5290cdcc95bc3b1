// Which of a page's blocks is the headline: a heading that says what the metadata
// say, rather than the largest one (many sites make their logo an h1).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "document/html_blocks.h"
#include "document/html_metadata.h"
#include "document/html_names.h"
#include "document/html_tree.h"

namespace selon {

/// How much two texts say the same, 0 to 1: the Dice coefficient of their words,
/// letters compared without case and accents.
[[nodiscard]] double same_words(std::string_view a, std::string_view b);

/// Index in `blocks` of the headline, or nothing.
[[nodiscard]] std::optional<std::size_t> find_headline(const HtmlTree& tree,
                                                       const std::vector<HtmlBlock>& blocks,
                                                       const PageMetadata& page, const HtmlNames& names);

}  // namespace selon
