#include "report/claims_json_ld.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "report/uri.h"

namespace selon {

namespace {

constexpr std::uint32_t stretch = 256;       // bytes between two counted places
constexpr std::uint32_t context_bytes = 32;  // of prefix and suffix

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

/// An IRI for a key that may be a URL, a path or any name.
std::string iri_of(std::string_view key) {
  const bool url = key.starts_with("http://") || key.starts_with("https://");
  return url ? std::string(key) : "urn:selon:" + percent_encoded(key);
}

/// Of an article's source a person or an organization; else a thing.
std::string_view type_of(std::string_view source_kind) {
  if (source_kind == "person") return "Person";
  if (source_kind == "place") return "Place";
  if (source_kind == "document") return "CreativeWork";
  if (source_kind == "group" || source_kind == "unknown" || source_kind.empty()) return "Thing";
  return source_kind == "media" || source_kind == "state_media" || source_kind == "agency"
             ? "NewsMediaOrganization"
             : "Organization";
}

}  // namespace

ClaimsJsonLd::ClaimsJsonLd(Output& output) : output_(output), json_(output, JsonLayout::indented) {
  json_.begin_object();
  json_.key("@context");
  json_.begin_array();
  json_.value("http://www.w3.org/ns/anno.jsonld");
  json_.begin_object();
  json_.member("@vocab", "https://schema.org/");
  json_.end_object();
  json_.end_array();
  json_.key("@graph");
  json_.begin_array();
}

void ClaimsJsonLd::article(const RevisionRow& revision, const Document& document, const std::string& lang) {
  document_ = &document;
  lang_ = lang;
  iri_ = fmt::format("{}#selon-revision-{}", iri_of(revision.article), revision.number);
  starts_.clear();
  std::uint32_t characters = 0;
  for (std::uint32_t at = 0; at < document.text.size(); ++at) {
    if (at % stretch == 0) starts_.push_back(characters);
    if (begins_character(document.text[at])) ++characters;
  }
  json_.begin_object();
  json_.member("@type", "NewsArticle");
  json_.member("@id", iri_);
  if (!revision.headline.empty()) json_.member("headline", revision.headline);
  json_.member("identifier", revision.article);
  json_.member("version", revision.number);
  json_.member("dateModified", revision.at);
  if (!document.metadata.published.empty()) json_.member("datePublished", document.metadata.published);
  if (!lang.empty()) json_.member("inLanguage", lang);
  json_.end_object();
}

std::uint32_t ClaimsJsonLd::characters_before(std::uint32_t offset) const {
  if (offset / stretch >= starts_.size()) offset = static_cast<std::uint32_t>(document_->text.size());
  const std::uint32_t from = std::min(offset / stretch, static_cast<std::uint32_t>(starts_.size()) - 1);
  std::uint32_t characters = starts_.empty() ? 0 : starts_[from];
  for (std::uint32_t at = from * stretch; at < offset; ++at) {
    if (begins_character(document_->text[at])) ++characters;
  }
  return characters;
}

void ClaimsJsonLd::selectors(const ClaimRow& claim) {
  const std::string_view text = document_->text;
  const Span span{std::min(claim.span.start, static_cast<std::uint32_t>(text.size())),
                  std::min(claim.span.end, static_cast<std::uint32_t>(text.size()))};
  std::uint32_t before = span.start - std::min(span.start, context_bytes);
  while (before < span.start && !begins_character(text[before])) ++before;
  std::size_t after = std::min<std::size_t>(span.end + context_bytes, text.size());
  while (after < text.size() && !begins_character(text[after])) ++after;
  json_.key("selector");
  json_.begin_array();
  json_.begin_object();
  json_.member("type", "TextQuoteSelector");
  json_.member("exact", span.in(text));
  json_.member("prefix", text.substr(before, span.start - before));
  json_.member("suffix", text.substr(span.end, after - span.end));
  json_.end_object();
  json_.begin_object();
  json_.member("type", "TextPositionSelector");
  json_.member("start", characters_before(span.start));
  json_.member("end", characters_before(span.end));
  json_.end_object();
  json_.end_array();
}

void ClaimsJsonLd::claim(const ClaimRow& claim) {
  if (document_ == nullptr) return;
  const bool quotation = claim.kind == "direct";
  const std::string iri = fmt::format("{}-claim-{}", iri_, claim.id);
  json_.begin_object();
  json_.member("@type", quotation ? "Quotation" : "Claim");
  json_.member("@id", iri);
  json_.member("text", claim.content);
  if (!lang_.empty()) json_.member("inLanguage", lang_);
  if (!claim.source.empty()) {
    json_.key(quotation ? "spokenByCharacter" : "creator");
    json_.begin_object();
    json_.member("@type", type_of(claim.source_kind));
    json_.member("@id", "urn:selon:source:" + percent_encoded(claim.ref));
    json_.member("name", claim.source);
    json_.end_object();
  }
  json_.member("dateCreated", claim.at);
  json_.key(quotation ? "isPartOf" : "appearance");
  json_.begin_object();
  json_.member("@id", iri_);
  json_.end_object();
  json_.end_object();
  json_.begin_object();
  json_.member("type", "Annotation");
  json_.member("id", iri + "-place");
  json_.member("motivation", "identifying");
  json_.member("body", iri);
  json_.key("target");
  json_.begin_object();
  json_.member("source", iri_);
  selectors(claim);
  json_.end_object();
  json_.end_object();
}

void ClaimsJsonLd::finish() {
  json_.end_array();
  json_.end_object();
  json_.end_line();
}

}  // namespace selon
