#include "verify/quote_alignment.h"

#include <algorithm>
#include <limits>

namespace selon {

namespace {

/// What a word of a quotation costs that isn't the source's; a mark of punctuation, a capital.
constexpr std::uint32_t word_cost = 6;
constexpr std::uint32_t form_cost = 4;  ///< another form of the word
constexpr std::uint32_t mark_cost = 1;
constexpr std::uint32_t never = std::numeric_limits<std::uint32_t>::max() / 2;
/// A table of more cells isn't made.
constexpr std::size_t most_cells = std::size_t{1} << 25;
constexpr double small_weight = 0.35;

enum class Move : std::uint8_t { none, both, quote, source, free };

/// A word that only the quotation has costs more than one that it leaves out: "Vous avez" for
/// "Vous n'avez" is not to begin after "Vous".
constexpr std::uint32_t added_word_cost = 8;
constexpr std::uint32_t dropped_word_cost = 4;

/// A unit of the quotation, or null for a break that stands for any words of the source.
using Element = const TextUnit*;

bool related(const TextUnit& a, const TextUnit& b) {
  constexpr std::size_t stem = 4;
  const auto differ = std::ranges::mismatch(a.lower, b.lower);
  const auto shared = static_cast<std::size_t>(differ.in1 - a.lower.begin());
  return shared >= stem && 2 * shared >= std::max(a.lower.size(), b.lower.size());
}

std::uint32_t facing_cost(const TextUnit& a, const TextUnit& b) {
  if (a.kind == b.kind && a.key == b.key) return 0;
  if (a.kind != b.kind) return never;
  if (!a.is_word()) return mark_cost;
  if (a.lower == b.lower || same_but_initial(a, b)) return mark_cost;
  return related(a, b) ? form_cost : word_cost;
}

std::uint32_t dropped_cost(const TextUnit& unit) { return unit.is_word() ? dropped_word_cost : mark_cost; }

std::uint32_t added_cost(const TextUnit& unit) { return unit.is_word() ? added_word_cost : mark_cost; }

class AlignmentTable {
 public:
  AlignmentTable(const std::vector<Element>& quote, const std::vector<TextUnit>& source, bool whole)
      : quote_(quote),
        source_(source),
        whole_(whole),
        width_(source.size() + 1),
        cost_((quote.size() + 1) * width_),
        move_(cost_.size()) {
    for (std::size_t i = 0; i <= quote.size(); ++i) {
      for (std::size_t j = 0; j <= source.size(); ++j) fill(i, j);
    }
  }

  struct Step {
    Move move;
    std::size_t i;  ///< the element of the quotation taken, or before which none is
    std::size_t j;
  };

  /// The steps in order, from the source's unit with which the alignment begins.
  [[nodiscard]] std::vector<Step> steps() const {
    std::size_t i = quote_.size();
    std::size_t j = source_.size();
    if (!whole_) {
      const auto row = cost_.begin() + static_cast<std::ptrdiff_t>(i * width_);
      j = static_cast<std::size_t>(std::min_element(row, row + static_cast<std::ptrdiff_t>(width_)) - row);
    }
    total_ = cost_[i * width_ + j];
    std::vector<Step> steps;
    while (i > 0 || (whole_ && j > 0)) {
      const Move move = move_[i * width_ + j];
      if (move == Move::none) break;
      i -= move == Move::both || move == Move::quote ? 1 : 0;
      j -= move != Move::quote ? 1 : 0;
      steps.push_back({move, i, j});
    }
    std::ranges::reverse(steps);
    return steps;
  }

  [[nodiscard]] std::uint32_t total() const { return total_; }

 private:
  void fill(std::size_t i, std::size_t j) {
    std::uint32_t best = i == 0 && (j == 0 || !whole_) ? 0 : never;
    Move move = Move::none;
    const auto consider = [&](std::uint32_t cost, Move by) {
      if (cost < best) {
        best = cost;
        move = by;
      }
    };
    const Element element = i > 0 ? quote_[i - 1] : nullptr;
    if (i > 0 && j > 0 && element != nullptr) {
      consider(at(i - 1, j - 1) + facing_cost(*element, source_[j - 1]), Move::both);
    }
    if (i > 0) consider(at(i - 1, j) + (element == nullptr ? 0 : added_cost(*element)), Move::quote);
    if (i > 0 && j > 0) {
      const bool in_gap = element == nullptr;
      consider(at(i, j - 1) + (in_gap ? 0 : dropped_cost(source_[j - 1])),
               in_gap ? Move::free : Move::source);
    } else if (whole_ && j > 0) {
      consider(at(i, j - 1) + dropped_cost(source_[j - 1]), Move::source);
    }
    cost_[i * width_ + j] = best;
    move_[i * width_ + j] = move;
  }

  [[nodiscard]] std::uint32_t at(std::size_t i, std::size_t j) const { return cost_[i * width_ + j]; }

