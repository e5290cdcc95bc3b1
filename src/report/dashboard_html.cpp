#include <fmt/format.h>

#include <algorithm>

#include "report/dashboard.h"
#include "report/html_page.h"
#include "report/json_writer.h"
#include "report/page_assets.h"
#include "rules/names.h"

namespace selon {

namespace {

constexpr std::size_t listed_sources = 200;

double share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

std::string kind_name(const PageWords& words, SourceKind kind) {
  const std::string_view name = label(words.language(), kind);
  return std::string(name.empty() ? words["kind.unknown"] : name);
}

/// One measure over time: of what, which part, and the words for it.
struct Measure {
  std::string_view key;    ///< in the words
  std::string_view query;  ///< added to the stretch of time
  std::uint32_t CollectedCounts::*part;
  std::uint32_t CollectedCounts::*whole;  ///< null: the part is a number, not a share
};

constexpr Measure measures[] = {
    {"over.claims", "", &CollectedCounts::claims, nullptr},
    {"over.anonymous", ",anonymous", &CollectedCounts::anonymous_claims, &CollectedCounts::claims},
    {"over.agency", ",agency", &CollectedCounts::agency_articles, &CollectedCounts::articles},
    {"over.single", ",single", &CollectedCounts::single_articles, &CollectedCounts::articles},
};

class DashboardPage {
 public:
  DashboardPage(Output& output, const ClaimCollection& claims, const DashboardHead& head,
                const PageWords& words)
      : out_(output), claims_(claims), head_(head), words_(words), counts_(claims.counts()) {}

  void write() {
    write_head();
    out_.write("<main>\n");
    write_figures();
    write_sources();
    write_claims();
    out_.write("</main>\n");
  }

 private:
  void write_count(std::string_view query, const std::string& shown, std::string_view key) {
    out_.write(fmt::format("<div><dt>{}</dt><dd><a href=\"#q={}\">{}</a></dd></div>\n",
                           html_text(words_[key]), query, html_text(shown)));
  }

  void write_head() {
    out_.write(fmt::format(
        "<header>\n<p class=\"brand\"><b>selon</b> <span>{}</span></p>\n<h1>{}</h1>\n"
        "<p class=\"soft small\">{}{}</p>\n<dl class=\"counts\" aria-label=\"{}\">\n",
        html_text(words_["dashboard"]), html_text(words_.counted("dashboard.title", counts_.articles)),
        html_text(head_.origin), html_text(head_.filter.empty() ? "" : " · " + head_.filter),
        html_text(words_["dashboard.figures"])));
    write_count("all", std::to_string(counts_.claims), "count.claims");
    write_count("named", std::to_string(claims_.sources().size()), "sources.count");
    write_count("anonymous", words_.percent(counts_.anonymous_claims, counts_.claims), "dashboard.anonymous");
    write_count("nobody", words_.percent(counts_.unknown_claims, counts_.claims), "dashboard.unknown");
    write_count("agency", words_.percent(counts_.agency_articles, counts_.articles), "dashboard.agency");
    write_count("single", words_.percent(counts_.single_articles, counts_.articles), "dashboard.single");
    out_.write("</dl>\n</header>\n");
  }

  void write_figures() {
    out_.write(fmt::format(
        "<section aria-labelledby=\"pictures\">\n<h2 id=\"pictures\">{}</h2>\n<div class=\"figures\">\n",
        html_text(words_["pictures"])));
    write_kinds();
    const auto by_time = claims_.by_time();
    for (const Measure& measure : measures) {
      write_over_time(by_time, measure);
    }
    out_.write("</div>\n</section>\n");
  }

  void write_kinds() {
    const auto kinds = claims_.claims_by_kind();
    std::vector<std::pair<SourceKind, std::uint32_t>> order(kinds.begin(), kinds.end());
    std::ranges::stable_sort(order, [](const auto& a, const auto& b) { return a.second > b.second; });
    const std::uint32_t most = order.empty() ? 1 : std::max(order.front().second, 1u);
    out_.write(
        fmt::format("<figure class=\"kinds\">\n<figcaption><h3>{}</h3></figcaption>\n<ul class=\"bars\">\n",
                    html_text(words_["dashboard.kinds"])));
    for (const auto& [kind, count] : order) {
      out_.write(fmt::format(
          "<li><span>{}</span><svg height=\"14\" aria-hidden=\"true\"><rect class=\"bar\" width=\"{:.1f}%\" "
          "height=\"14\"/></svg><a href=\"#q=kind:{}\">{}</a></li>\n",
          html_text(kind_name(words_, kind)), share(count, most), static_cast<int>(kind), count));
    }
    out_.write("</ul>\n</figure>\n");
  }

