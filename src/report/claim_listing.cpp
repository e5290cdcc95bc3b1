#include <fmt/format.h>

#include <array>

#include "report/listing_formats.h"
#include "report/listings.h"
#include "report/page_words.h"
#include "rules/names.h"

namespace selon {

namespace {

/// A caption stands on all its credits alike, whichever of them was asked for.
bool stands_on_credits(const ClaimRow& claim) { return claim.status == "credited" && !claim.credits.empty(); }

std::string name_of_claimant(const ClaimRow& claim, UiLanguage language) {
  if (stands_on_credits(claim)) return printable(claim.credits);
  for (const std::string_view candidate : {claim.source, claim.candidates, claim.mention}) {
    if (!candidate.empty()) return printable(candidate);
  }
  return std::string(label(language, Label::no_source));
}

std::string_view reserve(const ClaimRow& claim, UiLanguage language) {
  if (claim.polarity == "denied" || claim.polarity == "negated") {
    return label(language, claim.polarity == "denied" ? Polarity::denied : Polarity::negated);
  }
  return claim.modality == "conditional" ? label(language, Modality::conditional)
         : claim.modality == "future"    ? label(language, Modality::future)
         : claim.modality == "question"  ? label(language, Modality::question)
                                         : std::string_view();
}

/// " (agency, KP; carried; via AFP)"
std::string remarks(const ClaimRow& claim, UiLanguage language) {
  Remarks all;
  if (!stands_on_credits(claim)) {
    const auto kind = named<SourceKind>(claim.source_kind);
    all.add(kind ? label(language, *kind) : claim.source_kind);
    all.add(claim.country);
    all.add(claim.metonym_of);
  }
  all.add(claim.anonymous ? label(language, Label::anonymous) : std::string_view());
  all.add(claim.resolution == "ambiguous" ? label(language, Label::ambiguous) : std::string_view());
  all.add(claim.status == "carried"    ? label(language, Label::carried)
          : claim.status == "credited" ? label(language, Label::credited)
                                       : std::string_view());
  all.add(reserve(claim, language));
  all.add(claim.via.empty() ? std::string() : fmt::format("{} {}", label(language, Label::via), claim.via));
  return all.text();
}

struct ClaimTraits {
  using Row = ClaimRow;
  static constexpr std::string_view schema = "selon.claims/1";
  static constexpr std::string_view list = "claims";

  template <class Visit>
  static void columns(const ClaimRow& claim, const Visit& visit) {
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
    visit("verification", claim.verification);
  }

  static std::string text(const ClaimRow& claim, const ListingOptions& options) {
    const std::string_view bold = options.colours ? "\x1b[1m" : "";
    const std::string_view plain = options.colours ? "\x1b[0m" : "";
    return fmt::format("{}  {}{}{}{}\n    {}\n    {}:{}:{}\n", claim.at.substr(0, 10), bold,
                       name_of_claimant(claim, options.language), plain, remarks(claim, options.language),
                       printable(claim.content), printable(claim.article), claim.line, claim.column);
  }

  static std::string last_line(std::size_t rows, UiLanguage language) {
    return rows == 0 ? std::string(label(language, Label::no_claims))
                     : counted(language, rows, Counted::claim);
  }

  static std::array<std::string_view, 4> heading(UiLanguage language) {
    const PageWords& words = ui_words(language);
    return {words["list.date"], words["list.source"], words["list.claim"], words["list.article"]};
  }

  static std::array<std::string, 4> cells(const ClaimRow& claim, UiLanguage language) {
    return {std::string(claim.at.substr(0, 10)), name_of_claimant(claim, language) + remarks(claim, language),
            std::string(claim.content), fmt::format("{}:{}:{}", claim.article, claim.line, claim.column)};
  }
};

}  // namespace

std::unique_ptr<ClaimListing> claim_listing(Output& output, const ListingOptions& options) {
  return make_listing<ClaimTraits>(output, options);
}

}  // namespace selon
