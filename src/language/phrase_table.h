// A set of folded phrases, each with the values given to it: pack names, word lists.
// Flat arrays, because thousands of phrases are there at every start of the program and
// a few dozen looked up: a prepared table is read where it lies in its file.
//
//   PhraseTableBuilder builder; builder.add("agence france presse", 3);
//   const PhraseTable table = builder.table();  // as long as the builder lives
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/flat_arrays.h"
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

  /// The first entry of a phrase, or no_index.
  [[nodiscard]] std::uint32_t find(std::string_view phrase) const;
  /// False if no phrase begins with this word.
  [[nodiscard]] bool may_begin(std::string_view word) const { return has_bit(beginnings_, word); }
  /// False if no phrase of several words begins with this word.
  [[nodiscard]] bool may_go_on(std::string_view word) const { return has_bit(going_on_, word); }

  [[nodiscard]] std::span<const Entry> entries() const { return entries_; }
  [[nodiscard]] const Entry& entry(std::uint32_t index) const { return entries_[index]; }
  [[nodiscard]] std::string_view text(const Entry& entry) const {
    return {pool_.data() + entry.text, entry.size};
  }

  void write(FlatWriter& writer) const;
  /// What `write` wrote; `reader` tells whether it was all there.
  [[nodiscard]] static PhraseTable read(FlatReader& reader);

 private:
  friend class PhraseTableBuilder;
  [[nodiscard]] static bool has_bit(std::span<const std::uint64_t> bits, std::string_view word);

  std::span<const char> pool_;
  std::span<const Entry> entries_;
  std::span<const std::uint32_t> slots_;       ///< a power of two of them, or none
  std::span<const std::uint64_t> beginnings_;  ///< a bit for each hash of a first word
  std::span<const std::uint64_t> going_on_;    ///< the same, of phrases of several words
};

class PhraseTableBuilder {
 public:
  PhraseTableBuilder() = default;
  // A table looks into the arrays, and those stay where they are when they are moved.
  PhraseTableBuilder(PhraseTableBuilder&&) = default;
  PhraseTableBuilder& operator=(PhraseTableBuilder&&) = default;

  void reserve(std::size_t phrases);
  /// Adds a value to a phrase (folded, not empty); all values of a phrase are kept.
  void add(std::string_view phrase, std::uint32_t value);
  /// All that was added so far; good until more is added.
  [[nodiscard]] PhraseTable table() const;

 private:
  void rehash(std::size_t slots);

  std::vector<char> pool_;
  std::vector<PhraseTable::Entry> entries_;
  std::vector<std::uint32_t> slots_;
  std::vector<std::uint64_t> beginnings_;
  std::vector<std::uint64_t> going_on_;
};

}  // namespace selon