  const std::vector<Element>& quote_;
  const std::vector<TextUnit>& source_;
  bool whole_;
  std::size_t width_;
  std::vector<std::uint32_t> cost_;
  std::vector<Move> move_;
  mutable std::uint32_t total_ = 0;
};

/// Collects steps that differ into edits.
class EditReader {
 public:
  EditReader(const std::vector<Element>& quote, const std::vector<TextUnit>& source)
      : quote_(quote), source_(source) {}

  void take(const AlignmentTable::Step& step) {
    const TextUnit* old_unit = step.move == Move::quote ? nullptr : &source_[step.j];
    const TextUnit* new_unit = step.move == Move::both || step.move == Move::quote ? quote_[step.i] : nullptr;
    const bool same = old_unit != nullptr && new_unit != nullptr && old_unit->key == new_unit->key;
    if (step.move == Move::free || (new_unit == nullptr && old_unit == nullptr) || same) {
      finish();
      return;
    }
    if (!open_) edit_ = {EditKind::replace, {0, 0}, {0, 0}};
    open_ = true;
    const auto extend = [](Span& span, const TextUnit* unit) {
      if (unit != nullptr) span = {span.empty() ? unit->span.start : span.start, unit->span.end};
    };
    extend(edit_.old_span, old_unit);
    extend(edit_.new_span, new_unit);
  }

  void finish() {
    if (!open_) return;
    open_ = false;
    edit_.kind = edit_.old_span.empty()   ? EditKind::insert
                 : edit_.new_span.empty() ? EditKind::remove
                                          : EditKind::replace;
    edits.push_back(edit_);
  }

  std::vector<QuoteEdit> edits;

 private:
  const std::vector<Element>& quote_;
  const std::vector<TextUnit>& source_;
  QuoteEdit edit_;
  bool open_ = false;
};

std::vector<Element> elements_of(const MarkedQuote& quote) {
  std::vector<Element> elements;
  for (std::size_t i = 0; i < quote.pieces.size(); ++i) {
    if (i > 0) elements.push_back(nullptr);
    for (const TextUnit& unit : quote.piece(i)) elements.push_back(&unit);
  }
  return elements;
}

double weight_of(const TextUnit& unit, const UnitSet& small_words) {
  if (!unit.is_word()) return 0;
  return small_words.contains(unit) || unit.key.size() < 2 ? small_weight : 1;
}

}  // namespace

std::optional<QuoteAlignment> aligned(const PassageFinder& finder, const MarkedQuote& quote,
                                      const Passage& region, const UnitSet& small_words) {
  const std::vector<Element> elements = elements_of(quote);
  const std::vector<TextUnit> source = units_of(finder.text_of(region.source), region.span);
  if (elements.empty() || source.empty() || (elements.size() + 1) * (source.size() + 1) > most_cells) {
    return std::nullopt;
  }
  const AlignmentTable table(elements, source, false);
  QuoteAlignment made;
  EditReader reader(elements, source);
  Span span{0, 0};
  std::uint32_t run = 0;
  std::uint32_t removal = 0;
  for (const AlignmentTable::Step& step : table.steps()) {
    reader.take(step);
    if (step.move == Move::both) {
      span = {span.empty() ? source[step.j].span.start : span.start, source[step.j].span.end};
    }
    const Element unit = step.move == Move::both ? elements[step.i] : nullptr;
    const bool same = unit != nullptr && unit->lower == source[step.j].lower;
    if (same && unit->is_word()) {
      made.same += weight_of(*unit, small_words);
      ++made.same_words;
      made.longest_same_run = std::max(made.longest_same_run, ++run);
    } else if (!same && (unit == nullptr || unit->is_word())) {
      run = 0;
    }
    removal = step.move == Move::source ? removal + (source[step.j].is_word() ? 1 : 0) : 0;
    made.longest_removal = std::max(made.longest_removal, removal);
  }
  reader.finish();
  for (const Element element : elements) {
    if (element != nullptr) made.weight += weight_of(*element, small_words);
  }
  if (span.empty()) return std::nullopt;
  made.passage = {region.source, span};
  made.edits = std::move(reader.edits);
  made.cost = table.total();
  return made;
}

std::vector<QuoteEdit> differences(std::string_view old_text, Span old_span, std::string_view new_text,
                                   Span new_span) {
  const std::vector<TextUnit> old_units = units_of(old_text, old_span);
  const std::vector<TextUnit> new_units = units_of(new_text, new_span);
  if ((old_units.size() + 1) * (new_units.size() + 1) > most_cells) {
    return {{EditKind::replace, old_span, new_span}};
  }
  std::vector<Element> elements;
  for (const TextUnit& unit : new_units) elements.push_back(&unit);
  const AlignmentTable table(elements, old_units, true);
  EditReader reader(elements, old_units);
  for (const AlignmentTable::Step& step : table.steps()) reader.take(step);
  reader.finish();
  return std::move(reader.edits);
}

}  // namespace selon
