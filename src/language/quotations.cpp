#include "language/quotations.h"

#include <algorithm>

#include "language/tokenizer.h"
#include "language/unicode.h"

namespace selon {

namespace {

enum class Direction : std::uint8_t { open, close, either };

struct Mark {
  std::uint32_t token = 0;
  std::uint32_t character = 0;
};

// Marks that belong together: an opening one is closed by its own family only.
char family(std::uint32_t c) {
  switch (c) {
    case 0xAB:
    case 0xBB:
      return 'g';
    case 0x2039:
    case 0x203A:
      return 's';
    case '"':
    case 0xFF02:
      return 'd';
    case 0x2018:
      return 'a';
    default:
      return 'c';
  }
}

class Pairing {
 public:
  Pairing(std::string_view text, std::uint32_t block, std::uint32_t first, std::uint32_t last, Text& out)
      : text_(text), block_(block), first_(first), last_(last), out_(out) {}

  void run(const Vocabulary& vocabulary, std::uint32_t unclosed_before) {
    unclosed_before_ = unclosed_before;
    const Tag open_tag = vocabulary.punctuation(0x110000);
    const Tag close_tag = vocabulary.punctuation(0x110001);
    const std::size_t before = out_.quotations.size();
    for (std::uint32_t i = first_; i < last_; ++i) {
      Token& token = out_.tokens[i];
      if (token.word != no_index) {
        continue;
      }
      const std::uint32_t c = unicode::decode(text_, token.span.start).value;
      if (!is_quotation_mark(c)) {
        continue;
      }
      const Mark mark{i, c};
      const bool opens = decide(mark) == Direction::open;
      token.tag = opens ? open_tag : close_tag;
      if (opens) {
        open(mark, i == first_ ? unclosed_before : no_index);
      } else {
        close(mark);
      }
    }
    finish();
    link_parents(before);
  }

 private:
  struct Open {
    std::uint32_t quotation;
    char family;
  };
  /// Where a quotation that stands in no other has ended.
  struct End {
    std::uint32_t token;
    char family;
  };
  static constexpr char any_family = '*';

  // French guillemets open inward; some house styles repeat » at each paragraph.
  Direction decide(const Mark& mark) const {
    switch (mark.character) {
      case 0xAB:
      case 0x2039:
      case 0x2018:
      case 0x301D:
        return Direction::open;
      case 0xBB:
      case 0x203A:
      case 0x201D:
      case 0x301E:
        return mark.token == first_ && mark.character == 0xBB ? Direction::open : Direction::close;
      case 0x201E:
      case 0x201F:
        return Direction::open;
      case 0x201C:
        // “ opens in French and English and closes after „.
        return !stack_.empty() && stack_.back().family == 'c' && spaced_right(mark.token) &&
                       !spaced_left(mark.token)
                   ? Direction::close
                   : Direction::open;
      default:
        return straight(mark.token);
    }
  }

  bool spaced_left(std::uint32_t token) const {
    if (token == first_ || (out_.tokens[token].shape & shape_space_before) != 0) {
      return true;
    }
    const std::uint32_t c = unicode::decode_before(text_, out_.tokens[token].span.start).value;
    return unicode::is_apostrophe(c) || c == '(' || c == '[' || c == '-' || c == 0x2013 || c == 0x2014 ||
           c == '/' || c == 0xAB || c == 0x201C;
  }

  bool spaced_right(std::uint32_t token) const {
    const std::uint32_t end = out_.tokens[token].span.end;
    if (token + 1 >= last_) {
      return true;
    }
    const std::uint32_t c = unicode::decode(text_, end).value;
    return !unicode::is_letter(c) && !unicode::is_digit(c) && c != '[' && c != '(' && c != 0x2026 &&
           !(c == '.' && text_.substr(end, 3) == "...") && c != 0xAB && c != 0x201C && c != '-';
  }

  // A straight mark tells its direction by what touches it; where both sides are
  // free, or neither is, the number of marks open so far decides.
  Direction straight(std::uint32_t token) const {
    const bool left = spaced_left(token);
    const bool right = spaced_right(token);
    const bool is_open = std::any_of(stack_.begin(), stack_.end(), [](Open o) { return o.family == 'd'; });
    if (left && !right) {
      return Direction::open;
    }
    if (right && !left) {
      return Direction::close;
    }
    return is_open ? Direction::close : Direction::open;
  }

  // What has marks nested deeper is no text: it opens nothing, so that no token stands in
  // more quotations, whatever walks over each quotation's tokens.
  static constexpr std::size_t most_open = 16;

