#include "document/markdown_kinds.h"

#include <algorithm>
#include <optional>

#include "document/characters.h"
#include "document/text_lines.h"

namespace selon {

namespace {

constexpr std::uint32_t longest_heading = 300;  // bytes

/// Where single line breaks stand between lines of furniture, each line is a block:
/// files made from plain text have them.
std::vector<MarkdownDraft> split_furniture_lines(std::string_view text, std::vector<MarkdownDraft> drafts,
                                                 FurnitureRules& furniture) {
  std::vector<MarkdownDraft> all;
  all.reserve(drafts.size());
  for (MarkdownDraft& draft : drafts) {
    std::vector<std::uint32_t> ends = std::move(draft.line_ends);
    if (ends.empty() || draft.heading > 0) {
      all.push_back(std::move(draft));
      continue;
    }
    ends.push_back(draft.block.span.end);
    const std::uint32_t end = draft.block.span.end;
    std::uint32_t start = draft.block.span.start;
    bool after_furniture = true;
    for (const std::uint32_t line_end : ends) {
      const Span line = trimmed(text, {start, std::min(line_end, end)});
      if (line.empty()) continue;
      start = line_end;
      const bool is_furniture =
          line.size() <= FurnitureRules::max_line && furniture.line_kind(line.in(text)).has_value();
      if (is_furniture || after_furniture) {
        all.push_back(draft);
        all.back().block.span = line;
      } else {
        all.back().block.span.end = line.end;
      }
      after_furniture = is_furniture;
    }
  }
  return all;
}

/// The title: the first heading of level 1, or else the first heading, if it opens the article.
std::optional<std::size_t> title_heading(const std::vector<MarkdownDraft>& drafts) {
  std::optional<std::size_t> opening;
  bool opens = true;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].heading == 1) return i;
    if (drafts[i].heading > 0 && opens) opening = i;
    const BlockKind kind = drafts[i].block.kind;
    if (drafts[i].heading > 0 || (kind != BlockKind::related && kind != BlockKind::boilerplate))
      opens = false;
  }
  return opening;
}

void label_by_markup(std::string_view text, std::vector<MarkdownDraft>& drafts) {
  const auto title = title_heading(drafts);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    MarkdownDraft& draft = drafts[i];
    Block& block = draft.block;
    if (draft.heading > 0 && block.span.size() <= longest_heading) {
      block.kind = title == i ? BlockKind::headline : BlockKind::subheading;
    } else if (draft.picture) {
      // An alternative text of one word is a file's name; one with a caption beside it is unseen.
      const bool named = block.span.in(text).find(' ') == std::string_view::npos;
      const bool captioned = i + 1 < drafts.size() && drafts[i + 1].beside_picture;
      block.kind = named || captioned ? BlockKind::boilerplate : BlockKind::caption;
    } else if (draft.beside_picture) {
      block.kind = BlockKind::caption;
    } else if (draft.only_link && block.kind != BlockKind::caption) {
      block.kind = BlockKind::related;
    } else if (block.italic && i > 0 && drafts[i - 1].picture && block.kind == BlockKind::paragraph) {
      block.kind = BlockKind::caption;
      drafts[i - 1].block.kind = BlockKind::boilerplate;
    }
  }
}

bool is_kind(const Block& block, BlockKind kind) { return block.kind == kind; }

/// What the author set apart right under the headline is the standfirst; a short
/// bold line over a paragraph is a subheading.
void label_by_emphasis(std::string_view text, std::vector<MarkdownDraft>& drafts) {
  bool under_headline = false;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Block& block = drafts[i].block;
    const bool set_apart = block.italic || drafts[i].only_strong || is_kind(block, BlockKind::blockquote);
    if (under_headline && is_body(block.kind)) {
      under_headline = false;
      if (set_apart && (is_kind(block, BlockKind::paragraph) || is_kind(block, BlockKind::blockquote))) {
        block.kind = BlockKind::standfirst;
        continue;
      }
    }
    if (is_kind(block, BlockKind::headline)) under_headline = true;
    const Ending ending = ending_of(text, block.span);
    const bool unfinished =
        ending == Ending::open || ending == Ending::question || ending == Ending::exclamation;
    if (drafts[i].only_strong && is_kind(block, BlockKind::paragraph) && unfinished &&
        block.span.size() <= longest_heading / 2 && i > 0 && i + 1 < drafts.size()) {
      block.kind = BlockKind::subheading;
    }
  }
}

std::vector<Block> blocks_of(const std::vector<MarkdownDraft>& drafts) {
  std::vector<Block> blocks;
  blocks.reserve(drafts.size());
  for (const MarkdownDraft& draft : drafts) blocks.push_back(draft.block);
  return blocks;
}

void take_kinds(std::vector<MarkdownDraft>& drafts, const std::vector<Block>& blocks) {
  for (std::size_t i = 0; i < drafts.size(); ++i) drafts[i].block.kind = blocks[i].kind;
}

}  // namespace

std::vector<Block> markdown_blocks(std::string_view text, std::vector<MarkdownDraft> drafts,
                                   FurnitureRules& furniture) {
  drafts = split_furniture_lines(text, std::move(drafts), furniture);
  label_by_markup(text, drafts);
  std::vector<Block> blocks = blocks_of(drafts);
  label_furniture(text, blocks, furniture);
  const auto has = [&blocks](BlockKind kind) {
    return std::any_of(blocks.begin(), blocks.end(), [kind](const Block& b) { return b.kind == kind; });
  };
  if (!has(BlockKind::headline)) label_headline(text, blocks, furniture);
  take_kinds(drafts, blocks);
  label_by_emphasis(text, drafts);
  blocks = blocks_of(drafts);
  label_captions(text, blocks, furniture);
  label_bylines(text, blocks);
  if (!has(BlockKind::standfirst)) label_standfirst(text, blocks, furniture);
  if (!has(BlockKind::subheading)) label_subheadings(text, blocks, furniture);
  return blocks;
}

}  // namespace selon
