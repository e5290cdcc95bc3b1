// Figures that ask for a source: percentages, sums of money, numbers of people and
// victims, ratios and multiples. Dates, ages, times, scores, distances and the like
// are none: a number counts only beside a word that says what it counts.
//
// A statistic presses: somebody has measured a change ("a reculé de 6 %"), a share of
// people ("six Français sur dix"), a total ("le montant des dégâts atteint…") or victims.
// What a reporter reads on a door or in a budget does not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "attribution/needs_words.h"
#include "rules/tag_expression.h"

namespace selon {

class FigureNeeds {
 public:
  explicit FigureNeeds(const TagTable& tags);

  /// An estimate says "thousands", a count says how many.
  enum class Strength : std::uint8_t { none, estimate, count, statistic };
  [[nodiscard]] Strength strength_of(const StatementWords& statement) const;

 private:
  using Words = std::vector<StatementWord>;

  [[nodiscard]] bool is_approximated(const Words& words, std::size_t number, std::size_t next) const;
  [[nodiscard]] bool is_figure(const Words& words, std::size_t at) const;
  [[nodiscard]] bool is_counted(const Words& words, std::size_t number, std::size_t next) const;
  [[nodiscard]] bool is_fraction(const Words& words, std::size_t at) const;
  [[nodiscard]] bool is_ratio(const Words& words, std::size_t at) const;
  [[nodiscard]] bool is_stated(const Words& words) const;
  [[nodiscard]] bool is_near(const Words& words, std::size_t at, sense::Bits senses) const;
  [[nodiscard]] bool is_reckoned(const StatementWords& statement) const;
  [[nodiscard]] bool is_statistic(const StatementWords& statement, std::size_t at) const;
  [[nodiscard]] bool is_multiplied(const Words& words) const;
  [[nodiscard]] bool is_changed(const StatementWords& statement) const;
  [[nodiscard]] bool is_number(const StatementWord& word) const { return number_.test(word.tag); }

  TagSet number_, of_, skipped_, determiner_, nouns_, finite_, participles_, having_, according_, to_;
};

}  // namespace selon
