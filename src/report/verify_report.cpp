#include "report/verify_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "report/page_words.h"
#include "verify/guard_words.h"

namespace selon {

namespace {

constexpr std::array<std::pair<Guard, std::string_view>, 8> guard_keys{{
    {guard_negation, "guard.negation"},
    {guard_number, "guard.number"},
    {guard_modal, "guard.modal"},
    {guard_quantifier, "guard.quantifier"},
    {guard_name, "guard.name"},
    {guard_sentence, "guard.sentence"},
    {guard_speaker, "guard.speaker"},
    {guard_word, "guard.word"},
}};

constexpr std::array<std::string_view, 5> verify_keys{"verify.draft", "verify.source", "verify.also",
                                                      "verify.edge_cut", "verify.no_speaker"};

}  // namespace

bool fails(const VerifiedArticle& article, const Verification& quotation) {
  return std::ranges::find(article.failing, quotation.verdict) != article.failing.end();
}

std::string_view label(UiLanguage language, QuoteClass which) {
  return ui_words(language)[fmt::format("quote.{}", name_of(which))];
}

std::string_view meaning(UiLanguage language, QuoteClass which) {
  return ui_words(language)[fmt::format("quote.{}.meaning", name_of(which))];
}

std::string_view advice(UiLanguage language, QuoteClass which) {
  return ui_words(language).or_nothing(fmt::format("quote.{}.advice", name_of(which)));
}

std::string touched(UiLanguage language, std::uint8_t risk) {
  std::string all;
  for (const auto& [guard, key] : guard_keys) {
    if ((risk & guard) == 0) continue;
    all += all.empty() ? "" : ", ";
    all += ui_words(language)[key];
  }
  return all;
}

std::string_view label(UiLanguage language, VerifyLabel which) {
  return ui_words(language)[verify_keys.at(static_cast<std::size_t>(which))];
}

std::string counted_quotations(UiLanguage language, std::size_t all, std::size_t failing) {
  return counted(language, all, Counted::quotation) + ", " + counted(language, failing, Counted::failing);
}

std::vector<DifferingPart> differing_parts(std::string_view text, std::uint32_t start,
                                           const std::vector<VerifiedEdit>& edits, bool is_source) {
  std::vector<DifferingPart> parts;
  std::uint32_t at = 0;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (const VerifiedEdit& edit : edits) {
    const Span span = is_source ? edit.old_span : edit.new_span;
    if (span.empty() || span.start < start + at || span.end > start + size) continue;
    if (span.start - start > at)
      parts.push_back({std::string(text.substr(at, span.start - start - at)), false});
    parts.push_back({std::string(text.substr(span.start - start, span.size())), true});
    at = span.end - start;
  }
  if (at < size) parts.push_back({std::string(text.substr(at)), false});
  return parts;
}

}  // namespace selon
