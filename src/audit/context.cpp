#include "audit/context.h"

#include <algorithm>

namespace selon {

AuditContext::AuditContext(const Document& a_document, const Analysis& an_analysis, const Pack& a_pack,
                           const AuditOptions& some_options)
    : document(a_document),
      analysis(an_analysis),
      pack(a_pack),
      options(some_options),
      stop_words_(a_pack.list("stop-words")) {}

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

bool is_running_text(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::list || kind == BlockKind::blockquote ||
         kind == BlockKind::standfirst || kind == BlockKind::caption;
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
  (*sink_)(std::move(finding));
}

}  // namespace selon
