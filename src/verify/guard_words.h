// Words that a quotation can't lose, gain or exchange without saying something else:
// negations, numbers and dates, modals, quantifiers, names. All lists are the pack's.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "rules/pack.h"
#include "verify/phrase_set.h"
#include "verify/text_units.h"
#include "verify/verb_forms.h"

namespace selon {

/// A bit set.
enum Guard : std::uint8_t {
  guard_negation = 1,
  guard_number = 2,  ///< or a date; in digits or in letters
  guard_modal = 4,
  guard_quantifier = 8,
  guard_name = 16,
  guard_sentence = 32,  ///< the end of a sentence
  guard_speaker = 64,   ///< a change of speaker
  guard_word = 128,     ///< another word in the place of one
};

/// A list of the pack, as TextUnit::lower has its words; an entry of several words counts whole.
class UnitSet {
 public:
  explicit UnitSet(const WordList* list);
  [[nodiscard]] bool contains(std::string_view lower) const { return words_.contains(std::string(lower)); }
  [[nodiscard]] bool contains(const TextUnit& unit) const { return unit.is_word() && contains(unit.lower); }

 private:
  std::unordered_set<std::string> words_;
};

class GuardWords {
 public:
  /// `lexicon` tells verbs; without one no word counts as a verb.
  explicit GuardWords(const Pack& pack, const Lexicon* lexicon = nullptr);

  /// What a single word is: no names, which depend on where it stands.
  [[nodiscard]] std::uint8_t of(const TextUnit& unit) const;
  /// All that stands among units [first, last) of a source. `units` reach further, so that a
  /// capital at the beginning of a sentence is told from a name.
  [[nodiscard]] std::uint8_t among(std::span<const TextUnit> units, std::size_t first,
                                   std::size_t last) const;

  /// Whether `inserted` in the place of `removed` keeps the sense: each guard of one side has its
  /// like on the other ("je peux" as "[il peut]").
  [[nodiscard]] bool keeps_sense(std::span<const TextUnit> removed, std::span<const TextUnit> inserted) const;

  /// What units [first, last) put into doubt or turn, one entry for each word or phrase of a kind:
  /// what stands before a quotation keeps the sense of what stands before its passage where it holds
  /// all of those.
  [[nodiscard]] std::vector<std::string> governing_senses(std::span<const TextUnit> units, std::size_t first,
                                                          std::size_t last) const;

  /// Whether a phrase that is no idiom begins at a unit of [first, last).
  [[nodiscard]] bool begins_among(const PhraseSet& phrases, std::span<const TextUnit> units,
                                  std::size_t first, std::size_t last) const;

  static constexpr std::string_view condition_sense = "<condition>";

  /// A finite verb, as far as a single word tells it.
  [[nodiscard]] bool is_finite(const TextUnit& unit) const;
  /// Neither a small word nor a number: a noun, an adjective, a verb, a name.
  [[nodiscard]] bool is_content(const TextUnit& unit) const;
  [[nodiscard]] bool is_title(const TextUnit& unit) const { return titles_.contains(unit); }

  const VerbForms verbs;
  const PhraseSet reversals;      ///< "il est faux de", "refuse": deny what follows
  const PhraseSet conditions;     ///< "si", "en cas de": leave open what follows
  const PhraseSet hearsay;        ///< "certains disent", "selon": others say it
  const PhraseSet afterthoughts;  ///< the same behind it: "à moins que", "dit-on"
  const PhraseSet idioms;         ///< "tout de suite": their words guard nothing
  const UnitSet clause_openers;
  const UnitSet complementizers;
  const UnitSet restrictors;
  const PhraseSet negation_limits;        ///< "avant", "cette année", "à part": limit what is denied
  const PhraseSet negation_limits_apart;  ///< the same behind a comma
  const UnitSet aside_breakers;           ///< "si", "contre": never among the words that tell who speaks
  const UnitSet saying_forms;             ///< "affirme", "affirmé": of third persons, or of all
  const UnitSet saying_first;             ///< "je", "ai": the speaker himself
  const UnitSet saying_links;             ///< may stand between a subject and its verb
  const UnitSet articles;                 ///< begin what a verb has for its object
  const UnitSet exceptives;
  const UnitSet strong_coordinators;
  const UnitSet weak_coordinators;
  const UnitSet subjects;
  const UnitSet enclitics;

 private:
  [[nodiscard]] std::vector<std::string> senses(std::span<const TextUnit> units) const;

  UnitSet small_words_;
  UnitSet negations_;
  UnitSet modals_;
  UnitSet quantifiers_;
  UnitSet number_articles_;
  UnitSet months_;
  UnitSet weekdays_;
  UnitSet figure_words_;
  UnitSet titles_;
  std::unordered_set<std::string> numbers_;
  std::vector<std::string> modal_stems_;
};

}  // namespace selon
