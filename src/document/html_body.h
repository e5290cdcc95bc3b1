// Where in a page the article's body is.
#pragma once

#include <cstdint>
#include <vector>

#include "document/html_blocks.h"
#include "document/html_tree.h"

namespace selon {

struct BodyPlace {
  std::uint32_t root = 0;       ///< holds the headline and the body
  std::uint32_t container = 0;  ///< the body's element
};

/// `headline` is the headline's element, or no_node.
[[nodiscard]] BodyPlace find_body(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
                                  std::uint32_t headline);

}  // namespace selon
