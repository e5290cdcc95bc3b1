#include "attribution/content.h"

#include <algorithm>

namespace selon {

namespace {

// How far from its cue's sentence a quotation is followed, in tokens: further than any
// paragraph goes on. Else each of thousands of incises in one quotation would have all of it.
constexpr std::uint32_t reach_of_quotation = 2000;

}  // namespace

ContentFinder::ContentFinder(const Vocabulary& vocabulary, PatternSet& patterns)
    : patterns_(patterns),
      comma_(vocabulary.tag("COMMA")),
      semicolon_(vocabulary.tag("SEMICOLON")),
      colon_(vocabulary.tag("COLON")),
      stop_(vocabulary.tag("STOP")),
      question_(vocabulary.tag("QUESTION")),
      ellipsis_(vocabulary.tag("ELLIPSIS")),
      dash_(vocabulary.tag("DASH")),
      open_(vocabulary.tag("QO")),
      close_(vocabulary.tag("QC")),
      left_(vocabulary.tag("LPAR")),
      right_(vocabulary.tag("RPAR")),
      sign_(vocabulary.tag("SIGN")),
      quoted_(vocabulary.tag("QUOTED")) {}

std::uint32_t quotation_around(const Text& text, std::uint32_t token) {
  const auto after = std::upper_bound(text.quotations.begin(), text.quotations.end(), token,
                                      [](std::uint32_t t, const Quotation& q) { return t < q.first; });
  if (after == text.quotations.begin()) {
    return no_index;
  }
  // Quotations nest: what holds the token is the last one that begins before it, or stands around that.
  auto index = static_cast<std::uint32_t>(after - text.quotations.begin()) - 1;
  while (index != no_index && text.quotations[index].last <= token) {
    index = text.quotations[index].parent;
  }
  return index;
}

void ContentFinder::trim(const Text& text, TokenRange& range) const {
  const auto loose = [this](Tag tag) {
    return tag == comma_ || tag == semicolon_ || tag == colon_ || tag == stop_ || tag == dash_;
  };
  // A bullet is no part of what follows it; a per cent sign is part of its number.
  while (!range.empty() && (loose(text.tokens[range.first].tag) || text.tokens[range.first].tag == sign_)) {
    ++range.first;
  }
  while (!range.empty() && loose(text.tokens[range.last - 1].tag)) {
    --range.last;
  }
}

// The sentence's tags with the insides of quotations and brackets that open at or
// after `from` blanked: no boundary is looked for there.
const std::string& ContentFinder::masked(const Context& context, std::uint32_t from) {
  const TokenRange limits = context.limits;
  masked_.assign(context.text->tags, limits.first, limits.last - limits.first);
  constexpr char blank = static_cast<char>(0xFF);
  const auto hide = [&](std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = std::max(first, limits.first); i < std::min(last, limits.last); ++i) {
      masked_[i - limits.first] = blank;
    }
  };
  const auto& quotations = context.text->quotations;
  auto it = std::lower_bound(quotations.begin(), quotations.end(), from,
                             [](const Quotation& q, std::uint32_t t) { return q.first < t; });
  for (; it != quotations.end() && it->first < limits.last; ++it) {
    if (it->closed && it->opened) {
      hide(it->first + 1, it->last - 1);
      // Only an unmatched closing mark is a boundary.
      if (it->last <= limits.last && masked_[it->last - 1 - limits.first] != blank) {
        masked_[it->last - 1 - limits.first] = static_cast<char>(quoted_);
      }
    }
  }
  std::uint32_t opened = no_index;
  for (std::uint32_t i = from; i < limits.last; ++i) {
    const Tag tag = context.text->tokens[i].tag;
    if (tag == left_) {
      opened = i;
    } else if (tag == right_ && opened != no_index) {
      hide(opened, i + 1);
      opened = no_index;
    }
  }
  return masked_;
}

// Where a quotation that opens at or after `from` is still open at `end`, the
// content goes on to its closing mark.
std::uint32_t ContentFinder::end_of_quotations(const Text& text, std::uint32_t from,
                                               std::uint32_t end) const {
  auto it = std::lower_bound(text.quotations.begin(), text.quotations.end(), from,
                             [](const Quotation& q, std::uint32_t t) { return q.first < t; });
  for (; it != text.quotations.end() && it->first < end; ++it) {
    if (it->closed && it->last > end && it->last - end <= reach_of_quotation) {
      end = it->last;
    }
  }
  return end;
}

