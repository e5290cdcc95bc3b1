// Takes the events of md4c and makes the text, its map to the file, and drafts of
// the blocks with what the markup says of each.
#pragma once

#include <md4c.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"
#include "document/entities.h"
#include "document/mapped_text.h"
#include "document/raw_markup.h"

namespace selon {

/// A block, and what its markup says.
struct MarkdownDraft {
  Block block;
  std::uint8_t heading = 0;              ///< level of a heading
  bool only_link = false;                ///< all of it is a link
  bool only_strong = false;              ///< all of it is bold
  bool picture = false;                  ///< the alternative text of a picture
  bool beside_picture = false;           ///< stands in the paragraph of a picture
  std::vector<std::uint32_t> line_ends;  ///< offsets of soft line breaks in the text
};

class MarkdownReader : private RawMarkupSink {
 public:
  explicit MarkdownReader(std::string_view source) : source_(source), text_(source) {}

  /// False where the document has too many table cells to go on.
  [[nodiscard]] bool enter_block(MD_BLOCKTYPE type, const void* detail);
  void leave_block(MD_BLOCKTYPE type);
  void enter_span(MD_SPANTYPE type);
  void leave_span(MD_SPANTYPE type, const void* detail);
  void take_text(MD_TEXTTYPE type, std::string_view text);

  [[nodiscard]] bool has_too_many_cells() const { return cells_ > most_cells; }
  [[nodiscard]] std::string_view text() const { return text_.text(); }
  [[nodiscard]] std::vector<MarkdownDraft> take_drafts() { return std::move(drafts_); }
  [[nodiscard]] std::vector<Span> take_italics() { return std::move(italics_); }
  void move_text_to(Document& document, std::string source) { text_.move_to(document, std::move(source)); }

 private:
  void open();
  void close();
  void add(std::string_view piece);
  void add_entity(std::string_view reference);
  void add_line_break();
  void add_title(const MD_ATTRIBUTE& title);
  void count(std::string_view piece);
  [[nodiscard]] bool in_source(std::string_view piece) const;
  [[nodiscard]] std::uint32_t offset_of(std::string_view piece) const;
  [[nodiscard]] BlockKind kind_here() const;

  void markup_text(std::string_view piece) override { add(piece); }
  void markup_entity(std::string_view piece) override { add_entity(piece); }
  void markup_break() override { close(); }
  void markup_caption() override { raw_caption_ = true; }

  static constexpr std::uint32_t most_cells = 500'000;

  std::string_view source_;
  MappedText text_;
  EntityDecoder entities_;
  RawMarkup raw_;
  std::vector<MarkdownDraft> drafts_;
  std::vector<Span> italics_;

  // Where in the structure the next text stands.
  int quotes_ = 0;
  int lists_ = 0;
  int unseen_ = 0;  ///< code, tables, deleted text
  int links_ = 0;
  int strong_ = 0;
  int emphasis_ = 0;
  int pictures_ = 0;
  int skipped_pictures_ = 0;
  bool in_raw_ = false;
  bool raw_caption_ = false;
  bool paragraph_has_picture_ = false;
  std::uint8_t heading_ = 0;
  std::uint32_t cells_ = 0;

  // The block that is being read.
  bool open_ = false;
  MarkdownDraft draft_;
  std::uint32_t emphasis_start_ = 0;
  std::uint32_t counted_ = 0;  ///< bytes of text, white space alone not counted
  std::uint32_t linked_ = 0;
  std::uint32_t bold_ = 0;
  std::uint32_t italic_ = 0;
};

}  // namespace selon
