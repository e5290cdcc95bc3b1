#include "report/verify_html.h"

#include <fmt/format.h>

#include "report/html_page.h"
#include "report/page_assets.h"

namespace selon {

namespace {

std::string marked(const std::vector<DifferingPart>& parts, std::string_view element) {
  std::string html;
  for (const DifferingPart& part : parts) {
    html +=
        part.differs ? fmt::format("<{0}>{1}</{0}>", element, html_text(part.text)) : html_text(part.text);
  }
  return html;
}

}  // namespace

void VerifyHtmlReport::add_passage(VerifyLabel name, const Verification& quotation,
                                   const VerifiedPassage& passage) {
  const bool compared = name == VerifyLabel::source;
  const std::vector<DifferingPart> parts =
      compared ? differing_parts(passage.text, passage.span.start, quotation.edits, true)
               : std::vector<DifferingPart>{{passage.text, false}};
  const std::string_view speaker =
      passage.speaker.empty() ? label(language_, VerifyLabel::no_speaker) : std::string_view(passage.speaker);
  body_ += fmt::format("<dt>{}</dt><dd><q>{}</q><br><span class=\"soft small\">{}:{}:{} · {}</span></dd>\n",
                       label(language_, name), marked(parts, "del"), html_text(passage.path),
                       passage.place.line, passage.place.column, html_text(speaker));
}

void VerifyHtmlReport::add(const VerifiedArticle& article, const Verification& quotation,
                           const PlaceFinder& places) {
  const FilePlace place = places.at(quotation.span.start);
  std::string what(meaning(language_, quotation.verdict));
  if (quotation.verdict == QuoteClass::risky_edit && quotation.risk != 0) {
    what += " (" + touched(language_, quotation.risk) + ")";
  }
  if (quotation.edge_cut) what += "; " + std::string(label(language_, VerifyLabel::edge_cut));
  body_ += fmt::format("<section><h3>{}:{} · {}</h3><p><b>{}</b>: {}</p><dl>\n", place.line, place.column,
                       html_text(quotation.speaker), label(language_, quotation.verdict), html_text(what));
  const std::string_view draft = quotation.span.in(article.document.text);
  body_ += fmt::format("<dt>{}</dt><dd>{}</dd>\n", label(language_, VerifyLabel::draft),
                       marked(differing_parts(draft, quotation.span.start, quotation.edits, false), "ins"));
  if (quotation.candidate) add_passage(VerifyLabel::source, quotation, *quotation.candidate);
  for (const VerifiedPassage& other : quotation.candidates) add_passage(VerifyLabel::also, quotation, other);
  body_ += "</dl>";
  if (fails(article, quotation)) {
    body_ += fmt::format("<p><b>{}</b>: {}</p>", label(language_, Label::advice),
                         advice(language_, quotation.verdict));
  }
  body_ += "</section>\n";
}

void VerifyHtmlReport::article(const VerifiedArticle& article) {
  const PlaceFinder places(article.document);
  body_ += fmt::format("<h2>{}</h2>\n", html_text(article.document.path));
  for (const Verification& quotation : article.quotations) {
    add(article, quotation, places);
    ++all_;
    failing_ += fails(article, quotation) ? 1 : 0;
  }
}

void VerifyHtmlReport::finish() {
  const std::string title = counted_quotations(language_, all_, failing_);
  const PageFrame frame{code_of(language_), title, page_asset("page.css"), {}};
  begin_page(output_, frame);
  output_.write(fmt::format("<main class=\"page\"><h1>{}</h1>\n{}</main>\n", html_text(title), body_));
  end_page(output_, frame);
}

}  // namespace selon
