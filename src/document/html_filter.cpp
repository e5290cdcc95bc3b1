#include "document/html_filter.h"

#include <algorithm>
#include <array>

namespace selon {
namespace {

constexpr std::array<std::string_view, 14> furniture_roles = {
    "navigation", "banner", "contentinfo", "complementary", "search",  "dialog", "alertdialog",
    "alert",      "menu",   "menubar",     "tablist",       "toolbar", "button", "directory"};

constexpr std::array<std::string_view, 12> unread_custom_tags = {
    "amp-sidebar", "amp-consent",  "amp-analytics", "amp-social-share",      "amp-list",  "amp-lightbox",
    "amp-ad",      "amp-carousel", "amp-sticky-ad", "amp-user-notification", "amp-embed", "amp-state"};

bool is_unreadable(const HtmlTree& tree, std::uint32_t i) {
  if (tree.is_any(
          i, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,    GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_SVG,
              GUMBO_TAG_MATH,   GUMBO_TAG_HEAD,     GUMBO_TAG_IFRAME,   GUMBO_TAG_OBJECT,   GUMBO_TAG_VIDEO,
              GUMBO_TAG_AUDIO,  GUMBO_TAG_CANVAS,   GUMBO_TAG_SELECT,   GUMBO_TAG_TEXTAREA, GUMBO_TAG_BUTTON,
              GUMBO_TAG_INPUT,  GUMBO_TAG_DATALIST, GUMBO_TAG_MAP,      GUMBO_TAG_TITLE,    GUMBO_TAG_NOEMBED,
              GUMBO_TAG_RP,     GUMBO_TAG_NOFRAMES, GUMBO_TAG_PROGRESS, GUMBO_TAG_METER})) {
    return true;
  }
  if (tree[i].gumbo->type == GUMBO_NODE_TEMPLATE) {
    return true;
  }
  if (tree.is(i, GUMBO_TAG_UNKNOWN)) {
    const std::string name = tree.tag_name(i);
    return std::find(unread_custom_tags.begin(), unread_custom_tags.end(), name) != unread_custom_tags.end();
  }
  return false;
}

bool has_class(const HtmlTree& tree, std::uint32_t i, const NameList& whole_names) {
  std::string_view rest = tree.attribute(i, "class").value_or("").substr(0, 2000);
  while (!rest.empty()) {
    const auto end = std::min(rest.find_first_of(" \t\r\n\f"), rest.size());
    if (end > 0 && whole_names.equals(rest.substr(0, end))) {
      return true;
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

bool is_hidden(const HtmlTree& tree, const HtmlNames& names, std::uint32_t i) {
  // aria-hidden hides from screen readers what is decoration, or stands in a closed
  // panel; on a span or a caption it is text to see.
  const bool panel = tree.is_any(i, {GUMBO_TAG_DIV, GUMBO_TAG_SECTION, GUMBO_TAG_UL, GUMBO_TAG_LI}) &&
                     tree.has_word(i, "aria-hidden", "true");
  if (tree.attribute(i, "hidden") || panel || has_class(tree, i, names.hidden)) {
    return true;
  }
  std::string style;
  for (const char c : tree.attribute(i, "style").value_or("").substr(0, 2000)) {
    if (c != ' ' && c != '\t' && c != '\n') {
      style += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

bool has_furniture_role(const HtmlTree& tree, std::uint32_t i) {
  return std::any_of(furniture_roles.begin(), furniture_roles.end(),
                     [&](std::string_view role) { return tree.has_word(i, "role", role); });
}

bool has_furniture_type(const HtmlTree& tree, std::uint32_t i) {
  const auto type = tree.attribute(i, "itemtype").value_or("");
  return type.ends_with("/BreadcrumbList") || type.ends_with("/SiteNavigationElement") ||
         type.ends_with("/WPSideBar") || type.ends_with("/WPHeader") || type.ends_with("/WPFooter") ||
         type.ends_with("/WPAdBlock") || type.ends_with("/Breadcrumb");
}

bool has_comment_type(const HtmlTree& tree, std::uint32_t i) {
  const auto type = tree.attribute(i, "itemtype").value_or("");
  return type.ends_with("/Comment") || type.ends_with("/UserComments") ||
         tree.has_word(i, "itemprop", "comment");
}

class Filter {
 public:
  Filter(const HtmlTree& tree, const HtmlNames& names, const TextWeights& weights, std::uint32_t headline,
         NodeMask& skip)
      : tree_(tree), names_(names), weights_(weights), headline_(headline), skip_(skip) {}

  void run() {
    for (std::uint32_t i = 0; i < tree_.size();) {
      if (skip_[i] != 0 || (!tree_[i].text && is_furniture(i))) {
        skip_[i] = 1;
        i = tree_[i].end;
      } else {
        ++i;
      }
    }
  }

 private:
  [[nodiscard]] bool has_headline(std::uint32_t i) const {
    return headline_ != no_node && tree_.contains(i, headline_);
  }

  [[nodiscard]] bool is_furniture(std::uint32_t i) const {
    if (has_headline(i) || weights_.length(i) == 0) {
      return false;
    }
    if (weights_.weight(i) * 2 > weights_.total()) {
      return false;
    }
    return is_furniture_element(i) || is_hidden(tree_, names_, i) || has_furniture_role(tree_, i) ||
           has_furniture_type(tree_, i) || is_named_furniture(i) || is_link_list(i);
  }

  [[nodiscard]] bool is_furniture_element(std::uint32_t i) const {
    switch (tree_[i].tag) {
      case GUMBO_TAG_NAV:
      case GUMBO_TAG_FORM:
      case GUMBO_TAG_MENU:
        return true;
      case GUMBO_TAG_FOOTER:
        return tree_.nearest(i, {GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_FIGURE}) == no_node;
      case GUMBO_TAG_HEADER:
        return tree_.nearest(i, {GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN}) == no_node;
      case GUMBO_TAG_ASIDE:
        return weights_.weight(i) == 0 || weights_.link_length(i) * 3 > weights_.length(i);
      case GUMBO_TAG_TABLE:
        return is_data_table(tree_, weights_, i);
      default:
        return false;
    }
  }

  [[nodiscard]] bool is_named_furniture(std::uint32_t i) const {
    if (tree_.is_any(i, {GUMBO_TAG_BODY, GUMBO_TAG_HTML}) || named(tree_, i, names_.embed)) {
      return false;
    }
    if (named(tree_, i, names_.furniture)) {
      return !is_article_part(i);
    }
    return weights_.length(i) < 60 && !is_article_part(i) && named(tree_, i, names_.label) && stands_apart(i);
  }

  /// A block, or the first words of one; not words in the middle of a text.
  [[nodiscard]] bool stands_apart(std::uint32_t i) const {
    std::uint32_t block = i;
    while (!tree_[block].block && tree_[block].parent != no_node) {
      block = tree_[block].parent;
    }
    return weights_.length_between(block, i) == 0;
  }

  /// Captions, standfirsts and paragraphs keep their text though a class of theirs
  /// has a word of furniture in it ("caption-share").
  [[nodiscard]] bool is_article_part(std::uint32_t i) const {
    return tree_.is(i, GUMBO_TAG_FIGCAPTION) || tree_.has_word(i, "itemprop", "articleBody") ||
           tree_.has_word(i, "itemprop", "description") || tree_.has_word(i, "itemprop", "caption") ||
           (weights_.weight(i) > 0 && named(tree_, i, names_.standfirst));
  }

  /// A list of links, or a strip of them.
  [[nodiscard]] bool is_link_list(std::uint32_t i) const {
    return tree_.is_any(i, {GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_DL}) &&
           weights_.link_length(i) * 10 > weights_.length(i) * 7;
  }

  const HtmlTree& tree_;
  const HtmlNames& names_;
  const TextWeights& weights_;
  std::uint32_t headline_;
  NodeMask& skip_;
};

}  // namespace

NodeMask skip_unreadable(const HtmlTree& tree) {
  NodeMask skip(tree.size(), 0);
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    skip[i] = !tree[i].text && is_unreadable(tree, i) ? 1 : 0;
  }
  return skip;
}

void skip_comments(const HtmlTree& tree, const HtmlNames& names, const TextWeights& weights,
                   std::uint32_t headline, NodeMask& skip) {
  for (std::uint32_t i = 0; i < tree.size();) {
    const bool whole_page =
        headline == no_node ? weights.weight(i) * 5 > weights.total() * 4 : tree.contains(i, headline);
    if (skip[i] == 0 && !tree[i].text && !whole_page &&
        (has_comment_type(tree, i) || (tree[i].block && named(tree, i, names.comments)))) {
      skip[i] = 1;
    }
    i = skip[i] != 0 ? tree[i].end : i + 1;
  }
}

void skip_furniture(const HtmlTree& tree, const HtmlNames& names, const TextWeights& weights,
                    std::uint32_t headline, NodeMask& skip) {
  Filter(tree, names, weights, headline, skip).run();
}

bool is_data_table(const HtmlTree& tree, const TextWeights& weights, std::uint32_t table) {
  if (tree.has_word(table, "role", "presentation") || tree.has_word(table, "role", "none")) {
    return false;
  }
  if (weights.weight(table) * 2 > weights.length(table)) {
    return false;  // mostly paragraphs: a layout
  }
  std::uint32_t rows = 0;
  std::uint32_t cells = 0;
  for (std::uint32_t i = table + 1; i < tree[table].end; ++i) {
    if (tree.is_any(i, {GUMBO_TAG_TH, GUMBO_TAG_THEAD})) {
      return true;
    }
    rows += tree.is(i, GUMBO_TAG_TR) ? 1 : 0;
    cells += tree.is(i, GUMBO_TAG_TD) ? 1 : 0;
  }
  return rows >= 2 && cells >= 2 * rows;
}

}  // namespace selon
