// The words of a quotation on one line, those that differ from its source's marked.
#pragma once

#include <string>
#include <vector>

#include "report/verify_report.h"

namespace selon {

/// What differs stands in colour or, without, in {+ +}, and in [- -] where it is the side that
/// was changed. Long stretches without a difference are cut.
[[nodiscard]] std::string marked_words(const std::vector<DifferingPart>& parts, bool is_source, bool colours);

}  // namespace selon
