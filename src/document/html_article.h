// Finds the article in a page whose furniture is left out: its body, and what each
// block of it is.
//
// The body is found from the text downwards: as long as one child holds nearly all
// of the solid text, go into it. Blocks in it are then kept or not by their
// neighbours, as in jusText (Pomikálek 2011): between paragraphs a short block is
// text; before the first and after the last it must show why.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "document/furniture.h"
#include "document/html_blocks.h"
#include "document/html_metadata.h"
#include "document/html_names.h"
#include "document/html_tree.h"

namespace selon {

/// A block of the article: text nodes (and br elements) in reading order.
struct ArticleBlock {
  BlockKind kind = BlockKind::paragraph;
  std::vector<std::uint32_t> pieces;
  std::vector<std::uint32_t> credit;  ///< those of `pieces` that are a caption's credit
  bool italic = false;
};

struct PageArticle {
  std::vector<ArticleBlock> blocks;  ///< headline, standfirst, byline, opening caption, body
  std::string headline;              ///< text of the headline block, or ""
  std::uint32_t root = 0;            ///< the element around headline and body
};

[[nodiscard]] PageArticle find_article(const HtmlTree& tree, const PageMetadata& page, const Pack& pack,
                                       FurnitureRules& furniture);

}  // namespace selon
