#include "document/html_article.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "document/html_body.h"
#include "document/html_filter.h"
#include "document/html_headline.h"
#include "document/html_kinds.h"

namespace selon {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// The page's blocks without furniture, and the node of the headline.
struct CleanPage {
  std::vector<HtmlBlock> blocks;
  std::uint32_t headline = no_node;
};

CleanPage clean(const HtmlTree& tree, const PageMetadata& page, const HtmlNames& names) {
  CleanPage out;
  NodeMask skip = skip_unreadable(tree);
  out.blocks = html_blocks(tree, skip);
  if (const auto found = find_headline(tree, out.blocks, page, names)) {
    const HtmlBlock& block = out.blocks[*found];
    // An h1 that nobody closed holds the whole article.
    const std::uint32_t heading = tree.around(block.element, Around::heading);
    const bool whole =
        heading != no_node && TextWeights(tree, out.blocks).length(heading) <= 2 * block.length + 40;
    out.headline = whole ? heading : block.pieces.front();
  }
  skip_comments(tree, names, TextWeights(tree, out.blocks), out.headline, skip);
  out.blocks = html_blocks(tree, skip);
  skip_furniture(tree, names, TextWeights(tree, out.blocks), out.headline, skip);
  out.blocks = html_blocks(tree, skip);
  skip_sections(tree, names, out.blocks, out.headline, skip);
  out.blocks = html_blocks(tree, skip);
  return out;
}

class ArticleFinder {
 public:
  ArticleFinder(const HtmlTree& tree, const PageMetadata& page, FurnitureRules& furniture,
                const HtmlNames& names)
      : tree_(tree),
        page_(page),
        clean_(clean(tree, page, names)),
        body_(find_body(tree, clean_.blocks, clean_.headline)),
        teller_(tree, clean_.blocks, page, furniture, names, body_.root) {}

  PageArticle run() {
    article_.root = body_.root;
    for (std::size_t k = 0; k < clean_.blocks.size(); ++k) {
      special_.push_back(in_root(block(k)) && !in_headline(block(k)) ? teller_.special_kind(block(k))
                                                                     : std::nullopt);
    }
    find_standfirst();
    find_paragraphs();
    for (std::size_t k = 0; k < clean_.blocks.size(); ++k) {
      if (in_root(block(k))) {
        take(k);
      }
    }
    drop_trailing_headings();
    order_opening();
    return std::move(article_);
  }

 private:
  [[nodiscard]] const HtmlBlock& block(std::size_t k) const { return clean_.blocks[k]; }
  [[nodiscard]] static std::uint32_t node(const HtmlBlock& b) { return b.pieces.front(); }
  [[nodiscard]] bool in_root(const HtmlBlock& b) const { return tree_.contains(body_.root, node(b)); }
  [[nodiscard]] bool in_body(const HtmlBlock& b) const { return tree_.contains(body_.container, node(b)); }
  [[nodiscard]] bool in_headline(const HtmlBlock& b) const {
    return clean_.headline != no_node && tree_.contains(clean_.headline, node(b));
  }
  [[nodiscard]] bool after_headline(const HtmlBlock& b) const {
    return clean_.headline == no_node || node(b) >= tree_[clean_.headline].end;
  }

  /// An element made to hold text, and not just to arrange it.
  [[nodiscard]] bool is_paragraph_element(std::uint32_t i) const {
    return tree_.heading_level(i) > 0 ||
           tree_.is_any(i, {GUMBO_TAG_P, GUMBO_TAG_LI, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_DD, GUMBO_TAG_DT,
                            GUMBO_TAG_PRE, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_ADDRESS});
  }

  /// The element that stands beside paragraphs if `b` does: the list, not its item.
  [[nodiscard]] std::uint32_t anchor(const HtmlBlock& b) const {
    std::uint32_t i = b.element;
    while (tree_[i].parent != no_node && tree_[i].parent != body_.container &&
           tree_.is_any(tree_[i].parent, {GUMBO_TAG_LI, GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_BLOCKQUOTE,
                                          GUMBO_TAG_DL, GUMBO_TAG_DD, GUMBO_TAG_CENTER})) {
      i = tree_[i].parent;
    }
    return i;
  }

  [[nodiscard]] bool beside_paragraphs(const HtmlBlock& b) const {
    if (!is_paragraph_element(b.element)) {
      return host_[b.element] != 0 || paths_.contains(path(b.element));
    }
    const std::uint32_t parent = tree_[anchor(b)].parent;
    return (parent != no_node && host_[parent] != 0) || paths_.contains(path(b.element));
  }

  /// Tags and classes from the body down to an element: paragraphs made by one
  /// template share it.
  [[nodiscard]] std::string path(std::uint32_t element) const {
    std::string out = tree_.tag_name(element);
    if (!is_paragraph_element(element)) {
      out += '.' + std::string(tree_.attribute(element, "class").value_or(""));
    }
    int levels = 0;
    for (std::uint32_t i = tree_[element].parent; i != no_node && i != body_.container && levels < 12;
         i = tree_[i].parent) {
      ++levels;
      out += '/' + tree_.tag_name(i) + '.' + std::string(tree_.attribute(i, "class").value_or(""));
    }
    return out;
  }

