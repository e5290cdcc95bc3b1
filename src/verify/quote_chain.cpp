#include "verify/quote_chain.h"

#include <algorithm>
#include <optional>

namespace selon {

namespace {

/// So far from one piece the next one is looked for, in bytes.
constexpr std::uint32_t reach_of_cut = 6000;
constexpr std::uint32_t reach_of_insertion = 240;
/// A mark that seems to cut nothing cuts what lies between the same words farther off, in bytes.
constexpr std::uint32_t reach_past_nothing = 300;
/// An insertion stands for no more words of the source than these.
constexpr std::size_t most_replaced = 8;
/// So many places of the longest piece are tried.
constexpr std::size_t most_anchors = 256;

/// Whether the break allows these units of the source to be gone.
bool may_replace(const QuoteBreak& made, std::span<const TextUnit> gone) {
  if (made.cut) return true;
  if (made.glued && made.inserted.size() == 1) return gone.size() == 1 && gone.front().is_word();
  return word_count(gone) <= most_replaced && std::ranges::none_of(gone, ends_sentence);
}

class ChainFinder {
 public:
  ChainFinder(const PassageFinder& finder, std::string_view text, const MarkedQuote& quote)
      : finder_(finder), text_(text), quote_(quote) {}

  std::vector<QuoteChain> run() {
    std::vector<QuoteChain> found;
    if (quote_.pieces.empty()) return found;
    const std::size_t anchor = longest_piece();
    for (const Passage& place : finder_.places(text_, quote_.piece(anchor), initial_of(anchor))) {
      QuoteChain chain;
      chain.source = place.source;
      chain.pieces.resize(quote_.pieces.size());
      chain.pieces[anchor] = place.span;
      if (extend_back(chain, anchor) && extend_forward(chain, anchor)) found.push_back(std::move(chain));
      if (found.size() == most_anchors) break;
    }
    return found;
  }

  [[nodiscard]] InitialCase initial_of(std::size_t piece) const {
    // The capital of a quotation's first word is free, and so is that of a word behind a cut.
    return piece == 0 || quote_.breaks[piece].cut ? InitialCase::free : InitialCase::exact;
  }

 private:
  [[nodiscard]] std::size_t longest_piece() const {
    std::size_t best = 0;
    for (std::size_t i = 1; i < quote_.pieces.size(); ++i) {
      if (word_count(quote_.piece(i)) > word_count(quote_.piece(best))) best = i;
    }
    return best;
  }

  [[nodiscard]] static std::uint32_t reach(const QuoteBreak& made) {
    return made.cut ? reach_of_cut : reach_of_insertion;
  }

  bool extend_forward(QuoteChain& chain, std::size_t anchor) const {
    for (std::size_t i = anchor + 1; i < quote_.pieces.size(); ++i) {
      const QuoteBreak& made = quote_.breaks[i];
      const std::uint32_t from = chain.pieces[i - 1].end;
      const std::span<const TextUnit> run = quote_.piece(i);
      const std::uint32_t length = 2 * (run.back().span.end - run.front().span.start) + 64;
      const std::vector<TextUnit> units = finder_.units_around(chain.source, from, 0, reach(made) + length);
      const auto begin = std::ranges::find_if(units, [&](const TextUnit& u) { return u.span.start >= from; });
      const auto first = static_cast<std::size_t>(begin - units.begin());
      bool found = false;
      for (std::size_t at = first; at < units.size(); ++at) {
        if (!stands_at(run, units, at, initial_of(i)) ||
            !may_replace(made, std::span(units).subspan(first, at - first)) ||
            (found && units[at].span.start > from + reach_past_nothing)) {
          continue;
        }
        chain.pieces[i] = {units[at].span.start, units[at + run.size() - 1].span.end};
        if (found || !made.cut || at != first) {
          found = true;
          break;
        }
        found = true;
      }
      if (!found) return false;
    }
    return true;
  }

