// An article's text cut wherever what stands behind it changes, so that a page can mark
// each piece: source, cue or content, of whom, quoted or not, with which findings.
#pragma once

#include <cstdint>
#include <vector>

#include "report/voices.h"

namespace selon {

enum class Part : std::uint8_t { plain, content, cue, source };

struct Piece {
  Span span;
  std::uint32_t statement = no_index;
  Part part = Part::plain;
  bool quoted = false;                  ///< inside quotation marks of speech
  std::uint32_t voice = no_index;       ///< the innermost: of this source, cue or content
  std::vector<std::uint32_t> voices;    ///< all that it belongs to, outermost first
  std::vector<std::uint32_t> findings;  ///< that mark it, ascending
  bool added = false;                   ///< not in the revision before
};

/// The blocks that follow each other: all but the credits inside a caption.
[[nodiscard]] std::vector<Block> shown_blocks(const Document& document);

/// The pieces of the whole text, in order and without gaps between them inside a block.
/// Blocks end pieces too, and so do the places where `tracked` shows what isn't there. Linear in the text,
/// but for marks that lie in each other.
[[nodiscard]] std::vector<Piece> pieces_of(const ReportedArticle& article, const Voices& voices,
                                           const TrackedChanges& tracked = {});

}  // namespace selon
