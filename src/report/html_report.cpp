#include "report/html_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/html_page.h"
#include "report/html_parts.h"
#include "report/page_assets.h"

namespace selon {

namespace {

void write_count(const PageContext& page, std::uint64_t count, std::string_view key, bool alarm = false) {
  page.out.write(fmt::format("<div{}><dt>{}</dt><dd>{}</dd></div>\n",
                             alarm && count > 0 ? " class=\"alarm\"" : "", html_text(page.words[key]),
                             count));
}

/// "2023-07-28T07:21:00+02:00" as "2023-07-28 07:21", the article's own clock; anything
/// else as it is.
std::string to_the_minute(const std::string& date) {
  constexpr std::size_t time_begins = 10;
  constexpr std::size_t minutes_end = 16;
  if (date.size() < minutes_end || date[time_begins] != 'T' || date[time_begins + 3] != ':') {
    return date;
  }
  return date.substr(0, time_begins) + " " + date.substr(time_begins + 1, minutes_end - time_begins - 1);
}

/// "franceinfo · published 27 July · revision 2 of 3 · article.html"
std::string origin_of(const PageContext& page) {
  const Document& document = page.article.document;
  std::vector<std::string> parts;
  const auto add = [&](std::string_view text) {
    if (!text.empty()) {
      parts.push_back(html_text(text));
    }
  };
  add(document.metadata.publisher);
  for (const std::string& author : document.metadata.authors) {
    add(author);
  }
  for (const auto& [key, date] : {std::pair{"published", &document.metadata.published},
                                  std::pair{"modified", &document.metadata.modified}}) {
    if (!date->empty()) {
      parts.push_back(fmt::format("{} {}", html_text(page.words[key]), html_text(to_the_minute(*date))));
    }
  }
  if (page.article.revision > 0) {
    add(page.words.with("revision.of", {{"number", std::to_string(page.article.revision)},
                                        {"count", std::to_string(page.article.revisions)}}));
  } else if (!document.sha256.empty()) {
    parts.push_back(fmt::format("{} <code>{}</code>", html_text(page.words["revision"]),
                                html_text(document.sha256.substr(0, 12))));
  }
  add(document.path == "-" ? document.id : document.path);
  return fmt::format("{}", fmt::join(parts, " · "));
}

void write_head(const PageContext& page, std::string_view headline) {
  const AuditSummary& counts = page.article.summary;
  page.out.write(
      fmt::format("<h1>{}</h1>\n<p class=\"soft small\">{}</p>\n", html_text(headline), origin_of(page)));
  page.out.write(
      fmt::format("<dl class=\"counts\" aria-label=\"{}\">\n", html_text(page.words["in.figures"])));
  write_count(page, counts.statements, "statements");
  write_count(page, counts.attributed, "attributed");
  write_count(page, counts.credited, "credited");
  write_count(page, counts.carried, "carried");
  write_count(page, counts.own_voice, "own.voice");
  write_count(page, counts.lacking, "lacking", true);
  const auto told =
      std::ranges::count_if(page.voices.list, [](const Voice& v) { return v.source != no_index; });
  write_count(page, static_cast<std::uint64_t>(told), "sources.count");
  write_count(page, page.article.findings.size(), "findings.count");
  page.out.write("</dl>\n");
}

}  // namespace

void write_voice_list(const PageContext& page) {
  const PageWords& words = page.words;
  page.out.write(
      fmt::format("<nav class=\"voices screen\" aria-labelledby=\"voices\">\n<h2 id=\"voices\">{}</h2>\n"
                  "<p class=\"small soft\">{}</p>\n<ol>\n",
                  html_text(words["sources"]), html_text(words["filter.hint"])));
  for (std::uint32_t voice = 0; voice < page.voices.list.size(); ++voice) {
    const std::string said = words.counted("says.statements", page.voices.list[voice].statements.size());
    page.out.write(
        fmt::format("<li><button class=\"voice k{0}\" data-voice=\"{1}\" data-name=\"{2}\" data-said=\"{3}\" "
                    "aria-pressed=\"false\">{4}<span class=\"name\">{2}</span> <span class=\"soft "
                    "small\">{3}</span></button></li>\n",
                    voice % 8, voice, html_text(page.name_of(voice)), html_text(said), voice_badge(voice)));
  }
  page.out.write(fmt::format(
      "</ol>\n<p><button id=\"all\" class=\"plain\" hidden>{}</button></p>\n"
      "<p id=\"status\" class=\"small\" role=\"status\" data-on=\"{}\" data-off=\"{}\"></p>\n</nav>\n",
      html_text(words["filter.all"]), html_text(words["filter.on"]), html_text(words["filter.off"])));
}

void HtmlReport::article(const ReportedArticle& article) {
  Output& output = output_;
  const PageWords words(options_.language);
  const Voices voices = voices_of(article);
  const PlaceFinder places(article.document);
  const PageContext page{output, article, voices, words, places};
  const std::string headline =
      article.document.headline.empty() ? std::string(words["untitled"]) : article.document.headline;
  const std::string style = std::string(page_asset("page.css")) + std::string(page_asset("report.css"));
  const std::string script = std::string(page_asset("sort.js")) + std::string(page_asset("report.js"));
  const PageFrame frame{code_of(options_.language), words.with("report.title", {{"headline", headline}}),
                        style, script};
  begin_page(output, frame);
  output.write(
      fmt::format("<a class=\"skip\" href=\"#article\">{}</a>\n<div class=\"page\">\n<header>\n"
                  "<p class=\"brand\"><b>selon</b> <span>{}</span></p>\n",
                  html_text(words["skip"]), html_text(words["report"])));
  write_head(page, headline);
  output.write("</header>\n<main>\n");
  write_pictures(page);
  output.write("<div class=\"desk\">\n");
  write_voice_list(page);
  write_marked_article(page);
  output.write("</div>\n");
  write_changes(page);
  write_source_table(page);
  output.write(fmt::format("</main>\n<footer><p>{} {}</p></footer>\n</div>\n",
                           html_text(words["found.not.true"]),
                           html_text(words.with("made.by", {{"version", options_.version}}))));
  end_page(output, frame);
}

}  // namespace selon
