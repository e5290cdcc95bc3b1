#include <fmt/format.h>

#include <array>

#include "report/listing_formats.h"
#include "report/listings.h"
#include "report/page_words.h"

namespace selon {

namespace {

std::string_view reserve(const TimelineRow& row, UiLanguage language) {
  if (row.polarity == "denied") return label(language, Polarity::denied);
  return row.modality == "conditional" ? label(language, Modality::conditional) : std::string_view();
}

struct TimelineTraits {
  using Row = TimelineRow;
  static constexpr std::string_view schema = "selon.timeline/1";
  static constexpr std::string_view list = "claims";

  template <class Visit>
  static void columns(const TimelineRow& row, const Visit& visit) {
    const auto text = [](const std::string& value) { return std::string_view(value); };
    visit("at", text(row.at));
    visit("source", text(row.source));
    visit("ref", text(row.ref));
    visit("content", text(row.content));
    visit("kind", text(row.kind));
    visit("polarity", text(row.polarity));
    visit("modality", text(row.modality));
    visit("article", text(row.article));
    visit("revision", row.revision);
    visit("line", row.line);
    visit("column", row.column);
    visit("headline", text(row.headline));
    visit("publisher", text(row.publisher));
    visit("articles", row.articles);
    visit("carried_by", row.carried_by);
    visit("last_at", text(row.last_at));
  }

  static std::string text(const TimelineRow& row, const ListingOptions& options) {
    const std::string_view bold = options.colours ? "\x1b[1m" : "";
    const std::string_view plain = options.colours ? "\x1b[0m" : "";
    Remarks remarks;
    remarks.add(reserve(row, options.language));
    std::string lines =
        fmt::format("{}  {}{}{}{}\n    {}\n    {}:{}:{}\n", std::string_view(row.at).substr(0, 10), bold,
                    printable(row.source), plain, remarks.text(), printable(row.content),
                    printable(row.article), row.line, row.column);
    for (std::size_t at = 0; at < row.carried_by.size(); ++at) {
      lines += at == 0 ? fmt::format("    {} ", ui_words(options.language)["list.then_in"]) : ", ";
      lines += printable(row.carried_by[at]);
    }
    return lines + (row.carried_by.empty() ? "" : "\n");
  }

  static std::string last_line(std::size_t rows, UiLanguage language) {
    return rows == 0 ? std::string(label(language, Label::no_claims))
                     : counted(language, rows, Counted::claim);
  }

  static std::array<std::string_view, 5> heading(UiLanguage language) {
    const PageWords& words = ui_words(language);
    return {words["list.date"], words["list.source"], words["list.claim"], words["list.first_in"],
            words["list.articles"]};
  }

  static std::array<std::string, 5> cells(const TimelineRow& row, UiLanguage /*language*/) {
    return {row.at.substr(0, 10), row.source, row.content,
            fmt::format("{}:{}:{}", row.article, row.line, row.column), std::to_string(row.articles)};
  }
};

}  // namespace

std::unique_ptr<TimelineListing> timeline_listing(Output& output, const ListingOptions& options) {
  return make_listing<TimelineTraits>(output, options);
}

}  // namespace selon