  bool extend_back(QuoteChain& chain, std::size_t anchor) const {
    for (std::size_t i = anchor; i > 0; --i) {
      const QuoteBreak& made = quote_.breaks[i];
      const std::uint32_t to = chain.pieces[i].start;
      const std::span<const TextUnit> run = quote_.piece(i - 1);
      const std::uint32_t length = 2 * (run.back().span.end - run.front().span.start) + 64;
      const std::vector<TextUnit> units = finder_.units_around(chain.source, to, reach(made) + length, 0);
      const auto end_unit = std::ranges::find_if(units, [&](const TextUnit& u) { return u.span.end > to; });
      const auto end = static_cast<std::size_t>(end_unit - units.begin());
      bool found = false;
      for (std::size_t at = end; at-- > 0;) {
        if (at + run.size() > end || !stands_at(run, units, at, initial_of(i - 1)) ||
            !may_replace(made, std::span(units).subspan(at + run.size(), end - at - run.size())) ||
            (found && units[at + run.size() - 1].span.end + reach_past_nothing < to)) {
          continue;
        }
        chain.pieces[i - 1] = {units[at].span.start, units[at + run.size() - 1].span.end};
        if (found || !made.cut || at + run.size() != end) {
          found = true;
          break;
        }
        found = true;
      }
      if (!found) return false;
    }
    return true;
  }

  const PassageFinder& finder_;
  std::string_view text_;
  const MarkedQuote& quote_;
};

/// The units between two pieces, with some before and behind them.
struct GapUnits {
  std::vector<TextUnit> units;
  std::size_t first = 0;
  std::size_t last = 0;

