// Writes blocks of text nodes into a Document: white space collapsed, character
// references decoded, and a source map that leads each character back to its place
// in the page.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/html_article.h"
#include "document/html_tree.h"

namespace selon {

/// One character of a text node as parsed, and the bytes of the page it stands for.
struct SourcedCharacter {
  std::string_view text;   ///< UTF-8
  std::uint32_t raw = 0;   ///< offset in the page
  std::uint32_t size = 0;  ///< bytes there
};

/// Pairs the characters of `parsed` with those of `raw`, which starts at `offset` of
/// the page and may hold character references, carriage returns, and tags that
/// the parser ignored.
void align_text(std::string_view parsed, std::string_view raw, std::uint32_t offset,
                const std::function<void(const SourcedCharacter&)>& sink);

/// Fills text, blocks, italics and map of `document`.
void write_blocks(const HtmlTree& tree, const std::vector<ArticleBlock>& blocks, Document& document);

}  // namespace selon
