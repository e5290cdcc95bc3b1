// Which full stops belong to a word: abbreviations of the pack, dotted acronyms, initials.
#include "language/tokenizer.h"
#include "language/unicode.h"

namespace selon {

bool Tokenizer::is_abbreviation(std::string_view text, Span word, std::uint32_t end) const {
  if (word.end >= end || text[word.end] != '.') {
    return false;
  }
  const std::string folded = fold_word(word.in(text)) + ".";
  if (abbreviations_.contains(folded)) {
    return true;
  }
  // A dotted acronym inside its sentence: "la police de la C.B. a dit".
  if (word.in(text).find('.') != std::string_view::npos) {
    const std::uint32_t next = word.end + 1;
    const unicode::CodePoint space = unicode::decode(text, next);
    const unicode::CodePoint letter = unicode::decode(text, next + space.size);
    if (next >= end || !unicode::is_space(space.value) || !unicode::is_letter(letter.value)) {
      return next < end && space.value == ',';
    }
    return !unicode::is_upper(letter.value) || is_surname_at(text, next + space.size, end);
  }
  return is_initial(text, word, end);
}

// One capital (or "Ph", "J.-M") before a capitalised word, a hyphen, another initial.
bool Tokenizer::is_initial(std::string_view text, Span word, std::uint32_t end) const {
  const unicode::CodePoint first = unicode::decode(text, word.start);
  const unicode::CodePoint before = unicode::decode_before(text, word.end);
  if (!unicode::is_upper(first.value) || !unicode::is_upper(before.value)) {
    return false;
  }
  const bool single = word.size() == first.size || text[word.end - before.size - 1] == '-' ||
                      text[word.end - before.size - 1] == '.';
  const std::uint32_t next_at = word.end + 1;
  if (!single || next_at >= end) {
    return false;
  }
  const unicode::CodePoint next = unicode::decode(text, next_at);
  if (unicode::is_hyphen(next.value) || next.value == ',') {
    return true;
  }
  if (!unicode::is_space(next.value) || next_at + next.size >= end) {
    return false;
  }
  // "J.-B. E. :" at the head of an answer: another initial follows, or the colon.
  const std::uint32_t after = next_at + next.size;
  const unicode::CodePoint follower = unicode::decode(text, after);
  const bool initial =
      unicode::is_upper(follower.value) && after + follower.size < end && text[after + follower.size] == '.';
  return follower.value == ':' || initial || is_surname_at(text, after, end);
}

// A capitalised word that begins no sentence: the dictionary has it as a name, or not at all.
bool Tokenizer::is_surname_at(std::string_view text, std::uint32_t at, std::uint32_t end) const {
  if (!unicode::is_upper(unicode::decode(text, at).value)) {
    return false;
  }
  const std::uint32_t word_end = scan_word(text, at, end);
  const Word& word = vocabulary_.word(vocabulary_.intern(text.substr(at, word_end - at)));
  return (word.shape & shape_unknown) != 0 || word.name_reading;
}

}  // namespace selon
