#include "claims/diff/align.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <tuple>
#include <unordered_map>

namespace selon {

namespace {

/// Less alike than this, and the old one was removed and the new one added.
constexpr double least_likeness = 0.34;
/// Between two neighbours that are partners already, so little is enough.
constexpr double least_between = 0.2;
/// So much of a short statement must stand in a longer one to have gone into it.
constexpr double least_contained = 0.8;
/// Source and cue of a report inside another one are words of the outer one only.
constexpr double nested_bonus = 0.5;
/// A stem in more statements than these tells nothing, and would cost their square.
constexpr std::size_t most_postings = 200;
/// With more pairs than these (articles of thousands of sentences) hosts aren't looked for.
constexpr std::size_t most_pairs = 4'000'000;
/// Of two pairs alike in words, that with the same source is the better one, then that
/// at the same place.
constexpr double source_weight = 0.06;
constexpr double place_weight = 0.04;
constexpr std::size_t stem_bytes = 6;
/// A figure is what changes: it tells less of what a statement is about than words do.
constexpr double figure_weight = 0.5;

std::string stem_of(const DiffWord& word) {
  std::size_t cut = std::min(word.key.size(), stem_bytes);
  while (cut < word.key.size() && (static_cast<unsigned char>(word.key[cut]) & 0xC0) == 0x80) ++cut;
  return word.key.substr(0, cut);
}

/// The stems of an assertion with how often each occurs.
struct Bag {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> counts;  ///< stem and count, by stem
  double weight = 0;
  std::size_t size = 0;
};

class Aligner {
 public:
  Aligner(std::span<const Assertion> old_side, std::span<const Assertion> new_side, const WordSet& stop_words)
      : old_(old_side), new_(new_side), stop_words_(stop_words) {
    result_.new_of.assign(old_.size(), no_assertion);
    result_.new_host.assign(old_.size(), no_assertion);
    result_.old_of.assign(new_.size(), no_assertion);
    result_.old_host.assign(new_.size(), no_assertion);
  }

  Alignment run() {
    pair_equals([](const Assertion& a) { return signature(a); });
    pair_equals([](const Assertion& a) {
      std::string key;
      append_keys(key, a.words);
      return key + (a.source == nullptr ? "" : a.source->ref);
    });
    pair_equals([](const Assertion& a) {
      std::string key;
      append_keys(key, a.words);
      return key;
    });
    fill_bags();
    pair_alike();
    pair_between();
    find_hosts();
    return std::move(result_);
  }

 private:
  struct Candidate {
    double score;
    std::size_t old_index;
    std::size_t new_index;
  };

  void pair(std::size_t old_index, std::size_t new_index) {
    result_.new_of[old_index] = new_index;
    result_.old_of[new_index] = old_index;
  }

  /// Pairs those without partner whose keys are equal, the first with the first.
  template <class Key>
  void pair_equals(const Key& key) {
    std::unordered_map<std::string, std::vector<std::size_t>> waiting;
    for (std::size_t index = new_.size(); index-- > 0;) {
      if (result_.old_of[index] == no_assertion) waiting[key(new_[index])].push_back(index);
    }
    for (std::size_t index = 0; index < old_.size(); ++index) {
      if (result_.new_of[index] != no_assertion) continue;
      const auto found = waiting.find(key(old_[index]));
      if (found == waiting.end() || found->second.empty()) continue;
      pair(index, found->second.back());
      found->second.pop_back();
    }
  }

  void fill_bags() {
    for (const Assertion& assertion : old_) old_bags_.push_back(bag_of(assertion));
    for (const Assertion& assertion : new_) new_bags_.push_back(bag_of(assertion));
    const double all = static_cast<double>(old_.size() + new_.size());
    for (std::size_t stem = 0; stem < documents_.size(); ++stem) {
      weights_.push_back(std::log(1 + all / documents_[stem]) * (figures_[stem] ? figure_weight : 1));
    }
    for (auto* bags : {&old_bags_, &new_bags_}) {
      for (Bag& bag : *bags) {
        for (const auto& [stem, count] : bag.counts) bag.weight += weights_[stem] * count;
      }
    }
  }

  Bag bag_of(const Assertion& assertion) {
    std::vector<std::uint32_t> stems = stems_of(assertion.words, true);
    if (stems.empty()) stems = stems_of(assertion.words, false);
    std::ranges::sort(stems);
    Bag bag;
    bag.size = stems.size();
    for (const std::uint32_t stem : stems) {
      if (bag.counts.empty() || bag.counts.back().first != stem) {
        bag.counts.emplace_back(stem, 0);
        documents_[stem] += 1;
      }
      ++bag.counts.back().second;
    }
    return bag;
  }

