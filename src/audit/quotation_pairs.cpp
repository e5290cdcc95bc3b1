#include "audit/quotation_pairs.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "attribution/edit_distance.h"

namespace selon {

namespace {

constexpr std::size_t misspelt_from = 5;  ///< shorter surnames are too close to each other

enum class Speakers : std::uint8_t { same, unsure, different };

/// Two names that end alike, or nearly: one surname, well or badly spelt.
bool may_be_one_name(const std::string& a, const std::string& b) {
  const auto words = [](const std::string& name) {
    return words_in(name, {0, static_cast<std::uint32_t>(name.size())});
  };
  const std::vector<QuotedWord> first = words(a);
  const std::vector<QuotedWord> second = words(b);
  if (first.empty() || second.empty()) {
    return false;
  }
  const std::string& x = first.back().key;
  const std::string& y = second.back().key;
  return x == y || (std::min(x.size(), y.size()) >= misspelt_from && edit_distance(x, y, 1) <= 1);
}

class PairFinder {
 public:
  PairFinder(const AuditContext& context, const std::vector<Wording>& all)
      : context_(context), all_(all), comparer_(context, all) {
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      blocks_.push_back(block_of(all[i]));
      index_.add(i, all[i].words);
      index_words(i, comparer_.words(i));
    }
  }

  /// The closest other wording of the quotation, if any.
  [[nodiscard]] std::optional<QuotationPair> closest(std::uint32_t here) const {
    std::optional<QuotationPair> best;
    for (const std::uint32_t other : candidates(here)) {
      std::optional<QuotationPair> pair = compare(here, other);
      if (pair && belongs_to_first(all_[here], all_[other], pair->difference) &&
          (!best || is_closer(*pair, *best))) {
        best = std::move(pair);
      }
    }
    return best;
  }

 private:
  [[nodiscard]] std::uint32_t block_of(const Wording& wording) const {
    const auto& blocks = context_.document.blocks;
    const auto after = std::ranges::upper_bound(blocks, wording.quoted->span.start, {},
                                                [](const Block& block) { return block.span.start; });
    return static_cast<std::uint32_t>(after - blocks.begin());
  }

  /// A word that tells what is spoken of is enough: "je suis candidat" and "je ne suis pas
  /// candidat" have no two neighbours in common.
  void index_words(std::uint32_t index, const std::vector<ComparedWord>& words) {
    constexpr std::size_t most_per_word = 64;
    for (const ComparedWord& word : words) {
      if (weight(word) > 1) {
        std::vector<std::uint32_t>& list = by_word_[word.key];
        if (list.size() < most_per_word && (list.empty() || list.back() != index)) {
          list.push_back(index);
        }
      }
    }
  }

  [[nodiscard]] std::vector<std::uint32_t> candidates(std::uint32_t here) const {
    std::vector<std::uint32_t> found = index_.candidates(all_[here].words);
    for (const ComparedWord& word : comparer_.words(here)) {
      if (const auto list = by_word_.find(word.key); list != by_word_.end()) {
        found.insert(found.end(), list->second.begin(), list->second.end());
      }
    }
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    return found;
  }

  [[nodiscard]] Speakers speakers(const Wording& a, const Wording& b) const {
    if (a.source != no_index && b.source != no_index) {
      const auto& sources = context_.analysis.sources;
      return a.source == b.source                                              ? Speakers::same
             : may_be_one_name(sources[a.source].name, sources[b.source].name) ? Speakers::unsure
                                                                               : Speakers::different;
    }
    const auto takes_words = [](const Wording& w) { return announces(w.kind) && !w.attributed; };
    return takes_words(a) || takes_words(b) ? Speakers::same : Speakers::unsure;
  }

  [[nodiscard]] std::optional<QuotationPair> compare(std::uint32_t here, std::uint32_t other) const {
    const Wording& a = all_[here];
    const Wording& b = all_[other];
    const Speakers who = speakers(a, b);
    if (who == Speakers::different) {
      return std::nullopt;
    }
    Circumstances at;
    at.restates = announces(a.kind) != announces(b.kind);
    at.same_block = blocks_[here] == blocks_[other];
    at.speaker_unsure = who == Speakers::unsure;
    return comparer_.compare(here, other, at);
  }

  const AuditContext& context_;
  const std::vector<Wording>& all_;
  WordingComparer comparer_;
  std::vector<std::uint32_t> blocks_;
  WordingIndex index_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_word_;
};

}  // namespace

std::vector<QuotationPair> inconsistent_pairs(const AuditContext& context, const std::vector<Wording>& all) {
  const PairFinder finder(context, all);
  std::vector<QuotationPair> pairs;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (std::optional<QuotationPair> pair = finder.closest(i)) {
      pairs.push_back(std::move(*pair));
    }
  }
  return pairs;
}

}  // namespace selon