std::vector<TokenRange> ContentFinder::after(const Context& context, std::string_view scope,
                                             std::uint32_t from) {
  const Text& text = *context.text;
  const std::uint32_t base = context.limits.first;
  if (from >= context.limits.last) {
    return {};
  }
  const std::string tags = masked(context, from);
  std::uint32_t end = context.limits.last;
  if (const auto found = patterns_.boundary(scope, "end", tags, from - base, false)) {
    end = base + found->first;
  }
  const bool cut_short = end < context.limits.last;
  std::vector<TokenRange> ranges;
  std::uint32_t start = from;
  while (const auto gap = patterns_.boundary(scope, "gap", tags, start - base, false)) {
    if (base + gap->first >= end || gap->last <= gap->first) {
      break;
    }
    ranges.push_back({start, base + gap->first});
    start = base + gap->last;
  }
  ranges.push_back({start, cut_short ? end : end_of_quotations(text, from, end)});
  return ranges;
}

// A clause begins with its sentence; what is quoted begins with its quotation, be
// it sentences earlier.
std::uint32_t ContentFinder::start_of_clause(const Context& context, std::uint32_t end) const {
  const Text& text = *context.text;
  std::uint32_t start = context.limits.first;
  if (end == start) {
    // The cue opens its sentence: what it reports is the quotation just before.
    return start;
  }
  for (const std::uint32_t token : {end - 1, start}) {
    const std::uint32_t around = quotation_around(text, token);
    if (around == no_index) {
      continue;
    }
    std::uint32_t outer = around;
    while (text.quotations[outer].parent != no_index) {
      outer = text.quotations[outer].parent;
    }
    const Quotation& quotation = text.quotations[outer];
    if (quotation.first < start && quotation.opened && start - quotation.first <= reach_of_quotation) {
      start = quotation.first;
    }
  }
  return start;
}

// Inside a quotation or between two, words that tell when or where something was said
// belong to the incise: "« C1, dit X en riant, C2 »". The mark behind them, or `from`.
std::uint32_t ContentFinder::end_of_incise(const Context& context, std::uint32_t from) const {
  constexpr std::uint32_t most_words = 12;
  const Text& text = *context.text;
  for (std::uint32_t i = from; i < std::min(context.limits.last, from + most_words); ++i) {
    const Tag tag = text.tokens[i].tag;
    if (tag == comma_ || tag == stop_) {
      return i;
    }
    if (tag == open_ || tag == close_ || tag == question_ || tag == colon_) {
      break;
    }
  }
  return from;
}

TokenRange ContentFinder::tail(const Context& context, std::string_view scope, std::uint32_t from,
                               bool inside_quotation) {
  const Text& text = *context.text;
  const std::uint32_t base = context.limits.first;
  if (from >= context.limits.last) {
    return {};
  }
  if (const std::uint32_t mark = end_of_incise(context, from);
      inside_quotation || (mark + 1 < context.limits.last && text.tokens[mark].tag == comma_ &&
                           text.tokens[mark + 1].tag == open_)) {
    from = mark;
  }
  const Tag mark = text.tokens[from].tag;
  const std::uint32_t start = from + 1;
  if (inside_quotation && (mark == comma_ || mark == stop_)) {
    // "« C1, dit X. C2. »": the speaker goes on to the closing mark, sentences later.
    const Quotation& quotation = text.quotations[quotation_around(text, from)];
    return {start, std::min(quotation.last, start + reach_of_quotation)};
  }
  if (mark != comma_ || start >= context.limits.last) {
    return {};
  }
  const std::string tags = masked(context, start);
  const std::string tail_scope = "tail" + std::string(scope.substr(std::min(scope.find('-'), scope.size())));
  if (!patterns_.boundary(tail_scope, "start", tags, start - base, true)) {
    return {};
  }
  std::uint32_t end = context.limits.last;
  if (const auto found = patterns_.boundary(scope, "end", tags, start - base, false)) {
    end = base + found->first;
  }
  return {start, end == context.limits.last ? end_of_quotations(text, start, end) : end};
}

