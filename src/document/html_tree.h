// A parsed page as one flat vector of nodes in document order, so that walks are
// loops and anything can be asked of a subtree: it is the nodes [i, nodes[i].end).
#pragma once

#include <gumbo.h>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace selon {

inline constexpr std::uint32_t no_node = 0xFFFFFFFFu;

/// How the text of a node is set, inherited from the elements around it.
enum HtmlStyle : std::uint8_t {
  style_link = 1,       ///< in a link that leads to another place
  style_bold = 2,       ///< in b, strong
  style_italic = 4,     ///< in i, em, cite
  style_self_link = 8,  ///< in a link within the page, or one without a target
};

/// Elements that blocks are asked about again and again: each node knows the nearest
/// one of each kind at or above it, so that deep nesting costs nothing.
enum class Around : std::uint8_t {
  item,
  quote,
  figure,
  figcaption,
  table,
  definitions,
  time,
  address,
  link,
  heading
};
inline constexpr std::size_t around_kinds = 10;

struct HtmlNode {
  const GumboNode* gumbo = nullptr;
  std::uint32_t parent = no_node;
  std::uint32_t end = 0;             ///< after the last node of the subtree
  GumboTag tag = GUMBO_TAG_UNKNOWN;  ///< of an element
  std::uint8_t style = 0;            ///< bits of HtmlStyle
  std::array<std::uint32_t, around_kinds> around{};
  bool text = false;   ///< a text node
  bool block = false;  ///< an element that begins a new block of text
};

class HtmlTree {
 public:
  /// `content` is what was parsed; offsets count in it.
  HtmlTree(const GumboNode* document, std::string_view content);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
  [[nodiscard]] const HtmlNode& operator[](std::uint32_t i) const { return nodes_[i]; }
  [[nodiscard]] std::string_view content() const { return content_; }

  /// The value of an attribute of element `i`; nothing where it has none.
  [[nodiscard]] std::optional<std::string_view> attribute(std::uint32_t i, const char* name) const;
  /// Whether the attribute is there and holds `value` as one of its words, in any case.
  [[nodiscard]] bool has_word(std::uint32_t i, const char* name, std::string_view value) const;
  /// The name of element `i` as written, in lower case ("amp-sidebar").
  [[nodiscard]] std::string tag_name(std::uint32_t i) const;

  [[nodiscard]] bool is(std::uint32_t i, GumboTag tag) const {
    return !nodes_[i].text && nodes_[i].tag == tag;
  }
  [[nodiscard]] bool is_any(std::uint32_t i, std::initializer_list<GumboTag> tags) const;
  [[nodiscard]] bool contains(std::uint32_t i, std::uint32_t inner) const {
    return i <= inner && inner < nodes_[i].end;
  }
  /// The nearest element of one of `tags` at or above `i`, below `stop`; or no_node.
  [[nodiscard]] std::uint32_t nearest(std::uint32_t i, std::initializer_list<GumboTag> tags) const;
  /// The nearest element of a kind at or above `i`, or no_node.
  [[nodiscard]] std::uint32_t around(std::uint32_t i, Around kind) const {
    return nodes_[i].around[static_cast<std::size_t>(kind)];
  }
  /// Whether there is an img in the subtree of `i`.
  [[nodiscard]] bool holds_picture(std::uint32_t i) const { return pictures_[nodes_[i].end] > pictures_[i]; }
  /// 1 to 6 for h1 to h6, else 0.
  [[nodiscard]] int heading_level(std::uint32_t i) const;
  /// The lowest element that contains both.
  [[nodiscard]] std::uint32_t common_ancestor(std::uint32_t a, std::uint32_t b) const;
  /// The text of the subtree of `i`, as parsed, white space not touched; at most `limit` bytes.
  [[nodiscard]] std::string raw_text(std::uint32_t i, std::size_t limit) const;

 private:
  void add_style(std::uint32_t i);
  void add_around(std::uint32_t i);

  std::vector<HtmlNode> nodes_;
  std::vector<std::uint32_t> pictures_;  ///< how many img before each node
  std::string_view content_;
};

}  // namespace selon
