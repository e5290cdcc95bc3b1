#include "audit/quotation_pairs.h"

#include <algorithm>
#include <optional>

#include "attribution/edit_distance.h"
#include "audit/excerpt.h"

namespace selon {

namespace {

constexpr std::size_t most_words = 400;
constexpr std::size_t misspelt_from = 5;  ///< shorter surnames are too close to each other

/// A wording ready for comparison.
struct Prepared {
  std::vector<ComparedWord> words;
  std::vector<Span> sentences;  ///< ranges of words
  std::uint32_t block = no_index;
};

enum class Speakers : std::uint8_t { same, unsure, different };

bool announces(BlockKind kind) {
  return takes_any_part(kind) || kind == BlockKind::standfirst || kind == BlockKind::caption;
}

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

/// The finding goes to the lighter text (a standfirst before a paragraph), else to
/// the wording that has lost words, else to the later one.
bool belongs_to_first(const Wording& a, const Wording& b, const WordDifference& d) {
  if (kind_weight(a.kind) != kind_weight(b.kind)) {
    return kind_weight(a.kind) < kind_weight(b.kind);
  }
  const std::size_t lost_by_a = words_lost(d, true);
  const std::size_t lost_by_b = words_lost(d, false);
  return lost_by_a != lost_by_b ? lost_by_a > lost_by_b : a.quoted->span.start > b.quoted->span.start;
}

/// Two names that end alike, or nearly: one surname, well or badly spelt.
bool may_be_one_name(const std::string& a, const std::string& b) {
  const auto words = [](const std::string& name) {
    return words_in(name, {0, static_cast<std::uint32_t>(name.size())});
  };
  const std::vector<QuotedWord> first = words(a);
  const std::vector<QuotedWord> second = words(b);
  if (first.empty() || second.empty()) {
    return false;
  }
  const std::string& x = first.back().key;
  const std::string& y = second.back().key;
  return x == y || (std::min(x.size(), y.size()) >= misspelt_from && edit_distance(x, y, 1) <= 1);
}

class PairFinder {
 public:
  PairFinder(const AuditContext& context, const std::vector<Wording>& all)
      : context_(context), all_(all), roles_(context.pack), excerpts_(context, roles_) {
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      Prepared& made = prepared_.emplace_back();
      made.words = roles_.compared(context.document.text, all[i].words);
      made.sentences = sentences_of(context, all[i]);
      made.block = block_of(all[i]);
      index_.add(i, all[i].words);
      index_words(i, made.words);
    }
  }

  /// The closest other wording of the quotation, if any.
  [[nodiscard]] std::optional<QuotationPair> closest(std::uint32_t here) const {
    std::optional<QuotationPair> best;
    for (const std::uint32_t other : candidates(here)) {
      std::optional<QuotationPair> pair = compare(here, other);
      if (pair && belongs_to_first(all_[here], all_[other], pair->difference) &&
          (!best || is_closer(*pair, *best))) {
        best = std::move(pair);
      }
    }
    return best;
  }

 private:
  static bool is_closer(const QuotationPair& a, const QuotationPair& b) {
    return a.verdict != b.verdict ? a.verdict > b.verdict : a.difference.changed < b.difference.changed;
  }

  [[nodiscard]] std::uint32_t block_of(const Wording& wording) const {
    const auto& blocks = context_.document.blocks;
    const auto after = std::ranges::upper_bound(blocks, wording.quoted->span.start, {},
                                                [](const Block& block) { return block.span.start; });
    return static_cast<std::uint32_t>(after - blocks.begin());
  }

  /// A word that tells what is spoken of is enough: "je suis candidat" and "je ne suis pas
  /// candidat" have no two neighbours in common.
  void index_words(std::uint32_t index, const std::vector<ComparedWord>& words) {
    constexpr std::size_t most_per_word = 64;
    for (const ComparedWord& word : words) {
      if (weight(word) > 1) {
        std::vector<std::uint32_t>& list = by_word_[word.key];
        if (list.size() < most_per_word && (list.empty() || list.back() != index)) {
          list.push_back(index);
        }
      }
    }
  }

