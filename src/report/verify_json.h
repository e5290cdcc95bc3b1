// A verification as JSON (selon.verify/1).
#pragma once

#include "report/json_writer.h"
#include "report/verify_report.h"

namespace selon {

/// The member "edits" of a quotation.
void write_edits(JsonWriter& json, const std::vector<VerifiedEdit>& edits);

void write_verify_json(Output& output, const VerifiedArticle& article);

}  // namespace selon
