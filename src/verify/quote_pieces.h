// A quotation as its writer marked it: pieces that claim to be the speaker's own words, and
// the breaks between them: cuts (…, […], (…)) and insertions ([word]).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "verify/text_units.h"

namespace selon {

/// What may stand between two pieces.
struct QuoteBreak {
  bool cut = false;
  bool glued = false;              ///< an insertion that is part of a word: "[N]ous", "ét[aient]"
  std::vector<TextUnit> inserted;  ///< in brackets; of a glued one the whole word
  Span span;                       ///< all marks of the break

  [[nodiscard]] bool empty() const { return !cut && inserted.empty(); }
};

/// Units [first, last) of the quotation.
struct QuotePiece {
  std::size_t first = 0;
  std::size_t last = 0;
};

struct MarkedQuote {
  std::vector<TextUnit> units;
  std::vector<QuotePiece> pieces;  ///< none is empty
  std::vector<QuoteBreak> breaks;  ///< breaks[i] stands before pieces[i], the last one behind all
  /// A final "." or "," that may be the article's own; not in a piece.
  const TextUnit* tail = nullptr;

  [[nodiscard]] std::span<const TextUnit> piece(std::size_t i) const {
    return std::span(units).subspan(pieces[i].first, pieces[i].last - pieces[i].first);
  }
  [[nodiscard]] bool is_marked() const;
  MarkedQuote() = default;
  MarkedQuote(MarkedQuote&&) = default;
  MarkedQuote& operator=(MarkedQuote&&) = default;
  MarkedQuote(const MarkedQuote&) = delete;
  MarkedQuote& operator=(const MarkedQuote&) = delete;
};

/// How marks are read that may also be the speaker's. A bit set.
enum MarkReading : std::uint8_t {
  reads_brackets = 0,  ///< only […], [...], (…), (...), [word]
  reads_ellipses = 1,  ///< a bare … is a cut
  reads_parentheses = 2,
};

/// Reads the words between the quotation marks.
[[nodiscard]] MarkedQuote marked_quote(std::string_view text, Span inner, std::uint8_t reading);

/// Whether the other readings could read it otherwise.
[[nodiscard]] std::uint8_t open_readings(const MarkedQuote& quote);

}  // namespace selon
