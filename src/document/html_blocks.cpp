#include "document/html_blocks.h"

#include <algorithm>

#include "document/characters.h"

namespace selon {
namespace {

bool is_ascii_space(char32_t code) {
  return code == ' ' || code == '\t' || code == '\n' || code == '\r' || code == '\f';
}

bool is_invisible(char32_t code) { return code == 0xAD || code == 0xFEFF; }

/// Whether `text` ends with the mark of a sentence, which quotation marks and
/// brackets may follow.
bool ends_sentence(std::string_view text) {
  for (int steps = 0; steps < 6; ++steps) {
    const Character last = character_before(text, text.size());
    switch (last.code) {
      case U'.':
      case U'!':
      case U'?':
      case U'…':
        return true;
      case U'"':
      case U'\'':
      case U')':
      case U']':
      case U'»':
      case U'”':
      case U'’':
      case U' ':
      case U'\u00A0':
      case U'\u202F':
      case U'\u2009':
        text.remove_suffix(last.size);
        break;
      default:
        return false;
    }
  }
  return false;
}

class Segmenter {
 public:
  Segmenter(const HtmlTree& tree, const NodeMask& skip) : tree_(tree), skip_(skip) {}

  std::vector<HtmlBlock> run() {
    for (std::uint32_t i = 0; i < tree_.size();) {
      close_elements(i);
      if (skip_[i] != 0) {
        i = tree_[i].end;
        continue;
      }
      enter(i++);
    }
    flush();
    return std::move(blocks_);
  }

 private:
  void close_elements(std::uint32_t i) {
    while (!open_.empty() && tree_[open_.back()].end <= i) {
      flush();
      open_.pop_back();
    }
  }

  void enter(std::uint32_t i) {
    const HtmlNode& node = tree_[i];
    if (node.text) {
      add(i);
    } else if (node.tag == GUMBO_TAG_BR) {
      if (in_heading()) {
        current_.pieces.push_back(i);
        current_.sizes.push_back(0);
        pending_space_ = true;
      } else {
        flush();
      }
    } else if (node.block) {
      flush();
      open_.push_back(i);
    }
  }

  [[nodiscard]] bool in_heading() const { return !open_.empty() && tree_.heading_level(open_.back()) > 0; }

  void add(std::uint32_t i) {
    const std::string_view text = tree_[i].gumbo->v.text.text;
    const std::uint8_t style = tree_[i].style;
    const std::uint32_t before = current_.length;
    current_.pieces.push_back(i);
    for (std::size_t at = 0; at < text.size();) {
      const Character c = character_at(text, at);
      at += std::max<std::uint32_t>(c.size, 1);
      if (is_ascii_space(c.code)) {
        pending_space_ = true;
      } else if (!is_invisible(c.code) && !(current_.text.empty() && is_white_space(c.code))) {
        if (pending_space_ && !current_.text.empty()) {
          current_.text += ' ';
        }
        pending_space_ = false;
        append_character(current_.text, c.code);
        if (!is_white_space(c.code)) {
          count(style);
        }
      }
    }
    current_.sizes.push_back(current_.length - before);
  }

  void count(std::uint8_t style) {
    ++current_.length;
    current_.link += (style & style_link) != 0 ? 1 : 0;
    current_.self_link += (style & style_self_link) != 0 ? 1 : 0;
    current_.bold += (style & style_bold) != 0 ? 1 : 0;
    current_.italic += (style & style_italic) != 0 ? 1 : 0;
  }

  void flush() {
    if (current_.length > 0) {
      const Span inside = trimmed(current_.text, {0, static_cast<std::uint32_t>(current_.text.size())});
      current_.text.resize(inside.end);
      current_.element = open_.empty() ? 0 : open_.back();
      current_.sentence = ends_sentence(current_.text);
      blocks_.push_back(std::move(current_));
    }
    current_ = HtmlBlock{};
    pending_space_ = false;
  }

  const HtmlTree& tree_;
  const NodeMask& skip_;
  std::vector<std::uint32_t> open_;
  std::vector<HtmlBlock> blocks_;
  HtmlBlock current_;
  bool pending_space_ = false;
};

}  // namespace

std::vector<HtmlBlock> html_blocks(const HtmlTree& tree, const NodeMask& skip) {
  return Segmenter(tree, skip).run();
}

TextWeights::TextWeights(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks)
    : tree_(&tree), solid_(tree.size() + 1), all_(tree.size() + 1), link_(tree.size() + 1) {
  for (const HtmlBlock& block : blocks) {
    solid_[block.pieces.front() + 1] += block.solid() ? block.length - block.link : 0;
    for (std::size_t i = 0; i < block.pieces.size(); ++i) {
      const std::uint32_t piece = block.pieces[i];
      all_[piece + 1] += block.sizes[i];
      link_[piece + 1] += (tree[piece].style & style_link) != 0 ? block.sizes[i] : 0;
    }
  }
  for (std::size_t i = 1; i < solid_.size(); ++i) {
    solid_[i] += solid_[i - 1];
    all_[i] += all_[i - 1];
    link_[i] += link_[i - 1];
  }
}

}  // namespace selon
