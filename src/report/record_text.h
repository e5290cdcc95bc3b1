// What has been recorded, one line an article.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "claims/database.h"
#include "report/output.h"
#include "report/wording.h"

namespace selon {

/// "a.txt: revision 2 of KEY: 12 claims, 3 findings", or that nothing has changed.
void write_record_outcome(Output& output, UiLanguage language, const std::string& path,
                          const RecordOutcome& outcome);

/// "a.txt: dated before revision 1 of KEY (2024-03-12), recorded as revision 2 all the same"; a
/// line for each thing that a user may not expect of a new revision, mostly none.
[[nodiscard]] std::vector<std::string> notes_of(UiLanguage language, const std::string& path,
                                                const RecordOutcome& outcome);

/// "and 12 more"
[[nodiscard]] std::string more_notes(UiLanguage language, std::uint32_t count);

/// What a run over many articles came to.
struct RecordCounts {
  std::uint64_t recorded = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t failed = 0;
  double seconds = 0;
  std::map<std::string, std::uint64_t> reasons;  ///< of failures, with how often
};

/// "12 articles recorded, 3 unchanged, 1 failed", the reasons of failures, and from a thousand
/// articles on how many a minute.
void write_record_summary(Output& output, UiLanguage language, const RecordCounts& counts);

}  // namespace selon
