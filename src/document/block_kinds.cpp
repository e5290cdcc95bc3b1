#include "document/block_kinds.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <optional>

#include "document/characters.h"
#include "document/text_lines.h"

namespace selon {

namespace {

constexpr std::uint32_t longest_headline = 250;  // bytes, as all lengths here
constexpr std::uint32_t longest_standfirst = 900;
constexpr std::uint32_t shortest_standfirst = 60;  // of one without final period
constexpr std::uint32_t longest_subheading = 120;
constexpr std::uint32_t longest_name = 60;

bool is_paragraph(const Block& block) { return block.kind == BlockKind::paragraph; }

bool ends_as_heading(Ending ending) {
  return ending == Ending::open || ending == Ending::question || ending == Ending::exclamation;
}

std::size_t next_body(const std::vector<Block>& blocks, std::size_t from) {
  while (from < blocks.size() && !is_body(blocks[from].kind)) ++from;
  return from;
}

/// What may stand between a standfirst and the text: who wrote it, when, a picture.
bool follows_standfirst(BlockKind kind) {
  return kind == BlockKind::byline || kind == BlockKind::boilerplate || kind == BlockKind::dateline ||
         kind == BlockKind::caption || kind == BlockKind::credit;
}

/// A paragraph that could be an item of a list, by its opening.
std::optional<Opening> marker(std::string_view text, const Block& block) {
  if (!is_paragraph(block)) return std::nullopt;
  const Opening opening = opening_of(text, block.span);
  const bool marks = opening == Opening::bullet || opening == Opening::hyphen || opening == Opening::dash ||
                     opening == Opening::number;
  return marks ? std::optional(opening) : std::nullopt;
}

/// Whether blocks [first, last), all with the same marker, are a list.
bool is_list(std::string_view text, const std::vector<Block>& blocks, std::size_t first, std::size_t last,
             Opening opening) {
  if (opening == Opening::bullet) return true;
  const bool announced = first > 0 && ending_of(text, blocks[first - 1].span) == Ending::colon;
  if (opening == Opening::number) return last - first > 1 || announced;
  // Dashes: a dialogue has questions, or sentences; a list has items without final
  // period, or follows a colon. An em or en dash is a dialogue more often than not.
  bool sentences = true;
  for (std::size_t i = first; i < last; ++i) {
    const Ending ending = ending_of(text, blocks[i].span);
    if (ending == Ending::question || ending == Ending::exclamation) return false;
    sentences = sentences && ending == Ending::period;
  }
  if (last - first == 1) return announced && opening == Opening::hyphen;
  return !sentences || (announced && opening == Opening::hyphen);
}

/// A rule of the pack says that this is a paragraph, whatever it looks like.
bool is_note(std::string_view text, const Block& block, FurnitureRules& furniture) {
  return furniture.line_kind(block.span.in(text)) == BlockKind::paragraph;
}

/// "Marie Le Goff", "Kab NIANG": two to five words, each with a capital but for
/// particles of up to three letters, and nothing else.
bool reads_as_name(std::string_view text, const Block& block) {
  if (!is_paragraph(block) || block.span.size() > longest_name) return false;
  std::size_t words = 0, capitals = 0, letters = 0;
  bool capital = false;
  const auto end_word = [&] {
    if (letters == 0) return true;
    ++words;
    capitals += capital ? 1u : 0u;
    const bool fits = capital || letters <= 3;
    letters = 0;
    capital = false;
    return fits;
  };
  for (std::uint32_t at = block.span.start; at < block.span.end;) {
    const Character c = character_at(text, at);
    at += c.size;
    const auto code = static_cast<UChar32>(c.code);
    if (u_isalpha(code) != 0) {
      capital = capital || (letters == 0 && u_isupper(code) != 0);
      ++letters;
    } else if (is_white_space(c.code)) {
      if (!end_word()) return false;
    } else if (c.code != '-' && c.code != '\'' && c.code != 0x2019) {
      return false;
    }
  }
  return end_word() && capitals >= 2 && words <= 5;
}

/// A short line right below `byline`, no blank line between.
bool reads_as_byline_tail(std::string_view text, const Block& byline, const Block& block) {
  if (!is_paragraph(block) || block.span.size() > longest_name) return false;
  const std::string_view between = text.substr(byline.span.end, block.span.start - byline.span.end);
  return std::count(between.begin(), between.end(), '\n') <= 1 && ending_of(text, block.span) == Ending::open;
}

/// Whether a sentence ends before the end of the block.
bool holds_sentence_end(std::string_view block) {
  for (std::size_t at = block.find_first_of(".?!"); at != std::string_view::npos;
       at = block.find_first_of(".?!", at + 1)) {
    // A mark with a space before it is French; one after an initial or a number ends nothing.
    const bool word_before = at > 3 && block[at - 1] != '.' && block[at - 2] != ' ';
    if (word_before && block.substr(at + 1).starts_with(' ') && at + 3 < block.size()) return true;
  }
  return false;
}

bool reads_as_headline(std::string_view text, const Block& block) {
  if (!is_paragraph(block) || block.span.size() > longest_headline) return false;
  const Opening opening = opening_of(text, block.span);
  if (opening != Opening::word && opening != Opening::lower_case && opening != Opening::number) return false;
  // A note in parentheses after a sentence: an agency, a date.
  if (text[block.span.end - 1] == ')' && holds_sentence_end(block.span.in(text))) return false;
  const Ending ending = ending_of(text, block.span);
  return ends_as_heading(ending) || ending == Ending::ellipsis;
}

bool reads_as_subheading(std::string_view text, const Block& block) {
  if (!is_paragraph(block) || block.span.size() > longest_subheading) return false;
  const Opening opening = opening_of(text, block.span);
  if (opening != Opening::word && opening != Opening::number) return false;
  return ends_as_heading(ending_of(text, block.span)) && !holds_sentence_end(block.span.in(text));
}

/// Text that a subheading may stand over.
bool reads_as_text(std::string_view text, const Block& block) {
  if (block.kind == BlockKind::list || block.kind == BlockKind::blockquote) return true;
  return is_paragraph(block) &&
         (block.span.size() > longest_subheading || !ends_as_heading(ending_of(text, block.span)));
}

}  // namespace

void label_furniture(std::string_view text, std::vector<Block>& blocks, FurnitureRules& furniture) {
  for (Block& block : blocks) {
    const bool may_be =
        is_paragraph(block) || block.kind == BlockKind::list || block.kind == BlockKind::subheading;
    if (!may_be || block.span.size() > FurnitureRules::max_line) continue;
    if (const auto kind = furniture.line_kind(block.span.in(text))) block.kind = *kind;
  }
}

void label_captions(std::string_view text, std::vector<Block>& blocks, FurnitureRules& furniture) {
  std::vector<std::pair<std::size_t, CaptionCredit>>
      credits;  // the caption's index, and the credit in the text
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Block& block = blocks[i];
    const bool told = block.kind == BlockKind::caption;
    // A sentence ends in a period, a caption with a credit does not.
    if (!told && (!is_paragraph(block) || ending_of(text, block.span) != Ending::open)) continue;
    auto credit = furniture.credit(block.span.in(text));
    if (!credit) continue;
    credit->span = {block.span.start + credit->span.start, block.span.start + credit->span.end};
    if (credit->span == block.span) {
      block.kind = BlockKind::credit;
    } else {
      block.kind = BlockKind::caption;
      credits.emplace_back(i, *credit);
    }
  }
  if (credits.empty()) return;
  std::vector<Block> all;
  all.reserve(blocks.size() + credits.size());
  auto credit = credits.begin();
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    all.push_back(blocks[i]);
    if (credit == credits.end() || credit->first != i) continue;
    all.push_back({BlockKind::credit, credit->second.span, blocks[i].italic, credit->second.lead});
    ++credit;
  }
  blocks = std::move(all);
}

