// quotation.unbalanced: a quotation mark is opened and never closed, or closed and
// never opened. The mark is reported, not all of what it may enclose.
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "audit/checks.h"

namespace selon {

namespace {

Span first_character(std::string_view text, Span span) {
  auto end = static_cast<std::int32_t>(span.start);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  U8_FWD_1(bytes, end, static_cast<std::int32_t>(span.end));
  return {span.start, static_cast<std::uint32_t>(end)};
}

Span last_character(std::string_view text, Span span) {
  auto start = static_cast<std::int32_t>(span.end);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  U8_BACK_1(bytes, static_cast<std::int32_t>(span.start), start);
  return {static_cast<std::uint32_t>(start), span.end};
}

/// A mark that opens right behind a letter stands for an apostrophe: "l‘intrusion".
bool is_apostrophe(std::string_view text, const Quotation& quotation) {
  auto start = static_cast<std::int32_t>(quotation.span.start);
  if (!quotation.opened || start == 0) {
    return false;
  }
  std::int32_t letter = 0;
  U8_PREV(reinterpret_cast<const std::uint8_t*>(text.data()), 0, start, letter);
  return letter >= 0 && u_isalpha(letter) != 0;
}

}  // namespace

void check_quotation_unbalanced(const AuditContext& context, Reporter& reporter) {
  const auto& quotations = context.analysis.text.quotations;
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    const Quotation& quotation = quotations[i];
    if ((quotation.opened && quotation.closed) || quotation.span.empty() ||
        is_apostrophe(context.document.text, quotation)) {
      continue;
    }
    // A quotation over several paragraphs is opened again at each and closed once.
    if (!quotation.closed && i + 1 < quotations.size() && quotations[i + 1].continues) {
      continue;
    }
    Finding finding =
        reporter.finding(quotation.opened ? first_character(context.document.text, quotation.span)
                                          : last_character(context.document.text, quotation.span));
    finding.message_key = quotation.opened ? "not-closed" : "not-opened";
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
