// Loading: a file, or standard input, to a Document. The format is told by the
// name and the content; encodings by BOM, then valid UTF-8, then what the file
// declares, then detection.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "document/document.h"
#include "rules/pack.h"

namespace selon {

struct LoadOptions {
  std::optional<Format> format;                ///< told by name and content where not given
  std::size_t max_bytes = 256u * 1024 * 1024;  ///< a larger file is refused
};

/// Reads and parses `path` ("-" is standard input). `pack` gives furniture, byline
/// and site rules. Fails on a missing file, a directory, an unreadable or empty
/// file, binary content, an encoding that cannot be told, a format without a
/// reader (the error names it and a way to convert).
[[nodiscard]] Expected<Document> load_file(const std::string& path, const Pack& pack,
                                           const LoadOptions& options);

/// Parses content that is already in memory; `path` is for messages.
[[nodiscard]] Expected<Document> load_bytes(std::string bytes, const std::string& path, const Pack& pack,
                                            const LoadOptions& options);

/// A document from UTF-8 plain text that is known to be valid (a JSONL record):
/// text is taken over unchanged, blocks are told as for a text file.
[[nodiscard]] Document load_text(std::string text, const Pack& pack);

/// A cheap guess from function words: "fr", "en", or "" where neither fits.
[[nodiscard]] std::string guess_language(std::string_view text);

}  // namespace selon
