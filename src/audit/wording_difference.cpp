#include "audit/wording_difference.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

namespace selon {

namespace {

enum class Step : std::uint8_t { stop, match, replace, drop_a, add_b, gap_a, gap_b };

bool takes_a(Step step) {
  return step == Step::match || step == Step::replace || step == Step::drop_a || step == Step::gap_a;
}

bool takes_b(Step step) {
  return step == Step::match || step == Step::replace || step == Step::add_b || step == Step::gap_b;
}

void note_match(WordDifference& result, const ComparedWord& word) {
  ++result.same;
  result.same_content += weight(word) > 1 ? 1 : 0;
  result.same_weight += weight(word);
}

/// Notes a word that differs, at the step that ends at (i, j). The trace walks backwards.
void note(WordDifference& result, Step step, std::size_t i, std::size_t j) {
  ++result.changed;
  const WordRun here{i - (takes_a(step) ? 1 : 0), i, j - (takes_b(step) ? 1 : 0), j};
  if (!result.runs.empty() && result.runs.back().a_first == here.a_last &&
      result.runs.back().b_first == here.b_last) {
    result.runs.back().a_first = here.a_first;
    result.runs.back().b_first = here.b_first;
  } else {
    result.runs.push_back(here);
  }
}

/// The table of the alignment: row i, column j is the cheapest way to align the
/// first i words of a with the first j of b.
class Alignment {
 public:
  Alignment(const std::vector<ComparedWord>& a, const std::vector<ComparedWord>& b)
      : a_(a), b_(b), width_(b.size() + 1), cost_((a.size() + 1) * width_), step_(cost_.size()) {
    for (std::size_t i = 0; i <= a.size(); ++i) {
      for (std::size_t j = 0; j <= b.size(); ++j) {
        fill(i, j);
      }
    }
  }

  [[nodiscard]] WordDifference trace() const {
    WordDifference result;
    std::size_t i = a_.size();
    std::size_t j = b_.size();
    while (i > 0 || j > 0) {
      const Step step = step_[i * width_ + j];
      if (step == Step::match) {
        note_match(result, a_[i - 1]);
      } else if (step != Step::gap_a && step != Step::gap_b) {
        note(result, step, i, j);
      }
      i -= takes_a(step) ? 1 : 0;
      j -= takes_b(step) ? 1 : 0;
    }
    std::ranges::reverse(result.runs);
    return result;
  }

 private:
  void consider(std::size_t i, std::size_t j, std::uint32_t cost, Step step) {
    const std::size_t cell = i * width_ + j;
    if (step_[cell] == Step::stop || cost < cost_[cell]) {
      cost_[cell] = cost;
      step_[cell] = step;
    }
  }

  [[nodiscard]] std::uint32_t cost(std::size_t i, std::size_t j) const { return cost_[i * width_ + j]; }

  void fill(std::size_t i, std::size_t j) {
    if (i == 0 && j == 0) {
      return;
    }
    const bool gap_in_a = i > 0 && a_[i - 1].key.empty();
    const bool gap_in_b = j > 0 && b_[j - 1].key.empty();
    if (i > 0 && j > 0) {
      const bool same = is_same_word(a_[i - 1], b_[j - 1]);
      consider(i, j, cost(i - 1, j - 1) + (same ? 0 : 1), same ? Step::match : Step::replace);
    }
    if (i > 0) {  // a gap costs nothing, nor does a word that a gap of b stands for
      consider(i, j, cost(i - 1, j) + (gap_in_a || gap_in_b ? 0 : 1),
               gap_in_a || gap_in_b ? Step::gap_a : Step::drop_a);
    }
    if (j > 0) {
      consider(i, j, cost(i, j - 1) + (gap_in_a || gap_in_b ? 0 : 1),
               gap_in_a || gap_in_b ? Step::gap_b : Step::add_b);
    }
  }

  const std::vector<ComparedWord>& a_;
  const std::vector<ComparedWord>& b_;
  std::size_t width_;
  std::vector<std::uint32_t> cost_;
  std::vector<Step> step_;
};

/// The table of the overlap: the highest score of words laid over each other, up to (i, j).
class Overlap {
 public:
  Overlap(const std::vector<ComparedWord>& a, const std::vector<ComparedWord>& b)
      : a_(a), b_(b), width_(b.size() + 1), score_((a.size() + 1) * width_), step_(score_.size()) {
    for (std::size_t i = 1; i <= a.size(); ++i) {
      for (std::size_t j = 1; j <= b.size(); ++j) {
        fill(i, j);
      }
    }
  }

  [[nodiscard]] WordOverlap trace() const {
    WordOverlap result;
    auto [i, j] = best_end();
    result.back = {i, a_.size(), j, b_.size()};
    for (Step step = step_[i * width_ + j]; step != Step::stop; step = step_[i * width_ + j]) {
      if (step == Step::match) {
        note_match(result.inner, a_[i - 1]);
      } else if (step != Step::gap_a && step != Step::gap_b) {
        note(result.inner, step, i, j);
      }
      i -= takes_a(step) ? 1 : 0;
      j -= takes_b(step) ? 1 : 0;
    }
    result.front = {0, i, 0, j};
    std::ranges::reverse(result.inner.runs);
    return result;
  }

 private:
  /// What stands out at the end does so on one side only: on the last row or column.
  [[nodiscard]] std::pair<std::size_t, std::size_t> best_end() const {
    std::pair<std::size_t, std::size_t> best{a_.size(), b_.size()};
    const auto consider = [&](std::size_t i, std::size_t j) {
      if (score_[i * width_ + j] > score_[best.first * width_ + best.second]) {
        best = {i, j};
      }
    };
    for (std::size_t i = a_.size(); i > 0; --i) {
      consider(i, b_.size());
    }
    for (std::size_t j = b_.size(); j > 0; --j) {
      consider(a_.size(), j);
    }
    return best;
  }

  void fill(std::size_t i, std::size_t j) {
    const ComparedWord& a = a_[i - 1];
    const ComparedWord& b = b_[j - 1];
    const bool is_gap = a.role == WordRole::gap || b.role == WordRole::gap;
    const bool same = !is_gap && is_same_word(a, b);
    const int facing = same ? 2 * weight(a) : is_gap ? 0 : -std::max(weight(a), weight(b));
    std::int32_t best = score_[(i - 1) * width_ + j - 1] + facing;
    Step step = same ? Step::match : is_gap ? Step::gap_a : Step::replace;
    if (is_gap) {
      best = std::numeric_limits<std::int32_t>::min();
    }
    const auto consider = [&](std::size_t from, int loss, Step other) {
      if (score_[from] - loss > best) {
        best = score_[from] - loss;
        step = other;
      }
    };
    consider((i - 1) * width_ + j, is_gap ? 0 : weight(a), is_gap ? Step::gap_a : Step::drop_a);
    consider(i * width_ + j - 1, is_gap ? 0 : weight(b), is_gap ? Step::gap_b : Step::add_b);
    score_[i * width_ + j] = best;
    step_[i * width_ + j] = step;
  }

  const std::vector<ComparedWord>& a_;
  const std::vector<ComparedWord>& b_;
  std::size_t width_;
  std::vector<std::int32_t> score_;  ///< row 0 and column 0 cost nothing: the open front
  std::vector<Step> step_;
};

}  // namespace

WordDifference difference(const std::vector<ComparedWord>& a, const std::vector<ComparedWord>& b) {
  return Alignment(a, b).trace();
}

WordOverlap overlap(const std::vector<ComparedWord>& a, const std::vector<ComparedWord>& b) {
  return Overlap(a, b).trace();
}

}  // namespace selon
