#include "verify/quote_splices.h"

#include <algorithm>

namespace selon {

namespace {

/// A part has at least so many words, as many as the grams by which it is found.
constexpr std::size_t least_part = 3;
constexpr std::size_t trigram = 2;
constexpr std::size_t shortest_content = 4;
constexpr std::size_t most_parts = 6;
constexpr std::size_t most_starts = 16;
/// So few words between two parts are a word left out, no splice.
constexpr std::size_t short_gap = 2;
/// No sentence is so long, in bytes.
constexpr std::uint32_t longest_sentence = 1u << 14;

using Words = std::vector<const TextUnit*>;

Words words_of(std::span<const TextUnit> units) {
  Words words;
  for (const TextUnit& unit : units) {
    if (unit.is_word()) words.push_back(&unit);
  }
  return words;
}

struct Part {
  std::size_t words = 0;  ///< how many of the quotation's
  std::vector<Passage> places;
};

class SpliceFinder {
 public:
  SpliceFinder(const PassageFinder& finder, const GramIndex& index, std::string_view text,
               const MarkedQuote& quote, const UnitSet& small_words)
      : finder_(finder), index_(index), text_(text), small_words_(small_words) {
    for (std::size_t i = 0; i < quote.pieces.size(); ++i) {
      const Words more = words_of(quote.piece(i));
      words_.insert(words_.end(), more.begin(), more.end());
    }
  }

  std::optional<std::vector<Passage>> run() {
    if (words_.size() < 2 * least_part || !find_parts()) return std::nullopt;
    std::optional<std::vector<Passage>> best;
    std::size_t starts = 0;
    for (const Passage& start : parts_.front().places) {
      bool splice = false;
      std::vector<Passage> chosen = follow(start, splice);
      if (!splice) return std::nullopt;  // one place where it isn't spliced is enough
      if (!best) best = std::move(chosen);
      if (++starts == most_starts) break;
    }
    return best;
  }

 private:
  /// Cuts the words into the longest parts that stand somewhere.
  bool find_parts() {
    std::size_t skipped = 0;
    for (std::size_t i = 0; i < words_.size();) {
      Part part = longest_at(i);
      if (part.words < least_part || !says_something(i, part.words)) {
        ++skipped;
        ++i;
      } else {
        i += part.words;
        parts_.push_back(std::move(part));
      }
    }
    return parts_.size() >= 2 && parts_.size() <= most_parts && skipped <= 1;
  }

  /// "il n'est pas" stands everywhere.
  [[nodiscard]] bool says_something(std::size_t first, std::size_t count) const {
    return std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(first),
                       words_.begin() + static_cast<std::ptrdiff_t>(first + count),
                       [&](const TextUnit* word) {
                         return word->key.size() >= shortest_content && !small_words_.contains(*word);
                       });
  }

  [[nodiscard]] Part longest_at(std::size_t first) const {
    Part best;
    if (first + least_part > words_.size()) return best;
    const Span span{words_[first]->span.start, words_[first + least_part - 1]->span.end};
    const std::vector<LooseWord> loose = loose_words(text_, span);
    const GramPlaces* found =
        loose.size() < least_part ? nullptr : index_.find(GramIndex::hash(loose, 0, trigram));
    if (found == nullptr) return best;
    const std::uint32_t rest = 2 * (words_.back()->span.end - span.start) + 64;
    for (const GramPlace place : found->places) {
      const std::vector<TextUnit> units = finder_.units_around(place.source, place.at, 0, rest);
      const Words there = words_of(units);
      std::size_t start = 0;
      while (start < there.size() && there[start]->span.end <= place.at) ++start;
      std::size_t length = 0;
      while (first + length < words_.size() && start + length < there.size() &&
             words_[first + length]->lower == there[start + length]->lower) {
        ++length;
      }
      if (length < least_part || length < best.words) continue;
      if (length > best.words) best = {length, {}};
      best.places.push_back({place.source, {there[start]->span.start, there[start + length - 1]->span.end}});
    }
    return best;
  }

  /// Goes on from a place of the first part to the nearest places of the others.
  [[nodiscard]] std::vector<Passage> follow(const Passage& start, bool& splice) const {
    std::vector<Passage> chosen{start};
    for (std::size_t i = 1; i < parts_.size(); ++i) {
      const Passage& from = chosen.back();
      const Passage* nearest = nullptr;
      for (const Passage& place : parts_[i].places) {
        if (nearest == nullptr || distance(from, place) < distance(from, *nearest)) nearest = &place;
      }
      splice |= is_apart(from, *nearest);
      chosen.push_back(*nearest);
    }
    return chosen;
  }

  [[nodiscard]] static std::uint64_t distance(const Passage& a, const Passage& b) {
    constexpr std::uint64_t other_source = std::uint64_t{1} << 40;
    if (a.source != b.source) return other_source;
    return b.span.start >= a.span.end ? b.span.start - a.span.end
                                      : std::uint64_t{a.span.end - b.span.start} * 4;
  }

  [[nodiscard]] bool is_apart(const Passage& a, const Passage& b) const {
    if (a.source != b.source) return true;
    const bool later = b.span.start >= a.span.end;
    const Span between =
        later ? Span{a.span.end, b.span.start} : Span{b.span.end, std::max(a.span.start, b.span.end)};
    if (between.size() > longest_sentence) return true;
    const std::vector<TextUnit> units = units_of(finder_.text_of(a.source), between);
    const bool sentence = std::ranges::any_of(units, ends_sentence);
    return sentence && (!later || word_count(units) > short_gap);
  }

  const PassageFinder& finder_;
  const GramIndex& index_;
  std::string_view text_;
  const UnitSet& small_words_;
  Words words_;
  std::vector<Part> parts_;
};

}  // namespace

std::optional<std::vector<Passage>> spliced_parts(const PassageFinder& finder, const GramIndex& index,
                                                  std::string_view text, const MarkedQuote& quote,
                                                  const UnitSet& small_words) {
  return SpliceFinder(finder, index, text, quote, small_words).run();
}

}  // namespace selon
