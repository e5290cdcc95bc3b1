#include "document/markdown_reader.h"

#include <algorithm>

#include "document/characters.h"

namespace selon {

namespace {

bool is_blank(std::string_view piece) {
  return trimmed(piece, {0, static_cast<std::uint32_t>(piece.size())}).empty();
}

/// "<br>", "<br/>", "<BR />"
bool is_line_break(std::string_view tag) {
  const bool name = tag.size() > 3 && (tag[1] == 'b' || tag[1] == 'B') && (tag[2] == 'r' || tag[2] == 'R');
  return name && (tag[3] == '>' || tag[3] == '/' || tag[3] == ' ');
}

}  // namespace

BlockKind MarkdownReader::kind_here() const {
  if (raw_caption_) return BlockKind::caption;
  // In newsrooms ">>" leads to another article; nobody quotes a quotation.
  if (quotes_ > 1) return BlockKind::related;
  if (quotes_ == 1) return BlockKind::blockquote;
  return lists_ > 0 ? BlockKind::list : BlockKind::paragraph;
}

void MarkdownReader::open() {
  if (open_) return;
  open_ = true;
  if (text_.size() > 0) text_.separate("\n\n");
  draft_ = {};
  draft_.block.kind = kind_here();
  draft_.block.span.start = text_.size();
  draft_.heading = heading_;
  draft_.picture = pictures_ > 0;
  draft_.beside_picture = paragraph_has_picture_ && pictures_ == 0;
  emphasis_start_ = text_.size();
  counted_ = linked_ = bold_ = italic_ = 0;
}

void MarkdownReader::close() {
  raw_caption_ = false;
  if (!open_) return;
  open_ = false;
  const std::uint32_t start = draft_.block.span.start;
  draft_.block.span = trimmed(text_.text(), {start, text_.size()});
  if (draft_.block.span.empty()) {
    text_.cut(start < 2 ? 0 : start - 2);
    return;
  }
  // An emphasis that a block's end cuts goes on in the next block.
  if (emphasis_ > 0 && text_.size() > emphasis_start_) italics_.push_back({emphasis_start_, text_.size()});
  draft_.block.italic = counted_ > 0 && italic_ == counted_;
  draft_.only_link = counted_ > 0 && linked_ == counted_;
  draft_.only_strong = counted_ > 0 && bold_ == counted_;
  drafts_.push_back(std::move(draft_));
}

bool MarkdownReader::in_source(std::string_view piece) const {
  return piece.data() >= source_.data() && piece.data() + piece.size() <= source_.data() + source_.size();
}

std::uint32_t MarkdownReader::offset_of(std::string_view piece) const {
  return static_cast<std::uint32_t>(piece.data() - source_.data());
}

void MarkdownReader::count(std::string_view piece) {
  if (is_blank(piece)) return;
  const auto size = static_cast<std::uint32_t>(piece.size());
  counted_ += size;
  linked_ += links_ > 0 ? size : 0;
  bold_ += strong_ > 0 ? size : 0;
  italic_ += emphasis_ > 0 ? size : 0;
}

void MarkdownReader::add(std::string_view piece) {
  if (piece.empty() || unseen_ > 0 || skipped_pictures_ > 0) return;
  if (!open_ && is_blank(piece)) return;
  open();
  count(piece);
  if (in_source(piece)) {
    text_.copy(offset_of(piece), static_cast<std::uint32_t>(piece.size()));
  } else {
    text_.replace(text_.after(), 0, piece);
  }
}

void MarkdownReader::add_entity(std::string_view reference) {
  if (unseen_ > 0 || skipped_pictures_ > 0) return;
  const std::string_view decoded = entities_.decode(reference);
  open();
  count(decoded);
  const bool known = in_source(reference);
  text_.replace(known ? offset_of(reference) : text_.after(),
                known ? static_cast<std::uint32_t>(reference.size()) : 0, decoded);
}

/// A line break that the author wants ends the block, but for that of a heading.
void MarkdownReader::add_line_break() {
  if (heading_ > 0 || pictures_ > 0) {
    if (open_) text_.separate(" ");
  } else {
    close();
  }
}

bool MarkdownReader::enter_block(MD_BLOCKTYPE type, const void* detail) {
  close();
  paragraph_has_picture_ = false;
  switch (type) {
    case MD_BLOCK_QUOTE:
      ++quotes_;
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      ++lists_;
      break;
    case MD_BLOCK_H:
      heading_ = static_cast<std::uint8_t>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
      break;
    case MD_BLOCK_HTML:
      in_raw_ = true;
      raw_.reset();
      break;
    case MD_BLOCK_CODE:
    case MD_BLOCK_TABLE:
      ++unseen_;
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      return ++cells_ <= most_cells;
    default:
      break;
  }
  return true;
}

void MarkdownReader::leave_block(MD_BLOCKTYPE type) {
  close();
  paragraph_has_picture_ = false;
  switch (type) {
    case MD_BLOCK_QUOTE:
      --quotes_;
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      --lists_;
      break;
    case MD_BLOCK_H:
      heading_ = 0;
      break;
    case MD_BLOCK_HTML:
      in_raw_ = false;
      break;
    case MD_BLOCK_CODE:
    case MD_BLOCK_TABLE:
      --unseen_;
      break;
    default:
      break;
  }
}

void MarkdownReader::enter_span(MD_SPANTYPE type) {
  switch (type) {
    case MD_SPAN_EM:
      if (emphasis_++ == 0) emphasis_start_ = open_ ? text_.size() : text_.size() + 2;
      break;
    case MD_SPAN_STRONG:
      ++strong_;
      break;
    case MD_SPAN_A:
    case MD_SPAN_WIKILINK:
      ++links_;
      break;
    case MD_SPAN_DEL:
      ++unseen_;
      break;
    case MD_SPAN_IMG:
      // A picture at the start of a block has a caption; one inside a sentence is a sign.
      if (pictures_ == 0 && skipped_pictures_ == 0 && !open_) {
        ++pictures_;
      } else {
        ++skipped_pictures_;
      }
      break;
    default:
      break;
  }
}

void MarkdownReader::leave_span(MD_SPANTYPE type, const void* detail) {
  switch (type) {
    case MD_SPAN_EM:
      if (--emphasis_ == 0 && open_ && text_.size() > emphasis_start_) {
        italics_.push_back({emphasis_start_, text_.size()});
      }
      break;
    case MD_SPAN_STRONG:
      --strong_;
      break;
    case MD_SPAN_A:
    case MD_SPAN_WIKILINK:
      --links_;
      break;
    case MD_SPAN_DEL:
      --unseen_;
      break;
    case MD_SPAN_IMG:
      if (skipped_pictures_ > 0) {
        --skipped_pictures_;
        break;
      }
      add_title(static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->title);
      close();
      --pictures_;
      paragraph_has_picture_ = true;
      break;
    default:
      break;
  }
}

/// A picture's title goes on its alternative text: often it is the credit.
void MarkdownReader::add_title(const MD_ATTRIBUTE& title) {
  if (title.size == 0) return;
  const std::string_view whole(title.text, title.size);
  if (open_ && text_.text().substr(draft_.block.span.start) == whole) return;
  if (open_) text_.separate(" ");
  for (std::size_t i = 0; title.substr_offsets[i] < title.size; ++i) {
    const std::size_t start = title.substr_offsets[i];
    const std::string_view piece = whole.substr(start, title.substr_offsets[i + 1] - start);
    if (title.substr_types[i] == MD_TEXT_ENTITY) {
      add_entity(piece);
    } else {
      add(piece);
    }
  }
}

void MarkdownReader::take_text(MD_TEXTTYPE type, std::string_view text) {
  switch (type) {
    case MD_TEXT_BR:
      add_line_break();
      break;
    case MD_TEXT_SOFTBR:
      if (!open_ || unseen_ > 0 || skipped_pictures_ > 0) break;
      if (pictures_ == 0) draft_.line_ends.push_back(text_.size());
      text_.separate(" ");
      break;
    case MD_TEXT_ENTITY:
      add_entity(text);
      break;
    case MD_TEXT_HTML:
      if (unseen_ > 0) break;
      if (in_raw_) {
        raw_.feed(text, *this);
      } else if (is_line_break(text)) {
        add_line_break();
      }
      break;
    default:
      add(text);
  }
}

}  // namespace selon