  void write_over_time(const std::map<std::string, CollectedCounts>& by_time, const Measure& measure) {
    out_.write(fmt::format("<figure class=\"time\">\n<figcaption><h3>{}</h3></figcaption>\n",
                           html_text(words_[measure.key])));
    if (by_time.empty()) {
      out_.write(
          fmt::format("<p class=\"soft small\">{}</p>\n</figure>\n", html_text(words_["dashboard.undated"])));
      return;
    }
    std::uint32_t most = 1;
    for (const auto& [when, counts] : by_time) {
      most = std::max(most, counts.*measure.part);
    }
    out_.write("<ol class=\"columns\">\n");
    for (const auto& [when, counts] : by_time) {
      const std::uint32_t part = counts.*measure.part;
      const bool is_share = measure.whole != nullptr;
      const double height = is_share ? share(part, counts.*measure.whole) : share(part, most);
      const std::string value = is_share ? words_.percent(part, counts.*measure.whole) : std::to_string(part);
      const std::string said = words_.with("over.said", {{"when", when}, {"value", value}});
      out_.write(fmt::format(
          "<li><a href=\"#q=at:{}{}\" aria-label=\"{}\" title=\"{}\"><svg aria-hidden=\"true\" "
          "height=\"72\"><rect "
          "class=\"ground\" width=\"100%\" height=\"100%\"/><rect class=\"bar\" y=\"{:.1f}%\" width=\"100%\" "
          "height=\"{:.1f}%\"/></svg></a></li>\n",
          html_text(when), measure.query, html_text(said), html_text(said), 100 - height, height));
    }
    out_.write(
        fmt::format("</ol>\n<p class=\"ends soft small\"><span>{}</span><span>{}</span></p>\n</figure>\n",
                    html_text(by_time.begin()->first), html_text(by_time.rbegin()->first)));
  }

  void write_sources() {
    const std::vector<std::uint32_t> order = claims_.sources_by_claims();
    out_.write(fmt::format(
        "<section aria-labelledby=\"table\">\n<h2 id=\"table\">{}</h2>\n<div class=\"scroll\" tabindex=\"0\" "
        "role=\"region\" "
        "aria-labelledby=\"table\">\n<table class=\"sortable\">\n<caption>{}</caption>\n<thead><tr>",
        html_text(words_["sources"]), html_text(words_["table.hint"])));
    for (const auto& [key, number] : {std::pair{"table.name", false},
                                      {"table.kind", false},
                                      {"table.country", false},
                                      {"table.named", false},
                                      {"dashboard.claims", true},
                                      {"dashboard.articles", true},
                                      {"table.quotations", true}}) {
      const bool sorted = std::string_view(key) == "dashboard.claims";
      out_.write(fmt::format("<th scope=\"col\"{}{}><button{}>{}</button></th>",
                             number ? " class=\"number\"" : "", sorted ? " aria-sort=\"descending\"" : "",
                             number ? " data-number" : "", html_text(words_[key])));
    }
    out_.write("</tr></thead>\n<tbody>\n");
    for (std::size_t i = 0; i < std::min(order.size(), listed_sources); ++i) {
      const CollectedSource& source = claims_.sources()[order[i]];
      out_.write(
          fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td class=\"number\" "
                      "data-sort=\"{}\"><a "
                      "href=\"#q=source:{}\">{}</a></td><td class=\"number\" data-sort=\"{}\">{}</td><td "
                      "class=\"number\" data-sort=\"{}\">{}</td></tr>\n",
                      html_text(source.name), html_text(kind_name(words_, source.kind)),
                      html_text(source.country.empty() ? "–" : source.country),
                      html_text(words_[source.anonymous ? "anonymous" : "named"]), source.claims, order[i],
                      source.claims, source.articles, source.articles, source.quotations.order(),
                      html_text(said_counts(words_, source.quotations))));
    }
    out_.write("</tbody>\n</table>\n</div>\n");
    if (order.size() > listed_sources) {
      out_.write(fmt::format("<p class=\"soft small\">{}</p>\n",
                             html_text(words_.counted("timeline.more", order.size() - listed_sources))));
    }
    out_.write("</section>\n");
  }

