#include <fmt/format.h>

#include "report/csv.h"
#include "report/json_writer.h"
#include "report/listings.h"
#include "rules/names.h"

namespace selon {

namespace {

class TextListing final : public SourceListing {
 public:
  TextListing(Output& output, const ListingOptions& options) : output_(output), options_(options) {}

  void row(const SourceRow& source) override {
    const std::string_view bold = options_.colours ? "\x1b[1m" : "";
    const std::string_view plain = options_.colours ? "\x1b[0m" : "";
    output_.write(fmt::format("{}{}{}{}\n    {}, {}, {} {}\n", bold, printable(source.name), plain,
                              remarks(source), counted(options_.language, source.claims, Counted::claim),
                              counted(options_.language, source.articles, Counted::article),
                              label(options_.language, Label::last_seen), source.last_seen.substr(0, 10)));
    write_aliases(source);
  }

  void finish(std::size_t rows) override {
    output_.write(rows == 0 ? std::string(label(options_.language, Label::no_sources))
                            : counted(options_.language, rows, Counted::source));
    output_.write('\n');
  }

 private:
  [[nodiscard]] std::string remarks(const SourceRow& source) const {
    const auto kind = named<SourceKind>(source.kind);
    std::string all;
    for (const std::string_view remark :
         {kind ? label(options_.language, *kind) : source.kind, source.country, source.metonym_of,
          source.anonymous ? label(options_.language, Label::anonymous) : std::string_view()}) {
      if (!remark.empty()) {
        all += all.empty() ? " (" : ", ";
        all += printable(remark);
      }
    }
    return all.empty() ? all : all + ")";
  }

  void write_aliases(const SourceRow& source) {
    for (std::size_t i = 0; i < source.aliases.size(); ++i) {
      output_.write(i == 0 ? fmt::format("    {} ", label(options_.language, Label::also)) : ", ");
      output_.write(printable(source.aliases[i]));
    }
    output_.write(source.aliases.empty() ? "" : "\n");
  }

  Output& output_;
  ListingOptions options_;
};

class JsonListing final : public SourceListing {
 public:
  explicit JsonListing(Output& output) : json_(output, JsonLayout::indented) {
    json_.begin_object();
    json_.member("schema", "selon.sources/1");
    json_.key("sources");
    json_.begin_array();
  }

  void row(const SourceRow& source) override {
    json_.begin_object();
    json_.member("ref", source.ref);
    json_.member("name", source.name);
    json_.member_or_null("kind", source.kind);
    json_.member_or_null("country", source.country);
    json_.member_or_null("metonym_of", source.metonym_of);
    json_.member("anonymous", source.anonymous);
    json_.member("vague", source.vague);
    json_.member("known", source.known);
    json_.key("aliases");
    json_.begin_array();
    for (const std::string_view alias : source.aliases) {
      json_.value(alias);
    }
    json_.end_array();
    json_.member("claims", source.claims);
    json_.member("articles", source.articles);
    json_.member_or_null("first_seen", source.first_seen);
    json_.member_or_null("last_seen", source.last_seen);
    json_.end_object();
  }

  void finish(std::size_t /*rows*/) override {
    json_.end_array();
    json_.end_object();
    json_.end_line();
  }

 private:
  JsonWriter json_;
};

class CsvListing final : public SourceListing {
 public:
  explicit CsvListing(Output& output) : output_(output) {
    output_.write(
        "ref,name,kind,country,metonym_of,anonymous,vague,known,aliases,claims,articles,first_seen,"
        "last_seen\r\n");
  }

  void row(const SourceRow& source) override {
    const auto yes_no = [](bool yes) { return std::string_view(yes ? "yes" : "no"); };
    std::string aliases;
    for (const std::string_view alias : source.aliases) {
      aliases += aliases.empty() ? "" : " / ";
      aliases += alias;
    }
    CsvRow row(output_);
    row << source.ref << source.name << source.kind << source.country << source.metonym_of
        << yes_no(source.anonymous) << yes_no(source.vague) << yes_no(source.known) << aliases
        << source.claims << source.articles << source.first_seen << source.last_seen;
    row.end();
  }

  void finish(std::size_t /*rows*/) override {}

 private:
  Output& output_;
};

}  // namespace

std::unique_ptr<SourceListing> source_listing(Output& output, const ListingOptions& options) {
  switch (options.format) {
    case ListingFormat::json:
      return std::make_unique<JsonListing>(output);
    case ListingFormat::csv:
      return std::make_unique<CsvListing>(output);
    case ListingFormat::text:
      break;
  }
  return std::make_unique<TextListing>(output, options);
}

}  // namespace selon
