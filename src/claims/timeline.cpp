#include "claims/timeline.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "claims/fold.h"

namespace selon {

namespace {

/// Of ten words, how many must be the same.
constexpr std::size_t same_of_ten = 7;

using Words = std::vector<std::uint32_t>;  // numbers of the words, each once

/// Numbers words, and counts how many contents have each.
class WordNumbers {
 public:
  Words of(std::string_view content) {
    Words words;
    const std::string folded = fold_name(content);
    for (std::size_t at = 0; at < folded.size();) {
      const std::size_t end = std::min(folded.find(' ', at), folded.size());
      if (end > at) words.push_back(number(folded.substr(at, end - at)));
      at = end + 1;
    }
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (const std::uint32_t word : words) ++counts_[word];
    return words;
  }
  [[nodiscard]] bool is_figure(std::uint32_t word) const { return figures_[word]; }
  /// Rarest first: two contents that are alike share one of their rarest words.
  void sort_by_rarity(Words& words) const {
    std::ranges::sort(words, {}, [&](std::uint32_t word) { return std::pair(counts_[word], word); });
  }

 private:
  std::uint32_t number(std::string word) {
    const bool figure = word.front() >= '0' && word.front() <= '9';
    const auto [found, fresh] = numbers_.emplace(std::move(word), static_cast<std::uint32_t>(counts_.size()));
    if (fresh) {
      counts_.push_back(0);
      figures_.push_back(figure);
    }
    return found->second;
  }

  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::uint32_t> counts_;
  std::vector<bool> figures_;
};

/// Groups of near-equal contents, found through their rarest words (a prefix filter, after
/// Chaudhuri, Ganti and Kaushik, ICDE 2006).
class Groups {
 public:
  explicit Groups(const WordNumbers& numbers) : numbers_(numbers) {}

  /// The group that `words` belong to; a new one where there is none like them.
  std::size_t group_of(Words words, const std::string& polarity) {
    const Words sorted = words;
    numbers_.sort_by_rarity(words);
    const std::size_t needed = (words.size() * same_of_ten + 9) / 10;
    const std::size_t telling = std::min(words.size(), words.size() - needed + 1);
    for (std::size_t at = 0; at < telling; ++at) {
      const auto found = by_word_.find(words[at]);
      if (found == by_word_.end()) continue;
      for (const std::size_t group : found->second) {
        if (polarities_[group] == polarity && alike(sorted, members_[group])) return group;
      }
    }
    const std::size_t group = members_.size();
    for (std::size_t at = 0; at < telling; ++at) by_word_[words[at]].push_back(group);
    members_.push_back(sorted);
    polarities_.push_back(polarity);
    return group;
  }

 private:
  [[nodiscard]] bool alike(const Words& a, const Words& b) const {
    std::size_t shared = 0;
    auto at = a.begin();
    auto other = b.begin();
    while (at != a.end() || other != b.end()) {
      if (at != a.end() && other != b.end() && *at == *other) {
        ++shared;
        ++at;
        ++other;
      } else if (other == b.end() || (at != a.end() && *at < *other)) {
        if (numbers_.is_figure(*at++)) return false;
      } else if (numbers_.is_figure(*other++)) {
        return false;
      }
    }
    const std::size_t all = a.size() + b.size() - shared;
    return shared * 10 >= all * same_of_ten;
  }

  const WordNumbers& numbers_;
  std::vector<Words> members_;  ///< of each group the first content
  std::vector<std::string> polarities_;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> by_word_;
};

TimelineRow row_of(const ClaimRow& claim) {
  TimelineRow row;
  row.at = claim.at;
  row.last_at = claim.at;
  row.source = claim.source;
  row.ref = claim.ref;
  row.content = claim.content;
  row.article = claim.article;
  row.headline = claim.headline;
  row.publisher = claim.publisher;
  row.kind = claim.kind;
  row.polarity = claim.polarity;
  row.modality = claim.modality;
  row.revision = claim.revision;
  row.line = claim.line;
  row.column = claim.column;
  row.articles = 1;
  return row;
}

void add_carrier(TimelineRow& first, const TimelineRow& other) {
  first.last_at = std::max(first.last_at, other.at);
  if (other.article == first.article) return;
  if (std::ranges::find(first.carried_by, other.article) != first.carried_by.end()) return;
  first.carried_by.push_back(other.article);
  ++first.articles;
}

}  // namespace

Expected<std::size_t> for_each_on_timeline(Database& database, const ClaimQuery& query,
                                           const std::function<bool(const TimelineRow&)>& each) {
  std::vector<TimelineRow> claims;
  std::vector<Words> words;
  WordNumbers numbers;
  std::vector<bool> holds;  // of the claims of the latest revisions
  ClaimQuery all = query;
  all.limit = 0;
  all.all_revisions = true;  // an earlier revision may have had it first
  const auto read = for_each_claim(database, all, [&](const ClaimRow& claim) {
    claims.push_back(row_of(claim));
    words.push_back(numbers.of(claim.content));
    holds.push_back(claim.latest || query.all_revisions);
    return true;
  });
  if (!read) return read;
  // newest first, and within a revision in the order of the text: turned round by revision
  std::vector<std::size_t> order(claims.size());
  for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
  std::ranges::stable_sort(order, {}, [&](std::size_t at) { return std::string_view(claims[at].at); });
  Groups groups(numbers);
  std::vector<TimelineRow> rows;
  std::vector<bool> shown;  // by row: somebody still carries it
  for (const std::size_t at : order) {
    const std::size_t group = groups.group_of(std::move(words[at]), claims[at].polarity);
    if (group == rows.size()) {
      shown.push_back(false);
      rows.push_back(std::move(claims[at]));
    } else if (holds[at]) {
      add_carrier(rows[group], claims[at]);
    }
    shown[group] = shown[group] || holds[at];
  }
  std::size_t count = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (!shown[row]) continue;
    if (query.limit > 0 && count == query.limit) break;
    ++count;
    if (!each(rows[row])) break;
  }
  return count;
}

}  // namespace selon