  std::vector<std::uint32_t> stems_of(const std::vector<DiffWord>& words, bool content_only) {
    std::vector<std::uint32_t> stems;
    for (const DiffWord& word : words) {
      if (content_only && !word.figure && stop_words_.contains(word.key)) continue;
      const auto [stem, fresh] = stems_.try_emplace(stem_of(word), static_cast<std::uint32_t>(stems_.size()));
      if (fresh) {
        documents_.push_back(0);
        figures_.push_back(word.figure);
      }
      stems.push_back(stem->second);
    }
    return stems;
  }

  /// The weight of what two bags share.
  [[nodiscard]] double shared(const Bag& a, const Bag& b) const {
    double sum = 0;
    for (auto one = a.counts.begin(), other = b.counts.begin();
         one != a.counts.end() && other != b.counts.end();) {
      if (one->first == other->first) {
        sum += weights_[one->first] * std::min(one->second, other->second);
        ++one;
        ++other;
      } else {
        ++(one->first < other->first ? one : other);
      }
    }
    return sum;
  }

  /// 0 to 1: how much of the words they share; a statement that was cut, or grew, is
  /// like what it was.
  [[nodiscard]] double likeness(std::size_t old_index, std::size_t new_index) const {
    const Bag& a = old_bags_[old_index];
    const Bag& b = new_bags_[new_index];
    if (a.weight <= 0 || b.weight <= 0) return 0;
    const double common = shared(a, b);
    const double dice = 2 * common / (a.weight + b.weight);
    // of a quotation that was cut two words of its speaker are enough
    const bool same_speaker = named(old_[old_index]) && has_source_of(old_index, new_index);
    const bool telling = std::min(a.size, b.size) >= (same_speaker ? 2 : 3);
    return std::max(dice, telling ? 0.8 * common / std::min(a.weight, b.weight) : 0);
  }

  static bool named(const Assertion& assertion) { return assertion.source != nullptr; }

  [[nodiscard]] bool has_source_of(std::size_t old_index, std::size_t new_index) const {
    const Source* a = old_[old_index].source;
    const Source* b = new_[new_index].source;
    return a == nullptr || b == nullptr ? a == b : a->ref == b->ref;
  }

  [[nodiscard]] double bonus(std::size_t old_index, std::size_t new_index) const {
    const double place = std::abs(static_cast<double>(old_index) / static_cast<double>(old_.size()) -
                                  static_cast<double>(new_index) / static_cast<double>(new_.size()));
    return (has_source_of(old_index, new_index) ? source_weight : 0) + place_weight * (1 - place);
  }

  [[nodiscard]] std::vector<std::vector<std::size_t>> postings() const {
    std::vector<std::vector<std::size_t>> lists(documents_.size());
    for (std::size_t index = 0; index < new_.size(); ++index) {
      if (result_.old_of[index] != no_assertion) continue;
      for (const auto& [stem, count] : new_bags_[index].counts) lists[stem].push_back(index);
    }
    return lists;
  }

  /// The best pairs first, each partner taken once.
  void pair_alike() {
    const auto lists = postings();
    std::vector<Candidate> candidates;
    std::vector<std::size_t> seen_by(new_.size(), no_assertion);
    for (std::size_t index = 0; index < old_.size(); ++index) {
      if (result_.new_of[index] != no_assertion) continue;
      for (const auto& [stem, count] : old_bags_[index].counts) {
        if (lists[stem].size() > most_postings) continue;
        for (const std::size_t other : lists[stem]) {
          if (seen_by[other] == index) continue;
          seen_by[other] = index;
          const double likely = likeness(index, other);
          if (likely >= least_likeness) candidates.push_back({likely + bonus(index, other), index, other});
        }
      }
    }
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
      return std::tuple(-a.score, a.old_index, a.new_index) < std::tuple(-b.score, b.old_index, b.new_index);
    });
    for (const Candidate& candidate : candidates) {
      if (result_.new_of[candidate.old_index] == no_assertion &&
          result_.old_of[candidate.new_index] == no_assertion) {
        pair(candidate.old_index, candidate.new_index);
      }
    }
  }

  /// One that is alone between two that are partners on both sides.
  void pair_between() {
    for (std::size_t index = 0; index < old_.size(); ++index) {
      if (result_.new_of[index] != no_assertion) continue;
      const std::size_t before = index == 0 ? no_assertion : result_.new_of[index - 1];
      const std::size_t here = before + 1;  // no_assertion + 1 is the first
      if ((index > 0 && before == no_assertion) || here >= new_.size() ||
          result_.old_of[here] != no_assertion) {
        continue;
      }
      const bool last = index + 1 == old_.size() && here + 1 == new_.size();
      const bool closed = last || (index + 1 < old_.size() && here + 1 < new_.size() &&
                                   result_.new_of[index + 1] == here + 1);
      if (closed && (likeness(index, here) >= least_between || is_said_alike(index, here))) pair(index, here);
    }
  }