  void write_claims() {
    out_.write(fmt::format(
        "<section aria-labelledby=\"claims\">\n<h2 id=\"claims\" tabindex=\"-1\" data-none=\"{}\" "
        "data-one=\"{}\" data-many=\"{}\">{}</h2>\n"
        "<p id=\"status\" class=\"soft small\" role=\"status\">{}</p>\n<ol id=\"list\" class=\"claims\" "
        "data-line=\"{}\" "
        "data-nobody=\"{}\"></ol>\n<p><button id=\"more\" class=\"plain\" "
        "hidden>{}</button></p>\n</section>\n",
        html_text(words_["claims.none"]), html_text(words_["claims.one"]), html_text(words_["claims.many"]),
        html_text(words_["claims.behind"]), html_text(words_["claims.hint"]), html_text(words_["line"]),
        html_text(words_["nobody"]), html_text(words_["claims.more"])));
    Output data;
    write_data(data);
    out_.write("<script type=\"application/json\" id=\"data\">");
    out_.write(json_for_html(data.text()));
    out_.write("</script>\n");
  }

  /// Rows as lists: [headline, key, at, agency, single], [name, kind, anonymous],
  /// [article, source or -1, anonymous, line, content, further sources...].
  void write_data(Output& data) const {
    JsonWriter json(data, JsonLayout::compact);
    json.begin_object();
    json.key("articles");
    json.begin_array();
    for (const CollectedArticle& article : claims_.articles()) {
      json.begin_array();
      for (const std::string* text : {&article.headline, &article.key, &article.at}) {
        json.value(std::string_view(*text));
      }
      json.value(std::uint32_t{article.agency});
      json.value(std::uint32_t{article.is_single()});
      json.end_array();
    }
    json.end_array();
    json.key("sources");
    json.begin_array();
    for (const CollectedSource& source : claims_.sources()) {
      json.begin_array();
      json.value(std::string_view(source.name));
      json.value(static_cast<std::uint32_t>(source.kind));
      json.end_array();
    }
    json.end_array();
    json.key("claims");
    json.begin_array();
    for (const CollectedClaim& claim : claims_.claims()) {
      json.begin_array();
      json.value(claim.article);
      claim.source == no_index ? json.raw("-1") : json.value(claim.source);
      json.value(std::uint32_t{claim.anonymous});
      json.value(claim.line);
      json.value(std::string_view(claim.content));
      for (const std::uint32_t credit : claim.credits) {
        json.value(credit);
      }
      json.end_array();
    }
    json.end_array();
    json.end_object();
  }

  Output& out_;
  const ClaimCollection& claims_;
  const DashboardHead& head_;
  const PageWords& words_;
  CollectedCounts counts_;
};

}  // namespace

void write_dashboard_html(Output& output, const ClaimCollection& claims, const DashboardHead& head,
                          const HtmlReportOptions& options) {
  const PageWords words(options.language);
  const std::string style = std::string(page_asset("page.css")) + std::string(page_asset("report.css")) +
                            std::string(page_asset("dashboard.css"));
  const std::string script = std::string(page_asset("sort.js")) + std::string(page_asset("dashboard.js"));
  const PageFrame frame{code_of(options.language), words.counted("dashboard.title", claims.articles().size()),
                        style, script};
  begin_page(output, frame);
  output.write(fmt::format("<a class=\"skip\" href=\"#table\">{}</a>\n<div class=\"page\">\n",
                           html_text(words["dashboard.skip"])));
  DashboardPage(output, claims, head, words).write();
  output.write(fmt::format("<footer><p>{} {}</p></footer>\n</div>\n", html_text(words["found.not.true"]),
                           html_text(words.with("made.by", {{"version", options.version}}))));
  end_page(output, frame);
}

}  // namespace selon
