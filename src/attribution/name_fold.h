// Names made comparable: lower case, without accents, apostrophes and hyphens as the
// space between two words. "L'Équipe" and "l’equipe" give "l equipe"; a full stop
// inside a name is left out ("A.F.P." gives "afp").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace selon {

/// Appends `text` folded. Words already in `out` stay words of their own only if
/// `out` ends with a space.
void append_folded(std::string& out, std::string_view text);

[[nodiscard]] std::string folded(std::string_view text);

/// The first word of a folded text.
[[nodiscard]] inline std::string_view first_word(std::string_view folded_text) {
  return folded_text.substr(0, folded_text.find(' '));
}
/// The last word of a folded text.
[[nodiscard]] inline std::string_view last_word(std::string_view folded_text) {
  const std::size_t space = folded_text.rfind(' ');
  return space == std::string_view::npos ? folded_text : folded_text.substr(space + 1);
}

}  // namespace selon
