// What the reports of a verification have in common: a draft with its quotations verified,
// and the words for each class.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/wording.h"
#include "rules/profile.h"
#include "verify/verification.h"

namespace selon {

struct VerifiedArticle {
  const Document& document;
  const std::vector<Verification>& quotations;  ///< in the order of the text
  const std::vector<QuoteClass>& failing;       ///< the classes that don't pass
};

[[nodiscard]] bool fails(const VerifiedArticle& article, const Verification& quotation);

/// "altered: words differ and nothing marks it"
[[nodiscard]] std::string_view label(UiLanguage language, QuoteClass which);
[[nodiscard]] std::string_view meaning(UiLanguage language, QuoteClass which);
/// What an editor should do; "" where the quotation is as it should be.
[[nodiscard]] std::string_view advice(UiLanguage language, QuoteClass which);
/// What a risky edit touches: "a negation, a number"; "" where nothing.
[[nodiscard]] std::string touched(UiLanguage language, std::uint8_t risk);

enum class VerifyLabel : std::uint8_t { draft, source, also, edge_cut, no_speaker };
[[nodiscard]] std::string_view label(UiLanguage language, VerifyLabel which);
/// "12 quotations, 3 fail"
[[nodiscard]] std::string counted_quotations(UiLanguage language, std::size_t all, std::size_t failing);

/// A passage's words, parted where they differ from the quotation's.
struct DifferingPart {
  std::string text;
  bool differs = false;
};
/// `text` from `start` on; the spans of `old_side` (or of the other side) of the edits are marked.
[[nodiscard]] std::vector<DifferingPart> differing_parts(std::string_view text, std::uint32_t start,
                                                         const std::vector<VerifiedEdit>& edits,
                                                         bool is_source);

}  // namespace selon
