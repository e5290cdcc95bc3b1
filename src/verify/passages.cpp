#include "verify/passages.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "language/unicode.h"

namespace selon {

namespace {

constexpr std::uint32_t slack = 64;
/// So many hits of grams are weighed for one quotation.
constexpr std::size_t most_hits = 3000;

struct ChosenGram {
  const GramPlaces* places = nullptr;
  std::size_t word = 0;
};

/// The rarest gram of the words.
ChosenGram rarest(const GramIndex& index, std::span<const LooseWord> words) {
  ChosenGram best;
  for (std::size_t which = 0; which < GramIndex::lengths.size(); ++which) {
    for (std::size_t i = 0; i + GramIndex::lengths[which] <= words.size(); ++i) {
      const GramPlaces* found = index.find(GramIndex::hash(words, i, which));
      if (found != nullptr && (best.places == nullptr || found->count < best.places->count))
        best = {found, i};
    }
  }
  return best;
}

std::uint32_t white_before(std::string_view text, std::uint32_t at) {
  while (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n') --at;
  return at;
}

std::uint32_t white_after(std::string_view text, std::uint32_t at) {
  while (at < text.size() && text[at] != ' ' && text[at] != '\n') ++at;
  return at;
}

/// A decimal comma, or a fraction, that goes on the number.
bool joins_digits(const TextUnit& left, const TextUnit& mark, const TextUnit& right) {
  return is_number(left) && is_number(right) &&
         (mark.is(",") || mark.is(".") || mark.is("/") || mark.is(":")) && left.span.end == mark.span.start &&
         mark.span.end == right.span.start;
}

}  // namespace

bool stands_at(std::span<const TextUnit> run, std::span<const TextUnit> units, std::size_t at,
               InitialCase initial) {
  if (run.empty() || at + run.size() > units.size()) return false;
  for (std::size_t i = 0; i < run.size(); ++i) {
    const TextUnit& there = units[at + i];
    const bool same = run[i].kind == there.kind && run[i].key == there.key;
    if (!same && (i > 0 || initial == InitialCase::exact || !same_but_initial(run[i], there))) return false;
  }
  const std::size_t end = at + run.size();
  if (at >= 2 && joins_digits(units[at - 2], units[at - 1], units[at])) return false;
  return end + 1 >= units.size() || !joins_digits(units[end - 1], units[end], units[end + 1]);
}

std::vector<TextUnit> PassageFinder::units_around(std::uint32_t source, std::uint32_t at,
                                                  std::uint32_t before, std::uint32_t after) const {
  const std::string_view text = text_of(source);
  const auto size = static_cast<std::uint32_t>(text.size());
  const std::uint32_t start = white_before(text, at > before ? at - before : 0);
  const std::uint32_t end = white_after(text, after < size - at ? at + after : size);
  return units_of(text, {start, end});
}

std::optional<Passage> PassageFinder::match_at(std::span<const TextUnit> run, std::size_t unit,
                                               GramPlace place, Span run_span, InitialCase initial) const {
  const std::uint32_t ahead = run[unit].span.start - run_span.start;
  const std::vector<TextUnit> units =
      units_around(place.source, place.at, 2 * ahead + slack, 2 * (run_span.size() - ahead) + slack);
  const auto there = std::ranges::find_if(units, [&](const TextUnit& u) { return u.span.end > place.at; });
  const auto index = static_cast<std::size_t>(there - units.begin());
  if (there == units.end() || index < unit || !stands_at(run, units, index - unit, initial))
    return std::nullopt;
  const std::size_t first = index - unit;
  return Passage{place.source, {units[first].span.start, units[first + run.size() - 1].span.end}};
}

std::vector<Passage> PassageFinder::places(std::string_view text, std::span<const TextUnit> run,
                                           InitialCase initial) const {
  std::vector<Passage> found;
  if (run.empty()) return found;
  const Span span{run.front().span.start, run.back().span.end};
  const std::vector<LooseWord> words = loose_words(text, span);
  const ChosenGram gram = rarest(*index_, words);
  if (gram.places == nullptr) return found;
  const std::uint32_t start = words[gram.word].span.start;
  const auto unit = std::ranges::find_if(run, [&](const TextUnit& u) { return u.span.end > start; });
  for (const GramPlace place : gram.places->places) {
    const auto passage = match_at(run, static_cast<std::size_t>(unit - run.begin()), place, span, initial);
    if (passage && (found.empty() || found.back() != *passage)) found.push_back(*passage);
  }
  return found;
}

std::vector<Passage> PassageFinder::regions(std::string_view text, Span span, std::size_t most) const {
  struct Gram {
    const GramPlaces* places;
    std::uint32_t offset;
  };
  const std::vector<LooseWord> words = loose_words(text, span);
  std::vector<Gram> grams;
  for (std::size_t which = 0; which < 3; ++which) {
    for (std::size_t i = 0; i + GramIndex::lengths[which] <= words.size(); ++i) {
      const GramPlaces* found = index_->find(GramIndex::hash(words, i, which));
      if (found != nullptr && found->count > 0) grams.push_back({found, words[i].span.start - span.start});
    }
  }
  std::ranges::stable_sort(grams, {}, [](const Gram& gram) { return gram.places->count; });
  // Each hit votes for the region in which the quotation would begin; regions overlap by half.
  const std::uint32_t width = std::max<std::uint32_t>(256, 2 * span.size());
  std::unordered_map<std::uint64_t, double> votes;
  std::size_t hits = 0;
  for (const Gram& gram : grams) {
    const double weight = 1.0 / (1.0 + std::log2(static_cast<double>(gram.places->count)));
    std::uint64_t last = ~std::uint64_t{0};
    for (const GramPlace place : gram.places->places) {
      const std::uint32_t begin = place.at > gram.offset ? place.at - gram.offset : 0;
      const std::uint64_t bucket = std::uint64_t{place.source} << 32 | begin / width;
      if (bucket != last) votes[bucket] += weight;  // a gram that stands twice there counts once
      last = bucket;
    }
    hits += gram.places->places.size();
    if (hits > most_hits) break;
  }
  struct Region {
    double votes;
    std::uint64_t bucket;
  };
  std::vector<Region> ranked;
  ranked.reserve(votes.size());
  for (const auto& [bucket, count] : votes) {
    const auto next = votes.find(bucket + 1);
    ranked.push_back({count + (next == votes.end() ? 0 : next->second), bucket});
  }
  std::ranges::sort(ranked, [](const Region& a, const Region& b) {
    return a.votes != b.votes ? a.votes > b.votes : a.bucket < b.bucket;
  });
  std::vector<Passage> best;
  for (const Region& region : ranked) {
    if (best.size() == most) break;
    const auto source = static_cast<std::uint32_t>(region.bucket >> 32);
    const std::uint64_t start = (region.bucket & 0xFFFFFFFFu) * width;
    const std::uint64_t size = text_of(source).size();
    const std::uint64_t from = start > width / 2 ? start - width / 2 : 0;
    const std::uint64_t to = std::min<std::uint64_t>(size, start + 3 * std::uint64_t{width});
    best.push_back({source,
                    {white_before(text_of(source), static_cast<std::uint32_t>(from)),
                     white_after(text_of(source), static_cast<std::uint32_t>(to))}});
  }
  return best;
}

}  // namespace selon
