// A single pass over the tags of a page, without a parser: how deep do elements nest,
// and how many attributes have they? What takes a parser more than linear time.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace selon {

struct TagEnd {
  std::size_t close = 0;       ///< offset of the ">" that ends the tag, or the end of the page
  std::size_t attributes = 0;  ///< how many it has
};

/// Where the tag ends whose name begins at `name`: a ">" in a quoted value doesn't end it.
[[nodiscard]] TagEnd find_tag_end(std::string_view content, std::size_t name);

/// The offset after a comment, doctype or processing instruction that begins at `at`.
[[nodiscard]] std::size_t find_declaration_end(std::string_view content, std::size_t at);

struct MarkupExcess {
  std::size_t offset = 0;   ///< of the start tag
  bool attributes = false;  ///< too many attributes, not too deep
};

/// The first start tag that would nest more than `max_depth` deep or has more than
/// `max_attributes`, or nothing. Knows the elements that need no end tag (p, li, td,
/// br, …) and errs on the deep side for markup that is wrong. Linear in the size of
/// `content`.
[[nodiscard]] std::optional<MarkupExcess> find_markup_excess(std::string_view content, std::size_t max_depth,
                                                             std::size_t max_attributes);

}  // namespace selon
