#include "verify/quote_edges.h"

#include <algorithm>

namespace selon {

namespace {

/// A clause is rarely longer, in bytes.
constexpr std::uint32_t reach = 400;
constexpr std::uint8_t governing = guard_negation | guard_modal | guard_quantifier;

class EdgeReader {
 public:
  EdgeReader(const GuardWords& guards, std::vector<TextUnit> units, Span quoted, MarkedEdges marked)
      : guards_(guards), units_(std::move(units)), marked_(marked) {
    while (first_ < units_.size() && units_[first_].span.end <= quoted.start) ++first_;
    last_ = first_;
    while (last_ < units_.size() && units_[last_].span.start < quoted.end) ++last_;
  }

  QuoteEdges run() {
    if (first_ < last_) {
      look_before();
      look_behind();
    }
    return edges_;
  }

 private:
  /// Whether a clause of its own begins at unit `i`, in the middle of a sentence.
  [[nodiscard]] bool begins_clause(std::size_t i) const {
    if (guards_.strong_coordinators.contains(units_[i])) return true;
    const bool weak = guards_.weak_coordinators.contains(units_[i]);
    return weak && i + 1 < units_.size() && guards_.subjects.contains(units_[i + 1]);
  }

  void risk(unsigned guards) { edges_.risk = static_cast<std::uint8_t>(edges_.risk | guards); }
  void govern(const TextUnit& unit) { risk(guards_.of(unit) & governing); }

  /// Of what a marked edge leaves out, units [first, last).
  void leave_out(std::size_t first, std::size_t last) {
    risk(guards_.among(units_, first, last) & (governing | guard_number | guard_name));
  }

  void look_before() {
    const std::size_t begin = read_before();
    if (marked_.before) leave_out(begin, first_);
  }

  void look_behind() {
    const std::size_t end = read_behind();
    if (marked_.behind) leave_out(last_, end);
  }

  /// Where the clause begins that the quotation cuts.
  std::size_t read_before() {
    if (begins_clause(first_)) return first_;
    if (first_ >= 2 && joins_compound(first_ - 1)) risk(guard_word);  // "être" of "peut-être"
    for (std::size_t i = first_; i > 0; --i) {
      const TextUnit& unit = units_[i - 1];
      if (ends_clause(unit) && !joins_compound(i - 1)) return i;
      // "mais | nous irons": the clause begins at its link.
      if (begins_clause(i - 1)) return i;
      edges_.cut |= unit.is_word();
      govern(unit);
      if (i == first_ && is_number_word(unit) && is_number_word(units_[first_])) risk(guard_number);
    }
    return 0;
  }

  /// One past the end of that clause.
  std::size_t read_behind() {
    if (ends_sentence(units_[last_ - 1])) return last_;
    // "vingt" of "vingt-deux"; but "dit" of "dit-il" is whole.
    if (joins_compound(last_) && !guards_.enclitics.contains(units_[last_ + 1])) risk(guard_word);
    for (std::size_t i = last_; i < units_.size(); ++i) {
      const TextUnit& unit = units_[i];
      if (ends_clause(unit) && !joins_compound(i)) return i;
      if (i == last_ && restricts(i)) risk(guard_quantifier);
      if (i == last_ && is_number_word(unit) && is_number_word(units_[last_ - 1])) risk(guard_number);
      if (guards_.clause_openers.contains(unit)) return i;
      edges_.cut |= unit.is_word();
      govern(unit);
    }
    return units_.size();
  }

  /// "sauf", "à condition": takes back what stands before it.
  [[nodiscard]] bool restricts(std::size_t i) const {
    if (guards_.restrictors.contains(units_[i])) return true;
    return i + 1 < units_.size() && units_[i + 1].is_word() &&
           guards_.restrictors.contains(units_[i].lower + " " + units_[i + 1].lower);
  }

  [[nodiscard]] bool is_number_word(const TextUnit& unit) const {
    return (guards_.of(unit) & guard_number) != 0;
  }

  /// The hyphen of a compound word ends no clause.
  [[nodiscard]] bool joins_compound(std::size_t i) const {
    return i < units_.size() && units_[i].is("-") && i > 0 && i + 1 < units_.size() &&
           units_[i - 1].span.end == units_[i].span.start && units_[i].span.end == units_[i + 1].span.start;
  }

  const GuardWords& guards_;
  std::vector<TextUnit> units_;
  MarkedEdges marked_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  QuoteEdges edges_;
};

}  // namespace

QuoteEdges edges_of(const PassageFinder& finder, const GuardWords& guards, const Passage& quoted, Span turn,
                    MarkedEdges marked) {
  const std::uint32_t before = std::min(reach, quoted.span.start - std::min(turn.start, quoted.span.start));
  const std::uint32_t behind = std::min(reach, std::max(turn.end, quoted.span.end) - quoted.span.end);
  std::vector<TextUnit> units =
      finder.units_around(quoted.source, quoted.span.start, before, quoted.span.size() + behind);
  std::erase_if(units, [&](const TextUnit& unit) {
    return unit.span.start < std::min(turn.start, quoted.span.start) ||
           unit.span.end > std::max(turn.end, quoted.span.end);
  });
  return EdgeReader(guards, std::move(units), quoted.span, marked).run();
}

}  // namespace selon
