#include "audit/words.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace selon {

namespace {

constexpr std::size_t stem_bytes = 6;  // keys are mostly ASCII once folded

void append_utf8(std::string& out, UChar32 c) {
  std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  out.append(bytes.begin(), bytes.begin() + length);
}

void append_folded(std::string& out, UChar32 c) {
  if (c == 0x152 || c == 0x153) {  // the ligatures have no decomposition in Unicode
    out += "oe";
    return;
  }
  if (c == 0xC6 || c == 0xE6) {
    out += "ae";
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfd = unorm2_getNFDInstance(&status);
  std::array<UChar, 8> parts{};
  const std::int32_t length =
      U_SUCCESS(status)
          ? unorm2_getDecomposition(nfd, c, parts.data(), static_cast<std::int32_t>(parts.size()), &status)
          : -1;
  if (length <= 0 || U_FAILURE(status)) {
    append_utf8(out, u_foldCase(c, U_FOLD_CASE_DEFAULT));
    return;
  }
  for (std::int32_t at = 0; at < length;) {
    UChar32 part = 0;
    U16_NEXT(parts.data(), at, length, part);
    if ((U_GET_GC_MASK(part) & U_GC_M_MASK) == 0) {
      append_utf8(out, u_foldCase(part, U_FOLD_CASE_DEFAULT));
    }
  }
}

bool is_ascii_word(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Appends the folded form of the character at `at` and moves on; false at a
/// character that is no part of a word.
bool take_word_character(std::string_view text, std::uint32_t& at, std::uint32_t end, std::string& key) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    ++at;
    if (!is_ascii_word(byte)) {
      return false;
    }
    key += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
    return true;
  }
  UChar32 c = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto position = static_cast<std::int32_t>(at);
  U8_NEXT_OR_FFFD(bytes, position, static_cast<std::int32_t>(end), c);
  at = static_cast<std::uint32_t>(position);
  if (c == 0xAD) {  // a soft hyphen neither ends a word nor belongs to it
    return true;
  }
  const auto mask = U_GET_GC_MASK(c);
  if ((mask & U_GC_M_MASK) != 0) {
    return !key.empty();
  }
  if ((mask & (U_GC_L_MASK | U_GC_N_MASK)) == 0) {
    return false;
  }
  append_folded(key, c);
  return true;
}

}  // namespace

std::vector<QuotedWord> words_in(std::string_view text, Span span) {
  std::vector<QuotedWord> words;
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(span.end, text.size()));
  std::uint32_t at = span.start;
  QuotedWord word;
  const auto finish = [&](std::uint32_t word_end) {
    if (!word.key.empty()) {
      word.span.end = word_end;
      words.push_back(std::move(word));
      word = {};
    }
  };
  while (at < end) {
    const std::uint32_t before = at;
    if (word.key.empty()) {
      word.span.start = before;
    }
    if (!take_word_character(text, at, end, word.key)) {
      finish(before);
    }
  }
  finish(end);
  return words;
}

WordSet::WordSet(const WordList* list) {
  if (list == nullptr) {
    return;
  }
  for (const std::string& entry : list->words) {
    for (QuotedWord& word : words_in(entry, {0, static_cast<std::uint32_t>(entry.size())})) {
      keys_.insert(std::move(word.key));
    }
  }
}

WordSet WordSet::of_single_words(const WordList* list) {
  WordSet made;
  for (const std::string& entry : list == nullptr ? std::vector<std::string>() : list->words) {
    std::vector<QuotedWord> words = words_in(entry, {0, static_cast<std::uint32_t>(entry.size())});
    if (words.size() == 1) {
      made.keys_.insert(std::move(words.front().key));
    }
  }
  return made;
}

bool WordSet::contains(std::string_view key) const { return keys_.find(key) != keys_.end(); }

Topic::Topic(std::string_view text, Span span, const WordSet& stop_words) {
  for (QuotedWord& word : words_in(text, span)) {
    if (word.key.size() < 2 || stop_words.contains(word.key)) {
      continue;
    }
    std::size_t cut = std::min(word.key.size(), stem_bytes);
    while (cut < word.key.size() && (static_cast<unsigned char>(word.key[cut]) & 0xC0) == 0x80) {
      ++cut;
    }
    word.key.resize(cut);
    stems_.push_back(std::move(word.key));
  }
  std::ranges::sort(stems_);
  const auto repeated = std::ranges::unique(stems_);
  stems_.erase(repeated.begin(), repeated.end());
}

std::size_t Topic::shared_with(const Topic& other) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      stems_, [&](const std::string& stem) { return std::ranges::binary_search(other.stems_, stem); }));
}

}  // namespace selon