  /// The blocks before the first paragraph of the body that sum the article up.
  void find_standfirst() {
    standfirst_.assign(clean_.blocks.size(), 0);
    std::size_t candidate = none;
    for (std::size_t k = 0; k < clean_.blocks.size(); ++k) {
      const HtmlBlock& b = block(k);
      if (!in_root(b) || in_headline(b) || special_[k] || !near_headline(b) ||
          teller_.caption_of(b) != no_node || teller_.quote_of(b) != no_node || teller_.in_item(b)) {
        continue;
      }
      if (teller_.is_standfirst(b)) {
        standfirst_[k] = 1;
        candidate = k;
      } else if (b.solid() && after_headline(b)) {
        if (candidate == none && is_summary(b, k)) {
          standfirst_[k] = 1;
        }
        return;
      }
    }
  }

  /// After the headline, or just above it.
  [[nodiscard]] bool near_headline(const HtmlBlock& b) const {
    if (after_headline(b)) {
      return true;
    }
    const std::uint32_t parent = tree_[clean_.headline].parent;
    return parent != no_node && (tree_.contains(parent, node(b)) ||
                                 (tree_[parent].parent != no_node && tree_[parent].parent != body_.root &&
                                  tree_.contains(tree_[parent].parent, node(b))));
  }

  /// Without a name that says so: outside of the body, or set apart from it, or the
  /// page's own description.
  [[nodiscard]] bool is_summary(const HtmlBlock& b, std::size_t k) const {
    if (clean_.headline == no_node || k + 1 >= clean_.blocks.size()) {
      return false;
    }
    const bool described = std::any_of(page_.descriptions.begin(), page_.descriptions.end(),
                                       [&](const std::string& d) { return same_words(d, b.text) > 0.8; });
    const bool apart = !in_body(b);
    const bool emphatic = b.all_bold() || (b.all_italic() && described);
    return (apart && (described || tree_.is(b.element, GUMBO_TAG_P))) || emphatic;
  }

  /// The first and last paragraph of the body, and the elements that hold paragraphs.
  void find_paragraphs() {
    host_.assign(tree_.size(), 0);
    for (std::size_t k = 0; k < clean_.blocks.size(); ++k) {
      const HtmlBlock& b = block(k);
      if (!b.solid() || standfirst_[k] != 0 || special_[k] || in_headline(b) || !in_body(b) ||
          !after_headline(b) || teller_.caption_of(b) != no_node) {
        continue;
      }
      first_ = first_ == none ? k : first_;
      last_ = k;
      const std::uint32_t element = anchor(b);
      paths_.insert(path(b.element));
      host_[element] = 1;
      if (tree_[element].parent != no_node && tree_.contains(body_.container, tree_[element].parent)) {
        host_[tree_[element].parent] = 1;
      }
    }
  }

  void take(std::size_t k) {
    const HtmlBlock& b = block(k);
    if (in_headline(b)) {
      add_headline(b);
    } else if (repeats_headline(b)) {
      return;
    } else if (standfirst_[k] != 0) {
      add(BlockKind::standfirst, b);
    } else if (teller_.caption_of(b) != no_node) {
      if (!special_[k] && (in_body(b) || first_ == none || k < first_)) {
        add_caption(b);
      }
    } else if (special_[k]) {
      take_special(k);
    } else if (repeats_byline(b)) {
      add(BlockKind::byline, b);
    } else if (after_headline(b) && belongs(k)) {
      add(opening(k) && teller_.is_date(b) ? BlockKind::dateline : teller_.body_kind(b), b);
    } else if (opening(k) && teller_.is_date(b)) {
      add(BlockKind::dateline, b);
    }
  }

  /// The headline once more, for print or for a teaser; but a picture may be named after it.
  [[nodiscard]] bool repeats_headline(const HtmlBlock& b) const {
    return !article_.headline.empty() && b.length < 300 && teller_.caption_of(b) == no_node &&
           plain_phrase(b.text) == plain_headline_;
  }

  /// The name of a byline, once more under the article.
  [[nodiscard]] bool repeats_byline(const HtmlBlock& b) const {
    if (b.length > 60 || b.text.find(' ') == std::string::npos) {
      return false;
    }
    const std::string phrase = plain_phrase(b.text);
    return std::any_of(bylines_.begin(), bylines_.end(),
                       [&](const std::string& byline) { return byline.find(phrase) != std::string::npos; });
  }

  [[nodiscard]] bool opening(std::size_t k) const { return first_ == none || k < first_; }

