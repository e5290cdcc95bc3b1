// The diff as a page of its own: worst first, old and new side by side, what differs marked
// with <del> and <ins>.
#pragma once

#include "report/diff_report.h"
#include "report/output.h"

namespace selon {

void write_diff_html(Output& output, UiLanguage language, const DiffedArticles& articles);

}  // namespace selon
