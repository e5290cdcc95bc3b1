// Pictures in SVG. What they show stands in words too: as a label of the picture, or
// beside it.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/html_page.h"
#include "report/html_parts.h"

namespace selon {

namespace {

constexpr std::size_t shown_voices = 16;  ///< rows of the timeline

double percent_of(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

void open_figure(const PageContext& page, std::string_view title, std::string_view name) {
  page.out.write(fmt::format("<figure class=\"{}\">\n<figcaption><h3>", name));
  page.out.write(html_text(title));
  page.out.write("</h3></figcaption>\n");
}

std::vector<std::uint32_t> by_share(const Voices& voices) {
  std::vector<std::uint32_t> order(voices.list.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  std::ranges::stable_sort(
      order, [&](std::uint32_t a, std::uint32_t b) { return voices.list[a].bytes > voices.list[b].bytes; });
  return order;
}

/// One strip, each voice as wide as what stands on it; the rest is the article's own.
void write_share(const PageContext& page) {
  const Voices& voices = page.voices;
  open_figure(page, page.words["share"], "share");
  std::string label;
  std::string bars;
  double at = 0;
  const auto add = [&](std::string_view name, std::uint64_t bytes, std::string_view fill,
                       std::string_view number) {
    const double width = percent_of(bytes, voices.bytes);
    const std::string said =
        page.words.with("share.said", {{"name", name}, {"share", page.words.percent(bytes, voices.bytes)}});
    if (bytes == 0) {
      return;
    }
    if (width >= 1) {
      label += (label.empty() ? "" : "; ") + said;
    }
    bars += fmt::format(
        "<rect class=\"{}\" x=\"{:.2f}%\" width=\"{:.2f}%\" height=\"26\"><title>{}</title></rect>", fill, at,
        std::max(width - 0.15, 0.1), html_text(said));
    if (width >= 3 && !number.empty()) {
      bars += fmt::format("<text x=\"{:.2f}%\" y=\"40\" text-anchor=\"middle\">{}</text>", at + width / 2,
                          number);
    }
    at += width;
  };
  for (const std::uint32_t voice : by_share(voices)) {
    add(page.name_of(voice), voices.list[voice].bytes, fmt::format("f{}", voice % 8),
        std::to_string(voice + 1));
  }
  add(page.words["share.own"], voices.own_bytes(), "fn", "–");
  page.out.write(
      fmt::format("<svg role=\"img\" height=\"44\" aria-label=\"{}\">{}</svg>\n", html_text(label), bars));
  page.out.write(
      fmt::format("<p class=\"small soft\">– {}</p>\n</figure>\n",
                  html_text(page.words.with(
                      "share.said", {{"name", page.words["share.own"]},
                                     {"share", page.words.percent(voices.own_bytes(), voices.bytes)}}))));
}

struct Bar {
  std::string label;
  std::uint64_t count = 0;
};

/// Rows of a label, a bar and a number. The bar repeats the number, so it is silent.
void write_bars(const PageContext& page, const std::vector<Bar>& bars) {
  std::uint64_t most = 1;
  for (const Bar& bar : bars) {
    most = std::max(most, bar.count);
  }
  page.out.write("<ul class=\"bars\">\n");
  for (const Bar& bar : bars) {
    page.out.write(
        fmt::format("<li><span>{}</span><svg height=\"14\" aria-hidden=\"true\"><rect class=\"bar\" "
                    "width=\"{:.1f}%\" height=\"14\"/></svg><b>{}</b></li>\n",
                    html_text(bar.label), percent_of(bar.count, most), bar.count));
  }
  page.out.write("</ul>\n</figure>\n");
}

void write_kinds(const PageContext& page) {
  std::array<std::uint64_t, static_cast<std::size_t>(SourceKind::unknown) + 1> counts{};
  for (const Voice& voice : page.voices.list) {
    if (voice.source != no_index) {
      ++counts.at(static_cast<std::size_t>(page.article.analysis.sources[voice.source].kind));
    }
  }
  std::vector<Bar> bars;
  for (std::size_t kind = 0; kind < counts.size(); ++kind) {
    if (counts.at(kind) > 0) {
      const std::string_view name = label(page.words.language(), static_cast<SourceKind>(kind));
      bars.push_back({std::string(name.empty() ? page.words["kind.unknown"] : name), counts.at(kind)});
    }
  }
  std::ranges::stable_sort(bars, [](const Bar& a, const Bar& b) { return a.count > b.count; });
  open_figure(page, page.words["kinds"], "kinds");
  write_bars(page, bars);
}

void write_directness(const PageContext& page) {
  constexpr std::array<std::string_view, 4> kinds{"direct", "indirect", "mixed", "according_to"};
  std::array<std::uint64_t, 4> counts{};
  for (const Attribution& attribution : page.article.analysis.attributions) {
    ++counts.at(static_cast<std::size_t>(attribution.kind));
  }
  std::vector<Bar> bars;
  for (const std::size_t kind : {0u, 2u, 1u, 3u}) {
    bars.push_back({std::string(page.words[kinds.at(kind)]), counts.at(kind)});
  }
  open_figure(page, page.words["directness"], "directness");
  write_bars(page, bars);
}

void write_timeline_row(const PageContext& page, std::uint32_t voice) {
  const auto& statements = page.article.analysis.statements;
  const std::uint64_t length = std::max<std::uint64_t>(page.article.document.text.size(), 1);
  std::string ticks;
  std::string places;
  std::size_t named = 0;
  for (const std::uint32_t index : page.voices.list[voice].statements) {
    const Span span = statements[index].span;
    ticks += fmt::format("<rect class=\"f{}\" x=\"{:.2f}%\" width=\"{:.2f}%\" height=\"14\"/>", voice % 8,
                         percent_of(span.start, length), std::max(percent_of(span.size(), length), 0.5));
    if (++named <= 8) {
      places += (places.empty() ? "" : ", ") + page.words.percent(span.start, length);
    } else if (named == 9) {
      places += "…";
    }
  }
  const std::string said = page.words.with(
      "timeline.said", {{"name", page.name_of(voice)}, {"count", std::to_string(named)}, {"places", places}});
  page.out.write(fmt::format(
      "<li>{}<span>{}</span><svg role=\"img\" height=\"14\" aria-label=\"{}\"><rect class=\"track\" y=\"6\" "
      "width=\"100%\" height=\"2\"/>{}</svg></li>\n",
      voice_badge(voice), html_text(page.name_of(voice)), html_text(said), ticks));
}

void write_timeline(const PageContext& page) {
  std::vector<std::uint32_t> rows = by_share(page.voices);
  const std::size_t hidden = rows.size() - std::min(rows.size(), shown_voices);
  rows.resize(rows.size() - hidden);
  std::ranges::sort(rows);
  open_figure(page, page.words["timeline"], "wide");
  page.out.write("<ul class=\"timeline\">\n");
  for (const std::uint32_t voice : rows) {
    write_timeline_row(page, voice);
  }
  page.out.write("</ul>\n");
  if (hidden > 0) {
    page.out.write(fmt::format("<p class=\"small soft\">{}</p>\n",
                               html_text(page.words.counted("timeline.more", hidden))));
  }
  page.out.write("</figure>\n");
}

}  // namespace

void write_pictures(const PageContext& page) {
  page.out.write(
      fmt::format("<section class=\"pictures\" aria-labelledby=\"pictures\">\n<h2 id=\"pictures\">{}</h2>\n"
                  "<div class=\"figures\">\n",
                  html_text(page.words["pictures"])));
  write_share(page);
  write_kinds(page);
  write_directness(page);
  write_timeline(page);
  page.out.write("</div>\n</section>\n");
}

}  // namespace selon
