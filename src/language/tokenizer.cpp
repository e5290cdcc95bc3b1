#include "language/tokenizer.h"

#include <algorithm>
#include <array>

#include "language/unicode.h"

namespace selon {

namespace {

std::unordered_set<std::string> folded_list(const Pack& pack, std::string_view id) {
  std::unordered_set<std::string> out;
  if (const WordList* list = pack.list(id)) {
    for (const std::string& word : list->words) {
      out.insert(fold_word(word));
    }
  }
  return out;
}

// The most bytes of a text that folding can make one of these words of: it shortens a
// character to a third of its bytes at most (’ to ').
std::size_t longest_unfolded(const std::unordered_set<std::string>& folded) {
  std::size_t longest = 0;
  for (const std::string& word : folded) {
    longest = std::max(longest, word.size());
  }
  return 3 * longest;
}

bool is_word_start(std::uint32_t c) { return unicode::is_letter(c) || unicode::is_digit(c); }

/// The bytes that are an ASCII letter or digit: most of a text.
constexpr std::array<bool, 256> make_plain() {
  std::array<bool, 256> out{};
  for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")) {
    out[static_cast<unsigned char>(c)] = true;
  }
  return out;
}
constexpr std::array<bool, 256> plain = make_plain();

// Whether both parts around an apostrophe are written as a name's: N'Guessan, not
// N'OUBLIEZ or N'oubliez.
bool begins_name(std::string_view text, std::size_t start, std::size_t after) {
  const unicode::CodePoint capital = unicode::decode(text, after);
  const unicode::CodePoint next = unicode::decode(text, after + capital.size);
  return unicode::is_upper(unicode::decode(text, start).value) && unicode::is_upper(capital.value) &&
         unicode::is_letter(next.value) && !unicode::is_upper(next.value);
}

// Compares a token's text with a lower-case word without making a string.
bool equals_folded(std::string_view text, std::string_view lower) {
  std::size_t j = 0;
  for (std::size_t i = 0; i < text.size();) {
    const unicode::CodePoint a = unicode::decode(text, i);
    const unicode::CodePoint b = unicode::decode(lower, j);
    const std::uint32_t folded = unicode::is_apostrophe(a.value) ? '\'' : unicode::to_lower(a.value);
    if (b.size == 0 || folded != b.value) {
      return false;
    }
    i += a.size;
    j += b.size;
  }
  return j == lower.size();
}

}  // namespace

bool is_quotation_mark(std::uint32_t c) {
  return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) || c == 0x2039 || c == 0x203A ||
         c == 0x2018 || c == 0x301D || c == 0x301E || c == 0xFF02;
}

Tokenizer::Tokenizer(Vocabulary& vocabulary)
    : vocabulary_(vocabulary),
      elisions_(folded_list(vocabulary.pack(), "elisions")),
      name_elisions_(folded_list(vocabulary.pack(), "name-elisions")),
      clitics_(folded_list(vocabulary.pack(), "clitics")),
      abbreviations_(folded_list(vocabulary.pack(), "abbreviations")),
      longest_elision_(longest_unfolded(elisions_)),
      longest_clitic_(longest_unfolded(clitics_)) {}

// Only what is short enough is folded: a word may have any number of apostrophes.
bool Tokenizer::is_elision(std::string_view word) const {
  return word.size() <= longest_elision_ && elisions_.contains(fold_word(word));
}

