#include <fmt/format.h>

#include <array>

#include "report/listing_formats.h"
#include "report/listings.h"
#include "report/page_words.h"
#include "rules/names.h"

namespace selon {

namespace {

std::string remarks(const SourceRow& source, UiLanguage language) {
  const auto kind = named<SourceKind>(source.kind);
  Remarks all;
  all.add(kind ? label(language, *kind) : source.kind);
  all.add(source.country);
  all.add(source.metonym_of);
  all.add(source.anonymous ? label(language, Label::anonymous) : std::string_view());
  return all.text();
}

/// A line of names, or nothing.
template <class Text>
std::string line_of(std::string_view lead, const std::vector<Text>& names) {
  std::string line;
  for (const std::string_view name : names) {
    line += line.empty() ? fmt::format("    {} ", lead) : ", ";
    line += printable(name);
  }
  return line.empty() ? line : line + "\n";
}

struct SourceTraits {
  using Row = SourceRow;
  static constexpr std::string_view schema = "selon.sources/1";
  static constexpr std::string_view list = "sources";

  template <class Visit>
  static void columns(const SourceRow& source, const Visit& visit) {
    visit("ref", source.ref);
    visit("name", source.name);
    visit("kind", source.kind);
    visit("country", source.country);
    visit("metonym_of", source.metonym_of);
    visit("anonymous", source.anonymous);
    visit("vague", source.vague);
    visit("known", source.known);
    visit("aliases", source.aliases);
    visit("claims", source.claims);
    visit("articles", source.articles);
    visit("first_seen", source.first_seen);
    visit("last_seen", source.last_seen);
    visit("direct", source.direct);
    visit("indirect", source.indirect);
    visit("mixed", source.mixed);
    visit("according_to", source.according_to);
    visit("credited", source.credited);
    visit("carried", source.carried);
    visit("near", source.near);
  }

  static std::string text(const SourceRow& source, const ListingOptions& options) {
    const UiLanguage language = options.language;
    const std::string_view bold = options.colours ? "\x1b[1m" : "";
    const std::string_view plain = options.colours ? "\x1b[0m" : "";
    const PageWords& words = ui_words(language);
    return fmt::format("{}{}{}{}\n    {}, {}, {} {}, {} {}\n", bold, printable(source.name), plain,
                       remarks(source, language), counted(language, source.claims, Counted::claim),
                       counted(language, source.articles, Counted::article), words["list.first_seen"],
                       source.first_seen.substr(0, 10), label(language, Label::last_seen),
                       source.last_seen.substr(0, 10)) +
           line_of(label(language, Label::also), source.aliases) + line_of(words["list.near"], source.near);
  }

  static std::string last_line(std::size_t rows, UiLanguage language) {
    return rows == 0 ? std::string(label(language, Label::no_sources))
                     : counted(language, rows, Counted::source);
  }

  static std::array<std::string_view, 6> heading(UiLanguage language) {
    const PageWords& words = ui_words(language);
    return {words["list.source"],   words["list.ref"],   words["list.claims"],
            words["list.articles"], words["list.first"], words["list.last"]};
  }

  static std::array<std::string, 6> cells(const SourceRow& source, UiLanguage language) {
    return {std::string(source.name) + remarks(source, language),
            std::string(source.ref),
            std::to_string(source.claims),
            std::to_string(source.articles),
            std::string(source.first_seen.substr(0, 10)),
            std::string(source.last_seen.substr(0, 10))};
  }
};

}  // namespace

std::unique_ptr<SourceListing> source_listing(Output& output, const ListingOptions& options) {
  return make_listing<SourceTraits>(output, options);
}

}  // namespace selon
