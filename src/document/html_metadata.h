// What a page says of itself: JSON-LD (schema.org NewsArticle and its kin), then
// OpenGraph and other meta elements, <link rel=canonical>, <html lang>, <time>.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "document/html_tree.h"

namespace selon {

struct PageMetadata {
  Metadata metadata;
  /// Wordings of the headline, the surest first: JSON-LD, OpenGraph, <title>.
  std::vector<std::string> headlines;
  std::string title;                      ///< of <title>: headline and site name
  std::vector<std::string> descriptions;  ///< JSON-LD, OpenGraph, meta
};

/// Never fails: what is malformed or too large is not looked at.
[[nodiscard]] PageMetadata read_metadata(const HtmlTree& tree);

}  // namespace selon
