#include "report/wrapped_text.h"

#include <algorithm>

#include "document/characters.h"
#include "report/printable.h"

namespace selon {

std::uint32_t columns_of(std::string_view text) {
  std::uint32_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    columns += column_width(c.code);
    at += std::max<std::size_t>(c.size, 1);
  }
  return columns;
}

std::vector<std::string> wrapped(std::string_view text, std::uint32_t columns) {
  columns = std::max(columns, 2u);  // a wide character fits
  const std::string shown = printable(text);
  std::vector<std::string> lines;
  std::string line;
  std::uint32_t width = 0;
  std::size_t break_at = std::string::npos;  // of the last space in the line
  const auto end_line = [&](std::size_t kept, std::size_t skipped) {
    std::string rest = line.substr(std::min(kept + skipped, line.size()));
    line.resize(kept);
    lines.push_back(std::move(line));
    line = std::move(rest);
    width = columns_of(line);
    break_at = std::string::npos;
  };
  for (std::size_t at = 0; at < shown.size();) {
    const Character c = character_at(shown, at);
    const std::size_t size = std::max<std::size_t>(c.size, 1);
    const std::uint32_t wide = column_width(c.code);
    if (width + wide > columns) {
      if (c.code == ' ') {
        end_line(line.size(), 0);
        at += size;
        continue;
      }
      break_at == std::string::npos ? end_line(line.size(), 0) : end_line(break_at, 1);
    }
    if (c.code == ' ') {
      break_at = line.size();
    }
    line.append(shown, at, size);
    width += wide;
    at += size;
  }
  if (!line.empty() || lines.empty()) {
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace selon
