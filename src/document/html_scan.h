// A single pass over the tags of a page, without a parser: how deep do elements nest,
// and how many attributes have they? What takes a parser more than linear time.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace selon {

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
