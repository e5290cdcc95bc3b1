#include "verify/gram_index.h"

#include <algorithm>
#include <thread>

#include "language/unicode.h"

namespace selon {

namespace {

/// Single words are looked for where a quotation has no more than these.
constexpr std::size_t few_words = 4;
constexpr std::uint32_t filter_bits = 1u << 22;
constexpr std::size_t ring = 8;  ///< the longest gram

std::uint64_t marked(std::uint64_t hash, std::size_t which) {
  const std::uint64_t h = (hash + which + 1) * 0x9E3779B97F4A7C15u;
  return (h ^ h >> 31) | 1u;  // never 0
}

std::uint64_t filter_slot(std::uint64_t hash) { return hash >> 42; }
static_assert((std::uint64_t{1} << 22) == filter_bits);

/// The first border of words at or after `at`.
std::uint32_t word_border(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != ' ' && text[at] != '\n') ++at;
  return static_cast<std::uint32_t>(at);
}

}  // namespace

/// A stretch of the sources that one thread reads: from a byte of one to a byte of another.
struct GramIndex::Part {
  struct Stretch {
    std::uint32_t source = 0;
    Span span;
  };
  std::vector<Stretch> stretches;
  std::vector<GramPlaces> found;
};

std::uint64_t GramIndex::hash(std::span<const LooseWord> words, std::size_t first, std::size_t which) {
  const auto w = [&](std::size_t i) { return words[first + i].hash; };
  const auto pair = [&](std::size_t i) { return joined_hash(w(i), w(i + 1)); };
  switch (which) {
    case 0:
      return marked(w(0), 0);
    case 1:
      return marked(pair(0), 1);
    case 2:
      return marked(joined_hash(pair(0), w(2)), 2);
    default:
      return marked(joined_hash(joined_hash(pair(0), pair(2)), joined_hash(pair(4), pair(6))), 3);
  }
}

void GramIndex::add(std::span<const LooseWord> words) {
  for (std::size_t which = words.size() <= few_words ? 0 : 1; which < lengths.size(); ++which) {
    for (std::size_t i = 0; i + lengths[which] <= words.size(); ++i) {
      ids_.try_emplace(hash(words, i, which), static_cast<std::uint32_t>(ids_.size()));
    }
  }
}

void GramIndex::build() {
  std::size_t size = 64;
  while (size < 3 * ids_.size()) size *= 2;
  table_.assign(size, {0, 0});
  mask_ = size - 1;
  filter_.assign(filter_bits / 64, 0);
  for (const auto& [hash, id] : ids_) {
    std::uint64_t slot = hash & mask_;
    while (table_[slot].first != 0) slot = (slot + 1) & mask_;
    table_[slot] = {hash, id};
    filter_[filter_slot(hash) / 64] |= std::uint64_t{1} << (filter_slot(hash) % 64);
  }
  found_.assign(ids_.size(), {});
}

void GramIndex::note(std::uint64_t hash, GramPlace place, Part& part) const {
  if ((filter_[filter_slot(hash) / 64] >> (filter_slot(hash) % 64) & 1u) == 0) return;
  for (std::uint64_t slot = hash & mask_; table_[slot].first != 0; slot = (slot + 1) & mask_) {
    if (table_[slot].first != hash) continue;
    GramPlaces& found = part.found[table_[slot].second];
    if (found.count++ < most_places) found.places.push_back(place);
    return;
  }
}

void GramIndex::scan_part(std::span<const std::string_view> texts, Part& part) const {
  for (const Part::Stretch& stretch : part.stretches) {
    const std::string_view text = texts[stretch.source];
    // Grams that begin in the stretch may end behind it.
    LooseScanner scanner(text, {stretch.span.start, static_cast<std::uint32_t>(text.size())});
    std::array<std::uint64_t, ring> word{};
    std::array<std::uint64_t, ring> pair{};  ///< with the word before
    std::array<std::uint64_t, ring> four{};  ///< with the three words before
    std::array<std::uint32_t, ring> start{};
    std::size_t n = 0;
    for (LooseWord next; scanner.next(next); ++n) {
      const std::size_t i = n % ring;
      const auto back = [&](std::size_t count) { return (n - count) % ring; };
      word[i] = next.hash;
      start[i] = next.span.start;
      const auto seen = [&](std::size_t first, std::uint64_t hash) {
        if (start[first] < stretch.span.end) note(hash, {stretch.source, start[first]}, part);
      };
      seen(i, marked(word[i], 0));
      if (n >= 1) {
        pair[i] = joined_hash(word[back(1)], word[i]);
        seen(back(1), marked(pair[i], 1));
      }
      if (n >= 2) seen(back(2), marked(joined_hash(pair[back(1)], word[i]), 2));
      if (n >= 3) four[i] = joined_hash(pair[back(2)], pair[i]);
      if (n >= 7) seen(back(7), marked(joined_hash(four[back(4)], four[i]), 3));
      if (n >= ring && start[(n + 1) % ring] >= stretch.span.end) break;
    }
  }
}

void GramIndex::scan(std::span<const std::string_view> texts) {
  build();
  std::uint64_t all = 0;
  for (const std::string_view text : texts) all += text.size();
  const std::size_t threads = std::max<std::size_t>(
      1, std::min<std::size_t>(std::thread::hardware_concurrency(), static_cast<std::size_t>(all >> 20)));
  std::vector<Part> parts(threads);
  std::uint64_t read = 0;
  for (std::uint32_t source = 0; source < texts.size(); ++source) {
    std::uint32_t from = 0;
    const auto size = static_cast<std::uint32_t>(texts[source].size());
    while (from < size) {
      const auto which =
          static_cast<std::size_t>(std::min<std::uint64_t>(threads - 1, read * threads / (all + 1)));
      const std::uint64_t left = (all + 1) * (which + 1) / threads - read + 1;
      const std::uint32_t to =
          left >= size - from ? size : word_border(texts[source], from + static_cast<std::size_t>(left));
      parts[which].stretches.push_back({source, {from, to}});
      read += to - from;
      from = to;
    }
  }
  std::vector<std::thread> running;
  for (Part& part : parts) {
    part.found.resize(ids_.size());
    if (&part != &parts.front()) running.emplace_back([&] { scan_part(texts, part); });
  }
  scan_part(texts, parts.front());
  for (std::thread& thread : running) thread.join();
  for (Part& part : parts) {  // the parts are in the order of the sources, and so are the first places
    for (std::size_t id = 0; id < found_.size(); ++id) {
      GramPlaces& into = found_[id];
      into.count += part.found[id].count;
      for (const GramPlace place : part.found[id].places) {
        if (into.places.size() < most_places) into.places.push_back(place);
      }
    }
  }
}

const GramPlaces* GramIndex::find(std::uint64_t hash) const {
  const auto id = ids_.find(hash);
  return id == ids_.end() || found_.empty() ? nullptr : &found_[id->second];
}

}  // namespace selon
