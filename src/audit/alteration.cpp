#include "audit/alteration.h"

#include <algorithm>
#include <span>
#include <vector>

namespace selon {

namespace {

// The frame: how many words must agree for two wordings to be one utterance. Measured by
// the generated cases of the tests.
constexpr std::size_t same_for_each_change = 4;  ///< 8 words agree where 2 differ
constexpr std::size_t least_same = 3;
constexpr std::size_t short_frame = 4;
constexpr std::size_t frame = 5;
constexpr std::size_t long_frame = 6;
constexpr std::size_t certain_frame = 8;  ///< no two utterances share so many words by chance
constexpr std::size_t least_content = 2;
constexpr int cut_allowance = 2;

std::span<const ComparedWord> part(const std::vector<ComparedWord>& words, std::size_t first,
                                   std::size_t last) {
  return {words.data() + first, last - first};
}

/// What the changed words are.
struct Change {
  int weight = 0;
  std::size_t related = 0;  ///< words in another form
  bool negation = false;
  bool figure = false;
  bool degree = false;
  bool content = false;   ///< a word of content is there or isn't
  bool replaced = false;  ///< one word of content stands for another
};

void note_role(const ComparedWord& word, Change& change) {
  change.negation |= word.role == WordRole::negation;
  change.figure |= word.role == WordRole::figure;
  change.degree |= word.role == WordRole::degree;
  change.content |= word.role == WordRole::content;
}

void note_run(std::span<const ComparedWord> a, std::span<const ComparedWord> b, Change& change) {
  bool a_content = false;
  int a_weight = 0;
  int b_weight = 0;
  std::vector<bool> taken(b.size());
  for (const ComparedWord& word : a) {
    std::size_t partner = 0;
    while (partner < b.size() && (taken[partner] || !is_related_word(word, b[partner]))) {
      ++partner;
    }
    if (partner < b.size()) {
      taken[partner] = true;
      ++change.related;
      ++change.weight;
      continue;
    }
    note_role(word, change);
    a_content |= word.role == WordRole::content;
    a_weight += weight(word);
  }
  bool b_content = false;
  for (std::size_t i = 0; i < b.size(); ++i) {
    if (!taken[i]) {
      note_role(b[i], change);
      b_content |= b[i].role == WordRole::content;
      b_weight += weight(b[i]);
    }
  }
  change.replaced |= a_content && b_content;
  change.weight += std::max(a_weight, b_weight);
}

/// What is the same, weighed against what is not.
class Evidence {
 public:
  Evidence(const WordDifference& d, const Change& change)
      : same(d.same + change.related),
        same_content(d.same_content + change.related),
        strict(d.same >= short_frame && d.changed * same_for_each_change <= d.same),
        loose(change.weight * 2 <= d.same_weight + static_cast<int>(change.related)),
        one_cut(d.runs.size() == 1 && (d.runs.front().a_size() == 0 || d.runs.front().b_size() == 0) &&
                change.weight <= d.same_weight + cut_allowance) {}

  std::size_t same;
  std::size_t same_content;
  bool strict;   ///< all but a word or two agree
  bool loose;    ///< by far the most agrees
  bool one_cut;  ///< a passage is missing, and nothing else
};

Verdict judge_replaced(const Evidence& e, const Circumstances& at) {
  const bool told = e.loose && e.same_content >= least_content;
  if (e.strict && (at.restates || e.same >= certain_frame)) {
    return Verdict::altered;
  }
  if (at.restates && told && e.same >= short_frame) {
    return Verdict::altered;
  }
  // "Nous ne céderons pas sur les salaires", "… sur les primes": may be a figure of speech.
  return e.strict || (told && e.same >= frame) ? Verdict::doubtful : Verdict::two_utterances;
}

Verdict judge_words(const Evidence& e, const Circumstances& at) {
  if (e.strict) {
    return Verdict::altered;
  }
  if (e.same_content < least_content) {
    return Verdict::two_utterances;
  }
  if (e.loose) {
    return at.restates || e.same >= frame ? Verdict::altered : Verdict::doubtful;
  }
  return at.restates && e.one_cut && e.same >= frame ? Verdict::altered : Verdict::two_utterances;
}

Verdict judge_sense(const Evidence& e, const Change& change, const Circumstances& at) {
  if (!e.strict && !(e.loose && (!change.content || e.same_content >= least_content))) {
    return judge_words(e, at);
  }
  if (change.negation || at.restates) {
    return Verdict::altered;
  }
  // « 3 millions d'euros », « 2 millions d'euros » are two amounts, « nous perdrons 3 … » is not.
  if (change.figure) {
    return e.same >= frame ? Verdict::altered : Verdict::two_utterances;
  }
  return e.strict || e.same >= frame ? Verdict::altered : Verdict::doubtful;
}

}  // namespace

Verdict judge(const WordDifference& difference, const std::vector<ComparedWord>& a,
              const std::vector<ComparedWord>& b, const Circumstances& at) {
  Change change;
  for (const WordRun& run : difference.runs) {
    note_run(part(a, run.a_first, run.a_last), part(b, run.b_first, run.b_last), change);
  }
  const Evidence e(difference, change);
  const bool says_enough = e.same_content > 0 || (e.strict && e.same >= long_frame);
  if (e.same < least_same || !says_enough) {
    return Verdict::two_utterances;
  }
  const bool must_be_strict = at.staggered || at.same_block;
  if (must_be_strict && (!e.strict || e.same < long_frame || change.replaced)) {
    return Verdict::two_utterances;
  }
  if (at.speaker_unsure && (e.same < frame || (change.replaced && e.same < certain_frame))) {
    return Verdict::two_utterances;
  }
  const bool sense = change.negation || change.figure || change.degree;
  const Verdict found = change.replaced ? judge_replaced(e, at)
                        : sense         ? judge_sense(e, change, at)
                                        : judge_words(e, at);
  const bool doubt = at.speaker_unsure || at.same_block;
  return doubt ? std::min(found, Verdict::doubtful) : found;
}

Verdict judge_excerpt(const WordDifference& difference, const Circumstances& at) {
  if (difference.same < least_same || difference.same_content == 0) {
    return Verdict::two_utterances;
  }
  return at.speaker_unsure ? Verdict::doubtful : Verdict::altered;
}

bool changes_sense(const WordRun& run, const std::vector<ComparedWord>& a,
                   const std::vector<ComparedWord>& b) {
  const auto bears_sense = [](const ComparedWord& word) {
    return word.role == WordRole::negation || word.role == WordRole::figure || word.role == WordRole::degree;
  };
  return std::ranges::any_of(part(a, run.a_first, run.a_last), bears_sense) ||
         std::ranges::any_of(part(b, run.b_first, run.b_last), bears_sense);
}

}  // namespace selon
