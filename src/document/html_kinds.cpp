#include "document/html_kinds.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "document/characters.h"

namespace selon {
namespace {

constexpr int most_levels = 12;  ///< of elements looked at around a block
constexpr std::uint32_t longest_byline = 160;
constexpr std::uint32_t longest_label = 100;
constexpr std::uint32_t longest_caption = 700;

/// How much of a block stands in <time>, 0 to 1.
double share_in_time(const HtmlTree& tree, const HtmlBlock& block) {
  std::uint32_t inside = 0;
  for (std::size_t i = 0; i < block.pieces.size(); ++i) {
    inside += tree.around(block.pieces[i], Around::time) != no_node ? block.sizes[i] : 0;
  }
  return block.length == 0 ? 0 : static_cast<double>(inside) / block.length;
}

/// A word that isn't the first begins with a capital letter.
bool holds_name(std::string_view text) {
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    if (u_isupper(static_cast<UChar32>(character_at(text, at + 1).code)) != 0) {
      return true;
    }
  }
  return false;
}

}  // namespace

KindTeller::KindTeller(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks, const PageMetadata& page,
                       FurnitureRules& furniture, const HtmlNames& names, std::uint32_t root)
    : tree_(tree), names_(names), weights_(tree, blocks), root_(root), lines_(furniture) {
  for (const std::string& author : page.metadata.authors) {
    authors_.push_back(plain_phrase(author));
  }
}

std::uint32_t KindTeller::nearest_named(std::uint32_t i, const NameList& list, std::uint32_t longest) const {
  int levels = 0;
  for (; i != no_node && i != root_ && weights_.length(i) <= longest && levels < most_levels;
       i = tree_[i].parent) {
    ++levels;
    if (named(tree_, i, list)) {
      return i;
    }
  }
  return no_node;
}

std::uint32_t KindTeller::caption_of(const HtmlBlock& block) const {
  const std::uint32_t at = block.pieces.front();
  const std::uint32_t figure = tree_.around(at, Around::figure);
  if (tree_.around(at, Around::figcaption) != no_node && block.length < longest_caption) {
    return figure != no_node ? figure : tree_.around(at, Around::figcaption);
  }
  if (block.length >= longest_caption) {
    return no_node;
  }
  if (figure != no_node) {
    const auto within_figure = [&](Around kind) {
      const std::uint32_t inner = tree_.around(at, kind);
      return inner != no_node && inner > figure;
    };
    return within_figure(Around::quote) || within_figure(Around::table) ? no_node : figure;
  }
  if (const std::uint32_t list = tree_.around(at, Around::definitions);
      list != no_node && tree_.holds_picture(list)) {
    return list;
  }
  std::uint32_t caption = nearest_named(block.element, names_.caption, longest_caption);
  // The outermost: it has the caption and its credit.
  int levels = 0;
  for (std::uint32_t i = caption;
       i != no_node && i != root_ && weights_.length(i) <= longest_caption && levels < most_levels;
       i = tree_[i].parent) {
    ++levels;
    caption = named(tree_, i, names_.caption) ? i : caption;
  }
  return caption;
}

std::vector<std::uint32_t> KindTeller::credit_of(const HtmlBlock& block) const {
  std::vector<std::uint32_t> credit;
  for (const std::uint32_t piece : block.pieces) {
    int levels = 0;
    for (std::uint32_t i = piece; i != no_node && i != root_ && levels < most_levels; i = tree_[i].parent) {
      ++levels;
      if (tree_.is_any(i, {GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION})) {
        break;
      }
      if (!tree_[i].text &&
          (named(tree_, i, names_.credit) || tree_.has_word(i, "itemprop", "copyrightHolder") ||
           tree_.has_word(i, "itemprop", "creditText"))) {
        credit.push_back(piece);
        break;
      }
    }
  }
  if (credit.empty() && block.length < longest_byline) {
    const auto found = lines_.credit(block.text);
    const bool line = lines_.line_kind(block.text) == BlockKind::credit;
    if (line || (found && found->span.size() * 2 > block.text.size())) {
      return block.pieces;
    }
  }
  return credit;
}

std::uint32_t KindTeller::quote_of(const HtmlBlock& block) const {
  const std::uint32_t quote = tree_.around(block.element, Around::quote);
  if (quote != no_node && tree_.contains(root_, quote)) {
    return quote;
  }
  return block.length < 500 ? nearest_named(block.element, names_.quote, 600) : no_node;
}

bool KindTeller::in_item(const HtmlBlock& block) const {
  const std::uint32_t item = tree_.around(block.element, Around::item);
  return item != no_node && tree_.contains(root_, item);
}

bool KindTeller::is_author(const std::string& phrase) const {
  return std::any_of(authors_.begin(), authors_.end(), [&](const std::string& author) {
    return !author.empty() && phrase.size() <= author.size() + 12 && phrase.ends_with(author);
  });
}

