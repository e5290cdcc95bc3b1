// source.ambiguous: a pronoun, or a noun that stands for one, that may mean two people.
// A candidate that has no name ("la boulangère") may be one of those that have one.
#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "audit/checks.h"

namespace selon {

namespace {

bool is_name(const std::string& candidate) {
  std::int32_t at = 0;
  std::int32_t letter = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(candidate.data()), at,
          static_cast<std::int32_t>(candidate.size()), letter);
  return letter >= 0 && u_isupper(letter) != 0;
}

bool is_pronoun(const AuditContext& context, const WordSet& pronouns, Span mention) {
  const auto words = words_in(context.document.text, mention);
  return words.size() == 1 && pronouns.contains(words.front().key);
}

}  // namespace

void check_source_ambiguous(const AuditContext& context, Reporter& reporter) {
  const WordSet pronouns(context.pack.list("source-pronouns"));
  for (const Attribution& attribution : context.analysis.attributions) {
    if (attribution.resolution != Resolution::ambiguous ||
        std::ranges::count_if(attribution.candidates, is_name) < 2 || !attribution.source ||
        !is_pronoun(context, pronouns, *attribution.source) || context.is_reported(attribution)) {
      continue;
    }
    Finding finding = reporter.finding(*attribution.source);
    finding.arguments.emplace_back("source", context.text(*attribution.source));
    std::vector<std::string> names;
    std::ranges::copy_if(attribution.candidates, std::back_inserter(names), is_name);
    finding.arguments.emplace_back("candidates", fmt::to_string(fmt::join(names, ", ")));
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
