// A text as quotations are compared to the letter: words and marks of punctuation, each in
// the one form that all typographic variants of it share. White space of any kind, soft
// hyphens, ligatures, the Unicode normal form, the shape of quotation marks, apostrophes,
// dashes and ellipses make no difference; letters, accents and capitals do. (Capitals are
// compared without their accents: whether they have them is the typesetter's choice.)
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace selon {

enum class UnitKind : std::uint8_t { word, mark };

struct TextUnit {
  Span span;
  std::string key;    ///< what is compared; of a mark: "\"" for quotation marks, "-" for dashes, "…"
  std::string lower;  ///< the key in lower case: what word lists hold
  UnitKind kind = UnitKind::word;

  [[nodiscard]] bool is_word() const { return kind == UnitKind::word; }
  [[nodiscard]] bool is(std::string_view mark) const { return kind == UnitKind::mark && key == mark; }
};

/// The units of a part of `text` (valid UTF-8), in order. A number in groups of three
/// digits ("12 000") is one word.
[[nodiscard]] std::vector<TextUnit> units_of(std::string_view text, Span span);

/// `word` in lower case, as TextUnit::lower has it.
[[nodiscard]] std::string lower_key(std::string_view word);

/// The same but for the case of the first letter.
[[nodiscard]] bool same_but_initial(const TextUnit& a, const TextUnit& b);

/// Ends a sentence: ".", "!", "?", "…".
[[nodiscard]] bool ends_sentence(const TextUnit& unit);
/// Ends a clause: the same, and commas, semicolons, colons, brackets, quotation marks, dashes.
[[nodiscard]] bool ends_clause(const TextUnit& unit);

/// What stands behind a figure and belongs to it: a sign of any currency, per cent, per mille, degrees.
[[nodiscard]] bool is_figure_sign(const TextUnit& unit);
/// Whether the unit is all digits, or begins with one.
[[nodiscard]] bool is_number(const TextUnit& unit);
[[nodiscard]] bool is_capital(const TextUnit& unit);

/// How many of the units are words.
[[nodiscard]] std::size_t word_count(std::span<const TextUnit> units);

}  // namespace selon
