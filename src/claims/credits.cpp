#include "claims/credits.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "claims/fold.h"

namespace selon {

namespace {

bool only_credited_block(const Analysis& analysis, std::uint32_t caption) {
  return std::ranges::none_of(analysis.statements, [&](const Statement& statement) {
    return statement.status == Status::credited && statement.block != caption;
  });
}

std::string credit_text(const Document& document, std::uint32_t caption) {
  std::string out;
  if (caption >= document.blocks.size()) return out;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::credit && document.blocks[caption].span.contains(block.span)) {
      out += block.span.in(document.text);
      out += ' ';
    }
  }
  return out;
}

bool is_named(const Source& source, std::span<const SourceEntry> known_sources,
              std::string_view folded_credit) {
  if (has_words(folded_credit, fold_name(source.name))) return true;
  const auto entry = std::ranges::find(known_sources, source.ref, &SourceEntry::ref);
  return entry != known_sources.end() && std::ranges::any_of(entry->aliases, [&](const std::string& alias) {
           return has_words(folded_credit, fold_name(alias));
         });
}

}  // namespace

std::vector<std::uint32_t> credits_of(const Document& document, const Analysis& analysis,
                                      std::span<const SourceEntry> known_sources, std::uint32_t caption) {
  std::vector<std::uint32_t> all;
  for (const std::uint32_t source : analysis.credits) {
    if (source < analysis.sources.size() && std::ranges::find(all, source) == all.end()) {
      all.push_back(source);
    }
  }
  if (only_credited_block(analysis, caption)) return all;
  const std::string credit = fold_name(credit_text(document, caption));
  std::erase_if(
      all, [&](std::uint32_t source) { return !is_named(analysis.sources[source], known_sources, credit); });
  return all;
}

}  // namespace selon
