#include "report/record_text.h"

#include <fmt/format.h>

#include "report/page_words.h"
#include "report/printable.h"

namespace selon {

void write_record_outcome(Output& output, UiLanguage language, const std::string& path,
                          const RecordOutcome& outcome) {
  const std::string file = printable(path);
  const std::string article = printable(outcome.article);
  const std::string revision = std::to_string(outcome.revision);
  const std::string claims = counted(language, outcome.claims, Counted::claim);
  const std::string findings = counted(language, outcome.findings, Counted::finding);
  output.write(ui_words(language).with(outcome.unchanged ? "record.unchanged" : "record.revision",
                                       {{"file", file},
                                        {"revision", revision},
                                        {"article", article},
                                        {"claims", claims},
                                        {"findings", findings}}) +
               "\n");
}

std::vector<std::string> notes_of(UiLanguage language, const std::string& path,
                                  const RecordOutcome& outcome) {
  const PageWords& words = ui_words(language);
  const std::string file = printable(path);
  const std::string article = printable(outcome.article);
  const std::string revision = std::to_string(outcome.revision);
  const std::string before = std::to_string(outcome.revision - 1);
  std::vector<std::string> notes;
  if (!outcome.later_than_this.empty()) {
    const std::string day = outcome.later_than_this.substr(0, 10);
    notes.push_back(words.with(
        "record.older",
        {{"file", file}, {"before", before}, {"article", article}, {"date", day}, {"revision", revision}}));
  }
  if (outcome.unlike_before) {
    notes.push_back(words.with("record.unlike", {{"file", file}, {"before", before}, {"article", article}}));
  }
  return notes;
}

std::string more_notes(UiLanguage language, std::uint32_t count) {
  return ui_words(language).with("record.more_notes", {{"count", std::to_string(count)}});
}

void write_record_summary(Output& output, UiLanguage language, const RecordCounts& counts) {
  const PageWords& words = ui_words(language);
  const std::uint64_t all = counts.recorded + counts.unchanged + counts.failed;
  std::string line = words.with("record.summary", {{"all", counted(language, all, Counted::article)},
                                                   {"recorded", std::to_string(counts.recorded)},
                                                   {"unchanged", std::to_string(counts.unchanged)},
                                                   {"failed", std::to_string(counts.failed)}});
  constexpr std::uint64_t telling = 1000;  // a rate of fewer says nothing
  if (all >= telling && counts.seconds > 0) {
    const std::string rate = fmt::format("{:.0f}", static_cast<double>(all) * 60 / counts.seconds);
    line += ", " + words.with("record.rate", {{"count", rate}});
  }
  output.write(line + "\n");
  for (const auto& [reason, times] : counts.reasons) {
    output.write(fmt::format("  {} × {}\n", times, printable(reason)));
  }
}

}  // namespace selon
