// A fast hash that tells files and their contents apart. It isn't made against
// somebody who looks for two of one hash.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace selon {

/// Goes on from an earlier hash, or from 0.
[[nodiscard]] inline std::uint64_t hash_of(std::string_view bytes, std::uint64_t hash) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;
  const auto mix = [&](std::uint64_t word) {
    hash = (hash ^ word) * factor;
    hash ^= hash >> 32u;
  };
  mix(bytes.size());
  for (; bytes.size() >= sizeof(std::uint64_t); bytes.remove_prefix(sizeof(std::uint64_t))) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data(), sizeof word);
    mix(word);
  }
  if (!bytes.empty()) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data(), bytes.size());
    mix(word);
  }
  return hash;
}

}  // namespace selon
