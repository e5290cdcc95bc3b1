// The formats of a listing, written once for every kind of row. What a row is made of is told
// by a class Traits:
//
//   using Row = ClaimRow;
//   static constexpr std::string_view schema, list;             // of the JSON
//   template <class Visit> static void columns(const Row&, Visit);  // visit(name, value)
//   static std::string text(const Row&, const ListingOptions&); // for reading
//   static std::string last_line(std::size_t rows, UiLanguage);
//   static std::array<std::string_view, N> heading(UiLanguage); // of a Markdown table
//   static std::array<std::string, N> cells(const Row&, UiLanguage);
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "report/csv.h"
#include "report/json_writer.h"
#include "report/listings.h"
#include "report/printable.h"

namespace selon {

/// What stands in brackets behind a name: " (agency, KP; via AFP)".
class Remarks {
 public:
  void add(std::string_view remark) {
    if (remark.empty()) return;
    all_ += all_.empty() ? " (" : ", ";
    all_ += printable(remark);
  }
  [[nodiscard]] std::string text() const { return all_.empty() ? all_ : all_ + ")"; }

 private:
  std::string all_;
};

/// A cell of a Markdown table: on one line, and nothing in it is markup.
[[nodiscard]] std::string markdown_cell(std::string_view text);

/// Writes a row's columns as members of a JSON object.
struct JsonColumn {
  JsonWriter& json;
  void operator()(std::string_view name, std::string_view text) const { json.member_or_null(name, text); }
  void operator()(std::string_view name, bool yes) const { json.member(name, yes); }
  void operator()(std::string_view name, std::uint32_t number) const { json.member(name, number); }
  void operator()(std::string_view name, std::uint64_t number) const { json.member(name, number); }
  template <class Text>
  void operator()(std::string_view name, const std::vector<Text>& texts) const {
    json.key(name);
    json.begin_array();
    for (const std::string_view text : texts) json.value(text);
    json.end_array();
  }
};

struct CsvColumn {
  CsvRow& row;
  void operator()(std::string_view /*name*/, std::string_view text) const { row << text; }
  void operator()(std::string_view /*name*/, bool yes) const { row << std::string_view(yes ? "yes" : "no"); }
  void operator()(std::string_view /*name*/, std::uint64_t number) const { row << number; }
  void operator()(std::string_view /*name*/, std::uint32_t number) const { row << std::uint64_t{number}; }
  template <class Text>
  void operator()(std::string_view /*name*/, const std::vector<Text>& texts) const {
    std::string all;
    for (const std::string_view text : texts) {
      all += all.empty() ? "" : " / ";
      all += text;
    }
    row << all;
  }
};

struct CsvHeading {
  CsvRow& row;
  void operator()(std::string_view name, const auto& /*value*/) const { row << name; }
};

template <class Traits>
class TextListing final : public Listing<typename Traits::Row> {
 public:
  TextListing(Output& output, const ListingOptions& options) : output_(output), options_(options) {}
  void row(const typename Traits::Row& row) override { output_.write(Traits::text(row, options_)); }
  void finish(std::size_t rows) override { output_.write(Traits::last_line(rows, options_.language) + "\n"); }

 private:
  Output& output_;
  ListingOptions options_;
};

/// One object that holds the list, or one object a line.
template <class Traits>
class JsonListing final : public Listing<typename Traits::Row> {
 public:
  JsonListing(Output& output, bool lines)
      : json_(output, lines ? JsonLayout::compact : JsonLayout::indented), lines_(lines) {
    if (lines_) return;
    json_.begin_object();
    json_.member("schema", Traits::schema);
    json_.key(Traits::list);
    json_.begin_array();
  }
  void row(const typename Traits::Row& row) override {
    json_.begin_object();
    Traits::columns(row, JsonColumn{json_});
    json_.end_object();
    if (lines_) json_.end_line();
  }
  void finish(std::size_t /*rows*/) override {
    if (lines_) return;
    json_.end_array();
    json_.end_object();
    json_.end_line();
  }

 private:
  JsonWriter json_;
  bool lines_;
};

template <class Traits>
class CsvListing final : public Listing<typename Traits::Row> {
 public:
  explicit CsvListing(Output& output) : output_(output) {
    CsvRow heading(output_);
    Traits::columns(typename Traits::Row{}, CsvHeading{heading});
    heading.end();
  }
  void row(const typename Traits::Row& row) override {
    CsvRow made(output_);
    Traits::columns(row, CsvColumn{made});
    made.end();
  }
  void finish(std::size_t /*rows*/) override {}

 private:
  Output& output_;
};

/// A table.
template <class Traits>
class MarkdownListing final : public Listing<typename Traits::Row> {
 public:
  MarkdownListing(Output& output, const ListingOptions& options) : output_(output), options_(options) {
    std::string rule = "|";
    output_.write('|');
    for (const std::string_view name : Traits::heading(options_.language)) {
      output_.write(" " + markdown_cell(name) + " |");
      rule += " --- |";
    }
    output_.write("\n" + rule + "\n");
  }
  void row(const typename Traits::Row& row) override {
    output_.write('|');
    for (const std::string& cell : Traits::cells(row, options_.language)) {
      output_.write(" " + markdown_cell(cell) + " |");
    }
    output_.write('\n');
  }
  void finish(std::size_t rows) override {
    output_.write("\n" + Traits::last_line(rows, options_.language) + "\n");
  }

 private:
  Output& output_;
  ListingOptions options_;
};

template <class Traits>
std::unique_ptr<Listing<typename Traits::Row>> make_listing(Output& output, const ListingOptions& options) {
  switch (options.format) {
    case ListingFormat::json:
    case ListingFormat::jsonl:
      return std::make_unique<JsonListing<Traits>>(output, options.format == ListingFormat::jsonl);
    case ListingFormat::csv:
      return std::make_unique<CsvListing<Traits>>(output);
    case ListingFormat::md:
      return std::make_unique<MarkdownListing<Traits>>(output, options);
    case ListingFormat::text:
      break;
  }
  return std::make_unique<TextListing<Traits>>(output, options);
}

}  // namespace selon
