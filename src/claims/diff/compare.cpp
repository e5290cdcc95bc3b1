#include "claims/diff/compare.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "claims/claim_set.h"
#include "claims/diff/word_runs.h"

namespace selon {

namespace {

using Words = std::vector<DiffWord>;
using Keys = std::unordered_set<std::string_view>;

Keys all_keys(const Assertion& assertion) {
  Keys keys;
  for (const Words* words : {&assertion.words, &assertion.frame, &assertion.mention, &assertion.cue}) {
    for (const DiffWord& word : *words) keys.insert(word.key);
  }
  return keys;
}

/// One side of a comparison.
struct Side {
  const DiffArticle& article;
  const Assertion& assertion;
  const Words& words;  ///< those that are compared
  Keys keys;           ///< of all words of the statement

  [[nodiscard]] std::string_view form(const DiffWord& word) const {
    return word.span.in(article.document.text);
  }
  [[nodiscard]] bool any_quoted() const { return std::ranges::any_of(words, &DiffWord::quoted); }
};

/// What a changed word of the one side says of the change.
struct Tally {
  bool figures = false;
  bool negators = false;
  bool hedges = false;
  bool opposed = false;  ///< its opposite stands on the other side
  bool conditional = false;
  bool quoted = false;
  bool other = false;  ///< a word of the content that the other side doesn't have
};

class Comparison {
 public:
  Comparison(const Side& a, const Side& b, const WordSense& sense, Change& change)
      : a_(a), b_(b), sense_(sense), change_(change) {}

  /// `who_kinds` is what compare_sources found.
  std::vector<ChangeKind> run(const std::vector<ChangeKind>& who_kinds) {
    runs_ = differing_runs(a_.words, b_.words);
    kinds_ = who_kinds;
    source_changes_ = !kinds_.empty();
    for (const WordRun& run : runs_) take(run);
    judge_quotations();
    judge_words();
    if (!source_changes_ && !is_whole()) judge_frames();
    if (kinds_.empty() && differs()) kinds_.push_back(ChangeKind::reworded);
    if (!kinds_.empty()) note_differences();
    std::ranges::sort(change_.old_marks);
    std::ranges::sort(change_.new_marks);
    std::ranges::sort(kinds_);
    const auto repeated = std::ranges::unique(kinds_);
    kinds_.erase(repeated.begin(), repeated.end());
    return kinds_;
  }

 private:
  void take(const WordRun& run) {
    Tally gone;
    Tally come;
    for (std::size_t i = run.a_first; i < run.a_last; ++i) {
      tally(gone, {a_, a_.words[i]}, {b_, b_.words, run.b_first, run.b_last});
    }
    for (std::size_t i = run.b_first; i < run.b_last; ++i) {
      tally(come, {b_, b_.words[i]}, {a_, a_.words, run.a_first, run.a_last});
    }
    // a clause that goes takes its "pas" and its conditional with it: what stays says the same
    const std::size_t old_told = told(a_.words, run.a_first, run.a_last);
    const std::size_t new_told = told(b_.words, run.b_first, run.b_last);
    opposed_ = opposed_ || (gone.opposed && come.opposed);
    add(old_, gone, old_told <= new_told + 1);
    add(new_, come, new_told <= old_told + 1);
    // "3 morts et 5 blessés": the same figures the other way round
    for (std::size_t i = 0; i < std::min(run.a_size(), run.b_size()); ++i) {
      const DiffWord& one = a_.words[run.a_first + i];
      const DiffWord& other = b_.words[run.b_first + i];
      if (one.figure && other.figure && !one.quoted) old_.figures = true;
    }
  }

  /// How many words of a run say what it is about.
  [[nodiscard]] std::size_t told(const Words& words, std::size_t first, std::size_t last) const {
    std::size_t count = 0;
    for (std::size_t i = first; i < last; ++i) {
      count += sense_.is_stop_word(words[i]) || sense_.denies(words[i]) || words[i].hedge ? 0u : 1u;
    }
    return count;
  }

  static void add(Tally& all, const Tally& run, bool same_clause) {
    all.figures = all.figures || run.figures;
    all.quoted = all.quoted || run.quoted;
    all.other = all.other || run.other;
    all.negators = all.negators || (run.negators && same_clause);
    all.hedges = all.hedges || (run.hedges && same_clause);
    all.conditional = all.conditional || (run.conditional && same_clause);
  }

