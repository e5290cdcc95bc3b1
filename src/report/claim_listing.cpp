#include <fmt/format.h>

#include "report/csv.h"
#include "report/json_writer.h"
#include "report/listings.h"
#include "rules/names.h"

namespace selon {

namespace {

/// The name of an enumerated value in the user's language, or the value itself.
std::string_view source_kind_label(UiLanguage language, std::string_view kind) {
  const auto known = named<SourceKind>(kind);
  return known ? label(language, *known) : kind;
}

class TextListing final : public ClaimListing {
 public:
  TextListing(Output& output, const ListingOptions& options) : output_(output), options_(options) {}

  void row(const ClaimRow& claim) override {
    const std::string_view bold = options_.colours ? "\x1b[1m" : "";
    const std::string_view plain = options_.colours ? "\x1b[0m" : "";
    output_.write(fmt::format("{}  {}{}{}{}\n    {}\n    {}:{}:{}\n", claim.at.substr(0, 10), bold,
                              name(claim), plain, remarks(claim), printable(claim.content),
                              printable(claim.article), claim.line, claim.column));
  }

  void finish(std::size_t rows) override {
    output_.write(rows == 0 ? std::string(label(options_.language, Label::no_claims))
                            : counted(options_.language, rows, Counted::claim));
    output_.write('\n');
  }

 private:
  /// A caption stands on all its credits alike, whichever of them was asked for.
  static bool stands_on_credits(const ClaimRow& claim) {
    return claim.status == "credited" && !claim.credits.empty();
  }

  [[nodiscard]] std::string name(const ClaimRow& claim) const {
    if (stands_on_credits(claim)) {
      return printable(claim.credits);
    }
    for (const std::string_view candidate : {claim.source, claim.candidates, claim.mention}) {
      if (!candidate.empty()) {
        return printable(candidate);
      }
    }
    return std::string(label(options_.language, Label::no_source));
  }

  /// " (agency, KP; carried; via AFP)"
  [[nodiscard]] std::string remarks(const ClaimRow& claim) const {
    const UiLanguage language = options_.language;
    std::string all;
    const auto add = [&](std::string_view remark) {
      if (!remark.empty()) {
        all += all.empty() ? " (" : ", ";
        all += printable(remark);
      }
    };
    if (!stands_on_credits(claim)) {
      add(source_kind_label(language, claim.source_kind));
      add(claim.country);
      add(claim.metonym_of);
    }
    add(claim.anonymous ? label(language, Label::anonymous) : std::string_view());
    add(claim.resolution == "ambiguous" ? label(language, Label::ambiguous) : std::string_view());
    add(claim.status == "carried"    ? label(language, Label::carried)
        : claim.status == "credited" ? label(language, Label::credited)
                                     : std::string_view());
    add(reserve(claim));
    add(claim.via.empty() ? std::string() : fmt::format("{} {}", label(language, Label::via), claim.via));
    return all.empty() ? all : all + ")";
  }

  [[nodiscard]] std::string_view reserve(const ClaimRow& claim) const {
    if (claim.polarity == "denied" || claim.polarity == "negated") {
      return label(options_.language, claim.polarity == "denied" ? Polarity::denied : Polarity::negated);
    }
    return claim.modality == "conditional" ? label(options_.language, Modality::conditional)
           : claim.modality == "future"    ? label(options_.language, Modality::future)
           : claim.modality == "question"  ? label(options_.language, Modality::question)
                                           : std::string_view();
  }

  Output& output_;
  ListingOptions options_;
};

/// The columns of a claim, in JSON and CSV alike: `visit(name, value)` for each.
template <class Visit>
void for_each_column(const ClaimRow& claim, const Visit& visit) {
  visit("article", claim.article);
  visit("revision", claim.revision);
  visit("latest", claim.latest);
  visit("at", claim.at);
  visit("recorded_at", claim.recorded_at);
  visit("path", claim.path);
  visit("line", claim.line);
  visit("column", claim.column);
  visit("headline", claim.headline);
  visit("publisher", claim.publisher);
  visit("source", claim.source);
  visit("ref", claim.ref);
  visit("source_kind", claim.source_kind);
  visit("country", claim.country);
  visit("metonym_of", claim.metonym_of);
  visit("anonymous", claim.anonymous);
  visit("mention", claim.mention);
  visit("credits", claim.credits);
  visit("candidates", claim.candidates);
  visit("via", claim.via);
  visit("content", claim.content);
  visit("cue", claim.cue);
  visit("lemma", claim.lemma);
  visit("addressee", claim.addressee);
  visit("status", claim.status);
  visit("kind", claim.kind);
  visit("resolution", claim.resolution);
  visit("stance", claim.stance);
  visit("polarity", claim.polarity);
  visit("modality", claim.modality);
  visit("start", claim.span.start);
  visit("end", claim.span.end);
}

struct JsonColumn {
  JsonWriter& json;
  void operator()(std::string_view name, std::string_view text) const { json.member_or_null(name, text); }
  void operator()(std::string_view name, bool yes) const { json.member(name, yes); }
  void operator()(std::string_view name, std::uint32_t number) const { json.member(name, number); }
};

struct CsvColumn {
  CsvRow& row;
  void operator()(std::string_view /*name*/, std::string_view text) const { row << text; }
  void operator()(std::string_view /*name*/, bool yes) const { row << std::string_view(yes ? "yes" : "no"); }
  void operator()(std::string_view /*name*/, std::uint32_t number) const { row << std::uint64_t{number}; }
};

struct CsvHeading {
  CsvRow& row;
  void operator()(std::string_view name, const auto& /*value*/) const { row << name; }
};

class JsonListing final : public ClaimListing {
 public:
  explicit JsonListing(Output& output) : json_(output, JsonLayout::indented) {
    json_.begin_object();
    json_.member("schema", "selon.claims/1");
    json_.key("claims");
    json_.begin_array();
  }

  void row(const ClaimRow& claim) override {
    json_.begin_object();
    for_each_column(claim, JsonColumn{json_});
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

class CsvListing final : public ClaimListing {
 public:
  explicit CsvListing(Output& output) : output_(output) {
    CsvRow heading(output_);
    for_each_column(ClaimRow{}, CsvHeading{heading});
    heading.end();
  }

  void row(const ClaimRow& claim) override {
    CsvRow made(output_);
    for_each_column(claim, CsvColumn{made});
    made.end();
  }

  void finish(std::size_t /*rows*/) override {}

 private:
  Output& output_;
};

}  // namespace

std::unique_ptr<ClaimListing> claim_listing(Output& output, const ListingOptions& options) {
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
