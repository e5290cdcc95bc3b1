// quotation.inconsistent: the same source's quotation in two wordings.
//
// Two wordings are taken for one quotation where all but a word or two agree. What
// quoting allows is no difference: a marked cut or insertion, an excerpt that stops
// at a mark of punctuation, a word that stands right outside the marks, an opening
// "et" or "que" left out. Headlines and subheadings may take any part of a
// quotation, as long as the words of that part are unaltered.
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <optional>
#include <span>

#include "audit/checks.h"
#include "audit/quotations.h"
#include "audit/wording_difference.h"

namespace selon {

namespace {

constexpr std::size_t least_same = 4;
constexpr std::size_t same_for_each_change = 4;  ///< 8 words agree where 2 differ
constexpr std::size_t most_words = 400;
constexpr std::size_t words_outside = 3;

struct Pair {
  const Wording* here;   ///< where the finding goes
  const Wording* other;  ///< the wording it is compared with
  WordDifference difference;
};

bool is_excerpt_kind(BlockKind kind) { return kind == BlockKind::headline || kind == BlockKind::subheading; }

bool has_punctuation(std::string_view text, Span between) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto at = static_cast<std::int32_t>(between.start);
  const auto end = static_cast<std::int32_t>(between.end);
  while (at < end) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, end, c);
    if (u_ispunct(c) && c != '\'' && c != 0x2019 && c != '-' && c != 0x2011) {
      return true;
    }
  }
  return false;
}

/// Judges the words that one wording has, and another one lacks, at one of its ends.
class EdgeJudge {
 public:
  explicit EdgeJudge(const AuditContext& context)
      : context_(context),
        edge_words_(context.pack.list("quotation-edge-words")),
        negations_(context.pack.list("negation-words")) {}

  /// Words [first, last) of `full` stand before or after all of `cut`: is leaving
  /// them out what quoting an excerpt allows?
  [[nodiscard]] bool allowed(const Wording& full, std::size_t first, std::size_t last,
                             const Wording& cut) const {
    if (is_excerpt_kind(cut.kind)) {
      return true;
    }
    const std::span<const QuotedWord> left_out(full.words.data() + first, last - first);
    if (first == 0) {
      return is_free_beginning(left_out, cut) || stands_outside(cut, left_out.front(), true) ||
             is_apart({full.words[last - 1].span.end, full.words[last].span.start});
    }
    return stands_outside(cut, left_out.front(), false) ||
           is_apart({full.words[first - 1].span.end, full.words[first].span.start});
  }

 private:
  /// A quotation is cut in front to fit the sentence around it ("ils iront « tous
  /// ensemble »"): such a cut is free, but for words of negation.
  [[nodiscard]] bool is_free_beginning(std::span<const QuotedWord> left_out, const Wording& cut) const {
    const auto in = [](const WordSet& set) {
      return [&set](const QuotedWord& word) { return set.contains(word.key); };
    };
    if (std::ranges::any_of(left_out, in(negations_))) {
      return false;
    }
    return begins_small(cut) || std::ranges::all_of(left_out, [&](const QuotedWord& word) {
             return edge_words_.contains(word.key) || context_.stop_words().contains(word.key);
           });
  }

  [[nodiscard]] bool begins_small(const Wording& wording) const {
    if (wording.words.empty()) {
      return false;
    }
    const Span first = wording.words.front().span;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(context_.document.text.data());
    auto at = static_cast<std::int32_t>(first.start);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, static_cast<std::int32_t>(first.end), c);
    return u_islower(c) != 0;
  }

  [[nodiscard]] bool is_apart(Span between) const { return has_punctuation(context_.document.text, between); }

  /// Whether the word stands in the sentence right outside the marks of `cut`.
  [[nodiscard]] bool stands_outside(const Wording& cut, const QuotedWord& word, bool before) const {
    const Statement* statement = context_.statement_at(cut.quoted->span.start);
    if (statement == nullptr) {
      return false;
    }
    const Span quoted = cut.quoted->span;
    std::vector<QuotedWord> near = words_in(
        context_.document.text, before ? Span{std::min(statement->span.start, quoted.start), quoted.start}
                                       : Span{quoted.end, std::max(statement->span.end, quoted.end)});
    if (before) {
      std::ranges::reverse(near);
    }
    near.resize(std::min(near.size(), words_outside));
    return std::ranges::find(near, word.key, &QuotedWord::key) != near.end();
  }

  const AuditContext& context_;
  WordSet edge_words_;
  WordSet negations_;
};

std::uint32_t words_lost(const WordDifference& d, bool by_a) {
  std::size_t lost = 0;
  for (const WordRun& run : d.runs) {
    lost += by_a ? run.b_size() : run.a_size();
  }
  return static_cast<std::uint32_t>(lost);
}