  /// A word that came or went, and the words that stand against it on the other side.
  struct One {
    const Side& side;
    const DiffWord& word;
    [[nodiscard]] std::string_view form() const { return side.form(word); }
  };
  struct Against {
    const Side& side;
    const Words& words;
    std::size_t first;
    std::size_t last;

    template <class Test>
    [[nodiscard]] bool any(const Test& test) const {
      return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(first),
                         words.begin() + static_cast<std::ptrdiff_t>(last), test);
    }
  };

  void tally(Tally& tally, const One& one, const Against& against) {
    const DiffWord& word = one.word;
    tally.quoted = tally.quoted || word.quoted;
    if (sense_.denies(word)) {
      tally.negators = true;
    } else if (is_opposed(one, against)) {
      tally.opposed = true;
    } else if (sense_.is_conditional(one.form())) {
      tally.conditional = tally.conditional || !is_future_in_past(one, against);
    } else if (word.hedge) {
      tally.hedges = true;
    } else if (against.side.keys.contains(word.key)) {
      return;  // it stands elsewhere in the statement
    } else if (word.figure &&
               (!word.weak || against.any([](const DiffWord& other) { return other.figure; }))) {
      tally.figures = true;
    } else if (!word.redundant && !sense_.is_stop_word(word) && !is_form(one, against)) {
      tally.other = true;
    }
  }

  /// "a annoncé que le site fermerait": what is told in the past has its future in the
  /// conditional, and nobody doubts it. "aurait fermé" and "serait fermé" may be hearsay, and so is
  /// "connaîtrait" where the other side has "connaît".
  [[nodiscard]] bool is_future_in_past(const One& one, const Against& against) const {
    const Assertion& assertion = one.side.assertion;
    return assertion.attribution != nullptr && assertion.attribution->kind == AttributionKind::indirect &&
           !assertion.cue.empty() && assertion.cue.front().span.start < one.word.span.start &&
           sense_.is_past(assertion.cue, one.side.article.document.text) &&
           !sense_.is_auxiliary(one.form()) && !sense_.is_modal(one.form()) &&
           !against.any([&](const DiffWord& other) {
             const std::string_view form = against.side.form(other);
             return sense_.same_lemma(one.form(), form) && sense_.is_told_as_fact(form);
           });
  }

  [[nodiscard]] bool is_form(const One& one, const Against& against) const {
    return against.any(
        [&](const DiffWord& other) { return sense_.same_lemma(one.form(), against.side.form(other)); });
  }

  /// In a few words only: in a sentence that was written anew "avec" and "sans" are chance.
  [[nodiscard]] bool is_opposed(const One& one, const Against& against) const {
    constexpr std::size_t most_words = 4;
    return against.last - against.first <= most_words && against.any([&](const DiffWord& other) {
      return sense_.are_opposites(one.form(), against.side.form(other));
    });
  }

  /// Marks that come or go make a quotation a paraphrase or the other way round; what
  /// changes between them alters it.
  void judge_quotations() {
    const bool old_quoted = a_.any_quoted();
    const bool new_quoted = b_.any_quoted();
    if (old_quoted != new_quoted) {
      kinds_.push_back(old_quoted ? ChangeKind::quotation_to_paraphrase
                                  : ChangeKind::paraphrase_to_quotation);
      retold_ = true;
    } else if (old_quoted && quoted_words_differ()) {
      kinds_.push_back(ChangeKind::quotation_altered);
    }
  }

  [[nodiscard]] bool quoted_words_differ() const { return old_.quoted || new_.quoted; }

  void judge_words() {
    if (old_.figures || new_.figures) kinds_.push_back(ChangeKind::figure_changed);
    // "n'a pas accepté" that became "a refusé" says the same
    // either; and in wholly other words, without the marks, a negation may be any word's
    const bool in_other_words = retold_ && (old_.other || new_.other) && !denied_verb_stays();
    if ((old_.negators != new_.negators) != opposed_ && !in_other_words) {
      kinds_.push_back(ChangeKind::polarity_changed);
    }
    const bool surer = old_.hedges != new_.hedges || old_.conditional != new_.conditional;
    if (surer && !retold_) kinds_.push_back(ChangeKind::certainty_changed);
    const bool only_quoted = std::ranges::all_of(runs_, [&](const WordRun& run) { return is_quoted(run); });
    if ((old_.other || new_.other) && !retold_ && !(only_quoted && a_.any_quoted())) {
      kinds_.push_back(ChangeKind::reworded);
    }
  }

