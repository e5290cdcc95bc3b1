#include "document/nitf_reader.h"

#include <algorithm>
#include <array>

#include "document/characters.h"

namespace selon {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// The name without the prefix of its namespace.
std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Elements that hold other things than text to read.
constexpr std::array<std::string_view, 9> unseen_names = {"table",        "nitf-table",     "custom-table",
                                                          "fn",           "media-metadata", "media-reference",
                                                          "media-object", "pronounce",      "del-list"};
/// Elements that are blocks, or hold blocks, and say nothing of their kind.
constexpr std::array<std::string_view, 15> container_names = {
    "body", "body.head", "body.content", "body.end", "hedline", "block", "media", "ul", "ol",
    "dl",   "p",         "pre",          "hr",       "event",   "byttl"};

struct NamedKind {
  std::string_view name;
  BlockKind kind;
};
/// Elements that say what all the text in them is.
constexpr std::array<NamedKind, 16> kinds = {{
    {"byline", BlockKind::byline},
    {"tagline", BlockKind::byline},
    {"dateline", BlockKind::dateline},
    {"abstract", BlockKind::standfirst},
    {"bq", BlockKind::blockquote},
    {"li", BlockKind::list},
    {"dt", BlockKind::list},
    {"dd", BlockKind::list},
    {"media-caption", BlockKind::caption},
    {"caption", BlockKind::caption},
    {"media-producer", BlockKind::boilerplate},
    {"note", BlockKind::boilerplate},
    {"rights", BlockKind::boilerplate},
    {"distributor", BlockKind::boilerplate},
    {"bibliography", BlockKind::boilerplate},
    // Who said the words of a bq: kept as their speaker.
    {"credit", BlockKind::boilerplate},
}};

/// The next character, or reference to one, at the start of `raw`.
std::string_view next_piece(std::string_view raw, bool may_refer) {
  if (may_refer && raw.front() == '&') {
    const std::size_t end = raw.substr(0, 40).find(';');
    if (end != std::string_view::npos && end > 1) return raw.substr(0, end + 1);
    return raw.substr(0, 1);
  }
  return raw.substr(0, std::max<std::size_t>(1, character_at(raw, 0).size));
}

bool is_reference(std::string_view piece) { return piece.size() > 1 && piece.front() == '&'; }

void append_plain(std::string_view raw, bool may_refer, EntityDecoder& entities, std::string& out) {
  while (!raw.empty()) {
    const std::string_view piece = next_piece(raw, may_refer);
    if (is_blank(piece.front())) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += is_reference(piece) ? entities.decode(piece) : piece;
    }
    raw.remove_prefix(piece.size());
  }
}

void append_text_of(pugi::xml_node node, EntityDecoder& entities, std::string& out, int depth) {
  constexpr int deepest = 64;  // of a name or a title
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_element) {
      if (depth < deepest) append_text_of(child, entities, out, depth + 1);
    } else {
      append_plain(child.value(), child.type() == pugi::node_pcdata, entities, out);
    }
  }
}

}  // namespace

