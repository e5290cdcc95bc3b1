// Figures that ask for a source: percentages, sums of money, numbers of people and
// victims, ratios and multiples. Dates, ages, times, scores, distances and the like
// are none: a number counts only beside a word that says what it counts.
#pragma once

#include <cstddef>
#include <vector>

#include "attribution/needs_words.h"
#include "rules/tag_expression.h"

namespace selon {

class FigureNeeds {
 public:
  explicit FigureNeeds(const TagTable& tags);

  [[nodiscard]] bool any_in(const StatementWords& statement) const;

 private:
  using Words = std::vector<StatementWord>;

  [[nodiscard]] bool is_figure(const Words& words, std::size_t at) const;
  [[nodiscard]] bool is_counted(const Words& words, std::size_t number, std::size_t next) const;
  [[nodiscard]] bool is_fraction(const Words& words, std::size_t at) const;
  [[nodiscard]] bool is_ratio(const Words& words, std::size_t at) const;
  [[nodiscard]] bool is_stated(const Words& words) const;
  [[nodiscard]] bool is_exempt(const Words& words, std::size_t at) const;
  [[nodiscard]] bool is_number(const StatementWord& word) const { return number_.test(word.tag); }

  TagSet number_, of_, skipped_, determiner_, nouns_, finite_, participles_, having_;
};

}  // namespace selon
