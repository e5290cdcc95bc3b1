#include "report/record_text.h"

#include <fmt/format.h>

#include "report/printable.h"

namespace selon {

void write_record_outcome(Output& output, UiLanguage language, const std::string& path,
                          const RecordOutcome& outcome) {
  const std::string file = printable(path);
  const std::string article = printable(outcome.article);
  const std::string claims = counted(language, outcome.claims, Counted::claim);
  const std::string findings = counted(language, outcome.findings, Counted::finding);
  if (language == UiLanguage::fr) {
    output.write(outcome.unchanged
                     ? fmt::format("{}\u00A0: inchangé, révision {} de {}\n", file, outcome.revision, article)
                     : fmt::format("{}\u00A0: révision {} de {}, {}, {}\n", file, outcome.revision, article,
                                   claims, findings));
    return;
  }
  output.write(outcome.unchanged
                   ? fmt::format("{}: unchanged, revision {} of {}\n", file, outcome.revision, article)
                   : fmt::format("{}: revision {} of {}, {}, {}\n", file, outcome.revision, article, claims,
                                 findings));
}

}  // namespace selon
