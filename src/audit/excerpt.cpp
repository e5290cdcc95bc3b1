#include "audit/excerpt.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace selon {

namespace {

constexpr std::size_t most_words_outside = 3;
constexpr std::size_t negation_reach = 2;  ///< an excerpt that begins "pas un fleuve" keeps its negation

bool has_punctuation(std::string_view text, Span between) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto at = static_cast<std::int32_t>(between.start);
  const auto end = static_cast<std::int32_t>(between.end);
  while (at < end) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, end, c);
    if (u_ispunct(c) && c != '\'' && c != 0x2019 && c != '-' && c != 0x2011) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool takes_any_part(BlockKind kind) { return kind == BlockKind::headline || kind == BlockKind::subheading; }

ExcerptJudge::ExcerptJudge(const AuditContext& context, const WordRoles& roles)
    : context_(context),
      roles_(roles),
      edge_words_(context.pack.list("quotation-edge-words")),
      negations_(context.pack.list("negation-words")) {}

bool ExcerptJudge::allowed(const Wording& full, std::size_t first, std::size_t last,
                           const Wording& cut) const {
  if (takes_any_part(cut.kind)) {
    return true;
  }
  const std::span<const QuotedWord> left_out(full.words.data() + first, last - first);
  if (first == 0) {
    return is_free_beginning(left_out, cut) || stands_outside(cut, left_out.front(), true) ||
           is_apart({full.words[last - 1].span.end, full.words[last].span.start});
  }
  return stands_outside(cut, left_out.front(), false) ||
         is_apart({full.words[first - 1].span.end, full.words[first].span.start});
}

std::size_t ExcerptJudge::lost_negation(const Wording& full, std::size_t first, std::size_t last,
                                        const Wording& cut, std::size_t cut_first) const {
  if (begins_small(cut.words[cut_first].span)) {
    return last;  // woven into a sentence of the article, which may negate it in other words
  }
  const auto negates = [&](const ComparedWord& word) { return roles_.is_plain_negation(word); };
  const auto begin = cut.words.begin() + static_cast<std::ptrdiff_t>(cut_first);
  const std::vector<QuotedWord> head(
      begin, begin + std::min<std::ptrdiff_t>(negation_reach, cut.words.end() - begin));
  if (std::ranges::any_of(roles_.compared(context_.document.text, head), negates) ||
      std::ranges::any_of(roles_.compared(context_.document.text, words_outside(cut, true)), negates)) {
    return last;
  }
  std::size_t clause = last;
  while (clause > first && !full.words[clause - 1].key.empty() &&
         !edge_words_.contains(full.words[clause - 1].key) &&
         !is_apart({full.words[clause - 1].span.end, full.words[clause].span.start})) {
    --clause;
  }
  const std::vector<QuotedWord> left_out(full.words.begin() + static_cast<std::ptrdiff_t>(clause),
                                         full.words.begin() + static_cast<std::ptrdiff_t>(last));
  return std::ranges::any_of(roles_.compared(context_.document.text, left_out), negates) ? clause : last;
}

/// A quotation is cut in front to fit the sentence around it ("ils iront « tous
/// ensemble »"): such a cut is free, but for words of negation.
bool ExcerptJudge::is_free_beginning(std::span<const QuotedWord> left_out, const Wording& cut) const {
  const auto in = [](const WordSet& set) {
    return [&set](const QuotedWord& word) { return set.contains(word.key); };
  };
  if (std::ranges::any_of(left_out, in(negations_))) {
    return false;
  }
  return (!cut.words.empty() && begins_small(cut.words.front().span)) ||
         std::ranges::all_of(left_out, [&](const QuotedWord& word) {
           return edge_words_.contains(word.key) || context_.stop_words().contains(word.key);
         });
}

bool ExcerptJudge::begins_small(Span word) const {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(context_.document.text.data());
  auto at = static_cast<std::int32_t>(word.start);
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes, at, static_cast<std::int32_t>(word.end), c);
  return u_islower(c) != 0;
}

bool ExcerptJudge::is_apart(Span between) const { return has_punctuation(context_.document.text, between); }

/// The words of the sentence right outside the marks of `cut`.
std::vector<QuotedWord> ExcerptJudge::words_outside(const Wording& cut, bool before) const {
  const Statement* statement = context_.statement_at(cut.quoted->span.start);
  if (statement == nullptr) {
    return {};
  }
  const Span quoted = cut.quoted->span;
  std::vector<QuotedWord> near = words_in(
      context_.document.text, before ? Span{std::min(statement->span.start, quoted.start), quoted.start}
                                     : Span{quoted.end, std::max(statement->span.end, quoted.end)});
  if (before) {
    std::ranges::reverse(near);
  }
  near.resize(std::min(near.size(), most_words_outside));
  return near;
}

bool ExcerptJudge::stands_outside(const Wording& cut, const QuotedWord& word, bool before) const {
  const std::vector<QuotedWord> near = words_outside(cut, before);
  return std::ranges::find(near, word.key, &QuotedWord::key) != near.end();
}

}  // namespace selon
