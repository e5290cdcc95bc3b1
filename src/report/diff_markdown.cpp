#include "report/diff_markdown.h"

#include <fmt/format.h>

#include "report/listing_formats.h"

namespace selon {

namespace {

/// The text with its marks; a mark's own white space stands outside of its signs.
std::string marked(const std::vector<MarkedPart>& parts, std::string_view sign) {
  std::string out;
  for (const MarkedPart& part : parts) {
    const std::string text = markdown_cell(part.text);
    const std::size_t first = text.find_first_not_of(' ');
    if (!part.marked || first == std::string::npos) {
      out += text;
      continue;
    }
    const std::size_t last = text.find_last_not_of(' ');
    out += text.substr(0, first);
    out += fmt::format("{}{}{}", sign, text.substr(first, last - first + 1), sign);
    out += text.substr(last + 1);
  }
  return out;
}

std::string side(const DiffSide& shown, std::string_view sign) {
  return fmt::format("- {} `{}:{}`: {}\n", sign == "~~" ? "−" : "+", shown.place.line, shown.place.column,
                     marked(shown.parts, sign));
}

}  // namespace

void write_diff_markdown(Output& output, UiLanguage language, const DiffedArticles& articles) {
  const ShownChanges changes(articles);
  output.write(fmt::format("# {} → {}\n\n", markdown_cell(articles.old_article.document.path),
                           markdown_cell(articles.new_article.document.path)));
  for (const Change& change : articles.diff.changes) {
    output.write(fmt::format("## {}\n\n", kinds_in_words(language, change)));
    if (const auto old_side = changes.old_side(change)) output.write(side(*old_side, "~~"));
    if (const auto new_side = changes.new_side(change)) output.write(side(*new_side, "**"));
    output.write('\n');
  }
  output.write(fmt::format("{}, {}\n", counted_changes(language, articles.diff.changes.size()),
                           counted_unchanged(language, articles.diff.unchanged)));
}

}  // namespace selon
