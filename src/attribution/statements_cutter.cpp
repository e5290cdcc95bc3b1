#include "attribution/statements_cutter.h"

#include <algorithm>

#include "attribution/quoted_text.h"

namespace selon {

namespace {

// Contents that run on from earlier sentences: of very many (hostile input) the
// latest count.
constexpr std::size_t most_running_on = 16;
// What is left between attributions must be this long to be a statement of its own.
constexpr std::uint32_t fewest_words = 3;

/// The tokens of a sentence that a span touches.
TokenRange tokens_in(const Text& text, const Sentence& sentence, Span span) {
  const auto begin = text.tokens.begin();
  const auto first = std::partition_point(begin + sentence.first, begin + sentence.last,
                                          [&](const Token& token) { return token.span.end <= span.start; });
  const auto last = std::partition_point(first, begin + sentence.last,
                                         [&](const Token& token) { return token.span.start < span.end; });
  return {static_cast<std::uint32_t>(first - begin), static_cast<std::uint32_t>(last - begin)};
}

Span span_of_sentence(const Text& text, const Sentence& sentence) {
  return {text.tokens[sentence.first].span.start, text.tokens[sentence.last - 1].span.end};
}

}  // namespace

StatementCutter::StatementCutter(const TagTable& tags)
    : finite_(tags_named(tags, "@FINITE")),
      closing_(tags_named(tags, "COMMA SEMICOLON COLON STOP QUESTION ELLIPSIS QC RPAR DASH")),
      links_(tags_named(tags, "COORD MAIS CONJ QUI DONT QUE")),
      leading_(tags_named(tags, "COORD MAIS CONJ QUI DONT QUE CEQUE COMME DE A PREP POUR DET")),
      pauses_(tags_named(tags, "COMMA SEMICOLON COLON DASH")),
      open_(tags_named(tags, "QO")),
      close_(tags_named(tags, "QC")),
      subordinators_(tags_named(tags, "QUI DONT QUE CEQUE")),
      additions_(tags_named(tags, "QUI DONT QUE CEQUE PREP POUR DE A GER QO LPAR @GERUND")) {}

void StatementCutter::cut(const Document& document, Analysis& analysis) {
  const Text& text = analysis.text;
  analysis.statements.clear();
  analysis.statements.reserve(text.sentences.size());
  collect_parts(analysis.attributions);
  for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
    const Sentence& sentence = text.sentences[i];
    if (sentence.first >= sentence.last) {
      continue;
    }
    open_parts(span_of_sentence(text, sentence));
    make_groups(text, sentence);
    cut_sentence(text, i, analysis.statements);
  }
  credit_captions(document, analysis);
}

// Parts in order of place, so that one sweep over the sentences meets them all.
void StatementCutter::collect_parts(const std::vector<Attribution>& attributions) {
  parts_.clear();
  open_parts_.clear();
  next_part_ = 0;
  group_of_.assign(attributions.size(), no_index);
  for (std::uint32_t i = 0; i < attributions.size(); ++i) {
    const Attribution& attribution = attributions[i];
    for (const Span span : attribution.content) {
      parts_.push_back({span, i, Role::content});
    }
    if (attribution.cue) {
      parts_.push_back({attribution.cue->span, i, Role::cue});
    }
    if (attribution.source) {
      parts_.push_back({*attribution.source, i, Role::source});
    }
  }
  std::ranges::stable_sort(parts_, {}, [](const Part& part) { return part.span.start; });
}

void StatementCutter::open_parts(Span sentence) {
  std::erase_if(open_parts_, [&](const Part& part) { return part.span.end <= sentence.start; });
  if (open_parts_.size() > most_running_on) {
    open_parts_.erase(open_parts_.begin(), open_parts_.end() - most_running_on);
  }
  for (; next_part_ < parts_.size() && parts_[next_part_].span.start < sentence.end; ++next_part_) {
    if (parts_[next_part_].span.end > sentence.start) {
      open_parts_.push_back(parts_[next_part_]);
    }
  }
}

