// source.vague: words that look like an attribution and name nobody ("on dit que").
// Where the cue comes with a place, somebody there says it ("au ministère, on répond"),
// and inside the words of a source it is that source who heard it. With a verb that
// isn't of hearsay, or one that isn't asserted, "on" is the author or everybody.
#include <algorithm>
#include <string>
#include <vector>

#include "audit/checks.h"

namespace selon {

namespace {

bool is_hearsay(const AuditContext& context, const Attribution& attribution) {
  if (attribution.modality != Modality::asserted || !attribution.cue) {
    return attribution.modality == Modality::asserted;
  }
  const bool verb = attribution.kind != AttributionKind::according_to;
  const auto words =
      words_in(attribution.cue->lemma, {0, static_cast<std::uint32_t>(attribution.cue->lemma.size())});
  return !verb || context.vague_saying_verbs().empty() ||
         (!words.empty() && context.vague_saying_verbs().contains(words.back().key));
}

/// The words of each entry of the list "nameless-sources".
std::vector<std::vector<QuotedWord>> nameless_sources(const Pack& pack) {
  std::vector<std::vector<QuotedWord>> entries;
  if (const WordList* list = pack.list("nameless-sources")) {
    for (const std::string& entry : list->words) {
      entries.push_back(words_in(entry, {0, static_cast<std::uint32_t>(entry.size())}));
    }
  }
  return entries;
}

}  // namespace

void check_source_vague(const AuditContext& context, Reporter& reporter) {
  const auto nameless = nameless_sources(context.pack);
  const auto is_nameless = [&](const Attribution& attribution, Span place) {
    const auto words = words_in(context.document.text, place);
    return attribution.source && std::ranges::any_of(nameless, [&](const std::vector<QuotedWord>& entry) {
             return std::ranges::equal(entry, words, {}, &QuotedWord::key, &QuotedWord::key);
           });
  };
  Span last;
  for (const Attribution& attribution : context.analysis.attributions) {
    const Source* source = context.source_of(attribution);
    const Span place = context.source_place(attribution);
    if (source == nullptr || !(source->vague || is_nameless(attribution, place)) ||
        attribution.polarity == Polarity::negated || attribution.place || place == last ||
        context.is_reported(attribution) || !is_hearsay(context, attribution)) {
      continue;
    }
    last = place;  // two verbs may share a subject
    Finding finding = reporter.finding(place);
    finding.arguments.emplace_back("source", context.text(place));
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