  /// Whether a verb that the one side denies stands on the other: "ne fermerons pas" and "fermera".
  [[nodiscard]] bool denied_verb_stays() const {
    const Side& denying = old_.negators ? a_ : b_;
    const Side& other = old_.negators ? b_ : a_;
    constexpr std::size_t reach = 4;  // "n'avons jamais encore vendu"
    for (std::size_t i = 0; i < denying.words.size(); ++i) {
      if (!sense_.denies(denying.words[i])) continue;
      const std::size_t end = std::min(denying.words.size(), i + 1 + reach);
      for (std::size_t j = i + 1; j < end; ++j) {
        const DiffWord& word = denying.words[j];
        const std::string_view form = denying.form(word);
        if (sense_.denies(word) || sense_.is_stop_word(word) || !sense_.is_full_verb(form)) continue;
        const bool stays = std::ranges::any_of(
            other.words, [&](const DiffWord& like) { return sense_.same_lemma(form, other.form(like)); });
        if (stays) return true;
        break;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_quoted(const WordRun& run) const {
    const auto quoted = [](const Words& words, std::size_t first, std::size_t last) {
      return std::all_of(words.begin() + static_cast<std::ptrdiff_t>(first),
                         words.begin() + static_cast<std::ptrdiff_t>(last),
                         [](const DiffWord& word) { return word.quoted; });
    };
    return quoted(a_.words, run.a_first, run.a_last) && quoted(b_.words, run.b_first, run.b_last);
  }

  /// The words that are compared are those of the whole statement.
  [[nodiscard]] bool is_whole() const {
    return a_.words.size() > a_.assertion.words.size() || b_.words.size() > b_.assertion.words.size();
  }

  /// Circumstances around the claim: when, where. And of the same source, its
  /// figures: an age.
  void judge_frames() {
    judge_frame(a_.assertion.frame, b_.assertion.frame);
    Tally gone;
    Tally come;
    const std::vector<WordRun> runs = tally_frames(a_.assertion.mention, b_.assertion.mention, gone, come);
    if (is_credited() || !gone.figures || !come.figures) return;
    kinds_.push_back(ChangeKind::figure_changed);
    for (const WordRun& run : runs) note(run, a_.assertion.mention, b_.assertion.mention);
  }

  void judge_frame(const Words& one, const Words& other) {
    Tally gone;
    Tally come;
    const std::vector<WordRun> runs = tally_frames(one, other, gone, come);
    if (gone.figures && come.figures) kinds_.push_back(ChangeKind::figure_changed);
    if (gone.other || come.other || gone.figures != come.figures) kinds_.push_back(ChangeKind::reworded);
    if (kinds_.empty()) return;
    for (const WordRun& run : runs) note(run, one, other);
  }

  std::vector<WordRun> tally_frames(const Words& one, const Words& other, Tally& gone, Tally& come) {
    const std::vector<WordRun> runs = differing_runs(one, other);
    for (const WordRun& run : runs) {
      for (std::size_t i = run.a_first; i < run.a_last; ++i)
        tally(gone, {a_, one[i]}, {b_, other, run.b_first, run.b_last});
      for (std::size_t i = run.b_first; i < run.b_last; ++i)
        tally(come, {b_, other[i]}, {a_, one, run.a_first, run.a_last});
    }
    return runs;
  }

  [[nodiscard]] bool is_credited() const {
    return a_.assertion.status == Status::credited || b_.assertion.status == Status::credited;
  }

  /// Words differ, not only at the ends, where a clause may have been cut one word wider.
  [[nodiscard]] bool differs() const {
    return std::ranges::any_of(runs_, [&](const WordRun& run) {
      const bool at_start = run.a_first == 0 && run.b_first == 0;
      const bool at_end = run.a_last == a_.words.size() && run.b_last == b_.words.size();
      return !at_start && !at_end && !is_redundant(run);
    });
  }

  [[nodiscard]] bool is_redundant(const WordRun& run) const {
    std::size_t redundant = 0;
    std::size_t other = 0;
    const auto count = [&](const Words& words, std::size_t first, std::size_t last) {
      for (std::size_t i = first; i < last; ++i) {
        if (words[i].redundant) {
          ++redundant;
        } else if (!sense_.is_stop_word(words[i])) {
          ++other;
        }
      }
    };
    count(a_.words, run.a_first, run.a_last);
    count(b_.words, run.b_first, run.b_last);
    return redundant > 0 && other == 0;  // "jeudi 27 juillet" that became "le 27 juillet"
  }

  void note_differences() {
    for (const WordRun& run : runs_) note(run, a_.words, b_.words);
    if (!source_changes_) return;
    // who and how, where it isn't said in the same words
    note_who(a_.assertion.mention, b_.assertion.mention);
    note_who(a_.assertion.cue, b_.assertion.cue);
  }

  void note_who(const Words& one, const Words& other) {
    if (is_credited()) return;  // a credit stands outside its statement
    for (const WordRun& run : differing_runs(one, other)) note(run, one, other);
  }

  void note(const WordRun& run, const Words& a, const Words& b) {
    const auto spans = [](const Words& words, std::size_t first, std::size_t last) {
      std::vector<Span> out;
      for (std::size_t i = first; i < last; ++i) {
        const bool follows = !out.empty() && words[i].span.start >= out.back().end &&
                             words[i].span.start - out.back().end <= 4;
        if (follows) {
          out.back().end = words[i].span.end;
        } else {
          out.push_back(words[i].span);
        }
      }
      return out;
    };
    const std::vector<Span> gone = spans(a, run.a_first, run.a_last);
    const std::vector<Span> come = spans(b, run.b_first, run.b_last);
    change_.edits.push_back(
        {joined_text(a_.article.document.text, gone), joined_text(b_.article.document.text, come)});
    change_.old_marks.insert(change_.old_marks.end(), gone.begin(), gone.end());
    change_.new_marks.insert(change_.new_marks.end(), come.begin(), come.end());
  }

  const Side& a_;
  const Side& b_;
  const WordSense& sense_;
  Change& change_;
  std::vector<WordRun> runs_;
  std::vector<ChangeKind> kinds_;
  Tally old_;
  Tally new_;
  bool opposed_ = false;  ///< a word gave way to its opposite
  bool source_changes_ = false;
  bool retold_ = false;  ///< quoted on one side, told in the writer's words on the other
};

/// All words of a statement that is one claim, as they stand.
Words whole_words(const Assertion& assertion) {
  Words all = assertion.words;
  for (const Words* words : {&assertion.frame, &assertion.mention, &assertion.cue}) {
    all.insert(all.end(), words->begin(), words->end());
  }
  std::ranges::stable_sort(all, {}, [](const DiffWord& word) { return word.span.start; });
  return all;
}

/// An attribution beside the article's own sentence, whose source is neither lost nor
/// gained: the sentences are compared as wholes.
bool are_two_sentences(const Assertion& a, const Assertion& b, const std::vector<ChangeKind>& kinds) {
  const bool one_is_own = (a.status == Status::own_voice) != (b.status == Status::own_voice);
  return one_is_own && a.is_explicit() != b.is_explicit() && a.inside == 0 && b.inside == 0 &&
         std::ranges::none_of(kinds, [](ChangeKind kind) {
           return kind == ChangeKind::attribution_lost || kind == ChangeKind::attribution_gained;
         });
}

}  // namespace

std::vector<ChangeKind> compare(const DiffArticle& old_article, const Assertion& old_one,
                                const DiffArticle& new_article, const Assertion& new_one,
                                const WordSense& sense, Change& change) {
  if (signature(old_one) == signature(new_one)) return {};
  const auto who =
      compare_sources({old_one, old_article.document.text}, {new_one, new_article.document.text}, sense);
  if (are_two_sentences(old_one, new_one, who)) {
    const Words old_words = whole_words(old_one);
    const Words new_words = whole_words(new_one);
    const Side a{old_article, old_one, old_words, all_keys(old_one)};
    const Side b{new_article, new_one, new_words, all_keys(new_one)};
    return Comparison(a, b, sense, change).run(who);
  }
  const bool nested = old_one.inside == new_one.inside;  // else a claim inside came or went: compare it all
  const Side a{old_article, old_one, nested ? old_one.own : old_one.words, all_keys(old_one)};
  const Side b{new_article, new_one, nested ? new_one.own : new_one.words, all_keys(new_one)};
  return Comparison(a, b, sense, change).run(who);
}

}  // namespace selon