// The cores first: content and cue of each attribution with all between them.
void StatementCutter::make_groups(const Text& text, const Sentence& sentence) {
  groups_.clear();
  if (open_parts_.empty()) {
    return;
  }
  for (const Part& part : open_parts_) {
    if (part.role != Role::source) {
      add_core(tokens_in(text, sentence, part.span), part.attribution);
    }
  }
  merge_groups();
  index_groups();
  extend_to_sources(text, sentence);
  for (const Part& part : open_parts_) {
    group_of_[part.attribution] = no_index;
  }
}

void StatementCutter::add_core(TokenRange range, std::uint32_t attribution) {
  if (range.empty()) {
    return;
  }
  std::uint32_t& index = group_of_[attribution];
  if (index == no_index) {
    index = static_cast<std::uint32_t>(groups_.size());
    groups_.push_back({range, {attribution}});
    return;
  }
  TokenRange& own = groups_[index].range;
  own = {std::min(own.first, range.first), std::max(own.last, range.last)};
}

void StatementCutter::index_groups() {
  for (std::uint32_t i = 0; i < groups_.size(); ++i) {
    for (const std::uint32_t attribution : groups_[i].attributions) {
      group_of_[attribution] = i;
    }
  }
}

// A source may stand in the statement before ("…, a assuré X, qui a décrit …"):
// then it stays there.
void StatementCutter::extend_to_sources(const Text& text, const Sentence& sentence) {
  for (const Part& part : open_parts_) {
    const std::uint32_t index = group_of_[part.attribution];
    if (part.role != Role::source || index == no_index) {
      continue;
    }
    const TokenRange range = tokens_in(text, sentence, part.span);
    TokenRange& own = groups_[index].range;
    const std::uint32_t first = std::min(own.first, range.first);
    const std::uint32_t last = std::max(own.last, range.last);
    const bool free = (index == 0 || groups_[index - 1].range.last <= first) &&
                      (index + 1 == groups_.size() || last <= groups_[index + 1].range.first);
    if (!range.empty() && free) {
      own = {first, last};
    }
  }
}

// Groups that overlap become one; the rest are put in order.
void StatementCutter::merge_groups() {
  std::ranges::stable_sort(groups_, {}, [](const Group& group) { return group.range.first; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    if (kept > 0 && groups_[i].range.first < groups_[kept - 1].range.last) {
      Group& into = groups_[kept - 1];
      into.range.last = std::max(into.range.last, groups_[i].range.last);
      into.attributions.insert(into.attributions.end(), groups_[i].attributions.begin(),
                               groups_[i].attributions.end());
    } else {
      if (kept != i) {
        groups_[kept] = std::move(groups_[i]);
      }
      ++kept;
    }
  }
  groups_.resize(kept);
}

// Whether what no attribution holds is a clause of its own: words with a verb that
// stands in no quotation and belongs to no relative clause.
bool StatementCutter::is_clause(const Text& text, TokenRange range) const {
  std::uint32_t words = 0;
  std::uint32_t subordinate = 0;
  int depth = 0;
  bool verb = false;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const Token& token = text.tokens[i];
    words += token.word != no_index ? 1u : 0u;
    depth += open_.test(token.tag) ? 1 : (close_.test(token.tag) && depth > 0 ? -1 : 0);
    if (depth > 0) {
      continue;
    }
    if (subordinators_.test(token.tag)) {
      ++subordinate;
    } else if (finite_.test(token.tag)) {
      verb = verb || subordinate == 0;
      subordinate -= subordinate > 0 ? 1u : 0u;
    }
  }
  return verb && words >= fewest_words;
}

// What stands before an attribution is a statement where a mark or a link parts them:
// "Il a été | annoncé que" is one.
bool StatementCutter::stands_before(const Text& text, TokenRange range) const {
  const std::uint32_t end = without_links(text, range);
  const bool parted = end < range.last || closing_.test(text.tokens[range.last - 1].tag);
  return parted && is_clause(text, range);
}

// What follows an attribution is one unless it only adds to it: a relative clause, a
// circumstance, the rest of a quotation.
bool StatementCutter::stands_after(const Text& text, TokenRange range) const {
  return !range.empty() && !additions_.test(text.tokens[range.first].tag) && is_clause(text, range);
}

