// What single words say of how a statement is made: denied, left open, in the
// conditional; and which are forms of one word. From the pack's lists and the lexicon.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/words.h"
#include "claims/diff/figures.h"
#include "language/lexicon.h"
#include "rules/pack.h"

namespace selon {

class WordSense {
 public:
  /// Keeps a reference to the lexicon.
  WordSense(const Pack& pack, const Lexicon& lexicon);

  [[nodiscard]] const WordSet& stop_words() const { return stop_words_; }
  [[nodiscard]] bool is_stop_word(const DiffWord& word) const {
    return !word.figure && (word.key.size() < 2 || stop_words_.contains(word.key));
  }
  [[nodiscard]] bool denies(const DiffWord& word) const { return negators_.contains(word.key); }
  /// "aurait", "seraient"
  [[nodiscard]] bool is_conditional(std::string_view form) const;
  /// "avoir", "être" in any form
  [[nodiscard]] bool is_auxiliary(std::string_view form) const;
  /// Whom there is only one of in a place: "procureur", "maire". `key` is folded.
  [[nodiscard]] bool is_office(std::string_view key) const { return offices_.contains(key); }
  /// A verb of its own, not one that helps another: "fermera", not "a".
  [[nodiscard]] bool is_full_verb(std::string_view form) const;
  /// What is told as it is or was: "connaît", "cachait"; neither a future nor a conditional.
  [[nodiscard]] bool is_told_as_fact(std::string_view form) const;
  /// "devrait" leaves open what "devra" doesn't.
  [[nodiscard]] bool is_modal(std::string_view form) const;
  /// Whether a cue tells what was said before: "a annoncé", "estimait". `text` is what the
  /// words' spans point into.
  [[nodiscard]] bool is_past(const std::vector<DiffWord>& cue, std::string_view text) const;
  /// Whether two forms may belong to one verb or noun: "rencontré" and "rencontrer".
  [[nodiscard]] bool same_lemma(std::string_view a, std::string_view b) const;
  /// "avec" and "sans", "a accepté" and "a refusé"
  [[nodiscard]] bool are_opposites(std::string_view a, std::string_view b) const;
  /// What a cue says of its content: -1 leaves it open, 1 vouches for it, 0 neither.
  /// `text` is what the words' spans point into.
  [[nodiscard]] int certainty_of(const std::vector<DiffWord>& cue, std::string_view text) const;

 private:
  WordSet stop_words_;
  WordSet negators_;
  WordSet auxiliaries_;
  WordSet modals_;
  WordSet offices_;
  using Lemmas = std::vector<std::string>;
  [[nodiscard]] bool has_any(const std::vector<Lemmas>& cues, const std::vector<DiffWord>& words,
                             std::string_view text) const;

  std::vector<Lemmas> opposites_;
  std::vector<Lemmas> open_;
  std::vector<Lemmas> vouching_;
  const Lexicon* lexicon_;
};

}  // namespace selon
