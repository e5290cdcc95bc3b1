#include "document/text_lines.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "document/characters.h"

namespace selon {

namespace {

/// Lines of prose are wrapped at widths between these; others are blocks.
constexpr std::uint32_t narrowest = 30;
constexpr std::uint32_t widest = 130;
/// So many pairs of lines tell the layout of a text.
constexpr std::size_t sample_pairs = 4000;

bool is_lower(char32_t code) { return u_islower(static_cast<UChar32>(code)) != 0; }

bool is_dash(char32_t code) { return code == '-' || code == 0x2013 || code == 0x2014 || code == 0x2012; }

bool is_bullet(char32_t code) {
  switch (code) {
    case '*':
    case 0xB7:    // ·
    case 0x2022:  // •
    case 0x2023:  // ‣
    case 0x2043:  // ⁃
    case 0x25AA:  // ▪
    case 0x25A0:  // ■
    case 0x25CF:  // ●
    case 0x25E6:  // ◦
    case 0x25BA:  // ►
    case 0x2192:  // →
      return true;
    default:
      return false;
  }
}

/// The number of bytes of "1." or "12)" at the start, white space after it not counted.
std::uint32_t number_marker(std::string_view text, Span span) {
  std::uint32_t at = span.start;
  while (at < span.end && at < span.start + 2 && text[at] >= '0' && text[at] <= '9') ++at;
  if (at == span.start || at + 1 >= span.end || (text[at] != '.' && text[at] != ')')) return 0;
  return is_white_space(character_at(text, at + 1).code) ? at + 1 - span.start : 0;
}

std::uint32_t first_word_width(std::string_view text, Span span) {
  std::uint32_t width = 0;
  for (std::uint32_t at = span.start; at < span.end;) {
    const Character c = character_at(text, at);
    if (c.code == ' ' || c.code == '\t') break;
    ++width;
    at += c.size;
  }
  return width;
}

/// Whether the next line's first word had no room on this one.
bool is_full(std::string_view text, const TextLine& line, const TextLine& next, std::uint32_t width) {
  if (line.span.size() > 4 * widest) return false;
  return line.indent + characters_in(line.span.in(text)) + 1 + first_word_width(text, next.span) > width;
}

bool starts_lower(std::string_view text, Span span) { return is_lower(character_at(text, span.start).code); }

bool ends_sentence(Ending ending) { return ending != Ending::open && ending != Ending::comma; }

/// In wrapped text: whether `next` begins a block though no blank line stands before it.
bool begins_block(std::string_view text, const TextLine& line, const TextLine& next, std::uint32_t width) {
  const bool full = is_full(text, line, next, width);
  const bool ended = ends_sentence(ending_of(text, line.span));
  switch (opening_of(text, next.span)) {
    case Opening::bullet:
    case Opening::arrow:
      return true;
    case Opening::hyphen:
    case Opening::dash:
    case Opening::number:
      return ended || !full;
    case Opening::lower_case:
      return false;
    case Opening::word:
      break;
  }
  return !full || (ended && next.indent > line.indent);
}

Ending ending_of_character(char32_t code, bool doubled) {
  switch (code) {
    case '.':
      return doubled ? Ending::ellipsis : Ending::period;
    case 0x2026:
      return Ending::ellipsis;
    case '?':
      return Ending::question;
    case '!':
      return Ending::exclamation;
    case ':':
    case ';':
      return Ending::colon;
    case ',':
      return Ending::comma;
    default:
      return Ending::open;
  }
}

bool closes(char32_t code) {
  switch (code) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case '*':
    case '_':
    case 0xBB:    // »
    case 0x201D:  // ”
    case 0x201C:  // “, which closes in German
    case 0x2019:  // ’
    case 0x203A:  // ›
      return true;
    default:
      return is_white_space(code);
  }
}

}  // namespace

std::vector<TextLine> split_lines(std::string_view text) {
  std::vector<TextLine> lines;
  lines.reserve(text.size() / 256 + 1);
  // Each is looked for again only once it has been passed: linear for any mix of line ends.
  std::size_t feed = text.find('\n');
  std::size_t carriage = text.find('\r');
  bool after_gap = true;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min({feed, carriage, text.size()});
    const Span whole = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
    const Span span = trimmed(text, whole);
    if (!span.empty()) lines.push_back({span, span.start - whole.start, after_gap});
    after_gap = span.empty();
    start = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    if (feed < start) feed = text.find('\n', start);
    if (carriage < start) carriage = text.find('\r', start);
  }
  return lines;
}

