// What XML forbids but pugixml lets pass: run on a file that pugixml has parsed, it
// finds what is left (entities that aren't, "--" in a comment, "]]>"), so that a rule
// file that selon reads is one that every XML tool reads. Element (element.h) sees to
// the values of attributes.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace selon {

struct MarkupMistake {
  std::size_t offset = 0;
  std::size_t size = 0;  ///< of the fragment
  std::string_view what;
  std::string_view advice;
};

[[nodiscard]] std::optional<MarkupMistake> markup_mistake(std::string_view xml);

}  // namespace selon
