// What the verbs of a statement ask a source for: the conditional of hearsay ("il
// aurait fui"), a prediction ("les prix baisseront"), somebody's intention ("le
// maire veut fermer l'école"). Only clear cases: see each function.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "attribution/needs_words.h"
#include "rules/tag_expression.h"

namespace selon {

class VerbNeeds {
 public:
  explicit VerbNeeds(const TagTable& tags);

  /// needs_conditional, needs_prediction, needs_intention.
  [[nodiscard]] std::uint16_t of(const StatementWords& statement) const;
  /// Whether the statement gives somebody's hidden motive: "a voulu repousser l'échéance",
  /// "n'a jamais eu l'intention de", "pour échapper à la mise en examen".
  [[nodiscard]] bool gives_a_motive(const StatementWords& statement) const;
  /// Whether all that the statement says is what is planned: "Deux trains sur trois circuleront".
  [[nodiscard]] bool is_programme(const StatementWords& statement) const;

  /// Whether the statement keeps up the conditional of a report before it: a wider
  /// test than needs_conditional, for a sentence right after an attributed one.
  [[nodiscard]] bool goes_on_in_conditional(const StatementWords& statement) const;

 private:
  using Words = std::vector<StatementWord>;

  // Some tags hold finite forms and infinitives alike: the lexicon tells them apart.
  [[nodiscard]] bool is_finite(const StatementWord& word) const {
    return finite_.test(word.tag) && (word.senses & (sense::finite | sense::infinitive)) != sense::infinitive;
  }
  [[nodiscard]] bool is_infinitive(const StatementWord& word) const {
    return infinitives_.test(word.tag) || (finite_.test(word.tag) && !is_finite(word));
  }
  [[nodiscard]] bool is_hearsay(const Words& words, std::size_t verb) const;
  [[nodiscard]] bool is_hearsay_of_having(const Words& words, std::size_t verb) const;
  [[nodiscard]] bool is_hearsay_of_being(const Words& words, std::size_t verb) const;
  [[nodiscard]] bool is_prediction(const Words& words, std::size_t verb) const;
  [[nodiscard]] bool is_intention(const Words& words, std::size_t verb) const;
  [[nodiscard]] bool begins_with_means(const Words& words) const;
  [[nodiscard]] bool governs_infinitive(const Words& words, std::size_t verb) const;
  [[nodiscard]] bool is_foretold(const StatementWords& statement, std::size_t verb) const;
  [[nodiscard]] bool is_near_future(const Words& words, std::size_t verb) const;
  [[nodiscard]] bool is_about_to(const Words& words, std::size_t verb) const;
  [[nodiscard]] bool is_guess(const StatementWords& statement) const;
  [[nodiscard]] bool is_needed_for_long(const Words& words, std::size_t verb) const;
  [[nodiscard]] bool is_planned(const Words& words, std::size_t verb) const;
  [[nodiscard]] bool is_scheduled(const StatementWords& statement, std::size_t verb) const;
  [[nodiscard]] std::size_t subject_before(const Words& words, std::size_t verb) const;
  [[nodiscard]] bool has_third_subject(const Words& words, std::size_t verb) const;
  [[nodiscard]] bool is_inverted(const Words& words, std::size_t verb) const;

  /// The word that opens the clause of a verb: "que", a relative, or nothing of these.
  enum class Clause : std::uint8_t { main, that, relative };
  [[nodiscard]] Clause clause_of(const Words& words, std::size_t verb) const;
  /// The first word at or after `at` that is no adverb, negation or date.
  [[nodiscard]] std::size_t skip_adverbs(const Words& words, std::size_t at) const;

  TagSet finite_, adverbs_, clitics_, that_, relatives_, inverted_, reflexive_, for_, numbers_,
      first_or_second_, on_, ce_, infinitives_, participles_, having_, being_, nominal_, linking_, dates_,
      question_, il_, adjectives_, gerunds_, prepositions_, things_;
};

}  // namespace selon
