// The text of a page as blocks: what a reader sees between two line breaks, with the
// figures that tell articles from furniture (length, share of links and of bold).
//
// Text density and link density as features: C. Kohlschütter, P. Fankhauser,
// W. Nejdl, "Boilerplate Detection using Shallow Text Features", WSDM 2010.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/html_tree.h"

namespace selon {

struct HtmlBlock {
  std::vector<std::uint32_t> pieces;  ///< text nodes, and br elements inside a heading
  std::vector<std::uint32_t> sizes;   ///< characters of each piece, white space not counted
  std::uint32_t element = 0;          ///< the block element that the text stands in
  std::string text;                   ///< white space collapsed, trimmed, no soft hyphens
  // Characters, white space not counted:
  std::uint32_t length = 0;
  std::uint32_t link = 0;  ///< of which in links to other places
  std::uint32_t self_link = 0;
  std::uint32_t bold = 0;
  std::uint32_t italic = 0;
  bool sentence = false;  ///< ends like a sentence

  [[nodiscard]] double link_density() const { return length == 0 ? 0 : static_cast<double>(link) / length; }
  [[nodiscard]] bool all_bold() const { return length > 0 && bold * 10 >= length * 9; }
  [[nodiscard]] bool all_italic() const { return length > 0 && italic * 10 >= length * 9; }
  /// A paragraph rather than a label: long, not made of links.
  [[nodiscard]] bool solid() const { return length >= 80 && link * 5 < length * 2; }
};

/// Which nodes are left out, with all that they hold.
using NodeMask = std::vector<char>;

/// The page's blocks in document order. Block elements and br end a block; a br
/// inside a heading is a space.
[[nodiscard]] std::vector<HtmlBlock> html_blocks(const HtmlTree& tree, const NodeMask& skip);

/// Sums over subtrees of the text of a page's solid blocks.
class TextWeights {
 public:
  TextWeights(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks);
  /// Characters of solid text in the subtree of `i`, links not counted.
  [[nodiscard]] std::uint64_t weight(std::uint32_t i) const { return solid_[(*tree_)[i].end] - solid_[i]; }
  /// All characters, and those in links.
  [[nodiscard]] std::uint64_t length(std::uint32_t i) const { return all_[(*tree_)[i].end] - all_[i]; }
  [[nodiscard]] std::uint64_t link_length(std::uint32_t i) const { return link_[(*tree_)[i].end] - link_[i]; }
  /// Characters of the nodes [i, before).
  [[nodiscard]] std::uint64_t length_between(std::uint32_t i, std::uint32_t before) const {
    return all_[before] - all_[i];
  }
  /// Solid text of the page before node `i`.
  [[nodiscard]] std::uint64_t weight_before(std::uint32_t i) const { return solid_[i]; }
  [[nodiscard]] std::uint64_t total() const { return solid_.back(); }

 private:
  const HtmlTree* tree_;
  std::vector<std::uint64_t> solid_, all_, link_;
};

}  // namespace selon
