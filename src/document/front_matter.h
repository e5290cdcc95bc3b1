// YAML front matter: the lines between two "---" at the start of a Markdown file.
// Only the plain forms that content systems write are read: "key: value", quoted
// values, and lists, in brackets or one item a line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document/document.h"

namespace selon {

struct FrontMatter {
  std::uint32_t size = 0;  ///< bytes of the file that are front matter; 0 where there is none
  std::string title;
  Metadata metadata;
};

[[nodiscard]] FrontMatter read_front_matter(std::string_view markdown);

}  // namespace selon