std::uint32_t wrap_width(std::string_view text, const std::vector<TextLine>& lines) {
  std::vector<std::uint32_t> widths;
  for (std::size_t i = 0; i + 1 < lines.size() && widths.size() < sample_pairs; ++i) {
    if (lines[i + 1].after_gap) continue;
    const Span span = lines[i].span;
    // A line far too long for wrapped prose counts as one, whatever its exact width.
    widths.push_back(span.size() > 4 * widest ? 4 * widest : lines[i].indent + characters_in(span.in(text)));
  }
  if (widths.empty()) return 0;
  // The widest but for some, because a web address may stick out.
  const std::size_t index = widths.size() - 1 - widths.size() / 50;
  std::nth_element(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(index), widths.end());
  const std::uint32_t width = widths[index];
  if (width < narrowest || width > widest) return 0;
  // Some programs (fmt) balance the lines, and count an é as two: they are full at less.
  const std::uint32_t balanced = width * 3 / 4;
  std::size_t pairs = 0, full = 0, nearly_full = 0, lower = 0, early = 0;
  for (std::size_t i = 0; i + 1 < lines.size() && pairs < sample_pairs; ++i) {
    if (lines[i + 1].after_gap) continue;
    ++pairs;
    const bool is_whole = is_full(text, lines[i], lines[i + 1], width);
    const bool goes_on = starts_lower(text, lines[i + 1].span);
    full += is_whole ? 1u : 0u;
    nearly_full += is_full(text, lines[i], lines[i + 1], balanced) ? 1u : 0u;
    lower += goes_on ? 1u : 0u;
    early += goes_on && !is_whole ? 1u : 0u;
  }
  const bool is_wrapped = full * 10 >= pairs * 6 && lower * 4 >= pairs;
  const bool is_balanced = nearly_full * 10 >= pairs * 9 && lower * 2 >= pairs;
  if (is_balanced && (!is_wrapped || early * 10 >= pairs)) return balanced;
  return is_wrapped ? width : 0;
}

std::vector<Span> split_blocks(std::string_view text) {
  const std::vector<TextLine> lines = split_lines(text);
  const std::uint32_t width = wrap_width(text, lines);
  std::vector<Span> blocks;
  blocks.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool begins = width == 0 || lines[i].after_gap || begins_block(text, lines[i - 1], lines[i], width);
    if (begins) {
      blocks.push_back(lines[i].span);
    } else {
      blocks.back().end = lines[i].span.end;
    }
  }
  return blocks;
}

Opening opening_of(std::string_view text, Span span) {
  const Character first = character_at(text, span.start);
  const Character second = character_at(text.substr(0, span.end), span.start + first.size);
  const bool apart = is_white_space(second.code);
  if (first.code == '>' && (second.code == '>' || apart)) return Opening::arrow;
  if (apart && is_bullet(first.code)) return Opening::bullet;
  if (apart && first.code == '-') return Opening::hyphen;
  if (is_dash(first.code) && (apart || first.code != '-')) return Opening::dash;
  if (number_marker(text, span) > 0) return Opening::number;
  return is_lower(first.code) ? Opening::lower_case : Opening::word;
}

std::uint32_t after_marker(std::string_view text, Span span) {
  const std::uint32_t number = number_marker(text, span);
  const std::uint32_t size = number > 0 ? number : character_at(text, span.start).size;
  return trimmed(text, {span.start + size, span.end}).start;
}

Ending ending_of(std::string_view text, Span span) {
  const std::string_view block = span.in(text);
  std::size_t end = block.size();
  // A few closing marks are enough: nothing readable ends in more.
  for (int i = 0; i < 8; ++i) {
    const Character last = character_before(block, end);
    if (last.size == 0 || !closes(last.code)) break;
    end -= last.size;
  }
  const Character last = character_before(block, end);
  if (last.size == 0) return Ending::open;
  return ending_of_character(last.code, block.substr(0, end).ends_with(".."));
}

}  // namespace selon
