// A stretch of a text, in UTF-8 bytes: the one unit in which places are kept.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace selon {

/// Byte offsets into a UTF-8 text, end exclusive. Both ends lie on character borders.
struct Span {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  friend auto operator<=>(const Span&, const Span&) = default;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - start; }
  [[nodiscard]] constexpr bool empty() const { return end <= start; }
  [[nodiscard]] constexpr bool contains(std::uint32_t offset) const {
    return start <= offset && offset < end;
  }
  [[nodiscard]] constexpr bool contains(Span other) const { return start <= other.start && other.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const { return start < other.end && other.start < end; }
  /// The part of `text` that the span covers.
  [[nodiscard]] constexpr std::string_view in(std::string_view text) const {
    return text.substr(start, size());
  }
};

}  // namespace selon
