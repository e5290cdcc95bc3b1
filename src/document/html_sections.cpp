// skip_sections: furniture that only its text tells, under headings and in teasers.
#include <algorithm>
#include <string>

#include "document/html_filter.h"

namespace selon {
namespace {

class Sections {
 public:
  Sections(const HtmlTree& tree, const HtmlNames& names, const std::vector<HtmlBlock>& blocks,
           std::uint32_t headline, NodeMask& skip)
      : tree_(tree),
        names_(names),
        blocks_(blocks),
        weights_(tree, blocks),
        headline_(headline),
        skip_(skip) {}

  void run() {
    for (const HtmlBlock& block : blocks_) {
      skip_under_heading(block);
    }
    for (std::uint32_t i = 0; i < tree_.size();) {
      if (skip_[i] == 0 && !tree_[i].text) {
        skip_teasers(i);
      }
      i = skip_[i] != 0 ? tree_[i].end : i + 1;
    }
  }

 private:
  void skip_under_heading(const HtmlBlock& block) {
    const bool heading = tree_.heading_level(block.element) > 0;
    if (block.length > 60 || is_skipped(block.element) || tree_.contains(block.element, headline_)) {
      return;
    }
    const std::string phrase = plain_phrase(block.text);
    const bool closing =
        block.link * 2 < block.length && names_.closing.matches(phrase) && much_before(block.element);
    const bool label =
        heading || block.all_bold() || block.text.ends_with(':') || !tree_.is(block.element, GUMBO_TAG_P);
    const std::uint32_t section = section_of(block.element);
    const bool heads = label || section != block.element;
    if (!closing && !(heads && block.link * 2 < block.length && names_.related.matches(phrase))) {
      return;
    }
    skip_[section] = 1;
    if (section == block.element || weights_.length(section) == block.length) {
      skip_what_follows(section, closing);
    }
  }

  /// The article may be over: a good part of the page's text stands before.
  [[nodiscard]] bool much_before(std::uint32_t i) const {
    const std::uint64_t before = weights_.weight_before(i);
    return before > 1500 || (before > 0 && before * 4 > weights_.total());
  }

  [[nodiscard]] bool is_skipped(std::uint32_t i) const {
    for (; i != no_node; i = tree_[i].parent) {
      if (skip_[i] != 0) {
        return true;
      }
    }
    return false;
  }

  /// The largest element around a heading in which nothing stands before it and
  /// that isn't most of the page.
  [[nodiscard]] std::uint32_t section_of(std::uint32_t heading) const {
    std::uint32_t section = heading;
    for (std::uint32_t i = tree_[heading].parent; i != no_node; i = tree_[i].parent) {
      const bool text_before = weights_.length_between(i, heading) > 0;
      const bool too_much = weights_.weight(i) * 2 > weights_.total() || tree_.contains(i, headline_);
      if (text_before || too_much || tree_.is_any(i, {GUMBO_TAG_BODY, GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN})) {
        break;
      }
      section = i;
    }
    return section;
  }

  /// Siblings after a heading: all of them after a closing one; else those that
  /// look like links to articles, up to the first that doesn't.
  void skip_what_follows(std::uint32_t heading, bool closing) {
    const std::uint32_t parent = tree_[heading].parent;
    const int level = tree_.heading_level(heading);
    for (std::uint32_t i = tree_[heading].end; parent != no_node && i < tree_[parent].end; i = tree_[i].end) {
      const int here = tree_[i].text ? 0 : tree_.heading_level(i);
      if (here > 0 && level > 0 && here <= level && !tree_[i].text &&
          weights_.link_length(i) * 2 < weights_.length(i)) {
        return;
      }
      if (!closing && weights_.length(i) > 0 && !leads_elsewhere(i)) {
        return;
      }
      skip_[i] = 1;
    }
  }

  /// Holds a link near its start, or little else than links.
  [[nodiscard]] bool leads_elsewhere(std::uint32_t i) const {
    if (weights_.link_length(i) * 2 > weights_.length(i)) {
      return true;
    }
    std::uint64_t before = 0;
    for (std::uint32_t n = i; n < tree_[i].end && before < 60; ++n) {
      if (!tree_[n].text) {
        continue;
      }
      if ((tree_[n].style & style_link) != 0) {
        return true;
      }
      before += std::string_view(tree_[n].gumbo->v.text.text).size();
    }
    return false;
  }

  /// Two or more children of the same make, each a linked title with at most one
  /// short text: teasers.
  void skip_teasers(std::uint32_t parent) {
    std::vector<std::uint32_t> cards;
    std::uint32_t others = 0;
    for (std::uint32_t i = parent + 1; i < tree_[parent].end; i = tree_[i].end) {
      if (tree_[i].text || skip_[i] != 0 || weights_.length(i) == 0) {
        continue;
      }
      if (is_card(i)) {
        cards.push_back(i);
      } else {
        ++others;
      }
    }
    if ((cards.size() >= 2 && cards.size() >= others && same_make(cards)) ||
        (cards.size() == 1 && is_inserted(cards.front(), parent))) {
      for (const std::uint32_t card : cards) {
        skip_[card] = 1;
      }
    }
  }

  /// One teaser among paragraphs: under a linked heading, and small beside them.
  [[nodiscard]] bool is_inserted(std::uint32_t card, std::uint32_t parent) const {
    const auto first = first_block(card);
    return tree_.heading_level(first->element) > 0 && first->link_density() > 0.9 &&
           weights_.length(card) < 400 && weights_.weight(parent) > 2 * weights_.length(card);
  }

  [[nodiscard]] std::vector<HtmlBlock>::const_iterator first_block(std::uint32_t i) const {
    return std::lower_bound(blocks_.begin(), blocks_.end(), i,
                            [](const HtmlBlock& b, std::uint32_t node) { return b.pieces.front() < node; });
  }

  [[nodiscard]] bool same_make(const std::vector<std::uint32_t>& cards) const {
    return std::all_of(cards.begin(), cards.end(),
                       [&](std::uint32_t i) { return tree_[i].tag == tree_[cards.front()].tag; });
  }

  [[nodiscard]] bool is_card(std::uint32_t i) const {
    if (tree_.is_any(i, {GUMBO_TAG_P, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_FIGURE, GUMBO_TAG_UL, GUMBO_TAG_OL}) ||
        tree_.heading_level(i) > 0 || weights_.length(i) > 700 || tree_.contains(i, headline_) ||
        weights_.link_length(i) < 15) {
      return false;
    }
    return has_linked_title(i);
  }

  /// A block that is a link, in a heading or by far the first of the texts.
  [[nodiscard]] bool has_linked_title(std::uint32_t i) const {
    std::uint32_t paragraphs = 0;
    bool title = false;
    for (auto block = first_block(i); block != blocks_.end() && block->pieces.front() < tree_[i].end;
         ++block) {
      title = title || (block->link_density() > 0.9 && block->length >= 12 && paragraphs == 0);
      paragraphs += block->solid() ? 1 : 0;
    }
    return title && paragraphs <= 1;
  }

  const HtmlTree& tree_;
  const HtmlNames& names_;
  const std::vector<HtmlBlock>& blocks_;
  TextWeights weights_;
  std::uint32_t headline_;
  NodeMask& skip_;
};

}  // namespace

void skip_sections(const HtmlTree& tree, const HtmlNames& names, const std::vector<HtmlBlock>& blocks,
                   std::uint32_t headline, NodeMask& skip) {
  Sections(tree, names, blocks, headline, skip).run();
}

}  // namespace selon
