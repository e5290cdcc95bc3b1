// Quotations of speech as the checks of how they are set see them: complete ones, each with
// who says it.
#pragma once

#include <cstdint>
#include <vector>

#include "audit/context.h"

namespace selon {

/// The mark of the text that encloses a quotation, or nothing where it is lacking.
[[nodiscard]] std::string_view opening_mark(const AuditContext& context, const Quotation& quotation);

/// The quotation that a quoted text is, or nullptr.
[[nodiscard]] const Quotation* quotation_of(const AuditContext& context, const QuotedText& quoted);

/// The last block that begins at or before an offset; 0 where none does.
[[nodiscard]] std::size_t block_at(const Document& document, std::uint32_t offset);

/// How many sentences begin in a stretch, the one at its start counted whatever stands before it.
[[nodiscard]] std::size_t sentences_begun(const AuditContext& context, Span span);

/// The start of the sentence in which the offset lies.
[[nodiscard]] std::uint32_t start_of_sentence(const AuditContext& context, std::uint32_t offset);

/// Marked cuts and insertions of a quotation: "(…)", "[…]", "[la Corée]", a bare "…" inside it.
struct EditMark {
  Span span;
  bool bracket = false;  ///< [ ]
  bool cut = false;      ///< an ellipsis, in brackets or bare
  bool bare = false;     ///< an ellipsis without brackets, between words
};
[[nodiscard]] std::vector<EditMark> edit_marks(std::string_view text, Span inner);

}  // namespace selon
