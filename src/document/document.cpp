#include "document/document.h"

#include <algorithm>
#include <array>

#include "document/characters.h"

namespace selon {

namespace {

/// In the order of the enumeration.
constexpr std::array<std::string_view, 12> block_names = {
    "headline", "standfirst", "byline",  "dateline", "subheading", "paragraph",
    "list",     "blockquote", "caption", "credit",   "related",    "boilerplate",
};

constexpr std::array<std::string_view, 5> format_names = {"text", "html", "markdown", "jsonl", "nitf"};

/// Characters are counted from the nearest multiple of this many bytes, so that
/// a place in a line of any length costs the same.
constexpr std::uint32_t stride = 128;

}  // namespace

bool is_body(BlockKind kind) {
  switch (kind) {
    case BlockKind::headline:
    case BlockKind::standfirst:
    case BlockKind::subheading:
    case BlockKind::paragraph:
    case BlockKind::list:
    case BlockKind::blockquote:
    case BlockKind::caption:
      return true;
    case BlockKind::byline:
    case BlockKind::dateline:
    case BlockKind::credit:
    case BlockKind::related:
    case BlockKind::boilerplate:
      return false;
  }
  return false;
}

std::string_view name_of(BlockKind kind) { return block_names[static_cast<std::size_t>(kind)]; }

std::optional<BlockKind> block_kind(std::string_view name) {
  const auto* const found = std::find(block_names.begin(), block_names.end(), name);
  if (found == block_names.end()) return std::nullopt;
  return static_cast<BlockKind>(found - block_names.begin());
}

std::string_view name_of(Format format) { return format_names[static_cast<std::size_t>(format)]; }

std::optional<Format> format_of(std::string_view name) {
  const auto* const found = std::find(format_names.begin(), format_names.end(), name);
  if (found == format_names.end()) return std::nullopt;
  return static_cast<Format>(found - format_names.begin());
}

std::uint32_t SourceMap::decoded_offset(std::uint32_t text_offset) const {
  if (segments_.empty()) return text_offset;
  const auto after = std::upper_bound(segments_.begin(), segments_.end(), text_offset,
                                      [](std::uint32_t offset, const Segment& s) { return offset < s.text; });
  if (after == segments_.begin()) return segments_.front().decoded;
  const Segment& segment = *std::prev(after);
  const std::uint32_t decoded = segment.decoded + (text_offset - segment.text);
  // What the text adds to the file runs no further than what follows it.
  const bool follows = after != segments_.end() && after->decoded >= segment.decoded;
  return follows ? std::min(decoded, after->decoded) : decoded;
}

PlaceFinder::PlaceFinder(const Document& document) : document_(&document), line_starts_{0} {
  const std::string_view content = document.file_content();
  characters_.reserve(content.size() / stride + 1);
  std::uint32_t characters = 0;
  for (std::size_t start = 0; start <= content.size(); start += stride) {
    characters_.push_back(characters);
    characters += characters_in(content.substr(start, stride));
  }
  // Each is looked for again only once it has been passed.
  std::size_t feed = content.find('\n');
  std::size_t carriage = content.find('\r');
  while (feed != std::string_view::npos || carriage != std::string_view::npos) {
    const std::size_t end = std::min(feed, carriage);
    const bool two = end == carriage && feed == end + 1;  // a line ends behind both
    if (!two) line_starts_.push_back(static_cast<std::uint32_t>(end + 1));
    if (end == carriage) {
      carriage = content.find('\r', end + 1);
    } else {
      feed = content.find('\n', end + 1);
    }
  }
}

std::uint32_t PlaceFinder::offset_in_file(std::uint32_t text_offset) const {
  return std::min(document_->map.decoded_offset(text_offset),
                  static_cast<std::uint32_t>(document_->file_content().size()));
}

std::uint32_t PlaceFinder::line_of(std::uint32_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::uint32_t>(after - line_starts_.begin());
}

FilePlace PlaceFinder::in_file(std::uint32_t offset) const {
  const std::uint32_t line = line_of(offset);
  return {line, characters_before(offset) - characters_before(line_starts_[line - 1]) + 1};
}

FilePlace PlaceFinder::in_file_by_bytes(std::uint32_t offset) const {
  const std::uint32_t line = line_of(offset);
  return {line, offset - line_starts_[line - 1] + 1};
}

std::uint32_t PlaceFinder::characters_before(std::uint32_t offset) const {
  const std::uint32_t start = offset / stride * stride;
  return characters_[offset / stride] +
         characters_in(document_->file_content().substr(start, offset - start));
}

}  // namespace selon
