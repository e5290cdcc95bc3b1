// The lines of a source's text, as transcripts are set: where they end, what of them is bold, in
// which block they stand. All offsets are UTF-8 bytes of the source's text.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/span.h"
#include "verify/source_texts.h"

namespace selon {

/// The line break at or after `at`, or the text's end.
[[nodiscard]] std::uint32_t line_end(std::string_view text, std::uint32_t at);

/// The first place at or after `at` that is no white space, `end` at the most.
[[nodiscard]] std::uint32_t skip_spaces(std::string_view text, std::uint32_t at, std::uint32_t end);

/// Whether what stands before `end`, white space aside, is the mark that ends a sentence.
[[nodiscard]] bool ends_sentence_at(std::string_view text, std::uint32_t end);

/// Where a pair of tags or stars in the file makes the beginning of a line bold, the end of that;
/// the line's start where it isn't bold.
[[nodiscard]] std::uint32_t bold_end(const SourceText& source, Span line);

/// The block of a source's document in which `at` lies; null in plain transcripts.
[[nodiscard]] const Block* block_at(const SourceText& source, std::uint32_t at);

}  // namespace selon
