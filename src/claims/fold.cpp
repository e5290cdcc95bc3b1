#include "claims/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace selon {

namespace {

struct Ligature {
  char32_t letter;
  std::string_view letters;
};
constexpr std::array<Ligature, 4> ligatures{{{U'œ', "oe"}, {U'Œ', "OE"}, {U'æ', "ae"}, {U'Æ', "AE"}}};

std::string_view two_letters(char32_t letter) {
  for (const Ligature& ligature : ligatures) {
    if (ligature.letter == letter) return ligature.letters;
  }
  return {};
}

void append_utf8(std::string& out, UChar32 letter) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(bytes.data()), length, letter);
  out.append(bytes.data(), static_cast<std::size_t>(length));
}

/// Calls `each(letter, start, end)` for every character of valid or invalid UTF-8.
template <class F>
void for_each_letter(std::string_view text, F each) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t start = at;
    UChar32 letter = 0;
    U8_NEXT_OR_FFFD(bytes, at, size, letter);
    each(letter, static_cast<std::size_t>(start), static_cast<std::size_t>(at));
  }
}

/// Case folded and decomposed, so that accents are characters of their own.
icu::UnicodeString decomposed(std::string_view name) {
  const auto text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return text;
  const icu::UnicodeString result = decompose->normalize(fold->normalize(text, status), status);
  return U_FAILURE(status) ? text : result;
}

bool is_mark(UChar32 letter) { return (U_GET_GC_MASK(letter) & U_GC_M_MASK) != 0; }

bool is_quotation_mark(UChar32 letter) {
  switch (letter) {
    case U'"':
    case U'«':
    case U'»':
    case U'“':
    case U'”':
    case U'„':
      return true;
    default:
      return false;
  }
}

/// A word or phrase of the question.
struct Term {
  std::string words;
  bool beginning = false;  ///< word*
};

/// What the user wrote, cut at white space outside quotation marks.
std::vector<Term> terms_of(std::string_view asked) {
  std::vector<Term> terms;
  Term term;
  bool has_word = false;
  bool quoted = false;
  const auto finish = [&] {
    if (has_word) terms.push_back(std::move(term));
    term = Term{};
    has_word = false;
  };
  for_each_letter(asked, [&](UChar32 letter, std::size_t start, std::size_t end) {
    if (is_quotation_mark(letter)) {
      finish();
      quoted = !quoted;
    } else if (u_isUWhiteSpace(letter) != 0 && !quoted) {
      finish();
    } else if (letter == U'*') {
      term.beginning = has_word;
    } else if (letter != 0) {  // a NUL would cut the expression short
      term.words += asked.substr(start, end - start);
      if (u_isalnum(letter) != 0) {
        has_word = true;
        term.beginning = false;
      }
    }
  });
  finish();
  return terms;
}

}  // namespace

std::string fold_name(std::string_view name) {
  std::string out;
  bool gap = false;
  const icu::UnicodeString text = decomposed(name);
  for (std::int32_t at = 0; at < text.length();) {
    const UChar32 letter = text.char32At(at);
    at += U16_LENGTH(letter);
    if (is_mark(letter)) continue;
    if (u_isalnum(letter) == 0) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    gap = false;
    if (const std::string_view two = two_letters(static_cast<char32_t>(letter)); !two.empty()) {
      out += two;
    } else {
      append_utf8(out, letter);
    }
  }
  return out;
}

bool has_words(std::string_view text, std::string_view words) {
  if (words.empty()) return false;
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ')) return true;
  }
  return false;
}

std::string fold_ligatures(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for_each_letter(text, [&](UChar32 letter, std::size_t start, std::size_t end) {
    const std::string_view two = two_letters(static_cast<char32_t>(letter));
    out += two.empty() ? text.substr(start, end - start) : two;
  });
  return out;
}

std::optional<std::string> full_text_expression(std::string_view asked) {
  std::string out;
  for (const Term& term : terms_of(asked)) {
    if (!out.empty()) out += " AND ";
    out += '"';
    out += fold_ligatures(term.words);
    out += term.beginning ? "\"*" : "\"";
  }
  if (out.empty()) return std::nullopt;
  return out;
}

}  // namespace selon
