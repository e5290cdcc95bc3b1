#include "claims/diff/word_runs.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace selon {

namespace {

/// Above so many cells an alignment would cost too much time and memory.
constexpr std::size_t most_cells = 4'000'000;

using Words = std::vector<DiffWord>;

/// The alignment of the words of one run; row i, column j is the least number of
/// changes that makes the first i words of a the first j of b.
class Table {
 public:
  Table(const Words& a, const Words& b, const WordRun& run)
      : a_(a), b_(b), run_(run), width_(run.b_size() + 1), cost_((run.a_size() + 1) * width_) {
    for (std::size_t i = 0; i <= run.a_size(); ++i) {
      for (std::size_t j = 0; j <= run.b_size(); ++j) fill(i, j);
    }
  }

  [[nodiscard]] std::vector<WordRun> runs() const {
    std::vector<WordRun> out;
    std::size_t i = run_.a_size();
    std::size_t j = run_.b_size();
    while (i > 0 || j > 0) {
      const std::size_t end_a = i;
      const std::size_t end_b = j;
      if (i > 0 && j > 0 && cost(i, j) == cost(i - 1, j - 1) + (same(i, j) ? 0u : 1u)) {
        --i;
        --j;
        if (same(end_a, end_b)) continue;
      } else if (i > 0 && cost(i, j) == cost(i - 1, j) + 1) {
        --i;
      } else {
        --j;
      }
      note(out, {run_.a_first + i, run_.a_first + end_a, run_.b_first + j, run_.b_first + end_b});
    }
    std::ranges::reverse(out);
    return out;
  }

 private:
  [[nodiscard]] bool same(std::size_t i, std::size_t j) const {
    return a_[run_.a_first + i - 1].key == b_[run_.b_first + j - 1].key;
  }
  [[nodiscard]] std::uint32_t cost(std::size_t i, std::size_t j) const { return cost_[i * width_ + j]; }

  void fill(std::size_t i, std::size_t j) {
    std::uint32_t& here = cost_[i * width_ + j];
    if (i == 0 || j == 0) {
      here = static_cast<std::uint32_t>(i + j);
      return;
    }
    here = std::min({cost(i - 1, j - 1) + (same(i, j) ? 0u : 1u), cost(i - 1, j) + 1, cost(i, j - 1) + 1});
  }

  /// The walk goes backwards: a run that touches the one before it is its beginning.
  static void note(std::vector<WordRun>& out, const WordRun& step) {
    if (!out.empty() && out.back().a_first == step.a_last && out.back().b_first == step.b_last) {
      out.back().a_first = step.a_first;
      out.back().b_first = step.b_first;
    } else {
      out.push_back(step);
    }
  }

  const Words& a_;
  const Words& b_;
  WordRun run_;
  std::size_t width_;
  std::vector<std::uint32_t> cost_;
};

}  // namespace

std::vector<WordRun> differing_runs(const Words& a, const Words& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t first = 0;
  while (first < shorter && a[first].key == b[first].key) ++first;
  std::size_t tail = 0;
  while (tail < shorter - first && a[a.size() - 1 - tail].key == b[b.size() - 1 - tail].key) ++tail;
  const WordRun middle{first, a.size() - tail, first, b.size() - tail};
  if (middle.a_size() == 0 && middle.b_size() == 0) return {};
  if (middle.a_size() == 0 || middle.b_size() == 0 || middle.a_size() > most_cells / middle.b_size()) {
    return {middle};
  }
  return Table(a, b, middle).runs();
}

}  // namespace selon