  void open(const Mark& mark, std::uint32_t continued) {
    if (stack_.size() == most_open) {
      return;
    }
    Quotation quotation;
    const Span span = out_.tokens[mark.token].span;
    quotation.span = {span.start, out_.tokens[last_ - 1].span.end};
    quotation.inner = {span.end, quotation.span.end};
    quotation.first = mark.token;
    quotation.last = last_;
    quotation.block = block_;
    quotation.closed = false;
    quotation.continues = continued != no_index;
    stack_.push_back({static_cast<std::uint32_t>(out_.quotations.size()), family(mark.character)});
    out_.quotations.push_back(quotation);
  }

  void close(const Mark& mark) {
    const char wanted = family(mark.character);
    std::size_t depth = stack_.size();
    while (depth > 0 && stack_[depth - 1].family != wanted) {
      --depth;
    }
    if (depth == 0) {
      // Mixed pairs do occur: “ closed by ", « closed by ".
      if (!stack_.empty()) {
        end_quotation(stack_.back().quotation, mark.token);
        stack_.pop_back();
        if (stack_.empty()) {
          ended_.push_back({mark.token, wanted});
        }
      } else {
        close_without_opening(mark);
      }
      return;
    }
    end_quotation(stack_[depth - 1].quotation, mark.token);
    if (depth == 1) {
      ended_.push_back({mark.token, wanted});
    }
    // What was opened inside and never closed ends where its outer one ends.
    for (std::size_t i = depth; i < stack_.size(); ++i) {
      Quotation& inner = out_.quotations[stack_[i].quotation];
      inner.last = mark.token;
      inner.span.end = inner.inner.end = out_.tokens[mark.token - 1].span.end;
    }
    stack_.resize(depth - 1);
  }

  void end_quotation(std::uint32_t index, std::uint32_t token) {
    Quotation& quotation = out_.quotations[index];
    quotation.closed = true;
    quotation.last = token + 1;
    quotation.span.end = out_.tokens[token].span.end;
    quotation.inner.end = out_.tokens[token].span.start;
  }

  // What was never opened begins with the block, or after the last quotation of its
  // own family of marks, or after another that was never opened: none overlaps it.
  std::uint32_t start_of_unopened(char wanted) const {
    for (auto end = ended_.rbegin(); end != ended_.rend(); ++end) {
      if (end->family == wanted || end->family == any_family) {
        return end->token + 1;
      }
    }
    return first_;
  }

  void close_without_opening(const Mark& mark) {
    Quotation quotation;
    quotation.first = start_of_unopened(family(mark.character));
    const std::uint32_t start = out_.tokens[quotation.first].span.start;
    ended_.push_back({mark.token, any_family});
    quotation.last = mark.token + 1;
    quotation.span = {start, out_.tokens[mark.token].span.end};
    quotation.inner = {start, out_.tokens[mark.token].span.start};
    quotation.block = block_;
    quotation.opened = false;
    // "« A.¶B. »": the paragraph before left it open, and nothing re-opens it.
    quotation.continues = unclosed_before_ != no_index && quotation.first == first_;
    out_.quotations.push_back(quotation);
  }

  void finish() { stack_.clear(); }

  void link_parents(std::size_t from) {
    std::stable_sort(out_.quotations.begin() + static_cast<std::ptrdiff_t>(from), out_.quotations.end(),
                     [](const Quotation& a, const Quotation& b) {
                       return a.span.start != b.span.start ? a.span.start < b.span.start
                                                           : a.span.end > b.span.end;
                     });
    std::vector<std::uint32_t> around;
    for (std::size_t i = from; i < out_.quotations.size(); ++i) {
      Quotation& quotation = out_.quotations[i];
      while (!around.empty() && out_.quotations[around.back()].span.end < quotation.span.end) {
        around.pop_back();
      }
      quotation.parent = around.empty() ? no_index : around.back();
      around.push_back(static_cast<std::uint32_t>(i));
    }
  }

  std::string_view text_;
  std::uint32_t block_;
  std::uint32_t first_;
  std::uint32_t last_;
  Text& out_;
  std::uint32_t unclosed_before_ = no_index;
  std::vector<Open> stack_;
  std::vector<End> ended_;
};

}  // namespace

void pair_quotations(std::string_view text, std::uint32_t block, std::uint32_t first, std::uint32_t last,
                     const Vocabulary& vocabulary, Text& out, std::uint32_t unclosed_before) {
  Pairing(text, block, first, last, out).run(vocabulary, unclosed_before);
}

}  // namespace selon
