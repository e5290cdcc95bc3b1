// Figures in a text, in digits or written out, as one canonical form: "1 150", "1.150"
// and "mille cent cinquante" are the same, and so are "3 km" and "trois kilomètres".
// What number words are worth is data of the pack (lists "number-values",
// "number-articles", "number-joiners", "unit-forms", "unit-linkers", "figure-words").
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "audit/words.h"
#include "base/span.h"
#include "rules/pack.h"

namespace selon {

/// A word as the diff compares it.
struct DiffWord {
  std::string key;  ///< folded; of a number its value ("#1150"), of a unit its short form
  Span span;
  bool figure = false;  ///< number, unit of a number, date
  bool quoted = false;  ///< stands in quotation marks
};

class FigureReader {
 public:
  explicit FigureReader(const Pack& pack);

  /// The words of a part of `text`, numbers joined and made canonical.
  [[nodiscard]] std::vector<DiffWord> words(std::string_view text, Span span) const;

 private:
  struct Number {
    double value = 0;
    std::size_t last = 0;  ///< one past its last word
  };
  using Words = std::vector<QuotedWord>;

  void take_values(const WordList* list);
  void take_units(const WordList* list);
  [[nodiscard]] const double* value_at(const Words& words, std::size_t at, std::size_t& length,
                                       std::string_view text) const;
  [[nodiscard]] Number digits_at(const Words& words, std::size_t at, std::string_view text) const;
  [[nodiscard]] Number number_at(const Words& words, std::size_t at, std::string_view text) const;
  [[nodiscard]] bool follows_number(const std::vector<DiffWord>& out) const;
  [[nodiscard]] Number composed(Number begun, const Words& words, std::string_view text) const;
  void add_sign(std::vector<DiffWord>& out, std::string_view text, Span span) const;

  std::unordered_map<std::string, double> values_;
  std::unordered_map<std::string, std::string> units_;  ///< form, or sign, to short form
  WordSet articles_;                                    ///< number words that alone are no numbers
  WordSet joiners_;
  WordSet linkers_;  ///< may stand between a number and its unit
  WordSet figure_words_;
  WordSet months_;
  WordSet weekdays_;
};

}  // namespace selon