void label_lists(std::string_view text, std::vector<Block>& blocks) {
  for (std::size_t first = 0; first < blocks.size();) {
    const auto opening = marker(text, blocks[first]);
    std::size_t last = first + 1;
    if (!opening) {
      first = last;
      continue;
    }
    while (last < blocks.size() && marker(text, blocks[last]) == opening) ++last;
    const bool list = is_list(text, blocks, first, last, *opening);
    for (; first < last; ++first) {
      const std::uint32_t start = after_marker(text, blocks[first].span);
      if (!list || start >= blocks[first].span.end) continue;
      blocks[first].kind = BlockKind::list;
      blocks[first].span.start = start;
    }
  }
}

void label_headline(std::string_view text, std::vector<Block>& blocks, FurnitureRules& furniture) {
  std::size_t first = next_body(blocks, 0);
  while (first < blocks.size() && is_note(text, blocks[first], furniture))
    first = next_body(blocks, first + 1);
  if (next_body(blocks, first + 1) >= blocks.size()) return;
  if (reads_as_headline(text, blocks[first])) blocks[first].kind = BlockKind::headline;
}

void label_bylines(std::string_view text, std::vector<Block>& blocks) {
  std::size_t at = 0;
  while (at < blocks.size() && blocks[at].kind != BlockKind::headline) ++at;
  if (at == blocks.size()) return;
  // At most the standfirst stands between headline and byline; what stands on the
  // line below a byline (a paper, a place) is part of it.
  std::size_t body = 0;
  for (std::size_t i = at + 1; i + 1 < blocks.size() && body < 2; ++i) {
    const bool goes_on =
        blocks[i - 1].kind == BlockKind::byline && reads_as_byline_tail(text, blocks[i - 1], blocks[i]);
    if (goes_on || reads_as_name(text, blocks[i])) blocks[i].kind = BlockKind::byline;
    body += is_body(blocks[i].kind) ? 1u : 0u;
  }
  std::size_t last = blocks.size();
  while (last > at + 2 && !is_body(blocks[last - 1].kind)) --last;
  if (last > at + 2 && reads_as_name(text, blocks[last - 1])) blocks[last - 1].kind = BlockKind::byline;
}

