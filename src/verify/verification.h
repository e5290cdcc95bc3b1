// What verifying a quotation comes to: one class and never a score, and where its source
// stands.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "document/document.h"
#include "verify/quote_alignment.h"

namespace selon {

/// In the order of RULEBOOK's table, which is also that of how bad it is, about.
enum class QuoteClass : std::uint8_t {
  exact,
  typographic,
  initial_case,
  marked_edit,
  risky_edit,
  altered,
  spliced,
  wrong_speaker,
  ambiguous,
  translated,
  not_found,
  no_source,
};

inline constexpr std::array<std::string_view, 12> quote_class_names = {
    "exact",   "typographic",   "initial_case", "marked_edit", "risky_edit", "altered",
    "spliced", "wrong_speaker", "ambiguous",    "translated",  "not_found",  "no_source"};

[[nodiscard]] constexpr std::string_view name_of(QuoteClass which) {
  return quote_class_names[static_cast<std::size_t>(which)];
}

/// A passage of a source.
struct VerifiedPassage {
  std::uint32_t source = 0;
  Span span;
  std::string path;
  FilePlace place;
  std::string text;
  std::string speaker;  ///< as the source has it; "" where it doesn't say
};

/// One difference in words. Of a marked cut `new_words` is the mark.
struct VerifiedEdit {
  EditKind kind = EditKind::replace;
  std::string old_words;
  std::string new_words;
  Span old_span;  ///< in the source's text
  Span new_span;  ///< in the draft's text
};

struct Verification {
  Span span;            ///< the quotation with its marks, in the draft's text
  std::string speaker;  ///< who says it, after the draft; "" where nobody does
  QuoteClass verdict = QuoteClass::no_source;
  bool edge_cut = false;
  std::uint8_t risk = 0;  ///< the guards (verify/guard_words.h) that make an edit risky
  std::optional<VerifiedPassage> candidate;
  std::vector<VerifiedPassage> candidates;  ///< others that fit; of a splice its further parts
  std::vector<VerifiedEdit> edits;
};

}  // namespace selon
