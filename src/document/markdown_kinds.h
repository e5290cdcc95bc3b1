// What each block of a Markdown article is: by its markup first, then as in plain text.
#pragma once

#include <string_view>
#include <vector>

#include "document/block_kinds.h"
#include "document/furniture.h"
#include "document/markdown_reader.h"

namespace selon {

[[nodiscard]] std::vector<Block> markdown_blocks(std::string_view text, std::vector<MarkdownDraft> drafts,
                                                 FurnitureRules& furniture);

}  // namespace selon
