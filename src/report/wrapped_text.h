// Text in lines of a width, for a terminal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace selon {

/// The columns that `text` takes on a terminal.
[[nodiscard]] std::uint32_t columns_of(std::string_view text);

/// `text` (made printable) in lines of at most `columns` columns, broken at spaces, and
/// where a word is longer than a line inside it. At least one line.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::uint32_t columns);

}  // namespace selon