bool KindTeller::is_byline(const HtmlBlock& block, const std::string& phrase) const {
  if (block.length > longest_byline || tree_.heading_level(block.element) > 0) {
    return false;
  }
  if (is_author(phrase)) {
    return true;
  }
  const bool short_line = block.length < 80 && !block.sentence;
  const bool item = in_item(block);
  if (short_line && !item && (block.link > 0 || holds_name(block.text)) &&
      names_.byline_starts.matches(phrase)) {
    return true;
  }
  for (const std::uint32_t piece : block.pieces) {
    const std::uint32_t link = tree_.around(piece, Around::link);
    if (link != no_node && tree_.has_word(link, "rel", "author") && short_line) {
      return true;
    }
  }
  return tree_.around(block.element, Around::address) != no_node ||
         nearest_named(block.pieces.front(), names_.byline, 300) != no_node;
}

std::optional<BlockKind> KindTeller::special_kind(const HtmlBlock& block) const {
  const bool heading = tree_.heading_level(block.element) > 0;
  const std::string phrase = block.length < 300 ? plain_phrase(block.text) : std::string();
  if (names_.furniture_lines.matches(phrase) && block.length < 120) {
    return BlockKind::boilerplate;
  }
  if (caption_of(block) != no_node) {
    return std::nullopt;
  }
  if (const auto kind = line_kind(block)) {
    return kind;
  }
  if (is_byline(block, phrase)) {
    return BlockKind::byline;
  }
  const bool quoted = tree_.around(block.element, Around::quote) != no_node;
  if (!quoted && block.link_density() > 0.85 && block.length - block.link < 25) {
    return BlockKind::related;
  }
  if (!quoted && leads_elsewhere(block, phrase)) {
    return BlockKind::related;
  }
  // A time by itself, over the posts of a live blog.
  const bool time_alone =
      block.length < 20 && phrase.size() <= 1 && block.text.find_first_of("0123456789") != std::string::npos;
  if (!heading && !block.sentence && (time_alone || share_in_time(tree_, block) > 0.95)) {
    return BlockKind::dateline;
  }
  return std::nullopt;
}

/// The pack's rules were made for text without markup: what leads to another article
/// is a link here.
std::optional<BlockKind> KindTeller::line_kind(const HtmlBlock& block) const {
  const auto kind = lines_.line_kind(block.text);
  const bool heading = tree_.heading_level(block.element) > 0;
  if ((kind == BlockKind::related && block.link == 0) || (heading && kind != BlockKind::boilerplate)) {
    return std::nullopt;
  }
  return kind == BlockKind::credit ? BlockKind::caption : kind;
}

bool KindTeller::leads_elsewhere(const HtmlBlock& block, const std::string& phrase) const {
  if (block.length >= 300 || !names_.related.matches(phrase)) {
    return false;
  }
  const bool label = block.length <= 25 || block.text.ends_with(':') ||
                     (block.length < 120 && block.text.find(':') != std::string::npos);
  return tree_.heading_level(block.element) > 0 || block.link_density() >= 0.3 || label;
}

bool KindTeller::is_note(const HtmlBlock& block) const {
  return nearest_named(block.element, names_.note, 5000) != no_node;
}

BlockKind KindTeller::body_kind(const HtmlBlock& block) const {
  if (tree_.heading_level(block.element) > 0) {
    return BlockKind::subheading;
  }
  const std::uint32_t quote = quote_of(block);
  if (caption_of(block) != no_node) {
    return BlockKind::caption;
  }
  const bool list = in_item(block);
  const bool short_line = block.length <= longest_label && !block.text.ends_with(',');
  const bool emphatic = short_line && (block.all_bold() || (block.all_italic() && !block.sentence));
  if (quote != no_node) {
    const bool signature = block.text.starts_with("—") || block.text.starts_with("– ");
    if (signature && block.length < longest_byline) {
      return BlockKind::caption;
    }
    return emphatic && block.all_bold() && !block.sentence ? BlockKind::subheading : BlockKind::blockquote;
  }
  if (list) {
    return BlockKind::list;
  }
  const bool footnote = block.text.starts_with('*') || block.text.starts_with('(');
  return emphatic && !footnote ? BlockKind::subheading : BlockKind::paragraph;
}

bool KindTeller::is_standfirst(const HtmlBlock& block) const {
  if (block.length < 30 || tree_.is(block.element, GUMBO_TAG_H1)) {
    return false;
  }
  if (nearest_named(block.element, names_.standfirst, 1500) != no_node) {
    return true;
  }
  int levels = 0;
  for (std::uint32_t i = block.element; i != no_node && i != root_ && levels < most_levels;
       i = tree_[i].parent) {
    ++levels;
    const bool described = tree_.has_word(i, "itemprop", "description") && weights_.length(i) < 1500 &&
                           !tree_.has_word(i, "itemprop", "articleBody");
    if (described || tree_.has_word(i, "itemprop", "alternativeHeadline")) {
      return true;
    }
  }
  return tree_.heading_level(block.element) == 2 && block.length >= 80;
}

bool KindTeller::is_date(const HtmlBlock& block) const {
  if (block.length > longest_byline) {
    return false;
  }
  return share_in_time(tree_, block) > 0.5 ||
         nearest_named(block.pieces.front(), names_.date, 200) != no_node;
}

}  // namespace selon
