#include "claims/recorded_quotations.h"

#include <algorithm>

namespace selon {

namespace {

constexpr std::uint32_t most_around = 300;  ///< bytes on either side

/// The claim that quotes it: that of the shortest content it lies in.
const QuotedClaim* claim_of(const std::vector<QuotedClaim>& claims, const Quotation& quotation) {
  const QuotedClaim* best = nullptr;
  std::uint32_t shortest = 0;
  for (const QuotedClaim& claim : claims) {
    for (const Span content : claim.content) {
      if (content.contains(quotation.inner) && (best == nullptr || content.size() < shortest)) {
        best = &claim;
        shortest = content.size();
      }
    }
  }
  return best;
}

/// The offset, or the next character's start after it.
std::uint32_t border(std::string_view text, std::uint32_t offset) {
  while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80) ++offset;
  return offset;
}

/// The statement, as far as it is near the quotation and in its block.
Span surroundings(std::string_view text, Span block, Span statement, Span quoted) {
  const std::uint32_t start = std::max(block.start, std::min(statement.start, quoted.start));
  const std::uint32_t end = std::min(block.end, std::max(statement.end, quoted.end));
  return {
      std::max(start, quoted.start > most_around ? border(text, quoted.start - most_around) : 0),
      std::min(end, quoted.end + most_around < text.size() ? border(text, quoted.end + most_around) : end)};
}

std::vector<std::uint32_t> sentence_starts(const Text& text, Span around) {
  std::vector<std::uint32_t> starts{0};
  const auto starts_at = [&](const Sentence& s) { return text.tokens[s.first].span.start; };
  for (auto s = std::ranges::upper_bound(text.sentences, around.start, {}, starts_at);
       s != text.sentences.end() && starts_at(*s) < around.end; ++s) {
    starts.push_back(starts_at(*s) - around.start);
  }
  return starts;
}

Span moved(Span span, std::uint32_t by) { return {span.start - by, span.end - by}; }

}  // namespace

Expected<QuotationCollector> QuotationCollector::create(Vocabulary& vocabulary) {
  auto reader = TextReader::create(vocabulary);
  if (!reader) return tl::unexpected(std::move(reader.error()));
  return QuotationCollector(vocabulary, std::move(*reader));
}

void QuotationCollector::add(const QuotedRevision& revision, RecordedQuotations& found) {
  const Document& document = revision.document;
  const Text text = reader_.read(document);
  const auto article = static_cast<std::uint32_t>(found.articles.size());
  for (std::uint32_t index = 0; index < text.quotations.size(); ++index) {
    const Quotation& quotation = text.quotations[index];
    if (!quotation.opened || !quotation.closed || quotation.parent != no_index) continue;
    const QuotedClaim* claim = claim_of(revision.claims, quotation);
    if (claim == nullptr || kinds_.kind_of(document, text, index) != QuotationKind::speech) continue;
    const Block& block = document.blocks[quotation.block];
    if (!block.span.contains(quotation.span)) continue;
    const Span around = surroundings(document.text, block.span, claim->statement, quotation.span);
    RecordedQuotation& made = found.all.emplace_back();
    made.article = article;
    made.source = claim->source;
    made.speaker = claim->speaker;
    made.attributed = claim->attributed;
    made.kind = block.kind;
    made.block = quotation.block;
    made.span = quotation.span;
    made.around = around.in(document.text);
    made.quoted = moved(quotation.span, around.start);
    made.inner = moved(quotation.inner, around.start);
    made.sentences = sentence_starts(text, around);
  }
  if (!found.all.empty() && found.all.back().article == article) {
    found.articles.push_back({revision.id, revision.article, revision.at, revision.number});
  }
}

}  // namespace selon
