#include "report/listing_formats.h"

namespace selon {

std::string markdown_cell(std::string_view text) {
  std::string cell;
  for (const char c : printable(text)) {
    // what could begin emphasis, code, a link, HTML or another cell
    if (std::string_view("\\`*_[]<>|~").find(c) != std::string_view::npos) cell += '\\';
    cell += c;
  }
  return cell;
}

}  // namespace selon
