#include "audit/context.h"

#include <algorithm>

namespace selon {

AuditContext::AuditContext(const Document& a_document, const Analysis& an_analysis, const Pack& a_pack,
                           const AuditOptions& some_options, const Silences& some_silences)
    : document(a_document),
      analysis(an_analysis),
      pack(a_pack),
      options(some_options),
      silences(some_silences),
      stop_words_(a_pack.list("stop-words")),
      vague_saying_verbs_(a_pack.list("vague-saying-verbs")) {}

const Statement* AuditContext::statement_at(std::uint32_t offset) const {
  const auto& all = analysis.statements;
  auto after = std::ranges::upper_bound(all, offset, {}, [](const Statement& s) { return s.span.start; });
  if (after == all.begin()) {
    return nullptr;
  }
  const Statement& found = *--after;
  return found.span.contains(offset) ? &found : nullptr;
}

BlockKind AuditContext::kind_at(std::uint32_t offset) const {
  const auto& all = document.blocks;
  auto after = std::ranges::upper_bound(all, offset, {}, [](const Block& b) { return b.span.start; });
  while (after != all.begin()) {
    const Block& block = *--after;
    // A credit lies inside its caption: the place belongs to the caption all the same.
    if (block.kind != BlockKind::credit) {
      return block.span.contains(offset) ? block.kind : BlockKind::paragraph;
    }
  }
  return BlockKind::paragraph;
}

const Source* AuditContext::source_of(const Attribution& attribution) const {
  return attribution.source_index < analysis.sources.size() ? &analysis.sources[attribution.source_index]
                                                            : nullptr;
}

Span AuditContext::source_place(const Attribution& attribution) const {
  if (attribution.source) {
    return *attribution.source;
  }
  if (attribution.cue) {
    return attribution.cue->span;
  }
  return attribution.content.empty() ? Span{} : attribution.content.front();
}

bool AuditContext::is_quoted(Span place) const {
  constexpr std::ptrdiff_t deepest = 4;  // quotations in one another
  const auto& all = analysis.quotations;
  const auto after = std::ranges::upper_bound(all, place.start, {},
                                              [](const QuotedText& quoted) { return quoted.span.start; });
  return std::any_of(after - std::min(after - all.begin(), deepest), after,
                     [place](const QuotedText& quoted) {
                       return quoted.kind == QuotationKind::speech && quoted.span.contains(place);
                     });
}

bool AuditContext::is_reported(const Attribution& attribution) const {
  constexpr std::ptrdiff_t farthest = 60;  // words that hold another attribution stand near it
  const Span place = source_place(attribution);
  const auto& all = analysis.attributions;
  const std::ptrdiff_t index = &attribution - all.data();
  const auto first = all.begin() + std::max<std::ptrdiff_t>(0, index - farthest);
  const auto last = all.begin() + std::min(std::ssize(all), index + farthest);
  return is_quoted(place) || std::any_of(first, last, [&](const Attribution& other) {
           const Source* teller = source_of(other);
           return teller != nullptr && !teller->anonymous && !teller->vague &&
                  other.source_index != attribution.source_index &&
                  std::ranges::any_of(other.content,
                                      [place](Span content) { return content.contains(place); });
         });
}

bool is_running_text(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::list || kind == BlockKind::blockquote ||
         kind == BlockKind::standfirst || kind == BlockKind::caption;
}

Severity lowered(Severity severity) {
  return severity == Severity::error ? Severity::warning : Severity::info;
}

Finding Reporter::finding(Span span) const {
  Finding made;
  made.rule = rule_;
  made.severity = rule_->severity;
  made.span = span;
  return made;
}

void Reporter::push(Finding finding) {
  ++count_;
  if (!rule_->graded) {
    finding.severity = rule_->severity;
  }
  (*sink_)(std::move(finding));
}

}  // namespace selon
