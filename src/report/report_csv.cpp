#include "report/report_csv.h"

#include <optional>

#include "claims/claim_set.h"
#include "claims/words.h"
#include "report/csv.h"
#include "rules/names.h"

namespace selon {

namespace {

constexpr std::string_view columns =
    "path,headline,published,line,column,source,ref,source_kind,country,named,status,kind,cue,content,"
    "addressee,date,via,polarity,modality,is_claim,verification\r\n";

std::string_view text_of(const Document& document, const std::optional<Span>& span) {
  return span ? span->in(document.text) : std::string_view();
}

/// A claim's source; a caption's may be several.
std::string names_of(const Analysis& analysis, const Claim& claim) {
  std::string names;
  const auto add = [&](std::uint32_t source) {
    if (source < analysis.sources.size()) {
      names += names.empty() ? "" : ", ";
      names += analysis.sources[source].name;
    }
  };
  if (claim.credits.empty()) {
    add(claim.source);
  }
  for (const std::uint32_t credit : claim.credits) {
    add(credit);
  }
  return names;
}

void write_source(CsvRow& row, const Analysis& analysis, const Claim& claim) {
  row << names_of(analysis, claim);
  if (claim.source >= analysis.sources.size() || claim.credits.size() > 1) {
    for (int i = 0; i < 4; ++i) {
      row << "";
    }
    return;
  }
  const Source& source = analysis.sources[claim.source];
  row << source.ref << name_of(source.kind) << source.country
      << (source.anonymous || source.vague ? "no" : "yes");
}

}  // namespace

ReportCsv::ReportCsv(Output& output) : output_(output) { output_.write(columns); }

void ReportCsv::article(const ReportedArticle& article) {
  const Document& document = article.document;
  const PlaceFinder places(document);
  const VerifiedQuotations verified(article.verified);
  for (const Claim& claim : claims_of(document, article.analysis, article.known_sources)) {
    const FilePlace place = places.at(claim.content.front().start);
    const Attribution* attribution = claim.attribution;
    CsvRow row(output_);
    row << document.path << document.headline << document.metadata.published << std::uint64_t{place.line}
        << std::uint64_t{place.column};
    write_source(row, article.analysis, claim);
    row << word_of(claim.status)
        << (attribution != nullptr ? word_of(attribution->kind) : std::string_view());
    row << (attribution != nullptr && attribution->cue ? attribution->cue->span.in(document.text)
                                                       : std::string_view());
    row << joined_text(document.text, claim.content);
    row << (attribution != nullptr ? text_of(document, attribution->addressee) : std::string_view())
        << (attribution != nullptr ? text_of(document, attribution->date) : std::string_view());
    row << (claim.via < article.analysis.sources.size()
                ? std::string_view(article.analysis.sources[claim.via].name)
                : std::string_view());
    row << word_of(attribution != nullptr ? attribution->polarity : Polarity::affirmed)
        << word_of(attribution != nullptr ? attribution->modality : Modality::asserted)
        << (claim.is_claim ? "yes" : "no");
    row << (attribution == nullptr
                ? std::string_view()
                : verified.verdict_of(
                      article.analysis,
                      static_cast<std::uint32_t>(attribution - article.analysis.attributions.data())));
    row.end();
  }
}

}  // namespace selon
