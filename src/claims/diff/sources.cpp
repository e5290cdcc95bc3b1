// Who says it: the kinds of change of a claim's source and cue.
#include <algorithm>
#include <optional>
#include <string>

#include "claims/diff/compare.h"
#include "claims/fold.h"
#include "language/unicode.h"

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

/// What an article's own sentence says beyond the content of a claim.
std::vector<DiffWord> beyond(const Assertion& own, const Assertion& claim) {
  std::vector<DiffWord> rest = own.words;
  for (const DiffWord& word : claim.words) {
    const auto same = std::ranges::find(rest, word.key, &DiffWord::key);
    if (same != rest.end()) rest.erase(same);
  }
  return rest;
}

/// The sentence still tells who says it, with words that no rule takes for a cue: "Elle
/// conseille de…" that became "Elle recommande de…".
bool still_tells_source(const std::vector<DiffWord>& rest, const Assertion& claim, const WordSense& sense) {
  constexpr std::size_t most_more = 3;  // the words of a cue; with more it tells something else
  const auto telling = [&](const std::vector<DiffWord>& words) {
    return static_cast<std::size_t>(
        std::ranges::count_if(words, [&](const DiffWord& word) { return !sense.is_stop_word(word); }));
  };
  return !claim.mention.empty() && telling(rest) <= telling(claim.mention) + most_more &&
         std::ranges::all_of(claim.mention, [&](const DiffWord& word) {
           return std::ranges::find(rest, word.key, &DiffWord::key) != rest.end();
         });
}

/// Of a claim that stands against the article's own sentence.
std::optional<ChangeKind> kind_beside_own_voice(const SpokenBy& claim, const SpokenBy& own, ChangeKind kind,
                                                const WordSense& sense) {
  if (own.assertion.status != Status::own_voice) return kind;
  const std::vector<DiffWord> rest = beyond(own.assertion, claim.assertion);
  if (!still_tells_source(rest, claim.assertion, sense)) return kind;
  const int certainty = sense.certainty_of(claim.assertion.cue, claim.text);
  if (sense.certainty_of(rest, own.text) != certainty) return ChangeKind::certainty_changed;
  return std::nullopt;
}

/// An office or a body is known without a proper name; "l'expert en téléphonie" isn't.
bool has_name(const Source& source, const WordSense& sense) {
  if (source.known || source.kind != SourceKind::person) return true;
  const std::vector<QuotedWord> words =
      words_in(source.name, {0, static_cast<std::uint32_t>(source.name.size())});
  return std::ranges::any_of(words, [&](const QuotedWord& word) {
    return sense.is_office(word.key) ||
           unicode::is_upper(unicode::decode(source.name, word.span.start).value);
  });
}

std::optional<ChangeKind> source_kind(const SpokenBy& old_one, const SpokenBy& new_one,
                                      const WordSense& sense) {
  const Assertion& a = old_one.assertion;
  const Assertion& b = new_one.assertion;
  if (a.is_explicit() != b.is_explicit()) {
    return a.is_explicit() ? kind_beside_own_voice(old_one, new_one, ChangeKind::attribution_lost, sense)
                           : kind_beside_own_voice(new_one, old_one, ChangeKind::attribution_gained, sense);
  }
  if (!a.is_explicit() || same_words(a.mention, b.mention)) return std::nullopt;
  if (a.is_unnamed() != b.is_unnamed() && a.source != nullptr && b.source != nullptr) {
    if (!a.is_unnamed()) return ChangeKind::anonymised;
    return has_name(*b.source, sense) ? ChangeKind::named : ChangeKind::source_changed;
  }
  return same_source(a, b, sense) ? std::nullopt : std::optional(ChangeKind::source_changed);
}

bool is_verb(const Attribution& attribution) { return attribution.kind != AttributionKind::according_to; }

}  // namespace

std::vector<ChangeKind> compare_sources(const SpokenBy& old_one, const SpokenBy& new_one,
                                        const WordSense& sense) {
  std::vector<ChangeKind> kinds;
  if (const auto kind = source_kind(old_one, new_one, sense)) kinds.push_back(*kind);
  const Attribution* one = old_one.assertion.attribution;
  const Attribution* other = new_one.assertion.attribution;
  if (one == nullptr || other == nullptr || !one->cue || !other->cue ||
      same_words(old_one.assertion.cue, new_one.assertion.cue)) {
    return kinds;
  }
  const bool surer = is_verb(*one) && is_verb(*other) &&
                     sense.certainty_of(old_one.assertion.cue, old_one.text) !=
                         sense.certainty_of(new_one.assertion.cue, new_one.text);
  if (one->polarity != other->polarity) {
    kinds.push_back(ChangeKind::polarity_changed);
  } else if (surer || one->cue->stance != other->cue->stance || one->modality != other->modality) {
    kinds.push_back(ChangeKind::certainty_changed);
  }
  return kinds;
}

}  // namespace selon
