// Loading: a file, or standard input, to a Document. The format is told by the
// name and the content; encodings by BOM, then valid UTF-8, then what the file
// declares, then detection.
//
//   auto document = load_file("article.txt", pack, {});   // one article
//   Loader loader(pack);                                   // many: rules are compiled once
//   for (…) Document document = loader.text(record.text);
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/error.h"
#include "document/document.h"
#include "document/furniture.h"
#include "rules/pack.h"

namespace selon {

struct LoadOptions {
  std::optional<Format> format;                ///< told by name and content where not given
  std::size_t max_bytes = 256u * 1024 * 1024;  ///< a larger file is refused
};

/// Loads documents by the rules of one pack, which must outlive it. Compiles the
/// furniture rules at the first document that needs them. Belongs to one thread.
class Loader {
 public:
  explicit Loader(const Pack& pack) : pack_(&pack) {}

  /// See load_file, load_bytes and load_text.
  [[nodiscard]] Expected<Document> file(const std::string& path, const LoadOptions& options);
  [[nodiscard]] Expected<Document> bytes(std::string bytes, const std::string& path,
                                         const LoadOptions& options);
  [[nodiscard]] Document text(std::string text);

 private:
  [[nodiscard]] Expected<Document> parse(std::string text, const std::string& path, Format format);

  const Pack* pack_;
  std::optional<Expected<FurnitureRules>> furniture_;
  [[nodiscard]] Expected<FurnitureRules>& furniture();
};

/// Reads and parses `path` ("-" is standard input). `pack` gives furniture, byline
/// and site rules. Fails on a missing file, a directory, an unreadable or empty
/// file, binary content, an encoding that cannot be told, a format without a
/// reader (the error names it and a way to convert).
[[nodiscard]] Expected<Document> load_file(const std::string& path, const Pack& pack,
                                           const LoadOptions& options);

/// The bytes of a file ("-" is standard input), as they are. Fails where there is no such file,
/// it can't be read, or is larger than that.
[[nodiscard]] Expected<std::string> read_bytes(const std::string& path, std::size_t max_bytes);

/// Parses content that is already in memory; `path` is for messages.
[[nodiscard]] Expected<Document> load_bytes(std::string bytes, const std::string& path, const Pack& pack,
                                            const LoadOptions& options);

/// A document from UTF-8 plain text that is known to be valid (a JSONL record):
/// text is taken over unchanged, blocks are told as for a text file. `pack` is one
/// that load_pack has checked; furniture rules that don't compile are left out.
[[nodiscard]] Document load_text(std::string text, const Pack& pack);

/// The format that a file's name tells (".md"), or nothing.
[[nodiscard]] std::optional<Format> format_of_name(std::string_view path);
/// The format that a text itself shows; plain text where it shows none.
[[nodiscard]] Format format_of_content(std::string_view text);

/// A cheap guess from function words, which each pack lists in "language-signs": the
/// language of the pack that fits best, or "" where none fits or the text is too
/// short to tell.
[[nodiscard]] std::string guess_language(std::string_view text, std::span<const Pack* const> packs);

}  // namespace selon
