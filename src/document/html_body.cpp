#include "document/html_body.h"

#include <algorithm>

namespace selon {
namespace {

bool is_article_element(const HtmlTree& tree, std::uint32_t i) {
  const auto type = tree.attribute(i, "itemtype").value_or("");
  return tree.is_any(i, {GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN}) || tree.has_word(i, "role", "main") ||
         tree.has_word(i, "role", "article") || type.ends_with("Article") || type.ends_with("/BlogPosting");
}

class BodyFinder {
 public:
  BodyFinder(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks, std::uint32_t headline)
      : tree_(tree), headline_(headline), weights_(tree, blocks) {}

  BodyPlace run() {
    BodyPlace place;
    std::uint32_t container = start();
    if (weights_.weight(container) > 0) {
      container = declared_body(container);
      container = descend(container);
      container = with_siblings(container);
    }
    place.container = container;
    place.root = headline_ == no_node ? container : tree_.common_ancestor(container, headline_);
    return place;
  }

 private:
  /// The smallest article or main element around the headline that holds most of the
  /// text; the page where there is none.
  [[nodiscard]] std::uint32_t start() const {
    for (std::uint32_t i = headline_; i != no_node; i = tree_[i].parent) {
      if (is_article_element(tree_, i) && weights_.weight(i) * 2 >= weights_.total()) {
        return i;
      }
    }
    std::uint32_t best = 0;
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_.is(i, GUMBO_TAG_BODY)) {
        best = i;
        break;
      }
    }
    for (std::uint32_t i = best; headline_ == no_node && i < tree_.size(); ++i) {
      if (!tree_[i].text && is_article_element(tree_, i) && weights_.weight(i) * 2 >= weights_.total() &&
          weights_.total() > 0) {
        best = i;
      }
    }
    return best;
  }

  /// What the page itself calls the article's body, if it holds enough of the text.
  [[nodiscard]] std::uint32_t declared_body(std::uint32_t within) const {
    std::uint32_t body = no_node;
    for (std::uint32_t i = within; i < tree_[within].end; ++i) {
      if (tree_.has_word(i, "itemprop", "articleBody")) {
        body = body == no_node ? i : tree_.common_ancestor(body, i);
      }
    }
    const bool enough = body != no_node && weights_.weight(body) * 2 >= weights_.weight(within);
    return enough ? body : within;
  }

  /// Into the child that holds nearly all of the solid text, while there is one.
  [[nodiscard]] std::uint32_t descend(std::uint32_t container) const {
    for (bool moved = true; moved;) {
      moved = false;
      for (std::uint32_t i = container + 1; i < tree_[container].end; i = tree_[i].end) {
        const bool leaf = tree_.is_any(i, {GUMBO_TAG_P, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_LI, GUMBO_TAG_TR});
        if (!tree_[i].text && !leaf && weights_.weight(i) * 10 >= weights_.weight(container) * 9) {
          container = i;
          moved = true;
          break;
        }
      }
    }
    return container;
  }

  /// The parent, where the body goes on in an element of the same make beside this one.
  [[nodiscard]] std::uint32_t with_siblings(std::uint32_t container) const {
    const std::uint32_t parent = tree_[container].parent;
    const auto make = tree_.attribute(container, "class").value_or("");
    if (parent == no_node || make.empty()) {
      return container;
    }
    for (std::uint32_t i = parent + 1; i < tree_[parent].end; i = tree_[i].end) {
      if (i != container && !tree_[i].text && tree_[i].tag == tree_[container].tag &&
          weights_.weight(i) > 0 && tree_.attribute(i, "class").value_or("") == make) {
        return parent;
      }
    }
    return container;
  }

  const HtmlTree& tree_;
  std::uint32_t headline_;
  TextWeights weights_;
};

}  // namespace

BodyPlace find_body(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks, std::uint32_t headline) {
  return BodyFinder(tree, blocks, headline).run();
}

}  // namespace selon
