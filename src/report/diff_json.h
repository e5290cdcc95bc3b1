// The diff as JSON, schema selon.diff/1 (rules/schema/selon.diff-1.schema.json).
#pragma once

#include "report/diff_report.h"
#include "report/json_writer.h"
#include "report/output.h"

namespace selon {

void write_diff_json(Output& output, const DiffedArticles& articles);

}  // namespace selon
