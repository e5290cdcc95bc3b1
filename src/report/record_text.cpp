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

void write_record_summary(Output& output, UiLanguage language, const RecordCounts& counts) {
  const bool french = language == UiLanguage::fr;
  const std::uint64_t all = counts.recorded + counts.unchanged + counts.failed;
  std::string line = french ? fmt::format("{}\u00A0: {} enregistrés, {} inchangés, {} en échec",
                                          counted(language, all, Counted::article), counts.recorded,
                                          counts.unchanged, counts.failed)
                            : fmt::format("{}: {} recorded, {} unchanged, {} failed",
                                          counted(language, all, Counted::article), counts.recorded,
                                          counts.unchanged, counts.failed);
  constexpr std::uint64_t telling = 1000;  // a rate of fewer says nothing
  if (all >= telling && counts.seconds > 0) {
    line += fmt::format(", {:.0f} {}", static_cast<double>(all) * 60 / counts.seconds,
                        french ? "par minute" : "a minute");
  }
  output.write(line + "\n");
  for (const auto& [reason, times] : counts.reasons) {
    output.write(fmt::format("  {} × {}\n", times, printable(reason)));
  }
}

}  // namespace selon
