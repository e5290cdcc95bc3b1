#include "audit/wording_difference.h"

#include <algorithm>
#include <cstdint>

namespace selon {

namespace {

enum class Step : std::uint8_t { stop, match, replace, drop_a, add_b, gap_a, gap_b };

/// The table of the alignment: row i, column j is the cheapest way to align the
/// first i words of a with the first j of b.
class Alignment {
 public:
  Alignment(const std::vector<QuotedWord>& a, const std::vector<QuotedWord>& b)
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
        ++result.same;
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
  static bool takes_a(Step step) {
    return step == Step::match || step == Step::replace || step == Step::drop_a || step == Step::gap_a;
  }
  static bool takes_b(Step step) {
    return step == Step::match || step == Step::replace || step == Step::add_b || step == Step::gap_b;
  }

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
      const bool same = a_[i - 1].key == b_[j - 1].key;
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

  static void note(WordDifference& result, Step step, std::size_t i, std::size_t j) {
    ++result.changed;
    const WordRun here{i - (takes_a(step) ? 1 : 0), i, j - (takes_b(step) ? 1 : 0), j};
    if (!result.runs.empty() && result.runs.back().a_first == here.a_last &&
        result.runs.back().b_first == here.b_last) {
      result.runs.back().a_first = here.a_first;  // the trace walks backwards
      result.runs.back().b_first = here.b_first;
    } else {
      result.runs.push_back(here);
    }
  }

  const std::vector<QuotedWord>& a_;
  const std::vector<QuotedWord>& b_;
  std::size_t width_;
  std::vector<std::uint32_t> cost_;
  std::vector<Step> step_;
};

}  // namespace

WordDifference difference(const std::vector<QuotedWord>& a, const std::vector<QuotedWord>& b) {
  return Alignment(a, b).trace();
}

}  // namespace selon
