// The day an article appeared, read from the page's text where no metadata tell it:
// <time datetime>, or "19 février 2020", "14/01/2020" near the headline.
#pragma once

#include <string>

#include "document/html_article.h"
#include "document/html_tree.h"
#include "rules/pack.h"

namespace selon {

/// ISO 8601, or "".
[[nodiscard]] std::string find_date(const HtmlTree& tree, const PageArticle& article, const Pack& pack);

}  // namespace selon
