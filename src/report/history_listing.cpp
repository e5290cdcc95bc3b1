#include <fmt/format.h>

#include <array>

#include "report/diff_report.h"
#include "report/listing_formats.h"
#include "report/listings.h"
#include "report/page_words.h"

namespace selon {

namespace {

/// "attribution lost, figure changed ×2, 3 unchanged"
std::string changes_in_words(const RevisionChanges& row, UiLanguage language) {
  if (row.first) return std::string(ui_words(language)["list.first_revision"]);
  std::string words;
  for (std::size_t kind = 0; kind < change_kinds; ++kind) {
    if (row.kinds[kind] == 0) continue;
    words += words.empty() ? "" : ", ";
    words += label(language, static_cast<ChangeKind>(kind));
    if (row.kinds[kind] > 1) words += fmt::format(" ×{}", row.kinds[kind]);
  }
  words += words.empty() ? "" : ", ";
  return words + counted_unchanged(language, row.unchanged);
}

struct HistoryTraits {
  using Row = RevisionChanges;
  static constexpr std::string_view schema = "selon.history/1";
  static constexpr std::string_view list = "revisions";

  template <class Visit>
  static void columns(const RevisionChanges& row, const Visit& visit) {
    const RevisionRow& revision = row.revision;
    const auto text = [](const std::string& value) { return std::string_view(value); };
    visit("article", text(revision.article));
    visit("revision", revision.number);
    visit("at", text(revision.at));
    visit("recorded_at", text(revision.recorded_at));
    visit("headline", text(revision.headline));
    visit("selon_version", text(revision.selon_version));
    visit("pack_version", text(revision.pack_version));
    visit("claims", revision.claims);
    visit("findings", revision.findings);
    for (std::size_t kind = 0; kind < change_kinds; ++kind) {
      visit(name_of(static_cast<ChangeKind>(kind)), row.kinds[kind]);
    }
    visit("unchanged", row.unchanged);
  }

  static std::string text(const RevisionChanges& row, const ListingOptions& options) {
    const std::string_view bold = options.colours ? "\x1b[1m" : "";
    const std::string_view plain = options.colours ? "\x1b[0m" : "";
    return fmt::format("{}{}{}  {}  {}  {}\n", bold, row.revision.number, plain, row.revision.at,
                       counted(options.language, row.revision.claims, Counted::claim),
                       changes_in_words(row, options.language));
  }

  static std::string last_line(std::size_t rows, UiLanguage language) {
    return counted(language, rows, Counted::revision);
  }

  static std::array<std::string_view, 4> heading(UiLanguage language) {
    const PageWords& words = ui_words(language);
    return {words["list.revision"], words["list.date"], words["list.claims"], words["list.changed"]};
  }

  static std::array<std::string, 4> cells(const RevisionChanges& row, UiLanguage language) {
    return {std::to_string(row.revision.number), row.revision.at, std::to_string(row.revision.claims),
            changes_in_words(row, language)};
  }
};

}  // namespace

std::unique_ptr<HistoryListing> history_listing(Output& output, const ListingOptions& options) {
  return make_listing<HistoryTraits>(output, options);
}

}  // namespace selon
