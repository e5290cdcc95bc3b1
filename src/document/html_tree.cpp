#include "document/html_tree.h"

#include <algorithm>

namespace selon {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same_word(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

constexpr std::string_view spaces = " \t\r\n\f";

bool is_block_tag(GumboTag tag) {
  constexpr GumboTag tags[] = {
      GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE,    GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY,
      GUMBO_TAG_CENTER,  GUMBO_TAG_DD,      GUMBO_TAG_DETAILS,  GUMBO_TAG_DIR,        GUMBO_TAG_DIV,
      GUMBO_TAG_DL,      GUMBO_TAG_DT,      GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE,
      GUMBO_TAG_FOOTER,  GUMBO_TAG_FORM,    GUMBO_TAG_H1,       GUMBO_TAG_H2,         GUMBO_TAG_H3,
      GUMBO_TAG_H4,      GUMBO_TAG_H5,      GUMBO_TAG_H6,       GUMBO_TAG_HEADER,     GUMBO_TAG_HGROUP,
      GUMBO_TAG_HR,      GUMBO_TAG_LI,      GUMBO_TAG_MAIN,     GUMBO_TAG_MENU,       GUMBO_TAG_NAV,
      GUMBO_TAG_OL,      GUMBO_TAG_P,       GUMBO_TAG_PRE,      GUMBO_TAG_SECTION,    GUMBO_TAG_SUMMARY,
      GUMBO_TAG_TABLE,   GUMBO_TAG_TBODY,   GUMBO_TAG_TD,       GUMBO_TAG_TFOOT,      GUMBO_TAG_TH,
      GUMBO_TAG_THEAD,   GUMBO_TAG_TR,      GUMBO_TAG_UL,       GUMBO_TAG_CAPTION,    GUMBO_TAG_LEGEND,
      GUMBO_TAG_HTML,    GUMBO_TAG_HEAD,    GUMBO_TAG_IFRAME,   GUMBO_TAG_VIDEO,      GUMBO_TAG_AUDIO,
  };
  return std::find(std::begin(tags), std::end(tags), tag) != std::end(tags);
}

const GumboVector* children_of(const GumboNode* node) {
  switch (node->type) {
    case GUMBO_NODE_DOCUMENT:
      return &node->v.document.children;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      return &node->v.element.children;
    default:
      return nullptr;
  }
}

}  // namespace

HtmlTree::HtmlTree(const GumboNode* document, std::string_view content) : content_(content) {
  struct Open {
    const GumboVector* children;
    unsigned next;
    std::uint32_t index;
  };
  std::vector<Open> open{{children_of(document), 0, no_node}};
  while (!open.empty()) {
    Open& top = open.back();
    if (top.next == top.children->length) {
      if (top.index != no_node) {
        nodes_[top.index].end = size();
      }
      open.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(top.children->data[top.next++]);
    if (child->type == GUMBO_NODE_COMMENT) {
      continue;
    }
    const std::uint32_t i = size();
    const std::uint32_t parent = top.index;
    const GumboVector* children = children_of(child);
    nodes_.push_back(HtmlNode{.gumbo = child, .parent = parent, .end = i + 1, .text = children == nullptr});
    add_style(i);
    add_around(i);
    if (children != nullptr) {
      open.push_back({children, 0, i});
    }
  }
  const bool last_is_picture = !nodes_.empty() && is(size() - 1, GUMBO_TAG_IMG);
  pictures_.push_back((pictures_.empty() ? 0 : pictures_.back()) + (last_is_picture ? 1 : 0));
}

void HtmlTree::add_around(std::uint32_t i) {
  constexpr std::pair<GumboTag, Around> kinds[] = {{GUMBO_TAG_LI, Around::item},
                                                   {GUMBO_TAG_BLOCKQUOTE, Around::quote},
                                                   {GUMBO_TAG_FIGURE, Around::figure},
                                                   {GUMBO_TAG_TABLE, Around::table},
                                                   {GUMBO_TAG_DL, Around::definitions},
                                                   {GUMBO_TAG_TIME, Around::time},
                                                   {GUMBO_TAG_ADDRESS, Around::address},
                                                   {GUMBO_TAG_A, Around::link},
                                                   {GUMBO_TAG_FIGCAPTION, Around::figcaption}};
  HtmlNode& node = nodes_[i];
  if (node.parent == no_node) {
    node.around.fill(no_node);
  } else {
    node.around = nodes_[node.parent].around;
  }
  pictures_.push_back((i == 0 ? 0 : pictures_.back()) + (i > 0 && is(i - 1, GUMBO_TAG_IMG) ? 1 : 0));
  if (node.text) {
    return;
  }
  for (const auto& [tag, kind] : kinds) {
    if (node.tag == tag) {
      node.around[static_cast<std::size_t>(kind)] = i;
    }
  }
  if (heading_level(i) > 0) {
    node.around[static_cast<std::size_t>(Around::heading)] = i;
  }
}

void HtmlTree::add_style(std::uint32_t i) {
  HtmlNode& node = nodes_[i];
  node.style = node.parent == no_node ? std::uint8_t{0} : nodes_[node.parent].style;
  if (node.text) {
    return;
  }
  node.tag = node.gumbo->v.element.tag;
  node.block =
      is_block_tag(node.tag) || (node.tag == GUMBO_TAG_UNKNOWN && tag_name(i).find('-') != std::string::npos);
  const auto inline_style = attribute(i, "style").value_or("");
  if (node.tag == GUMBO_TAG_A) {
    const auto target = attribute(i, "href").value_or("#");
    node.style |= target.starts_with('#') ? style_self_link : style_link;
  } else if (is_any(i, {GUMBO_TAG_B, GUMBO_TAG_STRONG}) ||
             inline_style.find("font-weight:bold") != std::string_view::npos ||
             inline_style.find("font-weight: bold") != std::string_view::npos) {
    node.style |= style_bold;
  } else if (is_any(i, {GUMBO_TAG_I, GUMBO_TAG_EM, GUMBO_TAG_CITE}) ||
             inline_style.find("font-style:italic") != std::string_view::npos ||
             inline_style.find("font-style: italic") != std::string_view::npos) {
    node.style |= style_italic;
  }
}

std::optional<std::string_view> HtmlTree::attribute(std::uint32_t i, const char* name) const {
  if (nodes_[i].text) {
    return std::nullopt;
  }
  const GumboAttribute* found = gumbo_get_attribute(&nodes_[i].gumbo->v.element.attributes, name);
  return found == nullptr ? std::nullopt : std::optional<std::string_view>(found->value);
}

bool HtmlTree::has_word(std::uint32_t i, const char* name, std::string_view value) const {
  std::string_view rest = attribute(i, name).value_or("");
  while (!rest.empty()) {
    const auto start = rest.find_first_not_of(spaces);
    if (start == std::string_view::npos) {
      return false;
    }
    rest.remove_prefix(start);
    const auto end = std::min(rest.find_first_of(spaces), rest.size());
    if (same_word(rest.substr(0, end), value)) {
      return true;
    }
    rest.remove_prefix(end);
  }
  return false;
}

std::string HtmlTree::tag_name(std::uint32_t i) const {
  if (nodes_[i].tag != GUMBO_TAG_UNKNOWN) {
    return gumbo_normalized_tagname(nodes_[i].tag);
  }
  GumboStringPiece piece = nodes_[i].gumbo->v.element.original_tag;
  if (piece.data == nullptr) {
    return {};
  }
  gumbo_tag_from_original_text(&piece);
  std::string name(piece.data, piece.length);
  std::transform(name.begin(), name.end(), name.begin(), lower);
  return name;
}

bool HtmlTree::is_any(std::uint32_t i, std::initializer_list<GumboTag> tags) const {
  return !nodes_[i].text && std::find(tags.begin(), tags.end(), nodes_[i].tag) != tags.end();
}

std::uint32_t HtmlTree::nearest(std::uint32_t i, std::initializer_list<GumboTag> tags) const {
  while (i != no_node && !is_any(i, tags)) {
    i = nodes_[i].parent;
  }
  return i;
}

int HtmlTree::heading_level(std::uint32_t i) const {
  constexpr GumboTag levels[] = {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3,
                                 GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6};
  for (int level = 0; level < 6; ++level) {
    if (is(i, levels[level])) {
      return level + 1;
    }
  }
  return 0;
}

std::uint32_t HtmlTree::common_ancestor(std::uint32_t a, std::uint32_t b) const {
  while (a != no_node && !contains(a, b)) {
    a = nodes_[a].parent;
  }
  return a;
}

std::string HtmlTree::raw_text(std::uint32_t i, std::size_t limit) const {
  std::string out;
  for (std::uint32_t n = i; n < nodes_[i].end && out.size() < limit; ++n) {
    if (nodes_[n].text) {
      out += nodes_[n].gumbo->v.text.text;
    }
  }
  return out;
}

}  // namespace selon
