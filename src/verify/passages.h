// Finds passages of the sources: all places where a run of units stands to the letter, and
// the regions of a source that share most with a quotation.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "verify/gram_index.h"
#include "verify/source_texts.h"
#include "verify/text_units.h"

namespace selon {

/// A stretch of a source.
struct Passage {
  std::uint32_t source = 0;
  Span span;

  friend auto operator<=>(const Passage&, const Passage&) = default;
};

/// How a run may differ from the source and still be the same words.
enum class InitialCase : std::uint8_t { exact, free };

class PassageFinder {
 public:
  PassageFinder(const SourceTexts& sources, const GramIndex& index) : sources_(&sources), index_(&index) {}

  /// All places (as many as the index keeps) where `run`, units of `text`, stands to the letter:
  /// whole words, and no part of a longer number.
  [[nodiscard]] std::vector<Passage> places(std::string_view text, std::span<const TextUnit> run,
                                            InitialCase initial) const;

  /// Regions in which most of the rare grams of `span` of `text` stand, best first.
  [[nodiscard]] std::vector<Passage> regions(std::string_view text, Span span, std::size_t most) const;

  /// The units around a place: those of [at - before, at + after), cut at white space.
  [[nodiscard]] std::vector<TextUnit> units_around(std::uint32_t source, std::uint32_t at,
                                                   std::uint32_t before, std::uint32_t after) const;

  [[nodiscard]] std::string_view text_of(std::uint32_t source) const { return (*sources_)[source].text; }

 private:
  [[nodiscard]] std::optional<Passage> match_at(std::span<const TextUnit> run, std::size_t unit,
                                                GramPlace place, Span run_span, InitialCase initial) const;

  const SourceTexts* sources_;
  const GramIndex* index_;
};

/// Whether `run` stands at units[at...] to the letter.
[[nodiscard]] bool stands_at(std::span<const TextUnit> run, std::span<const TextUnit> units, std::size_t at,
                             InitialCase initial);

}  // namespace selon
