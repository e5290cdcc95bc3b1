#include "verify/loose_words.h"

#include <array>

#include "attribution/name_fold.h"
#include "language/unicode.h"

namespace selon {

namespace {

constexpr std::uint64_t hash_start = 0xCBF29CE484222325u;  // FNV-1a, Fowler, Noll and Vo
constexpr std::uint64_t hash_prime = 0x100000001B3u;

/// For each ASCII byte its folded letter, or 0 for a border.
constexpr std::array<char, 128> ascii_letters = [] {
  std::array<char, 128> table{};
  for (char c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = c;
  for (char c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = static_cast<char>(c - 'A' + 'a');
  for (char c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = c;
  return table;
}();

constexpr std::uint64_t mixed(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * hash_prime;
}

LooseLetters make_letters(std::uint32_t code) {
  LooseLetters made;
  std::string character;
  unicode::append(character, code);
  const std::string plain = folded(character);
  if (!plain.empty() && plain.size() <= 2 && plain.find_first_of(" ") == std::string::npos &&
      (static_cast<unsigned char>(plain[0]) < 0x80)) {
    made.count = static_cast<std::uint8_t>(plain.size());
    for (std::size_t i = 0; i < plain.size(); ++i) made.letters[i] = plain[i];
  }
  return made;
}

bool is_skipped(std::uint32_t code) {
  return code == 0xAD || (code >= 0x300 && code <= 0x36F) || (code >= 0x200B && code <= 0x200D) ||
         code == 0x2060 || code == 0xFEFF;
}

/// U+00C0 to U+017F, the letters of nearly all text that isn't ASCII.
constexpr std::uint32_t table_start = 0xC0;
constexpr std::uint32_t table_end = 0x180;

const std::array<LooseLetters, table_end - table_start>& latin() {
  static const auto table = [] {
    std::array<LooseLetters, table_end - table_start> made;
    for (std::uint32_t code = table_start; code < table_end; ++code) {
      if (unicode::is_letter(code)) made[code - table_start] = make_letters(code);
    }
    return made;
  }();
  return table;
}

/// The presentation forms of f-ligatures, which typesetting leaves in copied text.
std::string_view typeset_ligature(std::uint32_t code) {
  constexpr std::array<std::string_view, 7> forms = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  return code >= 0xFB00 && code <= 0xFB06 ? forms[code - 0xFB00] : std::string_view();
}

}  // namespace

LooseLetters loose_letters(std::uint32_t code) {
  if (code >= table_start && code < table_end) return latin()[code - table_start];
  LooseLetters made;
  made.skipped = is_skipped(code);
  return made;
}

bool LooseScanner::take_other(std::uint64_t& hash, bool& begun) {
  const unicode::CodePoint c = unicode::decode(text_, at_);
  at_ += c.size;
  const LooseLetters folded_letters = loose_letters(c.value);
  if (folded_letters.count > 0) {
    for (std::uint8_t i = 0; i < folded_letters.count; ++i) hash = mixed(hash, folded_letters.letters[i]);
    begun = true;
    return true;
  }
  if (folded_letters.skipped) return begun;
  if (const std::string_view ligature = typeset_ligature(c.value); !ligature.empty()) {
    for (const char letter : ligature) hash = mixed(hash, letter);
    begun = true;
    return true;
  }
  if (!unicode::is_letter(c.value)) return false;
  std::string letter;
  unicode::append(letter, unicode::to_lower(c.value));
  for (const char byte : letter) hash = mixed(hash, byte);
  begun = true;
  return true;
}

bool LooseScanner::next(LooseWord& word) {
  std::uint64_t hash = hash_start;
  bool begun = false;
  while (at_ < end_) {
    const std::uint32_t before = at_;
    const auto byte = static_cast<unsigned char>(text_[at_]);
    bool taken = false;
    if (byte < 0x80) {
      ++at_;
      const char letter = ascii_letters[byte];
      taken = letter != 0;
      if (taken) {
        hash = mixed(hash, letter);
        if (!begun) word.span.start = before;
        begun = true;
      }
    } else {
      const bool was_begun = begun;
      taken = take_other(hash, begun);
      if (begun && !was_begun) word.span.start = before;
    }
    if (!taken && begun) {
      word.span.end = before;
      word.hash = hash;
      return true;
    }
  }
  word.span.end = end_;
  word.hash = hash;
  return begun;
}

std::vector<LooseWord> loose_words(std::string_view text, Span span) {
  std::vector<LooseWord> words;
  LooseScanner scanner(text, span);
  for (LooseWord word; scanner.next(word);) words.push_back(word);
  return words;
}

std::string loose_text(std::string_view text) {
  std::string out;
  bool border = false;
  for (std::uint32_t at = 0; at < text.size();) {
    const unicode::CodePoint c = unicode::decode(text, at);
    at += c.size;
    const LooseLetters known = c.value < 0x80 ? LooseLetters{} : loose_letters(c.value);
    const char plain = c.value < 0x80 ? ascii_letters[c.value] : '\0';
    const std::string_view ligature = typeset_ligature(c.value);
    if (known.skipped) continue;
    if (plain == 0 && known.count == 0 && ligature.empty() &&
        (c.value < 0x80 || !unicode::is_letter(c.value))) {
      border = !out.empty();
      continue;
    }
    if (border) out += ' ';
    border = false;
    if (plain != 0) {
      out += plain;
    } else if (known.count > 0) {
      out.append(known.letters, known.count);
    } else if (!ligature.empty()) {
      out += ligature;
    } else {
      unicode::append(out, unicode::to_lower(c.value));
    }
  }
  return out;
}

}  // namespace selon
