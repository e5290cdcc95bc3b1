// Walks the body of a NITF document and makes the text, its map to the file, the
// blocks, and who says the marked quotations.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"
#include "document/entities.h"
#include "document/mapped_text.h"

namespace selon {

class NitfReader {
 public:
  /// `source` is what was parsed, and outlives this. It was parsed without decoding
  /// references, so that every character of the tree has its place there.
  explicit NitfReader(std::string_view source) : text_(source) {}

  /// False where elements nest too deep; `deepest` then tells where.
  [[nodiscard]] bool read(pugi::xml_node body);
  [[nodiscard]] std::ptrdiff_t deepest() const { return deepest_; }

  [[nodiscard]] std::string_view text() const { return text_.text(); }
  [[nodiscard]] std::vector<Block> take_blocks() { return std::move(blocks_); }
  /// Fills text, map, italics and speeches; `source` is what this was made of.
  void move_text_to(Document& document, std::string source);

 private:
  /// What the elements around say of the text in them.
  struct Context {
    BlockKind kind = BlockKind::paragraph;
    bool in_headlines = false;
    bool fixed = false;  ///< the kind holds for all that is inside
  };
  /// What an element does to the text in it.
  struct Effect {
    bool block = false;   ///< it begins and ends a block
    bool unseen = false;  ///< what it holds is no text
    Context inside;
  };

  void walk(pugi::xml_node node, const Context& context, int depth);
  void walk_children(pugi::xml_node node, const Context& context, int depth);
  [[nodiscard]] Effect effect_of(std::string_view name, const Context& context) const;
  void line_break(const Context& context);
  void add_text(pugi::xml_node node, const Context& context);
  void add_piece(std::uint32_t offset, std::uint32_t size, std::string_view stands_for);
  void open(BlockKind kind);
  void close();
  [[nodiscard]] std::string speaker_of(pugi::xml_node quotation);

  static constexpr int most_depth = 512;  ///< as deep as pages may nest

  MappedText text_;
  EntityDecoder entities_;
  std::vector<Block> blocks_;
  std::vector<Span> italics_;
  std::vector<NamedSpeech> speeches_;
  bool open_ = false;
  bool has_headline_ = false;
  Block block_;
  std::optional<std::uint32_t> space_;  ///< where white space stands that the next character needs
  std::ptrdiff_t deepest_ = -1;
};

/// The text of an element or the value of an attribute: references decoded, white space
/// collapsed.
[[nodiscard]] std::string plain_text(pugi::xml_node node, EntityDecoder& entities);
[[nodiscard]] std::string plain_text(std::string_view raw, EntityDecoder& entities);

}  // namespace selon
