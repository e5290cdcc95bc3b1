#include "audit/finding_key.h"

#include <algorithm>

#include "document/characters.h"
#include "document/sha256.h"

namespace selon {

namespace {

constexpr std::size_t key_digits = 16;

/// The sentences that the span touches, as one; the span itself where it touches none.
Span sentence_around(const Analysis& analysis, Span span) {
  const auto& tokens = analysis.text.tokens;
  Span around = span;
  for (const Sentence& sentence : analysis.text.sentences) {
    if (sentence.first == sentence.last) {
      continue;
    }
    const Span place{tokens[sentence.first].span.start, tokens[sentence.last - 1].span.end};
    if (place.start >= span.end) {
      break;
    }
    if (place.overlaps(span)) {
      around = {std::min(around.start, place.start), std::max(around.end, place.end)};
    }
  }
  return around;
}

void append_with_single_spaces(std::string& out, std::string_view text) {
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    const std::size_t size = std::max<std::size_t>(character.size, 1);
    if (is_white_space(character.code)) {
      space = true;
    } else {
      out += space ? " " : "";
      space = false;
      out += text.substr(at, size);
    }
    at += size;
  }
  out += '\0';
}

}  // namespace

std::string finding_key(const Document& document, const Analysis& analysis, const Finding& finding) {
  std::string parts = finding.rule->id;
  parts += '\0';
  append_with_single_spaces(parts, sentence_around(analysis, finding.span).in(document.text));
  append_with_single_spaces(
      parts, finding.in_file ? finding.in_file->in(document.file_content()) : finding.span.in(document.text));
  return sha256_hex(parts).substr(0, key_digits);
}

}  // namespace selon
