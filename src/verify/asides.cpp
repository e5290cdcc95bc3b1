#include "verify/asides.h"

#include <algorithm>

namespace selon {

namespace {

bool is_mark(char c) { return c == ',' || c == '.' || c == '!' || c == '?' || c == ';' || c == ':'; }

}  // namespace

std::vector<Span> asides_of(const Analysis& analysis, const QuotedText& quoted) {
  std::vector<Span> asides;
  if (quoted.attribution == no_index) return asides;
  const Attribution& attribution = analysis.attributions[quoted.attribution];
  const Span inner = analysis.text.quotations[quoted.quotation].inner;
  if (!attribution.cue || attribution.cue->span.start < inner.start ||
      attribution.cue->span.end > inner.end) {
    return asides;
  }
  const Span cue = attribution.cue->span;
  Span aside{inner.start, inner.end};
  for (const Span content : attribution.content) {
    if (content.end <= cue.start) aside.start = std::max(aside.start, content.end);
    if (content.start >= cue.end) aside.end = std::min(aside.end, content.start);
  }
  if (aside.start > inner.start && aside.start <= cue.start && cue.end <= aside.end) asides.push_back(aside);
  return asides;
}

std::string without_asides(std::string_view text, const std::vector<Span>& asides, AsideMark mark) {
  std::string out(text);
  for (const Span aside : asides) {
    std::size_t first = aside.start;
    std::size_t last = aside.end;
    if (mark == AsideMark::before && first < last && is_mark(out[first])) ++first;
    std::size_t behind = last;
    while (behind > first && !is_mark(out[behind - 1])) --behind;
    const bool spaces = out.find_first_not_of(" \n", behind) >= last;
    if (mark == AsideMark::behind && behind > first && spaces) last = behind - 1;
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(first),
              out.begin() + static_cast<std::ptrdiff_t>(last), ' ');
  }
  return out;
}

}  // namespace selon
