// A news article as selon sees it: UTF-8 text, blocks, metadata, and a map from
// text offsets back to the file that is made while loading and never guessed later.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace selon {

enum class BlockKind : std::uint8_t {
  headline,
  standfirst,
  byline,
  dateline,
  subheading,
  paragraph,
  list,
  blockquote,
  caption,
  credit,
  related,
  boilerplate,
};

/// Only these kinds are analysed (headline, standfirst, subheading, paragraph,
/// list, blockquote, caption).
[[nodiscard]] bool is_body(BlockKind kind);
[[nodiscard]] std::string_view name_of(BlockKind kind);
[[nodiscard]] std::optional<BlockKind> block_kind(std::string_view name);

/// One block of the text. Blocks are in text order and do not overlap, but for a
/// credit, which lies inside its caption and follows it in the list. A block's span
/// has no white space at its ends.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span span;
  bool italic = false;  ///< whole block set in italics (HTML, Markdown)
  /// A credit's: how many bytes before it only lead up to it ("(", "Photo :").
  std::uint32_t lead = 0;
};

/// Where a document came from.
enum class Format : std::uint8_t { text, html, markdown, jsonl, nitf };
[[nodiscard]] std::string_view name_of(Format format);
[[nodiscard]] std::optional<Format> format_of(std::string_view name);

/// Words that the file's markup gives to somebody (NITF: quote-source, the credit of a bq).
struct NamedSpeech {
  Span span;
  std::string speaker;
};

struct Metadata {
  std::string lang;       ///< declared ("fr", "fr-FR" is cut to "fr"), or ""
  std::string published;  ///< ISO 8601 as given, or ""
  std::string modified;
  std::string canonical_url;
  std::string publisher;
  std::vector<std::string> authors;
};

/// A place in the file, counted from 1; the column counts characters (code points).
struct FilePlace {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// Maps offsets of the document's text to the file. Piecewise linear: between two
/// segments text and file run on in step.
class SourceMap {
 public:
  struct Segment {
    std::uint32_t text = 0;     ///< offset in Document::text
    std::uint32_t decoded = 0;  ///< offset in the file's content as UTF-8, after any BOM
  };

  /// An identity map: the text is the file's (decoded) content.
  SourceMap() = default;
  /// `segments` ascending in `text`, the first at 0.
  explicit SourceMap(std::vector<Segment> segments) : segments_(std::move(segments)) {}

  /// The offset in the decoded file content.
  [[nodiscard]] std::uint32_t decoded_offset(std::uint32_t text_offset) const;
  [[nodiscard]] bool identity() const { return segments_.empty(); }

 private:
  std::vector<Segment> segments_;
};

struct Document {
  std::string id;    ///< JSONL id, else ""
  std::string path;  ///< as the user gave it; "-" for standard input
  Format format = Format::text;
  std::string text;  ///< UTF-8, valid
  std::vector<Block> blocks;
  Metadata metadata;
  std::string headline;  ///< text of the headline block, else from the metadata
  std::string sha256;    ///< of the file's bytes, lower-case hexadecimal; "" for JSONL
  SourceMap map;
  /// The file's content as UTF-8 where it differs from `text` (HTML, Markdown, NITF);
  /// empty with an identity map.
  std::string decoded;
  /// Spans set in italics (HTML, Markdown, NITF), ascending.
  std::vector<Span> italics;
  std::vector<NamedSpeech> speeches;

  [[nodiscard]] std::string_view file_content() const {
    return map.identity() ? std::string_view(text) : std::string_view(decoded);
  }
};

/// Finds lines and columns; made once for a document by who prints places.
class PlaceFinder {
 public:
  explicit PlaceFinder(const Document& document);
  /// `text_offset` in Document::text, up to and including its size.
  [[nodiscard]] FilePlace at(std::uint32_t text_offset) const { return in_file(offset_in_file(text_offset)); }

  /// The offset in the file's content that an offset in the text stands for.
  [[nodiscard]] std::uint32_t offset_in_file(std::uint32_t text_offset) const;
  /// The place of an offset in the file's content.
  [[nodiscard]] FilePlace in_file(std::uint32_t offset) const;
  /// The same with a column that counts bytes of UTF-8, for those who count so.
  [[nodiscard]] FilePlace in_file_by_bytes(std::uint32_t offset) const;

 private:
  /// 1 for the first.
  [[nodiscard]] std::uint32_t line_of(std::uint32_t offset) const;
  [[nodiscard]] std::uint32_t characters_before(std::uint32_t offset) const;

  const Document* document_;
  std::vector<std::uint32_t> line_starts_;
  std::vector<std::uint32_t> characters_;  ///< how many stand before each stretch of the content
};

}  // namespace selon
