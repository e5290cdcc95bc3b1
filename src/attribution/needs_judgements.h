// What asks for a source because somebody judges: an accusation against someone
// ("le maire a détourné", "est soupçonné de"), an opinion given as a fact ("une
// décision scandaleuse", "malheureusement").
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "attribution/needs_words.h"
#include "rules/tag_expression.h"

namespace selon {

class JudgementNeeds {
 public:
  explicit JudgementNeeds(const TagTable& tags);

  /// needs_allegation, needs_evaluation.
  [[nodiscard]] std::uint16_t of(const StatementWords& statement) const;
  /// Whether the judgement is blame: "un bilan calamiteux"; not where it is somebody's ("on juge…").
  [[nodiscard]] bool blames(const StatementWords& statement) const {
    return ((statement.present() & sense::blame) != 0 || compares_with_all(statement)) &&
           (statement.tags() & on_).none();
  }

 private:
  using Words = std::vector<StatementWord>;

  [[nodiscard]] bool is_allegation(const Words& words, std::size_t at) const;
  [[nodiscard]] bool is_active(const Words& words, std::size_t at) const;
  [[nodiscard]] bool is_passive_accusation(const Words& words, std::size_t at) const;
  [[nodiscard]] bool commits_a_crime(const Words& words, std::size_t at) const;
  [[nodiscard]] bool hides_something(const Words& words, std::size_t at) const;
  [[nodiscard]] bool accuses(const Words& words, std::size_t at) const;
  [[nodiscard]] bool is_evaluation(const Words& words, std::size_t at) const;
  [[nodiscard]] bool compares_with_all(const StatementWords& statement) const;
  [[nodiscard]] bool is_modifier(const StatementWord& word) const { return modifiers_.test(word.tag); }

  TagSet finite_, participles_, having_, adverbs_, clitics_, first_or_second_, on_, of_, modifiers_,
      reflexive_, question_, nouns_, adjectives_;
};

}  // namespace selon
