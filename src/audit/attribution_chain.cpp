// attribution.chain: a report at second hand ("selon l'AFP, citant KCNA"). Who wrote the
// article, or is credited with it, is no second hand.
#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "audit/checks.h"

namespace selon {

namespace {

bool wrote_it(const Analysis& analysis, std::uint32_t source) {
  return std::ranges::count(analysis.bylines, source) + std::ranges::count(analysis.credits, source) > 0;
}

/// Whether the source is said beside its mention to cite somebody: "X, citant Y, affirme".
class CitingFinder {
 public:
  explicit CitingFinder(const AuditContext& context) : context_(context) {
    const WordList* list = context.pack.list("citing-words");
    for (const std::string& entry : list == nullptr ? std::vector<std::string>() : list->words) {
      phrases_.push_back(words_in(entry, {0, static_cast<std::uint32_t>(entry.size())}));
    }
  }

  [[nodiscard]] bool cites(const Attribution& attribution) const {
    constexpr std::uint32_t reach = 60;  // bytes: the longest phrase, and its comma
    const Span mention = *attribution.source;
    const auto size = static_cast<std::uint32_t>(context_.document.text.size());
    const auto words = words_in(context_.document.text, {mention.start, std::min(mention.end + reach, size)});
    return std::ranges::any_of(phrases_, [&](const std::vector<QuotedWord>& phrase) {
      const auto found = std::ranges::search(words, phrase, {}, &QuotedWord::key, &QuotedWord::key);
      return !phrase.empty() && !found.empty() && is_close(mention.end, found.front());
    });
  }

 private:
  /// In the mention, or nothing but a comma between them.
  [[nodiscard]] bool is_close(std::uint32_t end, const QuotedWord& word) const {
    if (word.span.start < end) {
      return true;
    }
    const std::string_view between = context_.text({end, word.span.start});
    return between.find_first_not_of(", ") == std::string_view::npos;
  }

  const AuditContext& context_;
  std::vector<std::vector<QuotedWord>> phrases_;
};

void report_citing(const AuditContext& context, Reporter& reporter) {
  const CitingFinder finder(context);
  std::set<std::uint32_t> seen;
  for (const Attribution& attribution : context.analysis.attributions) {
    const Source* source = context.source_of(attribution);
    if (source == nullptr || !attribution.source || attribution.via != no_index ||
        attribution.polarity == Polarity::negated || wrote_it(context.analysis, attribution.source_index) ||
        !finder.cites(attribution) || !seen.insert(attribution.source->start).second) {
      continue;
    }
    Finding finding = reporter.finding(*attribution.source);
    finding.message_key = "citing";
    finding.arguments.emplace_back("relay", source->name);
    reporter.push(std::move(finding));
  }
}

}  // namespace

void check_attribution_chain(const AuditContext& context, Reporter& reporter) {
  const Analysis& analysis = context.analysis;
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
  for (const Attribution& attribution : analysis.attributions) {
    const Source* source = context.source_of(attribution);
    if (source == nullptr || attribution.via >= analysis.sources.size() ||
        attribution.via == attribution.source_index || attribution.polarity == Polarity::negated ||
        wrote_it(analysis, attribution.via) ||
        !seen.emplace(attribution.source_index, attribution.via).second) {
      continue;
    }
    Finding finding = reporter.finding(context.source_place(attribution));
    finding.arguments.emplace_back("source", source->name);
    finding.arguments.emplace_back("relay", analysis.sources[attribution.via].name);
    reporter.push(std::move(finding));
  }
  report_citing(context, reporter);
}

}  // namespace selon