  /// A few words that the same source says in the same way: "a dénoncé « une trahison »"
  /// and "a dénoncé « une erreur »".
  [[nodiscard]] bool is_said_alike(std::size_t old_index, std::size_t new_index) const {
    constexpr std::size_t most_words = 12;
    const Assertion& a = old_[old_index];
    const Assertion& b = new_[new_index];
    if (a.cue.empty() || std::max(a.words.size(), b.words.size()) > most_words) return false;
    return same_keys(a.cue, b.cue) && same_keys(a.mention, b.mention);
  }

  static bool same_keys(const std::vector<DiffWord>& a, const std::vector<DiffWord>& b) {
    return std::ranges::equal(a, b, {}, &DiffWord::key, &DiffWord::key);
  }

  void find_hosts() {
    if (!new_.empty() && old_.size() > most_pairs / new_.size()) return;
    for (std::size_t index = 0; index < old_.size(); ++index) {
      if (result_.new_of[index] == no_assertion) {
        result_.new_host[index] = host(index, {old_, old_bags_, new_bags_, result_.old_of});
      }
    }
    for (std::size_t index = 0; index < new_.size(); ++index) {
      if (result_.old_of[index] == no_assertion) {
        result_.old_host[index] = host(index, {new_, new_bags_, old_bags_, result_.new_of});
      }
    }
  }

  /// Both sides as a guest on the one sees them.
  struct Sides {
    std::span<const Assertion> assertions;
    const std::vector<Bag>& ours;
    const std::vector<Bag>& theirs;
    const std::vector<std::size_t>& partner_of_theirs;
  };

  [[nodiscard]] std::size_t host(std::size_t position, const Sides& sides) const {
    const Assertion& guest = sides.assertions[position];
    const Bag& bag = sides.ours[position];
    std::size_t best = no_assertion;
    if (bag.size < 2) return best;
    double most = least_contained;
    for (std::size_t index = 0; index < sides.theirs.size(); ++index) {
      const std::size_t partner = sides.partner_of_theirs[index];
      if (partner == no_assertion) continue;
      // what a report inside another one says is still said when one of the two is gone
      const bool nested = guest.outer == partner || sides.assertions[partner].outer == position;
      const Bag& theirs = sides.theirs[index];
      // the words that its partner hasn't: one of two equal sentences that goes is no guest of the other
      const Bag rest = nested ? theirs : without(theirs, sides.ours[partner]);
      const double contained = shared(bag, rest) / bag.weight + (nested ? nested_bonus : 0);
      if (contained > most) {
        most = contained;
        best = index;
      }
    }
    return best;
  }

  static Bag without(const Bag& bag, const Bag& taken) {
    Bag rest;
    auto other = taken.counts.begin();
    for (const auto& [stem, count] : bag.counts) {
      while (other != taken.counts.end() && other->first < stem) ++other;
      const std::uint32_t minus = other != taken.counts.end() && other->first == stem ? other->second : 0;
      if (count > minus) rest.counts.emplace_back(stem, count - minus);
    }
    return rest;
  }

  std::span<const Assertion> old_;
  std::span<const Assertion> new_;
  const WordSet& stop_words_;
  Alignment result_;
  std::vector<Bag> old_bags_;
  std::vector<Bag> new_bags_;
  std::unordered_map<std::string, std::uint32_t> stems_;
  std::vector<double> documents_;  ///< per stem: in how many assertions
  std::vector<bool> figures_;
  std::vector<double> weights_;
};

}  // namespace

Alignment align(std::span<const Assertion> old_side, std::span<const Assertion> new_side,
                const WordSet& stop_words) {
  return Aligner(old_side, new_side, stop_words).run();
}

std::vector<bool> moved_pairs(const Alignment& alignment) {
  const std::vector<std::size_t>& to = alignment.new_of;
  std::vector<std::size_t> tails;  // the old index at which the best rising run of each length ends
  std::vector<std::size_t> before(to.size(), no_assertion);
  for (std::size_t index = 0; index < to.size(); ++index) {
    if (to[index] == no_assertion) continue;
    const auto place =
        std::ranges::lower_bound(tails, to[index], {}, [&](std::size_t tail) { return to[tail]; });
    if (place != tails.begin()) before[index] = *(place - 1);
    if (place == tails.end()) {
      tails.push_back(index);
    } else {
      *place = index;
    }
  }
  std::vector<bool> moved(to.size());
  for (std::size_t index = 0; index < to.size(); ++index) moved[index] = to[index] != no_assertion;
  for (std::size_t at = tails.empty() ? no_assertion : tails.back(); at != no_assertion; at = before[at]) {
    moved[at] = false;
  }
  return moved;
}

}  // namespace selon
