// Whether two texts are two articles: for a revision recorded under another article's key.
#pragma once

#include <string_view>

namespace selon {

/// Two texts of some length with fewer than one in ten of the shorter one's long words in
/// common are two articles. Two articles of one newspaper share a few.
[[nodiscard]] bool is_other_article(std::string_view before, std::string_view now);

}  // namespace selon
