// quotation.headline-mismatch: the headline puts words in quotation marks that nobody says in
// the text, or that somebody else says there. Words altered are quotation.inconsistent's; a
// headline quotation of which nothing tells who speaks is reported a level lower.
#include <algorithm>

#include "audit/checks.h"
#include "audit/quotation_pairs.h"

namespace selon {

namespace {

bool is_attributed(const AuditContext& context, const QuotedText& quoted) {
  const auto& all = context.analysis.attributions;
  return quoted.attribution < all.size() && all[quoted.attribution].source.has_value();
}

/// The headline's quotations that no text has, without those that other rules report.
std::vector<const QuotedText*> unfound(const AuditContext& context, const std::vector<Wording>& all) {
  std::vector<const QuotedText*> found = unfound_headlines(context);
  if (!found.empty()) {
    for (const QuotedText* orphan : orphan_quotations(context)) {
      std::erase(found, orphan);
    }
    for (const QuotationPair& pair : inconsistent_pairs(context, all)) {
      std::erase(found, all[pair.here].quoted);
    }
  }
  return found;
}

void report_unfound(const AuditContext& context, const std::vector<Wording>& all, Reporter& reporter) {
  for (const QuotedText* headline : unfound(context, all)) {
    Finding finding = reporter.finding(headline->span);
    if (!is_attributed(context, *headline)) {
      finding.severity = lowered(finding.severity);
    }
    reporter.push(std::move(finding));
  }
}

/// Who says the words of a headline in the text, where that is somebody else: his wording.
const Wording* other_speaker(const std::vector<Wording>& all, const Wording& headline) {
  const Wording* other = nullptr;
  for (const Wording& wording : all) {
    if (wording.kind == BlockKind::headline || !contains_run(wording.words, headline.words)) {
      continue;
    }
    if (wording.source == headline.source || wording.source == no_index) {
      return nullptr;
    }
    other = other == nullptr ? &wording : other;
  }
  return other;
}

void report_speakers(const AuditContext& context, const std::vector<Wording>& all, Reporter& reporter) {
  constexpr std::size_t shortest = 3;  // words: fewer are anybody's
  constexpr int most = 16;             // quotations that a headline may have
  int left = most;
  const auto& sources = context.analysis.sources;
  for (const Wording& headline : all) {
    if (left == 0) {
      break;
    }
    if (headline.kind != BlockKind::headline || headline.source >= sources.size() ||
        headline.words.size() < shortest || !is_attributed(context, *headline.quoted)) {
      continue;
    }
    --left;
    const Wording* other = other_speaker(all, headline);
    // A headline may call him "le maire" whom the text names.
    if (other == nullptr || other->source >= sources.size() || sources[headline.source].described ||
        sources[headline.source].anonymous) {
      continue;
    }
    Finding finding = reporter.finding(headline.quoted->span);
    finding.message_key = "speaker";
    finding.arguments.emplace_back("source", sources[headline.source].name);
    finding.arguments.emplace_back("other", sources[other->source].name);
    finding.related.push_back({other->quoted->span, "said-here"});
    reporter.push(std::move(finding));
  }
}

}  // namespace

void check_quotation_headline_mismatch(const AuditContext& context, Reporter& reporter) {
  const std::vector<Wording> all = wordings(context);
  report_unfound(context, all, reporter);
  report_speakers(context, all, reporter);
}

}  // namespace selon
