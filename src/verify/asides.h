// The article's own words between the quotation marks: « C1, dit X. C2 ». They are no part of what is
// quoted, and are read as if a space stood there, so that all places stay what they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/analysis.h"
#include "base/span.h"
#include "document/document.h"
#include "verify/guard_words.h"

namespace selon {

/// Which mark of punctuation beside an aside is the speaker's: « C1, dit X. C2 » may be "C1. C2",
/// "C1, C2" or "C1 C2".
enum class AsideMark : std::uint8_t { behind, before, none };

/// Each from the end of what is quoted before a cue to the mark behind those who speak, in the order
/// of the text. Words behind that mark are quoted, whoever the analysis gives them to: an altered
/// quotation must not pass because its other half was taken for the article's. So are `breakers`
/// right behind who speaks: "dit X si Paris paie".
[[nodiscard]] std::vector<Span> asides_of(const Document& document, const Analysis& analysis,
                                          const QuotedText& quoted, const UnitSet& breakers);

/// `text` with spaces in the place of `asides`.
[[nodiscard]] std::string without_asides(std::string_view text, const std::vector<Span>& asides,
                                         AsideMark mark);

}  // namespace selon
