// The language room's result: tokens, their tags, sentences and quotations of a
// document's body blocks, in flat vectors.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace selon {

inline constexpr std::uint32_t no_index = std::numeric_limits<std::uint32_t>::max();

/// One code unit of the tag string: 1 + the index of its TagDefinition in the pack.
using Tag = std::uint8_t;

enum TokenShape : std::uint8_t {
  shape_capital = 1,        ///< first letter upper case
  shape_all_capitals = 2,   ///< two letters or more, all upper case
  shape_digits = 4,         ///< holds a digit
  shape_unknown = 8,        ///< in no lexicon
  shape_first = 16,         ///< first word of its sentence (or of a quotation)
  shape_space_before = 32,  ///< white space stands before it
  shape_multiword = 64,     ///< several words taken as one ("d'après", "en effet")
};

struct Token {
  Span span;
  std::uint32_t word = no_index;  ///< index in the Vocabulary's word table, or none
  Tag tag = 0;
  std::uint8_t shape = 0;
};

/// Tokens [first, last) of one block.
struct Sentence {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t block = 0;
};

/// Text in quotation marks. Quotations are in order of their opening mark; a nested
/// one follows the one around it.
struct Quotation {
  Span span;                ///< with its marks
  Span inner;               ///< without
  std::uint32_t first = 0;  ///< token of the opening mark (or first token, where the mark is missing)
  std::uint32_t last = 0;   ///< one past the token of the closing mark
  std::uint32_t block = 0;
  std::uint32_t parent = no_index;  ///< the quotation around it
  bool opened = true;               ///< has its opening mark
  bool closed = true;               ///< has its closing mark
  bool continues = false;           ///< re-opened at a paragraph: goes on from the quotation before
};

/// The analysed text. `tags` is parallel to `tokens`, one code unit each.
struct Text {
  std::vector<Token> tokens;
  std::string tags;
  std::vector<Sentence> sentences;
  std::vector<Quotation> quotations;
};

}  // namespace selon
