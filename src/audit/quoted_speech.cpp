#include "audit/quoted_speech.h"

#include <algorithm>
#include <array>

namespace selon {

namespace {

constexpr std::array<std::string_view, 2> ellipses = {"…", "..."};
constexpr std::size_t longest_mark = 200;  // bytes between two brackets

/// The length of an ellipsis that `text` begins with, or 0.
std::size_t ellipsis_at(std::string_view text) {
  const auto found =
      std::ranges::find_if(ellipses, [&](std::string_view sign) { return text.starts_with(sign); });
  return found == ellipses.end() ? 0 : found->size();
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// The mark that begins at `at`, with an empty span where there is none.
EditMark mark_at(std::string_view text, std::uint32_t at, Span inner) {
  EditMark mark{{at, at}};
  const std::string_view rest = text.substr(at, std::min<std::size_t>(inner.end - at, longest_mark));
  if (rest.starts_with('[') || rest.starts_with('(')) {
    const std::size_t close = rest.find(rest.front() == '[' ? ']' : ')');
    if (close == std::string_view::npos) {
      return mark;
    }
    std::string_view inside = rest.substr(1, close - 1);
    while (!inside.empty() && is_space(inside.front())) {
      inside.remove_prefix(1);
    }
    while (!inside.empty() && is_space(inside.back())) {
      inside.remove_suffix(1);
    }
    mark.bracket = rest.front() == '[';
    mark.cut = !inside.empty() && ellipsis_at(inside) == inside.size();
    if (mark.bracket || mark.cut) {
      mark.span.end = at + static_cast<std::uint32_t>(close) + 1;
    }
    return mark;
  }
  if (const std::size_t size = ellipsis_at(rest)) {
    mark.cut = mark.bare = true;
    mark.span.end = at + static_cast<std::uint32_t>(size);
  }
  return mark;
}

}  // namespace

const Quotation* quotation_of(const AuditContext& context, const QuotedText& quoted) {
  const auto& all = context.analysis.text.quotations;
  return quoted.quotation < all.size() ? &all[quoted.quotation] : nullptr;
}

std::string_view opening_mark(const AuditContext& context, const Quotation& quotation) {
  if (!quotation.opened) {
    return {};
  }
  std::uint32_t end = quotation.span.start + 1;
  while (end < quotation.span.end &&
         (static_cast<unsigned char>(context.document.text[end]) & 0xC0) == 0x80) {
    ++end;
  }
  return context.text({quotation.span.start, end});
}

std::size_t block_at(const Document& document, std::uint32_t offset) {
  const auto after = std::ranges::upper_bound(document.blocks, offset, {},
                                              [](const Block& block) { return block.span.start; });
  return after == document.blocks.begin() ? 0 : static_cast<std::size_t>(after - document.blocks.begin()) - 1;
}

std::size_t sentences_begun(const AuditContext& context, Span span) {
  const Text& text = context.analysis.text;
  const auto starts_at = [&](const Sentence& s) { return text.tokens[s.first].span.start; };
  const auto first = std::ranges::upper_bound(text.sentences, span.start, {}, starts_at);
  const auto last = std::ranges::lower_bound(text.sentences, span.end, {}, starts_at);
  return 1 + static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, last - first));
}

std::uint32_t start_of_sentence(const AuditContext& context, std::uint32_t offset) {
  const Text& text = context.analysis.text;
  const auto starts_at = [&](const Sentence& s) { return text.tokens[s.first].span.start; };
  const auto after = std::ranges::upper_bound(text.sentences, offset, {}, starts_at);
  return after == text.sentences.begin() ? 0 : starts_at(*(after - 1));
}

std::vector<EditMark> edit_marks(std::string_view text, Span inner) {
  std::vector<EditMark> marks;
  const std::vector<QuotedWord> words = words_in(text, inner);
  for (std::uint32_t at = inner.start; at < inner.end;) {
    const EditMark mark = mark_at(text, at, inner);
    // A bare ellipsis at an end of the quotation cuts nothing off.
    const bool at_an_end = mark.bare && (words.empty() || at <= words.front().span.start ||
                                         words.back().span.end <= mark.span.end);
    if (!mark.span.empty() && !at_an_end) {
      marks.push_back(mark);
    }
    at = std::max(at + 1, mark.span.end);
  }
  return marks;
}

}  // namespace selon
