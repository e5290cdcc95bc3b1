// The table of an article's sources. A cell with data-sort is sorted by that.
#include <fmt/format.h>

#include <array>

#include "report/html_page.h"
#include "report/html_parts.h"

namespace selon {

namespace {

struct Column {
  std::string_view key;
  bool number = false;
};
constexpr std::array<Column, 10> columns{{{"table.number", true},
                                          {"table.name"},
                                          {"table.kind"},
                                          {"table.country"},
                                          {"table.named"},
                                          {"table.statements", true},
                                          {"table.share", true},
                                          {"table.first", true},
                                          {"table.quotations", true},
                                          {"table.verified", true}}};

std::string number_cell(std::uint64_t value, std::string_view shown) {
  return fmt::format("<td class=\"number\" data-sort=\"{}\">{}</td>", value, html_text(shown));
}

std::string cell(std::string_view text) { return fmt::format("<td>{}</td>", html_text(text)); }

void write_row(const PageContext& page, std::uint32_t number) {
  const PageWords& words = page.words;
  const Voice& voice = page.voices.list[number];
  const Analysis& analysis = page.article.analysis;
  const Source* source = voice.source < analysis.sources.size() ? &analysis.sources[voice.source] : nullptr;
  std::string row = fmt::format("<tr data-v=\"{}\">", number);
  row += fmt::format("<td class=\"number\" data-sort=\"{}\">{}</td>", number,
                     voice_badge(number) + fmt::format("<span class=\"hidden-text\">{}</span>", number + 1));
  row += fmt::format("<th scope=\"row\"><button data-voice=\"{}\">{}</button></th>", number,
                     html_text(page.name_of(number)));
  row += cell(source == nullptr ? std::string_view("–") : label(words.language(), source->kind));
  row += cell(source == nullptr || source->country.empty() ? std::string_view("–")
                                                           : std::string_view(source->country));
  row += cell(source == nullptr ? words["nobody"]
              : source->vague   ? words["vague"]
                                : words[source->anonymous ? "anonymous" : "named"]);
  row += number_cell(voice.statements.size(), std::to_string(voice.statements.size()));
  row += number_cell(voice.bytes, words.percent(voice.bytes, page.voices.bytes));
  const std::uint32_t start =
      voice.statements.empty() ? 0 : analysis.statements[voice.statements.front()].span.start;
  row += number_cell(start, words.with("line", {{"line", std::to_string(page.places.at(start).line)}}));
  row += number_cell(voice.quotations.all(), std::to_string(voice.quotations.all()));
  row += number_cell(voice.quotations.order(), said_counts(words, voice.quotations));
  page.out.write(row + "</tr>\n");
}

}  // namespace

void write_source_table(const PageContext& page) {
  const PageWords& words = page.words;
  page.out.write(fmt::format(
      "<section aria-labelledby=\"table\">\n<h2 id=\"table\">{}</h2>\n<div class=\"scroll\" tabindex=\"0\" "
      "role=\"region\" aria-labelledby=\"table\">\n<table "
      "class=\"sortable\">\n<caption>{}</caption>\n<thead><tr>",
      html_text(words["table"]), html_text(words["table.hint"])));
  for (const Column& column : columns) {
    page.out.write(fmt::format("<th scope=\"col\"{}{}><button{}>{}</button></th>",
                               column.number ? " class=\"number\"" : "",
                               column.key == "table.number" ? " aria-sort=\"ascending\"" : "",
                               column.number ? " data-number" : "", html_text(words[column.key])));
  }
  page.out.write("</tr></thead>\n<tbody>\n");
  for (std::uint32_t number = 0; number < page.voices.list.size(); ++number) {
    write_row(page, number);
  }
  page.out.write("</tbody>\n</table>\n</div>\n</section>\n");
}

}  // namespace selon
