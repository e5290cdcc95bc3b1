// A fast hash that tells files and their contents apart. It isn't made against
// somebody who looks for two of one hash.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace selon {

/// Goes on from an earlier hash, or from 0.
[[nodiscard]] inline std::uint64_t hash_of(std::string_view bytes, std::uint64_t hash) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;
  constexpr std::size_t four_lanes = 256;
  const auto mix = [&](std::uint64_t word) {
    hash = (hash ^ word) * factor;
    hash ^= hash >> 32u;
  };
  mix(bytes.size());
  if (bytes.size() >= four_lanes) {
    // A file: each step waits for the one before it, so four rows of steps take turns.
    std::uint64_t lanes[4] = {hash, hash + 1, hash + 2, hash + 3};
    for (; bytes.size() >= sizeof lanes; bytes.remove_prefix(sizeof lanes)) {
      std::uint64_t words[4];
      std::memcpy(words, bytes.data(), sizeof words);
      for (std::size_t i = 0; i < 4; ++i) {
        lanes[i] = (lanes[i] ^ words[i]) * factor;
        lanes[i] ^= lanes[i] >> 32u;
      }
    }
    for (const std::uint64_t lane : lanes) {
      mix(lane);
    }
  }
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
