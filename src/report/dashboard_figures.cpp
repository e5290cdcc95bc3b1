// The dashboard's figures without a page: Markdown, text, JSON.
#include <fmt/format.h>

#include <algorithm>

#include "report/dashboard.h"
#include "report/json_writer.h"
#include "report/printable.h"
#include "report/report_markdown.h"
#include "report/wrapped_text.h"
#include "rules/names.h"

namespace selon {

namespace {

constexpr std::size_t listed_sources = 30;

/// "24% of claims from unnamed sources": the four shares, in words.
std::vector<std::string> shares(const PageWords& words, const CollectedCounts& counts) {
  const auto one = [&](std::uint32_t part, std::uint32_t whole, std::string_view key) {
    return fmt::format("{} {}", words.percent(part, whole), words[key]);
  };
  return {one(counts.anonymous_claims, counts.claims, "dashboard.anonymous"),
          one(counts.unknown_claims, counts.claims, "dashboard.unknown"),
          one(counts.agency_articles, counts.articles, "dashboard.agency"),
          one(counts.single_articles, counts.articles, "dashboard.single")};
}

std::string title_of(const PageWords& words, const CollectedCounts& counts) {
  return words.counted("dashboard.title", counts.articles);
}

std::string all_of(const PageWords& words, const ClaimCollection& claims, const CollectedCounts& counts) {
  return fmt::format("{}, {}", counted(words.language(), counts.claims, Counted::claim),
                     counted(words.language(), claims.sources().size(), Counted::source));
}

std::string kind_of(const PageWords& words, const CollectedSource& source) {
  std::string kind(label(words.language(), source.kind));
  if (source.anonymous) {
    kind += kind.empty() ? "" : ", ";
    kind += words["anonymous"];
  }
  return kind;
}

std::string origin_of(const DashboardHead& head) {
  return head.filter.empty() ? head.origin : head.origin + " · " + head.filter;
}

void write_counts(JsonWriter& json, const CollectedCounts& counts) {
  json.member("articles", counts.articles);
  json.member("agency_articles", counts.agency_articles);
  json.member("single_articles", counts.single_articles);
  json.member("claims", counts.claims);
  json.member("anonymous_claims", counts.anonymous_claims);
  json.member("unknown_claims", counts.unknown_claims);
}

}  // namespace

void write_dashboard_markdown(Output& output, const ClaimCollection& claims, const DashboardHead& head,
                              UiLanguage language) {
  const PageWords words(language);
  const CollectedCounts counts = claims.counts();
  output.write(fmt::format("## {}\n\n{}\n\n**{}**\n\n", title_of(words, counts),
                           markdown_text(origin_of(head)), all_of(words, claims, counts)));
  for (const std::string& share : shares(words, counts)) {
    output.write(fmt::format("- {}\n", share));
  }
  output.write(fmt::format("\n| {} | {} | {} | {} | {} |\n|---|---|--:|--:|---|\n", words["table.name"],
                           words["table.kind"], words["dashboard.claims"], words["dashboard.articles"],
                           words["table.quotations"]));
  const std::vector<std::uint32_t> order = claims.sources_by_claims();
  for (std::size_t i = 0; i < std::min(order.size(), listed_sources); ++i) {
    const CollectedSource& source = claims.sources()[order[i]];
    output.write(fmt::format("| {} | {} | {} | {} | {} |\n", markdown_text(source.name),
                             kind_of(words, source), source.claims, source.articles,
                             said_counts(words, source.quotations)));
  }
  if (order.size() > listed_sources) {
    output.write(fmt::format("\n{}\n", words.counted("timeline.more", order.size() - listed_sources)));
  }
}

void write_dashboard_text(Output& output, const ClaimCollection& claims, const DashboardHead& head,
                          UiLanguage language) {
  constexpr std::uint32_t name_columns = 40;
  const PageWords words(language);
  const CollectedCounts counts = claims.counts();
  output.write(fmt::format("{}\n{}\n\n{}\n", title_of(words, counts), printable(origin_of(head)),
                           all_of(words, claims, counts)));
  for (const std::string& share : shares(words, counts)) {
    output.write(fmt::format("  {}\n", share));
  }
  output.write('\n');
  const std::vector<std::uint32_t> order = claims.sources_by_claims();
  for (std::size_t i = 0; i < std::min(order.size(), listed_sources); ++i) {
    const CollectedSource& source = claims.sources()[order[i]];
    const std::string name = shortened(source.name, name_columns);
    const std::string quotations =
        source.quotations.all() == 0
            ? ""
            : "  " + words.with("quotations.said", {{"counts", said_counts(words, source.quotations)}});
    output.write(fmt::format(
        "  {}{:{}}  {}, {}{}{}\n", name, "", name_columns - std::min(name_columns, columns_of(name)),
        counted(language, source.claims, Counted::claim),
        counted(language, source.articles, Counted::article),
        kind_of(words, source).empty() ? "" : "  " + kind_of(words, source), quotations));
  }
  if (order.size() > listed_sources) {
    output.write(fmt::format("  {}\n", words.counted("timeline.more", order.size() - listed_sources)));
  }
}

void write_dashboard_json(Output& output, const ClaimCollection& claims, const DashboardHead& head) {
  JsonWriter json(output, JsonLayout::indented);
  json.begin_object();
  json.member("schema", "selon.dashboard/1");
  json.member("origin", valid_utf8(head.origin));
  json.member_or_null("filter", valid_utf8(head.filter));
  json.key("summary");
  json.begin_object();
  write_counts(json, claims.counts());
  json.member("sources", claims.sources().size());
  json.end_object();
  json.key("kinds");
  json.begin_array();
  for (const auto& [kind, count] : claims.claims_by_kind()) {
    json.begin_object();
    json.member("kind", name_of(kind));
    json.member("claims", count);
    json.end_object();
  }
  json.end_array();
  json.key("periods");
  json.begin_array();
  for (const auto& [at, counts] : claims.by_time()) {
    json.begin_object();
    json.member("at", at);
    write_counts(json, counts);
    json.end_object();
  }
  json.end_array();
  json.key("sources");
  json.begin_array();
  for (const std::uint32_t index : claims.sources_by_claims()) {
    const CollectedSource& source = claims.sources()[index];
    json.begin_object();
    json.member("name", source.name);
    json.member("kind", name_of(source.kind));
    json.member_or_null("country", source.country);
    json.member("anonymous", source.anonymous);
    json.member("claims", source.claims);
    json.member("articles", source.articles);
    write_counts(json, source.quotations);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  json.end_line();
}

}  // namespace selon
