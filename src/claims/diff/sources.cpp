// Who says it: the kinds of change of a claim's source and cue.
#include <algorithm>
#include <optional>
#include <string>

#include "claims/diff/compare.h"
#include "claims/fold.h"

namespace selon {

namespace {

bool same_words(const std::vector<DiffWord>& a, const std::vector<DiffWord>& b) {
  return std::ranges::equal(a, b, {}, &DiffWord::key, &DiffWord::key);
}

/// "le coureur de 27 ans" is the same man at 28.
std::vector<DiffWord> without_figures(std::vector<DiffWord> words) {
  std::erase_if(words, [](const DiffWord& word) { return word.figure; });
  return words;
}

/// All words of `part` but stop words stand in `whole`.
bool stands_in(const std::vector<DiffWord>& part, const std::vector<DiffWord>& whole,
               const WordSense& sense) {
  std::size_t telling = 0;
  for (const DiffWord& word : part) {
    if (sense.is_stop_word(word)) continue;
    ++telling;
    if (std::ranges::find(whole, word.key, &DiffWord::key) == whole.end()) return false;
  }
  return telling > 0;
}

/// "Morvan" and "Jeanne Morvan": which is used depends on what else the article says.
bool compatible_names(const std::string& a, const std::string& b) {
  const std::string one = fold_name(a);
  const std::string other = fold_name(b);
  return one == other || has_words(one, other) || has_words(other, one);
}

bool is_reference(const Assertion& assertion) {
  const Attribution* attribution = assertion.attribution;
  return attribution == nullptr || attribution->resolution == Resolution::pronoun ||
         attribution->resolution == Resolution::relative ||
         attribution->resolution == Resolution::continued || attribution->resolution == Resolution::ambiguous;
}

bool same_source(const Assertion& a, const Assertion& b, const WordSense& sense) {
  if (a.mention.empty() || b.mention.empty()) {
    // a cue without its speaker: "a-t-on appris", or a speaker that the sentence before names
    return a.source == nullptr || b.source == nullptr || compatible_names(a.source->name, b.source->name);
  }
  const std::vector<DiffWord> one = without_figures(a.mention);
  const std::vector<DiffWord> other = without_figures(b.mention);
  if (same_words(one, other) || stands_in(one, other, sense) || stands_in(other, one, sense)) return true;
  if (a.source == nullptr || b.source == nullptr) return is_reference(a) || is_reference(b);
  // "des experts" are not "des témoins", although neither has a name.
  if (a.is_unnamed() && b.is_unnamed()) return is_reference(a) || is_reference(b);
  return a.source->ref == b.source->ref || compatible_names(a.source->name, b.source->name);
}

std::optional<ChangeKind> source_kind(const Assertion& a, const Assertion& b, const WordSense& sense) {
  if (a.is_explicit() != b.is_explicit()) {
    return a.is_explicit() ? ChangeKind::attribution_lost : ChangeKind::attribution_gained;
  }
  if (!a.is_explicit() || same_words(a.mention, b.mention)) return std::nullopt;
  if (a.is_unnamed() != b.is_unnamed() && a.source != nullptr && b.source != nullptr) {
    return a.is_unnamed() ? ChangeKind::named : ChangeKind::anonymised;
  }
  return same_source(a, b, sense) ? std::nullopt : std::optional(ChangeKind::source_changed);
}

}  // namespace

std::vector<ChangeKind> compare_sources(const Assertion& a, const Assertion& b, const WordSense& sense) {
  std::vector<ChangeKind> kinds;
  if (const auto kind = source_kind(a, b, sense)) kinds.push_back(*kind);
  const Attribution* one = a.attribution;
  const Attribution* other = b.attribution;
  if (one == nullptr || other == nullptr || !one->cue || !other->cue || same_words(a.cue, b.cue))
    return kinds;
  if (one->polarity != other->polarity) {
    kinds.push_back(ChangeKind::polarity_changed);
  } else if (one->cue->stance != other->cue->stance || one->modality != other->modality) {
    kinds.push_back(ChangeKind::certainty_changed);
  }
  return kinds;
}

}  // namespace selon
