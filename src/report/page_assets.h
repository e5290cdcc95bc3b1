// The style sheets, scripts and words of the pages that selon writes, kept as files of
// their own in src/report/page and built into the program.
#pragma once

#include <string_view>

namespace selon {

/// The content of that file ("page.css"); "" where there is none.
[[nodiscard]] std::string_view page_asset(std::string_view name);

}  // namespace selon
