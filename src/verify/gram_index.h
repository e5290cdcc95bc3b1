// Where runs of words stand in the sources. The sources may be large and the quotations are
// few, so that the index holds the quotations' runs ("grams") and one pass over the sources
// notes each place where one of them stands.
//
//   GramIndex index;
//   index.add(words of a quotation); …
//   index.scan(texts);
//   index.find(hash)
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "verify/loose_words.h"

namespace selon {

struct GramPlace {
  std::uint32_t source = 0;
  std::uint32_t at = 0;  ///< the byte where its first word begins

  friend auto operator<=>(const GramPlace&, const GramPlace&) = default;
};

struct GramPlaces {
  std::uint64_t count = 0;        ///< how many there are
  std::vector<GramPlace> places;  ///< the first of them, in order
};

class GramIndex {
 public:
  static constexpr std::array<std::size_t, 4> lengths = {1, 2, 3, 8};
  /// So many places of one gram are kept: what stands more often tells nothing.
  static constexpr std::size_t most_places = 256;

  /// The hash of the gram of lengths[which] words that begins at words[first].
  [[nodiscard]] static std::uint64_t hash(std::span<const LooseWord> words, std::size_t first,
                                          std::size_t which);

  /// Wants the grams of these words. Single words only where there are few of them.
  void add(std::span<const LooseWord> words);
  /// Finds all grams in the texts (valid UTF-8), with as many threads as there are processors.
  void scan(std::span<const std::string_view> texts);
  /// Null where nobody wanted that gram.
  [[nodiscard]] const GramPlaces* find(std::uint64_t hash) const;

 private:
  struct Part;
  void build();
  void scan_part(std::span<const std::string_view> texts, Part& part) const;
  void note(std::uint64_t hash, GramPlace place, Part& part) const;

  std::unordered_map<std::uint64_t, std::uint32_t> ids_;
  std::vector<std::uint64_t> filter_;  ///< a bit for each hash that may be in the table
  std::vector<std::pair<std::uint64_t, std::uint32_t>> table_;  ///< open addressing; 0 is free
  std::uint64_t mask_ = 0;
  std::vector<GramPlaces> found_;
};

}  // namespace selon
