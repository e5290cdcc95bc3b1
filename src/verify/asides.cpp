#include "verify/asides.h"

#include <algorithm>
#include <optional>

#include "language/unicode.h"
#include "verify/text_units.h"

namespace selon {

namespace {

bool is_mark(char c) { return c == ',' || c == '.' || c == '!' || c == '?' || c == ';' || c == ':'; }

/// What ends the words around a cue: marks, dashes, other quotation marks.
bool ends_telling(std::uint32_t c) {
  return (c < 0x80 && is_mark(static_cast<char>(c))) || c == 0x2026 || c == 0x2013 || c == 0x2014 ||
         c == 0xAB || c == 0xBB || c == '"' || c == 0x201C || c == 0x201D || c == '(' || c == ')';
}

std::size_t words_between(std::string_view text, Span span) { return word_count(units_of(text, span)); }

/// Where the words end that tell who speaks, to whom and when, at a mark of punctuation or at
/// the end of the quotation; nothing where other words follow: they may be the speaker's.
std::optional<std::uint32_t> end_of_telling(std::string_view text, const Attribution& attribution, Span inner,
                                            const UnitSet& breakers) {
  constexpr std::size_t most_words = 3;  // "dit X à Paris", "a-t-il ajouté mardi soir"
  std::uint32_t end = attribution.cue->span.end;
  for (const auto& part : {attribution.source, attribution.addressee, attribution.date}) {
    if (part && inner.contains(*part)) end = std::max(end, part->end);
  }
  const std::uint32_t start = end;
  while (end < inner.end && !ends_telling(unicode::decode(text, end).value)) {
    end += std::max<std::uint32_t>(1, unicode::decode(text, end).size);
  }
  const std::vector<TextUnit> between = units_of(text, {start, end});
  const bool broken =
      std::ranges::any_of(between, [&](const TextUnit& unit) { return breakers.contains(unit); });
  return !broken && word_count(between) <= most_words ? std::optional(end) : std::nullopt;
}

/// « C1, dit X. C2 »: from the end of C1 to the mark behind X. What follows that is quoted.
std::optional<Span> aside_of(std::string_view text, const Attribution& attribution, Span inner,
                             const UnitSet& breakers) {
  if (!attribution.cue || !inner.contains(attribution.cue->span)) return std::nullopt;
  const Span cue = attribution.cue->span;
  std::uint32_t start = inner.start;
  for (const Span content : attribution.content) {
    if (content.end <= cue.start) start = std::max(start, content.end);
  }
  const auto told = end_of_telling(text, attribution, inner, breakers);
  constexpr std::size_t most_before = 2;  // ", comme l'a dit X"
  if (start == inner.start || !told || words_between(text, {start, cue.start}) > most_before)
    return std::nullopt;
  // The mark itself and the spaces around it belong to the aside: which of the two marks beside it
  // is the speaker's is for without_asides to try.
  std::uint32_t end = *told;
  while (end < inner.end) {
    const unicode::CodePoint c = unicode::decode(text, end);
    if (!unicode::is_space(c.value) && !(end == *told && is_mark(static_cast<char>(c.value)) && c.size == 1))
      break;
    end += std::max<std::uint32_t>(1, c.size);
  }
  return Span{start, end};
}

}  // namespace

std::vector<Span> asides_of(const Document& document, const Analysis& analysis, const QuotedText& quoted,
                            const UnitSet& breakers) {
  std::vector<Span> asides;
  if (quoted.attribution == no_index) return asides;
  const Span inner = analysis.text.quotations[quoted.quotation].inner;
  const std::uint32_t speaker = analysis.attributions[quoted.attribution].source_index;
  for (const Attribution& attribution : analysis.attributions) {
    if (attribution.source_index != speaker) continue;
    const auto aside = aside_of(document.text, attribution, inner, breakers);
    if (aside && (asides.empty() || asides.back().end <= aside->start)) asides.push_back(*aside);
  }
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
