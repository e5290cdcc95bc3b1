// What changed from revision to revision, as a list: worst first, old words above new ones.
#include <fmt/format.h>

#include "report/html_page.h"
#include "report/html_parts.h"

namespace selon {

namespace {

void write_side(Output& out, const DiffArticle& article, const Assertion& assertion,
                const std::vector<Span>& marks, std::string_view tag) {
  out.write("<p>");
  for (const MarkedPart& part : marked_parts(article.document.text, assertion, marks)) {
    const std::string text = html_text(part.text);
    out.write(part.marked || marks.empty() ? fmt::format("<{0}>{1}</{0}>", tag, text) : text);
  }
  out.write("</p>");
}

void write_change(const PageContext& page, const DiffedArticles& articles, const Change& change) {
  std::string kinds;
  for (const ChangeKind kind : change.kinds) {
    kinds += kinds.empty() ? "" : ", ";
    kinds += label(page.words.language(), kind);
  }
  page.out.write(fmt::format("<li><p class=\"kind\"><b>{}</b></p>", html_text(kinds)));
  const bool only_moved = change.kinds.front() == ChangeKind::moved;
  if (change.old_assertion && !only_moved) {
    write_side(page.out, articles.old_article, articles.diff.old_side.at(*change.old_assertion),
               change.old_marks, change.old_marks.empty() && change.new_assertion ? "span" : "del");
  }
  if (change.new_assertion) {
    write_side(page.out, articles.new_article, articles.diff.new_side.at(*change.new_assertion),
               change.new_marks, change.new_marks.empty() && change.old_assertion ? "span" : "ins");
  }
  page.out.write("</li>\n");
}

}  // namespace

void write_changes(const PageContext& page) {
  if (page.article.changes.empty()) {
    return;
  }
  page.out.write(fmt::format("<section aria-labelledby=\"changes\">\n<h2 id=\"changes\">{}</h2>\n",
                             html_text(page.words["changes"])));
  for (const RevisionDiff& step : page.article.changes) {
    const Diff& diff = step.articles.diff;
    page.out.write(
        fmt::format("<h3>{} → {} · <span class=\"soft\">{}, {}</span></h3>\n<ol class=\"changes\">\n",
                    html_text(step.old_name), html_text(step.new_name),
                    html_text(counted_changes(page.words.language(), diff.changes.size())),
                    html_text(counted_unchanged(page.words.language(), diff.unchanged))));
    for (const Change& change : diff.changes) {
      write_change(page, step.articles, change);
    }
    page.out.write("</ol>\n");
  }
  page.out.write("</section>\n");
}

}  // namespace selon