std::string plain_text(std::string_view raw, EntityDecoder& entities) {
  std::string out;
  append_plain(raw, true, entities, out);
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string plain_text(pugi::xml_node node, EntityDecoder& entities) {
  std::string out;
  append_text_of(node, entities, out, 0);
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

bool NitfReader::read(pugi::xml_node body) {
  walk(body, {}, 0);
  close();
  return deepest_ < 0;
}

NitfReader::Effect NitfReader::effect_of(std::string_view name, const Context& context) const {
  Effect effect{.inside = context};
  if (is_one_of(unseen_names, name)) {
    effect.unseen = true;
  } else if (name == "hl1" || name == "hl2") {
    effect.block = true;
    const bool title = name == "hl1" && !has_headline_;
    const BlockKind below = context.in_headlines ? BlockKind::standfirst : BlockKind::subheading;
    effect.inside.kind = title ? BlockKind::headline : below;
    effect.inside.fixed = true;
  } else if (const auto* kind = std::ranges::find(kinds, name, &NamedKind::name); kind != kinds.end()) {
    effect.block = true;
    // A list in a block quote is quoted; a credit is none of the words.
    if (!context.fixed || kind->kind == BlockKind::boilerplate) effect.inside.kind = kind->kind;
    effect.inside.fixed = true;
  } else if (is_one_of(container_names, name)) {
    effect.block = true;
    effect.inside.in_headlines |= name == "hedline";
  }
  return effect;
}

void NitfReader::walk(pugi::xml_node node, const Context& context, int depth) {
  if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
    add_text(node, context);
    return;
  }
  if (node.type() != pugi::node_element) return;
  if (depth > most_depth) {
    if (deepest_ < 0) deepest_ = node.offset_debug();
    return;
  }
  const std::string_view name = local_name(node);
  if (name == "br") {
    line_break(context);
    return;
  }
  if (name == "frac" && open_ && !space_) space_ = text_.after();  // "3 1/4", not "31/4"
  const Effect effect = effect_of(name, context);
  if (effect.unseen) return;
  if (effect.block) close();
  const bool italic = name == "em" || name == "object.title";
  const std::uint32_t start = text_.size();
  walk_children(node, effect.inside, depth);
  const Span inside = trimmed(text_.text(), {std::min(start, text_.size()), text_.size()});
  if (effect.block) close();
  if (inside.empty()) return;
  if (italic) italics_.push_back(inside);
  if (name == "hl1") has_headline_ = true;
  if (name != "q" && name != "bq") return;
  if (std::string speaker = speaker_of(node); !speaker.empty()) {
    speeches_.push_back({inside, std::move(speaker)});
  }
}

void NitfReader::walk_children(pugi::xml_node node, const Context& context, int depth) {
  for (const pugi::xml_node child : node.children()) walk(child, context, depth + 1);
}

/// A line break ends a block, as on a page, but for that in a headline.
void NitfReader::line_break(const Context& context) {
  if (context.kind == BlockKind::headline || context.in_headlines || context.kind == BlockKind::byline) {
    if (open_ && !space_) space_ = text_.after();
  } else {
    close();
  }
}

std::string NitfReader::speaker_of(pugi::xml_node quotation) {
  std::string speaker = plain_text(std::string_view(quotation.attribute("quote-source").value()), entities_);
  if (speaker.empty()) {
    const pugi::xml_node credit =
        quotation.find_child([](const pugi::xml_node& child) { return local_name(child) == "credit"; });
    speaker = plain_text(credit, entities_);
  }
  return speaker;
}

void NitfReader::open(BlockKind kind) {
  if (open_) return;
  open_ = true;
  if (text_.size() > 0) text_.separate("\n\n");
  block_ = {};
  block_.kind = kind;
  block_.span.start = text_.size();
}

void NitfReader::close() {
  space_.reset();
  if (!open_) return;
  open_ = false;
  const std::uint32_t start = block_.span.start;
  block_.span = trimmed(text_.text(), {start, text_.size()});
  if (block_.span.empty()) {
    text_.cut(start < 2 ? 0 : start - 2);
    return;
  }
  blocks_.push_back(block_);
}

void NitfReader::add_text(pugi::xml_node node, const Context& context) {
  const std::string_view raw = node.value();
  if (raw.empty()) return;
  const bool may_refer = node.type() == pugi::node_pcdata;
  const auto offset = static_cast<std::size_t>(node.offset_debug());
  for (std::size_t i = 0; i < raw.size();) {
    const std::string_view piece = next_piece(raw.substr(i), may_refer);
    const auto place = static_cast<std::uint32_t>(offset + i);
    i += piece.size();
    if (is_blank(piece.front())) {
      if (open_ && !space_) space_ = place;
      continue;
    }
    open(context.kind);
    add_piece(place, static_cast<std::uint32_t>(piece.size()),
              is_reference(piece) ? entities_.decode(piece) : std::string_view());
  }
}

/// `stands_for`: what a reference means; empty where the piece is a character itself.
void NitfReader::add_piece(std::uint32_t offset, std::uint32_t size, std::string_view stands_for) {
  if (space_) text_.replace(*space_, 1, " ");
  space_.reset();
  if (stands_for.empty()) {
    text_.copy(offset, size);
  } else {
    text_.replace(offset, size, stands_for);
  }
}

void NitfReader::move_text_to(Document& document, std::string source) {
  text_.move_to(document, std::move(source));
  document.italics = std::move(italics_);
  std::ranges::sort(document.italics, {}, &Span::start);
  document.speeches = std::move(speeches_);
}

}  // namespace selon