void label_standfirst(std::string_view text, std::vector<Block>& blocks, FurnitureRules& furniture) {
  std::size_t at = 0;
  while (at < blocks.size() && blocks[at].kind != BlockKind::headline) ++at;
  at = next_body(blocks, at + 1);
  if (at >= blocks.size() || !is_paragraph(blocks[at]) || is_note(text, blocks[at], furniture)) return;
  Block& block = blocks[at];
  const bool has_text_after =
      std::any_of(blocks.begin() + static_cast<std::ptrdiff_t>(at) + 1, blocks.end(), is_paragraph);
  if (!has_text_after || block.span.size() > longest_standfirst) return;
  const Opening opening = opening_of(text, block.span);
  if (opening != Opening::word && opening != Opening::lower_case) return;
  const bool unpunctuated =
      ending_of(text, block.span) == Ending::open && block.span.size() >= shortest_standfirst;
  if (unpunctuated || follows_standfirst(blocks[at + 1].kind)) block.kind = BlockKind::standfirst;
}

void label_subheadings(std::string_view text, std::vector<Block>& blocks, FurnitureRules& furniture) {
  std::optional<std::size_t> before;
  for (std::size_t i = next_body(blocks, 0); i < blocks.size();) {
    const std::size_t after = next_body(blocks, i + 1);
    const bool announced = before && ending_of(text, blocks[*before].span) == Ending::colon;
    if (before && !announced && after < blocks.size() && reads_as_subheading(text, blocks[i]) &&
        reads_as_text(text, blocks[after]) && !is_note(text, blocks[i], furniture)) {
      blocks[i].kind = BlockKind::subheading;
    }
    before = i;
    i = after;
  }
}

std::string_view headline_text(std::string_view text, const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::headline) return block.span.in(text);
  }
  return {};
}

std::vector<Block> text_blocks(std::string_view text, FurnitureRules& furniture) {
  std::vector<Block> blocks;
  const std::vector<Span> spans = split_blocks(text);
  blocks.reserve(spans.size());
  furniture.expect(spans.size());
  for (const Span span : spans) blocks.push_back({BlockKind::paragraph, span, false});
  label_furniture(text, blocks, furniture);
  label_captions(text, blocks, furniture);
  label_lists(text, blocks);
  label_headline(text, blocks, furniture);
  label_bylines(text, blocks);
  label_standfirst(text, blocks, furniture);
  label_subheadings(text, blocks, furniture);
  return blocks;
}

}  // namespace selon