std::uint32_t StatementCutter::end_of_marks(const Text& text, TokenRange range) const {
  std::uint32_t i = range.first;
  while (i < range.last && text.tokens[i].word == no_index && closing_.test(text.tokens[i].tag)) {
    ++i;
  }
  return i;
}

// Where a clause ends before the words that only lead over to what follows it
// ("… et ce que | X a identifié comme").
std::uint32_t StatementCutter::without_links(const Text& text, TokenRange range) const {
  const auto tag = [&](std::uint32_t token) { return text.tokens[token].tag; };
  std::uint32_t end = range.last;
  while (end > range.first) {
    const bool mark_after_link =
        end - range.first > 1 && pauses_.test(tag(end - 1)) && links_.test(tag(end - 2));
    if (!mark_after_link && !leading_.test(tag(end - 1))) {
      break;
    }
    end -= mark_after_link ? 2u : 1u;
  }
  return end;
}

// Where the words between two attributions part: before a link word ("tandis que
// Y…"), else after the last comma.
std::uint32_t StatementCutter::split(const Text& text, TokenRange gap) const {
  std::uint32_t after_pause = no_index;
  for (std::uint32_t i = gap.first; i < gap.last; ++i) {
    const Tag tag = text.tokens[i].tag;
    if (links_.test(tag)) {
      return i;
    }
    if (pauses_.test(tag)) {
      after_pause = i + 1;
    }
  }
  return after_pause == no_index ? gap.last : after_pause;
}

void StatementCutter::add(const Text& text, std::uint32_t sentence, TokenRange range, const Group* group,
                          std::vector<Statement>& out) {
  if (range.empty()) {
    return;
  }
  Statement statement;
  statement.span = {text.tokens[range.first].span.start, text.tokens[range.last - 1].span.end};
  statement.block = text.sentences[sentence].block;
  statement.sentence = sentence;
  if (group != nullptr) {
    statement.status = Status::attributed;
    statement.attributions = group->attributions;
    std::ranges::sort(statement.attributions);
    const auto repeated = std::ranges::unique(statement.attributions);
    statement.attributions.erase(repeated.begin(), repeated.end());
  }
  out.push_back(std::move(statement));
}

// Walks the sentence from group to group; `start` is where the statement that is
// being made begins.
void StatementCutter::cut_sentence(const Text& text, std::uint32_t sentence, std::vector<Statement>& out) {
  const Sentence& limits = text.sentences[sentence];
  if (groups_.empty()) {
    add(text, sentence, {limits.first, limits.last}, nullptr, out);
    return;
  }
  std::uint32_t start = limits.first;
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    Group& group = groups_[i];
    if (start < group.range.first && stands_before(text, {start, group.range.first})) {
      const std::uint32_t end = without_links(text, {start, group.range.first});
      add(text, sentence, {start, end}, nullptr, out);
      start = end;
    }
    const bool last = i + 1 == groups_.size();
    const TokenRange gap{group.range.last, last ? limits.last : groups_[i + 1].range.first};
    const std::uint32_t after_marks = end_of_marks(text, gap);
    std::uint32_t end = last ? limits.last : split(text, gap);
    if (stands_after(text, {after_marks, gap.last})) {
      end = after_marks;
    }
    end = std::max(end, std::min(after_marks, gap.last));
    add(text, sentence, {start, end}, &group, out);
    start = end;
  }
  add(text, sentence, {start, limits.last}, nullptr, out);
}

namespace {

bool has_credit(const Document& document, std::uint32_t block) {
  return block + 1 < document.blocks.size() && document.blocks[block + 1].kind == BlockKind::credit &&
         document.blocks[block].span.contains(document.blocks[block + 1].span);
}

}  // namespace

// A caption with its own credit stands on it, unless it names a source itself.
void credit_captions(const Document& document, Analysis& analysis) {
  auto& all = analysis.statements;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i;
    bool attributed = false;
    for (; end < all.size() && all[end].block == all[i].block; ++end) {
      attributed = attributed || all[end].status == Status::attributed;
    }
    const std::uint32_t block = all[i].block;
    const bool credited =
        !attributed && document.blocks[block].kind == BlockKind::caption && has_credit(document, block);
    for (; i < end; ++i) {
      if (credited) {
        all[i].status = Status::credited;
      }
    }
  }
}

}  // namespace selon
