// Names made comparable: lower case, without accents, apostrophes and hyphens as the
// space between two words. "L'Équipe" and "l’equipe" give "l equipe"; a full stop
// inside a name is left out ("A.F.P." gives "afp").
#pragma once

#include <cstdint>
#include <cstring>
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

/// A hash of a folded text, eight bytes at a time.
[[nodiscard]] inline std::uint64_t hash_of(std::string_view text) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;
  std::uint64_t hash = text.size() * factor;
  std::uint64_t bytes = 0;
  for (; text.size() >= sizeof bytes; text.remove_prefix(sizeof bytes)) {
    std::memcpy(&bytes, text.data(), sizeof bytes);
    hash = (hash ^ bytes) * factor;
    hash ^= hash >> 32;
  }
  bytes = 0;
  std::memcpy(&bytes, text.data(), text.size());
  hash = (hash ^ bytes) * factor;
  return hash ^ hash >> 29;
}

}  // namespace selon
