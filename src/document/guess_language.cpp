#include <unicode/uchar.h>

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "document/characters.h"
#include "document/load.h"

namespace selon {

namespace {

/// So much of a text tells its language.
constexpr std::size_t sample_bytes = 16 * 1024;
/// Fewer words tell nothing.
constexpr std::size_t fewest_words = 4;
/// Of French words in running text some 30 % are signs; of another language's, far fewer. A headline
/// or a telegraphic dispatch has fewer than running text.
constexpr std::size_t percent_of_signs = 10;

bool is_letter(char32_t code) { return u_isalpha(static_cast<UChar32>(code)) != 0; }

bool is_apostrophe(char32_t code) { return code == '\'' || code == 0x2019; }

/// The words of a text's beginning in lower case; an elided one ends in "'".
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  const std::size_t end = std::min(text.size(), sample_bytes);
  for (std::size_t at = 0; at < end;) {
    const Character c = character_at(text, at);
    at += c.size;
    if (is_letter(c.code)) {
      append_character(word, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.code))));
      continue;
    }
    if (is_apostrophe(c.code) && !word.empty()) word += '\'';
    flush();
  }
  flush();
  return words;
}

}  // namespace

std::string guess_language(std::string_view text, std::span<const Pack* const> packs) {
  const std::vector<std::string> words = words_of(text);
  if (words.size() < fewest_words) return "";
  std::string best;
  std::size_t most = words.size() * percent_of_signs / 100;
  for (const Pack* pack : packs) {
    const WordList* list = pack->list("language-signs");
    if (list == nullptr) continue;
    const std::unordered_set<std::string_view> signs(list->words.begin(), list->words.end());
    const auto count = static_cast<std::size_t>(
        std::count_if(words.begin(), words.end(), [&](const std::string& w) { return signs.contains(w); }));
    if (count <= most) continue;
    most = count;
    best = pack->lang;
  }
  return best;
}

}  // namespace selon
