// Runs of words that a list of the pack holds: "il est faux", "prétend* que". A star takes any
// ending of its word; apostrophes and hyphens between words make no difference.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "rules/pack.h"
#include "verify/text_units.h"

namespace selon {

class PhraseSet {
 public:
  /// Of no list, the set is empty.
  explicit PhraseSet(const WordList* list);

  /// One past the longest phrase that begins at units[at]; `at` where none does.
  [[nodiscard]] std::size_t end_of(std::span<const TextUnit> units, std::size_t at) const;
  /// Whether a phrase shares a unit with [first, last).
  [[nodiscard]] bool touches(std::span<const TextUnit> units, std::size_t first, std::size_t last) const;

 private:
  struct Word {
    std::string lower;
    std::string capital;  ///< the same as units have it behind a capital, which loses its accent
    bool any_ending = false;

    [[nodiscard]] bool fits(const TextUnit& unit) const;
  };
  using Phrase = std::vector<Word>;

  std::vector<Phrase> phrases_;
  std::array<std::vector<std::uint32_t>, 256>
      by_first_byte_;        ///< of the phrase's first word, in both spellings
  std::size_t longest_ = 0;  ///< in units, with the marks between the words
};

}  // namespace selon
