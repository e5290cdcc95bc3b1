// quotation.inconsistent: the same source's quotation in two wordings.
//
// What quoting allows is no difference: a marked cut or insertion, an excerpt that stops
// at a mark of punctuation, a word that stands right outside the marks, an opening
// "et" or "que" left out. Headlines and subheadings may take any part of a
// quotation, as long as the words of that part are unaltered. Wordings that may be two
// utterances are reported a level lower.
#include "audit/checks.h"
#include "audit/quotation_pairs.h"

namespace selon {

namespace {

std::string words_text(const AuditContext& context, const Wording& wording, std::size_t first,
                       std::size_t last) {
  return first == last
             ? std::string()
             : std::string(context.text({wording.words[first].span.start, wording.words[last - 1].span.end}));
}

void describe(const AuditContext& context, const Wording& here, const Wording& other,
              const QuotationPair& pair, Finding& finding) {
  const std::string words = words_text(context, here, pair.worst.a_first, pair.worst.a_last);
  const std::string there = words_text(context, other, pair.worst.b_first, pair.worst.b_last);
  finding.message_key = words.empty() ? "lost" : there.empty() ? "added" : "changed";
  finding.arguments.emplace_back("words", words.empty() ? there : words);
  finding.arguments.emplace_back("other", there);
  finding.arguments.emplace_back("quotation", context.text(other.quoted->span));
  const std::uint32_t source = other.source != no_index ? other.source : here.source;
  finding.arguments.emplace_back(
      "source", source < context.analysis.sources.size() ? context.analysis.sources[source].name : "");
}

}  // namespace

void check_quotation_inconsistent(const AuditContext& context, Reporter& reporter) {
  const std::vector<Wording> all = wordings(context);
  for (const QuotationPair& pair : inconsistent_pairs(context, all)) {
    const Wording& other = all[pair.other];
    Finding finding = reporter.finding(all[pair.here].quoted->span);
    if (pair.verdict == Verdict::doubtful) {
      finding.severity = lowered(finding.severity);
    }
    describe(context, all[pair.here], other, pair, finding);
    finding.suggestions.emplace_back(context.text(other.quoted->span));
    finding.related.push_back({other.quoted->span, "other-wording"});
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