  [[nodiscard]] std::span<const TextUnit> removed() const {
    return std::span(units).subspan(first, last - first);
  }
};

GapUnits gap_units(const PassageFinder& finder, std::uint32_t source, Span gap) {
  GapUnits made;
  made.units = finder.units_around(source, gap.start, 80, gap.size() + 40);
  while (made.first < made.units.size() && made.units[made.first].span.start < gap.start) ++made.first;
  made.last = made.first;
  while (made.last < made.units.size() && made.units[made.last].span.end <= gap.end) ++made.last;
  return made;
}

bool changes_word(const TextUnit& removed, const TextUnit& inserted) {
  // "ét[aient]" for "était": one word in another form; "[re]venir" for "venir" is another word.
  const auto differ = std::ranges::mismatch(removed.lower, inserted.lower);
  const auto shared = static_cast<std::size_t>(differ.in1 - removed.lower.begin());
  return shared < 2 && removed.lower != inserted.lower;
}

/// A phrase that turns what stands beside it: "je [refuse de] signer".
std::uint8_t risk_of_phrases(const GuardWords& guards, std::span<const TextUnit> units, std::size_t first,
                             std::size_t last) {
  unsigned risk = 0;
  if (guards.reversals.touches(units, first, last)) risk |= guard_negation;
  if (guards.begins_among(guards.conditions, units, first, last)) risk |= guard_quantifier;
  if (guards.begins_among(guards.hearsay, units, first, last)) risk |= guard_speaker;
  return static_cast<std::uint8_t>(risk);
}

std::uint8_t risk_of_insertion(const GuardWords& guards, const QuoteBreak& made, const GapUnits& there,
                               std::uint8_t lost) {
  const TextUnit& first = made.inserted.front();
  unsigned risk = lost & (guard_sentence | guard_name);
  if (!guards.keeps_sense(there.removed(), made.inserted)) {
    risk |= lost;
    for (const TextUnit& unit : made.inserted) risk |= guards.of(unit);
  }
  if (made.glued && there.last - there.first == 1) {
    const TextUnit& word = there.units[there.first];
    if (word.lower == first.lower) return 0;  // "[N]ous" for "nous"
    risk |= changes_word(word, first) ? guard_word : 0;
  } else {
    risk |= loses_content(guards, there.removed(), made.inserted) ? guard_word : 0;
  }
  risk |= risk_of_phrases(guards, made.inserted, 0, made.inserted.size());
  return static_cast<std::uint8_t>(risk);
}

}  // namespace

bool loses_content(const GuardWords& guards, std::span<const TextUnit> removed,
                   std::span<const TextUnit> inserted) {
  return std::ranges::any_of(removed, [&](const TextUnit& lost) {
    const bool kept = std::ranges::any_of(inserted, [&](const TextUnit& unit) {
      return unit.lower == lost.lower || guards.verbs.same_verb(unit, lost);
    });
    // "is" for "was" is no content, but a verb stands for a verb.
    const bool verb = guards.is_finite(lost) && std::ranges::any_of(inserted, [&](const TextUnit& unit) {
                        return guards.is_finite(unit);
                      });
    return !kept && (guards.is_content(lost) || verb);
  });
}

std::uint8_t risk_of_edge(const GuardWords& guards, std::span<const TextUnit> inserted,
                          std::span<const TextUnit> left_out) {
  if (inserted.empty()) return 0;
  unsigned risk = risk_of_phrases(guards, inserted, 0, inserted.size());
  for (const TextUnit& unit : inserted) risk |= guards.of(unit);
  if (loses_content(guards, left_out, inserted)) risk |= guard_word;
  return static_cast<std::uint8_t>(risk);
}

std::vector<QuoteChain> chains(const PassageFinder& finder, std::string_view text, const MarkedQuote& quote) {
  return ChainFinder(finder, text, quote).run();
}

std::vector<Passage> scattered_pieces(const PassageFinder& finder, std::string_view text,
                                      const MarkedQuote& quote) {
  const ChainFinder chain(finder, text, quote);
  std::vector<Passage> found;
  for (std::size_t i = 0; i < quote.pieces.size(); ++i) {
    const std::vector<Passage> places = finder.places(text, quote.piece(i), chain.initial_of(i));
    if (places.empty()) return {};
    // The first one behind the piece before it, in the same source, if there is one.
    auto best = places.begin();
    if (!found.empty()) {
      const auto later = std::ranges::find_if(places, [&](const Passage& p) {
        return p.source == found.back().source && p.span.start >= found.back().span.end;
      });
      const auto same = std::ranges::find(places, found.back().source, &Passage::source);
      best = later != places.end() ? later : same != places.end() ? same : best;
    }
    found.push_back(*best);
  }
  return found;
}

bool take_glued_ends(const PassageFinder& finder, const MarkedQuote& quote, QuoteChain& chain) {
  bool same = true;
  const auto take = [&](const QuoteBreak& made, const TextUnit* word, bool before) {
    if (word == nullptr || made.cut || made.inserted.size() != 1) return;
    same = same && !changes_word(*word, made.inserted.front());
    if (before) chain.pieces.front().start = word->span.start;
    if (!before) chain.pieces.back().end = word->span.end;
  };
  const Span span = chain.span();
  const std::vector<TextUnit> units = finder.units_around(chain.source, span.start, 60, span.size() + 60);
  const auto first = std::ranges::find_if(units, [&](const TextUnit& u) { return u.span.end > span.start; });
  const auto last = std::ranges::find_if(units, [&](const TextUnit& u) { return u.span.start >= span.end; });
  if (quote.breaks.front().glued && first != units.begin() && first != units.end()) {
    take(quote.breaks.front(), (first - 1)->is_word() ? &*(first - 1) : nullptr, true);
  }
  if (quote.breaks.back().glued && last != units.end()) {
    take(quote.breaks.back(), last->is_word() ? &*last : nullptr, false);
  }
  return same;
}

std::vector<JudgedGap> judged_gaps(const PassageFinder& finder, const GuardWords& guards,
                                   const MarkedQuote& quote, const QuoteChain& chain) {
  std::vector<JudgedGap> judged;
  for (std::size_t i = 1; i < chain.pieces.size(); ++i) {
    const QuoteBreak& made = quote.breaks[i];
    JudgedGap gap;
    gap.removed = {chain.pieces[i - 1].end, std::max(chain.pieces[i].start, chain.pieces[i - 1].end)};
    const GapUnits there = gap_units(finder, chain.source, gap.removed);
    const auto lost =
        static_cast<std::uint8_t>(guards.among(there.units, there.first, there.last) |
                                  risk_of_phrases(guards, there.units, there.first, there.last));
    gap.risk = made.inserted.empty() ? lost : risk_of_insertion(guards, made, there, lost);
    judged.push_back(gap);
  }
  return judged;
}

}  // namespace selon
