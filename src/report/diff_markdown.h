// The diff as Markdown, for a pull request or a message: worst first, what went struck out,
// what came in bold.
#pragma once

#include "report/diff_report.h"
#include "report/output.h"

namespace selon {

void write_diff_markdown(Output& output, UiLanguage language, const DiffedArticles& articles);

}  // namespace selon
