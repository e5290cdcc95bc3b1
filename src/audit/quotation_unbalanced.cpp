// quotation.unbalanced: a quotation mark is opened and never closed, or closed and
// never opened. The mark is reported, not all of what it may enclose.
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

}  // namespace

void check_quotation_unbalanced(const AuditContext& context, Reporter& reporter) {
  const auto& quotations = context.analysis.text.quotations;
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    const Quotation& quotation = quotations[i];
    if ((quotation.opened && quotation.closed) || quotation.span.empty()) {
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
