// What the parts of the verifier share of a quotation on its way: for verifier.cpp and
// verifier_elsewhere.cpp only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "verify/verifier.h"

namespace selon {

/// Quotations of so few words need the right speaker, or a single place.
inline constexpr std::size_t fragment_words = 4;

/// The words of all pieces.
[[nodiscard]] std::size_t word_count(const MarkedQuote& quote);

/// A quotation on its way.
struct Verifier::Draft {
  std::string_view text;
  Span inner;
  SpeakerName speaker;
  std::vector<SpeakerName> people;       ///< where nobody is known to say it: whom its paragraph names
  std::vector<std::string> lead_senses;  ///< what the draft itself says right before the quotation

  [[nodiscard]] bool has_speaker() const { return !speaker.empty() && !speaker.plural_or_vague; }
};

}  // namespace selon
