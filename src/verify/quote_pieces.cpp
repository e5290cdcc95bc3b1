#include "verify/quote_pieces.h"

#include <algorithm>

namespace selon {

namespace {

/// A longer bracket is none of the writer's.
constexpr std::size_t longest_bracket = 40;

class PieceReader {
 public:
  PieceReader(std::string_view text, MarkedQuote& quote, std::uint8_t reading)
      : text_(text), quote_(quote), reading_(reading) {}

  void run() {
    quote_.breaks.emplace_back();
    const std::vector<TextUnit>& units = quote_.units;
    std::size_t piece = 0;
    for (std::size_t i = 0; i < units.size();) {
      const std::size_t end = break_end(i);
      if (end == i) {
        ++i;
        continue;
      }
      std::size_t piece_end = i;
      std::size_t next = end;
      QuoteBreak made = read_break(i, end);
      glue(made, piece, piece_end, next);
      close_piece(piece, piece_end);
      merge(std::move(made));
      i = piece = next;
    }
    take_tail(piece);
  }

 private:
  [[nodiscard]] std::size_t closing(std::size_t open, std::string_view mark) const {
    const std::size_t end = std::min(quote_.units.size(), open + longest_bracket);
    for (std::size_t i = open + 1; i < end; ++i) {
      if (quote_.units[i].is(mark)) return i;
    }
    return open;
  }

  /// One past the break that begins at unit `i`; `i` where none does.
  [[nodiscard]] std::size_t break_end(std::size_t i) const {
    const TextUnit& unit = quote_.units[i];
    if (unit.is("[")) {
      const std::size_t close = closing(i, "]");
      return close == i ? i : close + 1;
    }
    if (unit.is("(")) {
      const std::size_t close = closing(i, ")");
      const bool dots = close == i + 2 && quote_.units[i + 1].is("…");
      return close != i && (dots || (reading_ & reads_parentheses) != 0) ? close + 1 : i;
    }
    return unit.is("…") && (reading_ & reads_ellipses) != 0 ? i + 1 : i;
  }

  [[nodiscard]] QuoteBreak read_break(std::size_t first, std::size_t last) const {
    QuoteBreak made;
    made.span = {quote_.units[first].span.start, quote_.units[last - 1].span.end};
    if (last - first == 1 || (last - first == 3 && quote_.units[first + 1].is("…"))) {
      made.cut = true;
    } else {
      for (std::size_t i = first + 1; i + 1 < last; ++i) {
        if (quote_.units[i].is_word()) made.inserted.push_back(quote_.units[i]);
      }
    }
    return made;
  }

  /// "[N]ous", "ét[aient]": the bracket and the letters that touch it are one word.
  void glue(QuoteBreak& made, std::size_t piece, std::size_t& piece_end, std::size_t& next) const {
    if (made.cut || made.inserted.empty()) return;
    const std::vector<TextUnit>& units = quote_.units;
    TextUnit word = made.inserted.front();
    bool glued = false;
    if (piece_end > piece && units[piece_end - 1].is_word() &&
        units[piece_end - 1].span.end == made.span.start) {
      --piece_end;
      word.key = units[piece_end].key + word.key;
      made.span.start = units[piece_end].span.start;
      glued = true;
    }
    const bool touches =
        made.inserted.size() == 1 && next < units.size() && units[next].span.start == made.span.end;
    if (touches && units[next].is_word()) {
      word.key += units[next].key;
      made.span.end = units[next].span.end;
      ++next;
      glued = true;
    }
    glued |= touches && next < units.size() && units[next].is("'");  // "[l]'État"
    if (!glued) return;
    word.lower = lower_key(word.key);
    made.inserted.front() = std::move(word);
    made.glued = true;
  }

  void close_piece(std::size_t first, std::size_t last) {
    if (last <= first) return;
    quote_.pieces.push_back({first, last});
    quote_.breaks.emplace_back();
  }

  void merge(QuoteBreak made) {
    QuoteBreak& into = quote_.breaks.back();
    if (into.empty()) {
      into = std::move(made);
      return;
    }
    into.cut |= made.cut;
    into.glued = false;
    into.span.end = made.span.end;
    into.inserted.insert(into.inserted.end(), made.inserted.begin(), made.inserted.end());
  }

  void take_tail(std::size_t piece) {
    std::size_t last = quote_.units.size();
    const bool own = last > piece && (quote_.units[last - 1].is(".") || quote_.units[last - 1].is(","));
    if (own) quote_.tail = &quote_.units[--last];
    close_piece(piece, last);
  }

  std::string_view text_;
  MarkedQuote& quote_;
  std::uint8_t reading_;
};

}  // namespace

bool MarkedQuote::is_marked() const {
  return std::ranges::any_of(breaks, [](const QuoteBreak& b) { return !b.empty(); });
}

MarkedQuote marked_quote(std::string_view text, Span inner, std::uint8_t reading) {
  MarkedQuote quote;
  quote.units = units_of(text, inner);
  PieceReader(text, quote, reading).run();
  return quote;
}

std::uint8_t open_readings(const MarkedQuote& quote) {
  unsigned readings = 0;
  for (const TextUnit& unit : quote.units) {
    readings |= unit.is("…") ? reads_ellipses : 0;
    readings |= unit.is("(") ? reads_parentheses : 0;
  }
  return static_cast<std::uint8_t>(readings);
}

}  // namespace selon
