#include "claims/diff/diff.h"

#include <algorithm>
#include <tuple>

#include "claims/diff/align.h"
#include "claims/diff/compare.h"
#include "claims/diff/word_sense.h"

namespace selon {

namespace {

class Differ {
 public:
  Differ(const DiffArticle& old_article, const DiffArticle& new_article, const Lexicon& lexicon)
      : old_(old_article), new_(new_article), sense_(new_article.pack, lexicon) {
    diff_.old_side = assertions_of(old_article);
    diff_.new_side = assertions_of(new_article);
  }

  Diff run() {
    const Alignment alignment = align(diff_.old_side, diff_.new_side, sense_.stop_words());
    const std::vector<bool> moved = moved_pairs(alignment);
    for (std::size_t index = 0; index < diff_.old_side.size(); ++index) {
      if (alignment.new_of[index] != no_assertion) {
        add_pair(index, alignment.new_of[index], moved[index]);
      } else {
        add_single(index, alignment.new_host[index], alignment.old_of, true);
      }
    }
    for (std::size_t index = 0; index < diff_.new_side.size(); ++index) {
      if (alignment.old_of[index] == no_assertion)
        add_single(index, alignment.old_host[index], alignment.new_of, false);
    }
    std::ranges::stable_sort(diff_.changes, [this](const Change& a, const Change& b) {
      return std::tuple(a.kinds.front(), place_of(a)) < std::tuple(b.kinds.front(), place_of(b));
    });
    return std::move(diff_);
  }

 private:
  void add_pair(std::size_t old_index, std::size_t new_index, bool moved) {
    Change change;
    change.old_assertion = old_index;
    change.new_assertion = new_index;
    change.kinds = compare(old_, diff_.old_side[old_index], new_, diff_.new_side[new_index], sense_, change);
    if (moved) change.kinds.push_back(ChangeKind::moved);
    add(std::move(change));
  }

  /// One without a partner. Where its words went into another statement, or came out
  /// of one, only who says them can have changed.
  void add_single(std::size_t index, std::size_t host, const std::vector<std::size_t>& partners,
                  bool is_old) {
    Change change;
    (is_old ? change.old_assertion : change.new_assertion) = index;
    if (host == no_assertion) {
      change.kinds = {is_old ? ChangeKind::removed : ChangeKind::added};
    } else {
      (is_old ? change.new_assertion : change.old_assertion) = host;
      change.kinds = kinds_of_guest(change, index, partners[host], is_old);
    }
    add(std::move(change));
  }

  /// Of two reports, one inside the other, one came or went; else only who says the
  /// words, and how, can have changed.
  [[nodiscard]] std::vector<ChangeKind> kinds_of_guest(const Change& change, std::size_t guest,
                                                       std::size_t partner, bool is_old) const {
    const std::vector<Assertion>& side = is_old ? diff_.old_side : diff_.new_side;
    if (side[guest].outer == partner || side[partner].outer == guest) {
      if (!side[guest].is_explicit()) return {};
      return {is_old ? ChangeKind::attribution_lost : ChangeKind::attribution_gained};
    }
    std::vector<ChangeKind> kinds =
        compare_sources({diff_.old_side[*change.old_assertion], old_.document.text},
                        {diff_.new_side[*change.new_assertion], new_.document.text}, sense_);
    std::ranges::sort(kinds);
    return kinds;
  }

  void add(Change change) {
    if (change.kinds.empty()) {
      ++diff_.unchanged;
    } else {
      diff_.changes.push_back(std::move(change));
    }
  }

  /// Where the new article has it; what was removed stands where the old one had it.
  [[nodiscard]] Span place_of(const Change& change) const {
    return change.new_assertion ? diff_.new_side[*change.new_assertion].content.front()
                                : diff_.old_side[*change.old_assertion].content.front();
  }

  const DiffArticle& old_;
  const DiffArticle& new_;
  WordSense sense_;
  Diff diff_;
};

}  // namespace

Diff diff_claims(const DiffArticle& old_article, const DiffArticle& new_article, const Lexicon& lexicon) {
  return Differ(old_article, new_article, lexicon).run();
}

}  // namespace selon
