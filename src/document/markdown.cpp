#include "document/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "document/characters.h"
#include "document/front_matter.h"
#include "document/markdown_kinds.h"
#include "document/markdown_reader.h"

namespace selon {

namespace {

MarkdownReader& reader(void* userdata) { return *static_cast<MarkdownReader*>(userdata); }

/// Stops the parser at a table that md4c would make of few bytes and a great many cells.
int enter_block(MD_BLOCKTYPE type, void* detail, void* userdata) {
  return reader(userdata).enter_block(type, detail) ? 0 : 1;
}

int leave_block(MD_BLOCKTYPE type, void* /*detail*/, void* userdata) {
  reader(userdata).leave_block(type);
  return 0;
}

int enter_span(MD_SPANTYPE type, void* /*detail*/, void* userdata) {
  reader(userdata).enter_span(type);
  return 0;
}

int leave_span(MD_SPANTYPE type, void* detail, void* userdata) {
  reader(userdata).leave_span(type, detail);
  return 0;
}

int take_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* userdata) {
  reader(userdata).take_text(type, {text, size});
  return 0;
}

}  // namespace

Expected<Document> parse_markdown(std::string decoded, const std::string& path, FurnitureRules& furniture) {
  FrontMatter matter = read_front_matter(decoded);
  MarkdownReader reader(decoded);
  MD_PARSER parser{};
  parser.flags = MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
  parser.enter_block = enter_block;
  parser.leave_block = leave_block;
  parser.enter_span = enter_span;
  parser.leave_span = leave_span;
  parser.text = take_text;
  const auto size = static_cast<MD_SIZE>(decoded.size() - matter.size);
  // md4c may stop at a table and not say so.
  const int stopped = md_parse(decoded.data() + matter.size, size, &parser, &reader);
  if (stopped != 0 || reader.has_too_many_cells()) {
    Error error;
    error.path = path;
    error.what = "the Markdown cannot be read: it holds a table of too many cells, or is too large";
    error.advice = "leave the table out, or split the file into articles";
    return tl::unexpected(error);
  }
  Document document;
  document.path = path;
  document.format = Format::markdown;
  document.metadata = std::move(matter.metadata);
  document.italics = reader.take_italics();
  document.blocks = markdown_blocks(reader.text(), reader.take_drafts(), furniture);
  reader.move_text_to(document, std::move(decoded));
  document.headline = headline_text(document.text, document.blocks);
  if (document.headline.empty()) document.headline = std::move(matter.title);
  return document;
}

}  // namespace selon