// What stands before the cue: from the start of the clause, or from where the pack's
// "skip" boundaries say; nothing where none of its "whole" boundaries is met, neither
// by it nor by the tail after the cue.
TokenRange ContentFinder::head(const Context& context, std::string_view scope, std::uint32_t end,
                               TokenRange tail) {
  const std::uint32_t base = context.limits.first;
  TokenRange range{start_of_clause(context, end), end};
  if (range.first < base || end <= base) {
    return range;  // a quotation that began sentences earlier is whole
  }
  const std::string tags = masked(context, base).substr(0, end - base);
  if (patterns_.has_boundary(scope, "whole") && !patterns_.boundary(scope, "whole", tags, 0, false) &&
      (tail.empty() ||
       !patterns_.boundary("tail", "whole", masked(context, base), tail.first - base, true))) {
    return {};
  }
  std::uint32_t from = 0;
  while (const auto skip = patterns_.boundary(scope, "skip", tags, from, false)) {
    if (skip->last <= from || base + skip->last >= end) {
      break;
    }
    from = skip->last;
  }
  range.first = std::max(range.first, base + from);
  return range;
}

// The quotation that an incise stands inside of, or no_index.
std::uint32_t ContentFinder::quotation_of_incise(const Text& text, const PatternMatch& match) {
  const std::uint32_t around = quotation_around(text, match.whole.first);
  if (around == no_index) {
    return no_index;
  }
  const Quotation& quotation = text.quotations[around];
  const bool inside = quotation.opened && quotation.closed && quotation.last > match.whole.last &&
                      quotation.first < match.whole.first;
  return inside ? around : no_index;
}

std::vector<TokenRange> ContentFinder::before(const Context& context, const PatternMatch& match) {
  const Text& text = *context.text;
  const std::uint32_t inside = quotation_of_incise(text, match);
  const TokenRange rest = tail(context, match.pattern->scope, match.whole.last, inside != no_index);
  TokenRange said = head(context, match.pattern->scope, match.whole.first, rest);
  if (inside != no_index) {
    // An incise inside a quotation: what is quoted begins with the quotation, or
    // with the sentence where something else stands before it.
    const std::uint32_t opening = text.quotations[inside].first;
    const bool in_reach = context.limits.first <= opening + reach_of_quotation;
    said = {in_reach ? std::min(opening, context.limits.first) : context.limits.first, match.whole.first};
  }
  if (said.empty()) {
    return {};
  }
  // A whole quotation before the incise is taken up by another quotation only.
  const std::uint32_t whole = inside == no_index ? quotation_around(text, said.first) : no_index;
  const bool quoted = whole != no_index && text.quotations[whole].first == said.first &&
                      text.quotations[whole].last == said.last;
  const bool takes_up = rest.empty() || !quoted || text.tokens[rest.first].tag == open_ ||
                        (rest.first + 1 < rest.last && text.tokens[rest.first + 1].tag == open_);
  std::vector<TokenRange> ranges{said};
  if (!rest.empty() && takes_up) {
    ranges.push_back(rest);
  }
  return ranges;
}

std::vector<TokenRange> ContentFinder::around(const Context& context, const PatternMatch& match) {
  std::vector<TokenRange> ranges;
  const std::string tags = masked(context, context.limits.first);
  const std::uint32_t base = context.limits.first;
  if (const auto start =
          patterns_.boundary(match.pattern->scope, "start", tags, match.whole.last - base, true)) {
    return after(context, match.pattern->scope, base + start->last);
  }
  if (match.whole.first > context.limits.first) {
    ranges.push_back(head(context, match.pattern->scope, match.whole.first, {}));
  }
  for (const TokenRange& range : after(context, match.pattern->scope, match.whole.last)) {
    ranges.push_back(range);
  }
  return ranges;
}

std::vector<TokenRange> ContentFinder::find(const Text& text, std::uint32_t sentence,
                                            const PatternMatch& match) {
  const Sentence& limits = text.sentences[sentence];
  const Context context{&text, sentence, {limits.first, limits.last}};
  std::vector<TokenRange> ranges;
  switch (patterns_.direction(*match.pattern)) {
    case Direction::after:
      ranges = after(context, match.pattern->scope, match.content ? match.content->first : match.whole.last);
      break;
    case Direction::before:
      ranges = before(context, match);
      break;
    case Direction::around:
      ranges = around(context, match);
      break;
    case Direction::group:
      if (match.content) {
        ranges.push_back(*match.content);
      }
      break;
  }
  for (TokenRange& range : ranges) {
    trim(text, range);
  }
  ranges.erase(std::remove_if(ranges.begin(), ranges.end(), [](const TokenRange& r) { return r.empty(); }),
               ranges.end());
  return ranges;
}

}  // namespace selon
