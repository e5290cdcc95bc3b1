// What one block of an article is, told by its element, the names around it, its
// style and its words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "document/furniture.h"
#include "document/html_blocks.h"
#include "document/html_metadata.h"
#include "document/html_names.h"
#include "document/html_tree.h"

namespace selon {

class KindTeller {
 public:
  KindTeller(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks, const PageMetadata& page,
             FurnitureRules& furniture, const HtmlNames& names, std::uint32_t root);

  /// By furniture rules, bylines, links: what a block is wherever it stands; nothing
  /// for a block that is body if its place is.
  [[nodiscard]] std::optional<BlockKind> special_kind(const HtmlBlock& block) const;
  /// The kind of a block of the body.
  [[nodiscard]] BlockKind body_kind(const HtmlBlock& block) const;

  [[nodiscard]] bool is_standfirst(const HtmlBlock& block) const;
  [[nodiscard]] bool is_date(const HtmlBlock& block) const;
  /// Footnotes, and boxes that go with the text.
  [[nodiscard]] bool is_note(const HtmlBlock& block) const;
  /// The caption, or figure, around a block; no_node where there is none.
  [[nodiscard]] std::uint32_t caption_of(const HtmlBlock& block) const;
  /// The pieces of a caption that are its credit.
  [[nodiscard]] std::vector<std::uint32_t> credit_of(const HtmlBlock& block) const;
  [[nodiscard]] bool in_item(const HtmlBlock& block) const;
  [[nodiscard]] std::uint32_t quote_of(const HtmlBlock& block) const;

 private:
  [[nodiscard]] bool is_byline(const HtmlBlock& block, const std::string& phrase) const;
  [[nodiscard]] std::optional<BlockKind> line_kind(const HtmlBlock& block) const;
  [[nodiscard]] bool leads_elsewhere(const HtmlBlock& block, const std::string& phrase) const;
  [[nodiscard]] bool is_author(const std::string& phrase) const;
  /// The nearest element above with such a name that holds at most `longest` characters.
  [[nodiscard]] std::uint32_t nearest_named(std::uint32_t i, const NameList& list,
                                            std::uint32_t longest) const;

  const HtmlTree& tree_;
  const HtmlNames& names_;
  TextWeights weights_;
  std::uint32_t root_;
  FurnitureRules& lines_;
  std::vector<std::string> authors_;  ///< plain phrases
};

}  // namespace selon