  void take_special(std::size_t k) {
    const HtmlBlock& b = block(k);
    const bool near = in_body(b) || opening(k);
    if (*special_[k] == BlockKind::boilerplate || !near) {
      return;
    }
    if (*special_[k] == BlockKind::related && (opening(k) || !after_headline(b))) {
      return;
    }
    if (is_body(*special_[k])) {
      if (opening(k) && teller_.is_date(b)) {
        add(BlockKind::dateline, b);
      } else if (after_headline(b) && belongs(k)) {
        add(*special_[k], b);
      }
      return;
    }
    if (*special_[k] == BlockKind::byline) {
      bylines_.push_back(plain_phrase(b.text));
    }
    add(*special_[k], b);
  }

  /// Whether a block is in the body, by its neighbours.
  [[nodiscard]] bool belongs(std::size_t k) const {
    const HtmlBlock& b = block(k);
    const bool paragraph = is_paragraph_element(b.element);
    const bool beside = beside_paragraphs(b);
    if (first_ == none) {
      return b.link_density() < 0.5 && (paragraph || b.sentence || b.length >= 25);
    }
    if (k >= first_ && k <= last_) {
      return in_body(b) && (paragraph || beside || b.solid() || (b.sentence && b.length >= 40));
    }
    if (k < first_) {
      const bool says_something = b.link_density() < 0.5 && b.sentence && b.length >= 40;
      return (in_body(b) && beside) || b.solid() || (says_something && !teller_.is_date(b));
    }
    return (in_body(b) && beside) || teller_.is_note(b);
  }

  void add_headline(const HtmlBlock& b) {
    if (!article_.headline.empty()) {
      article_.blocks[headline_at_].pieces.push_back(no_node);
      append(article_.blocks[headline_at_].pieces, b.pieces);
      article_.headline += ' ' + b.text;
    } else {
      headline_at_ = article_.blocks.size();
      article_.blocks.push_back({BlockKind::headline, b.pieces, {}, b.all_italic()});
      article_.headline = b.text;
    }
    plain_headline_ = plain_phrase(article_.headline);
  }

  static void append(std::vector<std::uint32_t>& to, const std::vector<std::uint32_t>& from) {
    to.insert(to.end(), from.begin(), from.end());
  }

  void add(BlockKind kind, const HtmlBlock& b) {
    const bool long_enough = b.length >= 80;  // the same signature may stand under many posts
    if (long_enough && !seen_.insert(b.text).second) {
      return;
    }
    article_.blocks.push_back({kind, b.pieces, {}, b.all_italic()});
    caption_ = no_node;
  }

  /// A caption and its credit are one block.
  void add_caption(const HtmlBlock& b) {
    const std::uint32_t caption = teller_.caption_of(b);
    const auto credit = teller_.credit_of(b);
    const bool all_credit = credit.size() == b.pieces.size();
    if (caption == caption_ && (all_credit || caption_is_credit_)) {
      ArticleBlock& before = article_.blocks.back();
      before.pieces.push_back(no_node);
      append(before.pieces, b.pieces);
      append(before.credit, credit);
      before.italic = before.italic && b.all_italic();
    } else {
      article_.blocks.push_back({BlockKind::caption, b.pieces, credit, b.all_italic()});
    }
    caption_ = caption;
    caption_is_credit_ = all_credit;
  }

  /// Headings with nothing under them head what was left out.
  void drop_trailing_headings() {
    auto& blocks = article_.blocks;
    while (!blocks.empty() &&
           (blocks.back().kind == BlockKind::subheading || blocks.back().kind == BlockKind::related)) {
      blocks.pop_back();
    }
  }

  /// Headline, standfirst, byline, opening picture, body: however the page has them.
  void order_opening() {
    const auto rank = [](const ArticleBlock& b) {
      switch (b.kind) {
        case BlockKind::headline:
          return 0;
        case BlockKind::standfirst:
          return 1;
        case BlockKind::byline:
        case BlockKind::dateline:
          return 2;
        case BlockKind::caption:
          return 3;
        default:
          return 4;
      }
    };
    auto& blocks = article_.blocks;
    const auto body =
        std::find_if(blocks.begin(), blocks.end(), [&](const ArticleBlock& b) { return rank(b) == 4; });
    std::stable_sort(blocks.begin(), body,
                     [&](const ArticleBlock& a, const ArticleBlock& b) { return rank(a) < rank(b); });
  }

  const HtmlTree& tree_;
  const PageMetadata& page_;
  CleanPage clean_;
  BodyPlace body_;
  KindTeller teller_;
  std::vector<std::optional<BlockKind>> special_;
  std::vector<char> standfirst_;
  std::vector<char> host_;
  std::unordered_set<std::string> paths_;
  std::size_t first_ = none;
  std::size_t last_ = none;
  PageArticle article_;
  std::string plain_headline_;
  std::vector<std::string> bylines_;  ///< plain phrases
  std::size_t headline_at_ = 0;
  std::unordered_set<std::string> seen_;
  std::uint32_t caption_ = no_node;
  bool caption_is_credit_ = false;
};

}  // namespace

PageArticle find_article(const HtmlTree& tree, const PageMetadata& page, const Pack& pack,
                         FurnitureRules& furniture) {
  const HtmlNames names(pack);
  return ArticleFinder(tree, page, furniture, names).run();
}

}  // namespace selon
