// What has been recorded, one line an article.
#pragma once

#include <string>

#include "claims/database.h"
#include "report/output.h"
#include "report/wording.h"

namespace selon {

/// "a.txt: revision 2 of KEY: 12 claims, 3 findings", or that nothing has changed.
void write_record_outcome(Output& output, UiLanguage language, const std::string& path,
                          const RecordOutcome& outcome);

}  // namespace selon