// Letters and digits; hyphens, apostrophes and dots only between them.
std::uint32_t Tokenizer::scan_word(std::string_view text, std::uint32_t at, std::uint32_t end) const {
  const std::uint32_t start = at;
  while (at < end) {
    if (plain[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    const unicode::CodePoint c = unicode::decode(text, at);
    if (is_word_start(c.value)) {
      at += c.size;
      continue;
    }
    const unicode::CodePoint next = unicode::decode(text, at + c.size);
    const bool inside = at + c.size < end && is_word_start(next.value);
    if (!inside) {
      // An elided word may stand before a quotation mark: l'« exigence ».
      if (unicode::is_apostrophe(c.value) && is_elision(text.substr(start, at - start))) {
        return at + c.size;
      }
      return at;
    }
    if (unicode::is_apostrophe(c.value)) {
      const std::string_view before = text.substr(start, at - start);
      if (is_elision(before) &&
          !(name_elisions_.contains(fold_word(before)) && begins_name(text, start, at + c.size))) {
        return at + c.size;
      }
    } else if (c.value == '.') {
      // Dots join single capitals only: U.S.A.
      const bool single = unicode::is_upper(unicode::decode_before(text, at).value) &&
                          unicode::is_upper(next.value) && (at - start < 2 || text[at - 2] == '.');
      if (!single) {
        return at;
      }
    } else if (!unicode::is_hyphen(c.value) && c.value != '&' && c.value != 0xB7) {
      return at;
    }
    at += c.size;
  }
  return at;
}

// Digits with their inner marks, and groups of three after a space: 1 000 000, 3,5. What
// has four digits or a mark takes no group: "en 2023 400 personnes" has two numbers.
std::uint32_t Tokenizer::scan_number(std::string_view text, std::uint32_t at, std::uint32_t end) const {
  constexpr std::uint32_t longest_first_group = 3;
  std::uint32_t digits_of_group = 0;
  bool whole = true;
  while (at < end) {
    const unicode::CodePoint c = unicode::decode(text, at);
    if (unicode::is_digit(c.value)) {
      at += c.size;
      ++digits_of_group;
      continue;
    }
    const std::uint32_t next = at + c.size;
    if (c.value == ',' || c.value == '.' || c.value == ':') {
      if (next < end && unicode::is_digit(static_cast<unsigned char>(text[next]))) {
        at = next;
        whole = false;
        continue;
      }
      return at;
    }
    if (unicode::is_space(c.value) && c.value != '\n') {
      if (!whole || digits_of_group > longest_first_group) {
        return at;
      }
      std::uint32_t digits = 0;
      while (next + digits < end && unicode::is_digit(static_cast<unsigned char>(text[next + digits]))) {
        ++digits;
      }
      const unicode::CodePoint after = unicode::decode(text, next + digits);
      if (digits == 3 && !unicode::is_letter(after.value)) {
        at = next + digits;
        digits_of_group = digits;
        continue;
      }
      return at;
    }
    // 20h30, 1er, 4x4
    return unicode::is_letter(c.value) ? scan_word(text, at, end) : at;
  }
  return at;
}

std::uint32_t Tokenizer::scan_address(std::string_view text, std::uint32_t at, std::uint32_t end) const {
  std::uint32_t stop = at;
  bool address = text.substr(at, 4) == "www.";
  while (stop < end) {
    const unicode::CodePoint c = unicode::decode(text, stop);
    if (unicode::is_space(c.value) || is_quotation_mark(c.value) || c.value == ')' || c.value == '<') {
      break;
    }
    address = address || text.substr(stop, 3) == "://" || (c.value == '@' && stop > at);
    stop += c.size;
    if (!address && stop - at > 64) {
      break;
    }
  }
  if (!address) {
    return at;
  }
  while (stop > at + 1 && (text[stop - 1] == '.' || text[stop - 1] == ',' || text[stop - 1] == ';')) {
    --stop;
  }
  return stop;
}

void Tokenizer::add_word(std::string_view text, Span span, bool space, std::vector<Token>& out) {
  Token token;
  token.span = span;
  token.word = vocabulary_.intern(span.in(text));
  const Word& word = vocabulary_.word(token.word);
  token.shape = static_cast<std::uint8_t>(word.shape | (space ? shape_space_before : 0));
  if (word.multiwords != no_index) {
    heads_.push_back(out.size());
  }
  out.push_back(token);
}

// "a-t-il": the clitic is a token of its own, unless the lexicon has the whole word.
void Tokenizer::split_clitic(std::string_view text, Span span, bool space, std::vector<Token>& out) {
  const std::string_view word = span.in(text);
  const std::size_t hyphen = word.find('-');
  if (hyphen != std::string_view::npos && hyphen > 0) {
    const std::uint32_t whole = vocabulary_.intern(word);
    if ((vocabulary_.word(whole).shape & shape_unknown) != 0 && !clitics_.empty()) {
      const std::size_t nearest = word.size() - std::min(word.size(), longest_clitic_);
      for (std::size_t at = word.find('-', std::max(hyphen, nearest)); at != std::string_view::npos;
           at = word.find('-', at + 1)) {
        if (clitics_.contains(fold_word(word.substr(at)))) {
          const auto cut = static_cast<std::uint32_t>(span.start + at);
          add_word(text, {span.start, cut}, space, out);
          add_word(text, {cut, span.end}, false, out);
          return;
        }
      }
    }
  }
  add_word(text, span, space, out);
}

void Tokenizer::tokenize(std::string_view text, Span block, std::vector<Token>& out) {
  heads_.clear();
  bool space = true;
  std::uint32_t at = block.start;
  while (at < block.end) {
    const unicode::CodePoint c = unicode::decode(text, at);
    if (unicode::is_space(c.value)) {
      space = true;
      at += c.size;
      continue;
    }
    std::uint32_t end = at;
    if (is_word_start(c.value)) {
      const bool digit = unicode::is_digit(c.value);
      end = digit ? scan_number(text, at, block.end) : scan_word(text, at, block.end);
      if (end < block.end && (text[end] == '@' || text[end] == ':' || text[end] == '.' || text[end] == '/')) {
        const std::uint32_t address = scan_address(text, at, block.end);
        end = address > at ? address : end;
      }
      const Span word{at, end};
      if (!digit && is_abbreviation(text, word, block.end)) {
        ++end;
        add_word(text, {at, end}, space, out);
      } else {
        split_clitic(text, word, space, out);
      }
    } else {
      end = at + c.size;
      if (c.value == '.' && text.substr(at, 3) == "...") {
        end = at + 3;
      }
      Token token;
      token.span = {at, end};
      token.shape = static_cast<std::uint8_t>(space ? shape_space_before : 0);
      token.tag = vocabulary_.punctuation(end - at == 3 && c.value == '.' ? 0x2026 : c.value);
      out.push_back(token);
    }
    space = false;
    at = end;
  }
  if (!heads_.empty()) {
    merge_multiwords(text, out);
  }
}

// How many tokens from `i` on an entry of several words takes: 0 where it doesn't stand there.
std::size_t Tokenizer::length_of(const WordTables::Multiword& entry, std::string_view text, std::size_t i,
                                 const std::vector<Token>& tokens) const {
  if (i + entry.further_words >= tokens.size()) {
    return 0;
  }
  const std::uint32_t next = tokens[i + 1].word;
  if (next != no_index && vocabulary_.word(next).second_word != entry.second) {
    return 0;
  }
  std::string_view rest = vocabulary_.tables().text(entry).substr(entry.rest);
  for (std::size_t k = 1; k <= entry.further_words; ++k) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    if (!equals_folded(tokens[i + k].span.in(text), word)) {
      return 0;
    }
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  }
  return entry.further_words + std::size_t{1};
}

// The longest entry of several words that begins at token `i`: makes one token of it in
// `token` and tells how many it takes, 0 where none stands there.
std::size_t Tokenizer::merged_at(std::size_t i, std::string_view text, const std::vector<Token>& tokens,
                                 Token& token) const {
  const WordTables& tables = vocabulary_.tables();
  const std::size_t next = i + 1;
  if (next < tokens.size() && tokens[next].word != no_index &&
      vocabulary_.word(tokens[next].word).second_word == no_index) {
    return 0;
  }
  for (const WordTables::Multiword& entry : tables.multiwords(vocabulary_.word(tokens[i].word).multiwords)) {
    if (const std::size_t length = length_of(entry, text, i, tokens); length > 0) {
      const std::uint8_t kept_shape = tokens[i].shape & (shape_capital | shape_space_before);
      token = tokens[i];
      token.word = vocabulary_.intern(tables.text(entry));
      token.shape = static_cast<std::uint8_t>(kept_shape | shape_multiword);
      token.span.end = tokens[i + length - 1].span.end;
      return length;
    }
  }
  return 0;
}

// Only what stands behind a first merged entry moves.
void Tokenizer::merge_multiwords(std::string_view text, std::vector<Token>& tokens) {
  const auto begin = tokens.begin();
  auto kept = begin;  // tokens [begin, kept) are done, those from `rest` on are not
  auto rest = begin;
  const auto keep_until = [&](std::vector<Token>::iterator end) {
    kept = kept == rest ? end : std::copy(rest, end, kept);
    rest = end;
  };
  for (const std::size_t head : heads_) {
    Token merged;
    const auto at = begin + static_cast<std::ptrdiff_t>(head);
    const std::size_t length = at < rest ? 0 : merged_at(head, text, tokens, merged);
    if (length > 0) {
      keep_until(at);
      *kept++ = merged;
      rest += static_cast<std::ptrdiff_t>(length);
    }
  }
  keep_until(tokens.end());
  tokens.erase(kept, tokens.end());
}

}  // namespace selon