  [[nodiscard]] std::vector<std::uint32_t> candidates(std::uint32_t here) const {
    std::vector<std::uint32_t> found = index_.candidates(all_[here].words);
    for (const ComparedWord& word : prepared_[here].words) {
      if (const auto list = by_word_.find(word.key); list != by_word_.end()) {
        found.insert(found.end(), list->second.begin(), list->second.end());
      }
    }
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    return found;
  }

  [[nodiscard]] Speakers speakers(const Wording& a, const Wording& b) const {
    if (a.source != no_index && b.source != no_index) {
      const auto& sources = context_.analysis.sources;
      return a.source == b.source                                              ? Speakers::same
             : may_be_one_name(sources[a.source].name, sources[b.source].name) ? Speakers::unsure
                                                                               : Speakers::different;
    }
    const auto takes_words = [](const Wording& w) { return announces(w.kind) && !w.attributed; };
    return takes_words(a) || takes_words(b) ? Speakers::same : Speakers::unsure;
  }

  /// How the two wordings differ, if they are one quotation.
  [[nodiscard]] std::optional<QuotationPair> compare(std::uint32_t here, std::uint32_t other) const {
    const Wording& a = all_[here];
    const Wording& b = all_[other];
    const Speakers who = speakers(a, b);
    if (here == other || who == Speakers::different || a.words.size() > most_words ||
        b.words.size() > most_words) {
      return std::nullopt;
    }
    Circumstances at;
    at.restates = announces(a.kind) != announces(b.kind);
    at.same_block = prepared_[here].block == prepared_[other].block;
    at.speaker_unsure = who == Speakers::unsure;
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

  void keep(Verdict verdict, WordDifference difference, QuotationPair& best) const {
    if (verdict != Verdict::two_utterances && !difference.runs.empty() &&
        (verdict > best.verdict ||
         (verdict == best.verdict && difference.changed < best.difference.changed))) {
      best.verdict = verdict;
      best.difference = std::move(difference);
    }
  }

  /// All but a word or two of the whole quotations agree: then what is missing at an end
  /// counts too, unless quoting allows it.
  void compare_whole(const Circumstances& at, QuotationPair& best) const {
    const Wording& a = all_[best.here];
    const Wording& b = all_[best.other];
    const Prepared& x = prepared_[best.here];
    const Prepared& y = prepared_[best.other];
    WordDifference d = difference(x.words, y.words);
    std::erase_if(d.runs, [&](const WordRun& run) {
      const bool at_end = (run.a_first == 0 && run.b_first == 0) ||
                          (run.a_last == a.words.size() && run.b_last == b.words.size());
      const bool allowed =
          at_end && ((run.a_size() == 0 && excerpts_.allowed(b, run.b_first, run.b_last, a)) ||
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

  void compare_sentences(Circumstances at, Span first, Span second, QuotationPair& best) const {
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
  [[nodiscard]] bool loses_negation(const QuotationPair& pair, Span first, Span second,
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
  [[nodiscard]] WordRun worst_run(const QuotationPair& pair) const {
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

  const AuditContext& context_;
  const std::vector<Wording>& all_;
  WordRoles roles_;
  ExcerptJudge excerpts_;
  std::vector<Prepared> prepared_;
  WordingIndex index_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_word_;
};

}  // namespace

std::vector<QuotationPair> inconsistent_pairs(const AuditContext& context, const std::vector<Wording>& all) {
  const PairFinder finder(context, all);
  std::vector<QuotationPair> pairs;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (std::optional<QuotationPair> pair = finder.closest(i)) {
      pairs.push_back(std::move(*pair));
    }
  }
  return pairs;
}

}  // namespace selon
