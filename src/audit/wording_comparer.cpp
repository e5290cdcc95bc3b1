#include "audit/wording_comparer.h"

#include <algorithm>

namespace selon {

namespace {

constexpr std::size_t most_words = 400;

std::vector<Span> sentences_of(const AuditContext& context, const Wording& wording) {
  const Text& text = context.analysis.text;
  const auto starts_at = [&](const Sentence& s) { return text.tokens[s.first].span.start; };
  const auto sentence_of = [&](const QuotedWord& word) {
    return std::ranges::upper_bound(text.sentences, word.span.start, {}, starts_at);
  };
  std::vector<Span> sentences;
  std::uint32_t first = 0;
  for (std::uint32_t i = 1; i <= wording.words.size(); ++i) {
    if (i == wording.words.size() || sentence_of(wording.words[i - 1]) != sentence_of(wording.words[i])) {
      sentences.push_back({first, i});
      first = i;
    }
  }
  return sentences;
}

int kind_weight(BlockKind kind) { return takes_any_part(kind) ? 0 : announces(kind) ? 1 : 2; }

std::size_t words_lost(const WordDifference& d, bool by_a) {
  std::size_t lost = 0;
  for (const WordRun& run : d.runs) {
    lost += by_a ? run.b_size() : run.a_size();
  }
  return lost;
}

}  // namespace

bool announces(BlockKind kind) {
  return takes_any_part(kind) || kind == BlockKind::standfirst || kind == BlockKind::caption;
}

bool belongs_to_first(const Wording& a, const Wording& b, const WordDifference& d) {
  if (kind_weight(a.kind) != kind_weight(b.kind)) {
    return kind_weight(a.kind) < kind_weight(b.kind);
  }
  const std::size_t lost_by_a = words_lost(d, true);
  const std::size_t lost_by_b = words_lost(d, false);
  return lost_by_a != lost_by_b ? lost_by_a > lost_by_b : a.quoted->span.start > b.quoted->span.start;
}

bool is_closer(const QuotationPair& a, const QuotationPair& b) {
  return a.verdict != b.verdict ? a.verdict > b.verdict : a.difference.changed < b.difference.changed;
}

WordingComparer::WordingComparer(const AuditContext& context, const std::vector<Wording>& all)
    : all_(all), roles_(context.pack), excerpts_(context, roles_) {
  prepared_.reserve(all.size());
  for (const Wording& wording : all) {
    Prepared& made = prepared_.emplace_back();
    made.words = roles_.compared(context.document.text, wording.words);
    made.sentences = sentences_of(context, wording);
  }
}

std::optional<QuotationPair> WordingComparer::compare(std::uint32_t here, std::uint32_t other,
                                                      const Circumstances& at) const {
  if (here == other || all_[here].words.size() > most_words || all_[other].words.size() > most_words) {
    return std::nullopt;
  }
  QuotationPair best{here, other, Verdict::two_utterances, {}, {}};
  compare_whole(at, best);
  for (const Span first : prepared_[here].sentences) {
    for (const Span second : prepared_[other].sentences) {
      compare_sentences(at, first, second, best);
    }
  }
  if (best.verdict == Verdict::two_utterances) {
    return std::nullopt;
  }
  best.worst = worst_run(best);
  return best;
}

void WordingComparer::keep(Verdict verdict, WordDifference difference, QuotationPair& best) const {
  if (verdict != Verdict::two_utterances && !difference.runs.empty() &&
      (verdict > best.verdict || (verdict == best.verdict && difference.changed < best.difference.changed))) {
    best.verdict = verdict;
    best.difference = std::move(difference);
  }
}

/// All but a word or two of the whole quotations agree: then what is missing at an end
/// counts too, unless quoting allows it.
void WordingComparer::compare_whole(const Circumstances& at, QuotationPair& best) const {
  const Wording& a = all_[best.here];
  const Wording& b = all_[best.other];
  const Prepared& x = prepared_[best.here];
  const Prepared& y = prepared_[best.other];
  WordDifference d = difference(x.words, y.words);
  std::erase_if(d.runs, [&](const WordRun& run) {
    const bool at_end = (run.a_first == 0 && run.b_first == 0) ||
                        (run.a_last == a.words.size() && run.b_last == b.words.size());
    const bool allowed = at_end && ((run.a_size() == 0 && excerpts_.allowed(b, run.b_first, run.b_last, a)) ||
                                    (run.b_size() == 0 && excerpts_.allowed(a, run.a_first, run.a_last, b)));
    d.changed -= allowed ? run.a_size() + run.b_size() : 0;
    return allowed;
  });
  constexpr std::size_t same_for_each_change = 4;
  if (!d.runs.empty() && d.changed * same_for_each_change <= d.same) {
    const Verdict verdict = judge(d, x.words, y.words, at);
    keep(verdict, std::move(d), best);
  }
}

void WordingComparer::compare_sentences(Circumstances at, Span first, Span second,
                                        QuotationPair& best) const {
  const auto part = [](const std::vector<ComparedWord>& words, Span range) {
    return std::vector<ComparedWord>(words.begin() + range.start, words.begin() + range.end);
  };
  const std::vector<ComparedWord> a = part(prepared_[best.here].words, first);
  const std::vector<ComparedWord> b = part(prepared_[best.other].words, second);
  WordOverlap laid = overlap(a, b);
  at.staggered = !laid.covers_one();
  const bool negation_lost = laid.inner.runs.empty() && loses_negation(best, first, second, at, laid);
  if (laid.inner.runs.empty()) {
    return;
  }
  const Verdict verdict = negation_lost ? judge_excerpt(laid.inner, at) : judge(laid.inner, a, b, at);
  // "communiste chinois", "communiste de Pékin": named whole, though only "de" was laid over "chinois".
  constexpr std::size_t longest_tail = 2;
  WordRun& end = laid.inner.runs.back();
  const bool is_replaced = end.a_size() > 0 && end.b_size() > 0;
  if (is_replaced && end.a_last == laid.back.a_first && end.b_last == laid.back.b_first &&
      laid.back.a_size() + laid.back.b_size() <= longest_tail) {
    end.a_last = laid.back.a_last;
    end.b_last = laid.back.b_last;
  }
  for (WordRun& run : laid.inner.runs) {
    run = {run.a_first + first.start, run.a_last + first.start, run.b_first + second.start,
           run.b_last + second.start};
  }
  keep(verdict, std::move(laid.inner), best);
}

/// "Les comptes sont sains", where the text has "On ne peut pas dire que les comptes sont
/// sains": the excerpt leaves out what negates it.
/// If so, the words lost become a run of the inner difference.
bool WordingComparer::loses_negation(const QuotationPair& pair, Span first, Span second,
                                     const Circumstances& at, WordOverlap& laid) const {
  if (!at.restates || at.staggered) {
    return false;
  }
  const Wording& a = all_[pair.here];
  const Wording& b = all_[pair.other];
  WordRun run;
  if (laid.front.a_size() > 0 && announces(b.kind)) {
    run = {excerpts_.lost_negation(a, first.start, first.start + laid.front.a_last, b, second.start) -
               first.start,
           laid.front.a_last, 0, 0};
  } else if (laid.front.b_size() > 0 && announces(a.kind)) {
    run = {0, 0,
           excerpts_.lost_negation(b, second.start, second.start + laid.front.b_last, a, first.start) -
               second.start,
           laid.front.b_last};
  }
  const std::size_t lost = run.a_size() + run.b_size();
  if (lost > 0) {
    laid.inner.runs.push_back(run);
    laid.inner.changed += lost;
  }
  return lost > 0;
}

/// The run to name: one that changes the sense before others. Runs that a word alone
/// parts are named together ("ne sont pas").
WordRun WordingComparer::worst_run(const QuotationPair& pair) const {
  const std::vector<WordRun>& runs = pair.difference.runs;
  const auto& a = prepared_[pair.here].words;
  const auto& b = prepared_[pair.other].words;
  auto worst = std::ranges::find_if(runs, [&](const WordRun& run) { return changes_sense(run, a, b); });
  worst = worst == runs.end() ? runs.begin() : worst;
  WordRun named = *worst;
  while (++worst != runs.end() && worst->a_first - named.a_last <= 1) {
    named.a_last = worst->a_last;
    named.b_last = worst->b_last;
  }
  return named;
}

}  // namespace selon
