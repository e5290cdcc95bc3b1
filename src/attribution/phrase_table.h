// A set of folded phrases, each with the values given to it: pack names, word lists.
// One flat table, because thousands of phrases are put in at every start of the
// program and a few dozen looked up.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/text.h"

namespace selon {

class PhraseTable {
 public:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t text = 0;  ///< place in the pool
    std::uint32_t size = 0;
    std::uint32_t value = 0;
    std::uint32_t next = no_index;  ///< another entry of the same phrase
  };

  void reserve(std::size_t phrases);
  /// Adds a value to a phrase (folded, not empty); all values of a phrase are kept.
  void add(std::string_view phrase, std::uint32_t value);
  /// The first entry of a phrase, or no_index.
  [[nodiscard]] std::uint32_t find(std::string_view phrase) const;
  /// False if no phrase begins with this word.
  [[nodiscard]] bool may_begin(std::string_view word) const { return beginnings_[hash_bit(word)]; }

  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] Entry& entry(std::uint32_t index) { return entries_[index]; }
  [[nodiscard]] const Entry& entry(std::uint32_t index) const { return entries_[index]; }
  [[nodiscard]] std::string_view text(const Entry& entry) const {
    return std::string_view(pool_).substr(entry.text, entry.size);
  }

 private:
  static constexpr std::size_t beginning_bits = 1u << 16;
  [[nodiscard]] static std::size_t hash_bit(std::string_view word);
  void rehash(std::size_t slots);

  std::string pool_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;
  std::bitset<beginning_bits> beginnings_;
};

}  // namespace selon
