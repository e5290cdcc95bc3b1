#include "report/diff_html.h"

#include <fmt/format.h>

#include "report/html_page.h"
#include "report/page_assets.h"
#include "report/page_words.h"

namespace selon {

namespace {

void write_side(Output& output, const std::optional<DiffSide>& side, std::string_view element,
                const PageWords& words) {
  if (!side) {
    output.write("<td class=\"soft\">—</td>");
    return;
  }
  output.write(fmt::format("<td><span class=\"soft small\">{}</span> ",
                           words.with("line", {{"line", std::to_string(side->place.line)}})));
  for (const MarkedPart& part : side->parts) {
    output.write(part.marked ? fmt::format("<{}>{}</{}>", element, html_text(part.text), element)
                             : html_text(part.text));
  }
  output.write("</td>");
}

}  // namespace

void write_diff_html(Output& output, UiLanguage language, const DiffedArticles& articles) {
  const PageWords& words = ui_words(language);
  const ShownChanges changes(articles);
  const std::string style = std::string(page_asset("page.css")) + std::string(page_asset("diff.css"));
  const PageFrame frame{code_of(language), std::string(words["changes"]), style, {}};
  begin_page(output, frame);
  output.write(fmt::format("<main class=\"page\"><h1>{}</h1>\n<p class=\"soft\">{} → {}</p>\n",
                           words["changes"], html_text(articles.old_article.document.path),
                           html_text(articles.new_article.document.path)));
  output.write(fmt::format("<p>{}, {}</p>\n", counted_changes(language, articles.diff.changes.size()),
                           counted_unchanged(language, articles.diff.unchanged)));
  if (!articles.diff.changes.empty()) {
    output.write(
        fmt::format("<div class=\"scroll\"><table class=\"changes\"><thead><tr><th scope=\"col\">{}</th>"
                    "<th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
                    words["diff.kind"], words["diff.before"], words["diff.after"]));
    for (const Change& change : articles.diff.changes) {
      output.write(fmt::format("<tr class=\"{}\"><th scope=\"row\">{}</th>", name_of(change.kinds.front()),
                               html_text(kinds_in_words(language, change))));
      write_side(output, changes.old_side(change), "del", words);
      write_side(output, changes.new_side(change), "ins", words);
      output.write("</tr>\n");
    }
    output.write("</tbody></table></div>\n");
  }
  output.write("</main>\n");
  end_page(output, frame);
}

}  // namespace selon
