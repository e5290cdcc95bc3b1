// The pieces of a quotation laid over a source: in their order, with gaps where the
// quotation marks a cut or an insertion.
#pragma once

#include <cstdint>
#include <vector>

#include "verify/guard_words.h"
#include "verify/passages.h"
#include "verify/quote_pieces.h"

namespace selon {

/// One place where all pieces stand in order.
struct QuoteChain {
  std::uint32_t source = 0;
  std::vector<Span> pieces;

  [[nodiscard]] Span span() const { return {pieces.front().start, pieces.back().end}; }
};

/// All places of the quotation, in the order of the sources.
[[nodiscard]] std::vector<QuoteChain> chains(const PassageFinder& finder, std::string_view text,
                                             const MarkedQuote& quote);

/// Where the pieces stand each for itself: one place a piece, or nothing where one stands nowhere.
[[nodiscard]] std::vector<Passage> scattered_pieces(const PassageFinder& finder, std::string_view text,
                                                    const MarkedQuote& quote);

/// Takes the words that the quotation begins or ends with in part ("[a]ucune") into the chain.
/// False where one of them is another word.
bool take_glued_ends(const PassageFinder& finder, const MarkedQuote& quote, QuoteChain& chain);

/// What one break of a chain replaces, and whether that may change the sense.
struct JudgedGap {
  Span removed;           ///< of the source; may be empty
  std::uint8_t risk = 0;  ///< the guards that it touches
};

/// Whether a word of content in `removed`, or a verb, has nothing in `inserted` that is the same or
/// another form of the same verb: "[réforme]" for "grève", but not "[saluait]" for "salue".
[[nodiscard]] bool loses_content(const GuardWords& guards, std::span<const TextUnit> removed,
                                 std::span<const TextUnit> inserted);

/// What is put in at an edge of a quotation ("[Jamais] le canal ouvrira", "ouvrira [mardi]") in the
/// place of `left_out`, what the clause has there.
[[nodiscard]] std::uint8_t risk_of_edge(const GuardWords& guards, std::span<const TextUnit> inserted,
                                        std::span<const TextUnit> left_out);

/// The gaps of a chain, one for each inner break.
[[nodiscard]] std::vector<JudgedGap> judged_gaps(const PassageFinder& finder, const GuardWords& guards,
                                                 const MarkedQuote& quote, const QuoteChain& chain);

}  // namespace selon