int weight(BlockKind kind) {
  if (is_excerpt_kind(kind)) {
    return 0;
  }
  return kind == BlockKind::standfirst || kind == BlockKind::caption ? 1 : 2;
}

/// The finding goes to the lighter text (a standfirst before a paragraph), else to
/// the wording that has lost words, else to the later one.
bool belongs_to_first(const Wording& a, const Wording& b, const WordDifference& d) {
  if (weight(a.kind) != weight(b.kind)) {
    return weight(a.kind) < weight(b.kind);
  }
  const std::uint32_t lost_by_a = words_lost(d, true);
  const std::uint32_t lost_by_b = words_lost(d, false);
  return lost_by_a != lost_by_b ? lost_by_a > lost_by_b : a.quoted->span.start > b.quoted->span.start;
}

bool same_speaker(const Wording& a, const Wording& b) {
  if (a.source != no_index && b.source != no_index) {
    return a.source == b.source;
  }
  return (is_excerpt_kind(a.kind) && !a.attributed) || (is_excerpt_kind(b.kind) && !b.attributed);
}

/// The difference of two wordings of one quotation, or nothing where they agree, or
/// are two quotations.
std::optional<WordDifference> inconsistency(const EdgeJudge& judge, const Wording& a, const Wording& b) {
  if (a.words.size() > most_words || b.words.size() > most_words) {
    return std::nullopt;
  }
  WordDifference d = difference(a.words, b.words);
  std::erase_if(d.runs, [&](const WordRun& run) {
    const bool at_end = (run.a_first == 0 && run.b_first == 0) ||
                        (run.a_last == a.words.size() && run.b_last == b.words.size());
    const bool allowed = at_end && ((run.a_size() == 0 && judge.allowed(b, run.b_first, run.b_last, a)) ||
                                    (run.b_size() == 0 && judge.allowed(a, run.a_first, run.a_last, b)));
    d.changed -= allowed ? run.a_size() + run.b_size() : 0;
    return allowed;
  });
  const bool one_quotation = d.same >= least_same && d.changed * same_for_each_change <= d.same;
  if (d.runs.empty() || !one_quotation) {
    return std::nullopt;
  }
  return d;
}

std::string words_text(const AuditContext& context, const Wording& wording, std::size_t first,
                       std::size_t last) {
  return first == last
             ? std::string()
             : std::string(context.text({wording.words[first].span.start, wording.words[last - 1].span.end}));
}

void describe(const AuditContext& context, const Pair& pair, Finding& finding) {
  const WordRun& run = pair.difference.runs.front();
  const std::string here = words_text(context, *pair.here, run.a_first, run.a_last);
  const std::string there = words_text(context, *pair.other, run.b_first, run.b_last);
  finding.message_key = here.empty() ? "lost" : there.empty() ? "added" : "changed";
  finding.arguments.emplace_back("words", here.empty() ? there : here);
  finding.arguments.emplace_back("other", there);
  finding.arguments.emplace_back("quotation", context.text(pair.other->quoted->span));
}

/// The closest other wording of each wording's quotation, if any.
std::optional<Pair> closest(const EdgeJudge& judge, const std::vector<Wording>& all, std::uint32_t index,
                            const std::vector<std::uint32_t>& candidates) {
  std::optional<Pair> best;
  for (const std::uint32_t candidate : candidates) {
    const Wording& a = all[index];
    const Wording& b = all[candidate];
    if (candidate == index || !same_speaker(a, b)) {
      continue;
    }
    std::optional<WordDifference> d = inconsistency(judge, a, b);
    if (d && belongs_to_first(a, b, *d) && (!best || d->changed < best->difference.changed)) {
      best = Pair{&a, &b, std::move(*d)};
    }
  }
  return best;
}

}  // namespace

void check_quotation_inconsistent(const AuditContext& context, Reporter& reporter) {
  const std::vector<Wording> all = wordings(context);
  WordingIndex index;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    index.add(i, all[i].words);
  }
  const EdgeJudge judge(context);
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    const std::optional<Pair> pair = closest(judge, all, i, index.candidates(all[i].words));
    if (!pair) {
      continue;
    }
    Finding finding = reporter.finding(all[i].quoted->span);
    describe(context, *pair, finding);
    const std::uint32_t source = pair->other->source != no_index ? pair->other->source : pair->here->source;
    finding.arguments.emplace_back(
        "source", source < context.analysis.sources.size() ? context.analysis.sources[source].name : "");
    finding.suggestions.emplace_back(context.text(pair->other->quoted->span));
    finding.related.push_back({pair->other->quoted->span, "other-wording"});
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
