// Splits a tag expression into its parts (see tag_expression.h for the notation).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace selon {

enum class TagPartKind : std::uint8_t {
  tag,          ///< NOUN
  set,          ///< @SET; the text is without "@"
  macro,        ///< $NP; the text is without "$"
  any,          ///< .
  start,        ///< START
  end,          ///< END
  class_open,   ///< [ or [^
  class_close,  ///< ]
  group,        ///< name( — a named group; the text is the name
  syntax,       ///< passed through to PCRE2: parentheses, |, quantifiers
  mistake,      ///< what may not stand here: `text` is the fragment, `what` says why
  end_of_input,
};

struct TagPart {
  TagPartKind kind = TagPartKind::end_of_input;
  std::string_view text;   ///< as written
  std::size_t offset = 0;  ///< where it begins in the expression
  std::string_view what;   ///< of a mistake
};

class TagScanner {
 public:
  explicit TagScanner(std::string_view expression) : text_(expression) {}
  [[nodiscard]] TagPart next();

 private:
  TagPart part(TagPartKind kind, std::size_t size);
  TagPart mistake(std::size_t size, std::string_view what);
  TagPart name();
  TagPart reference(TagPartKind kind, std::string_view what);
  TagPart opening();
  TagPart worded_opening();
  TagPart quantifier();
  TagPart counted();
  [[nodiscard]] std::size_t name_size(std::size_t from) const;
  [[nodiscard]] std::size_t character_size(std::size_t at) const;

  std::string_view text_;
  std::size_t at_ = 0;
  bool after_opening_ = true;  ///< nothing before, that a quantifier could repeat
};

}  // namespace selon
