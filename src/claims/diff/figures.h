// Figures in a text, in digits or written out, as one canonical form: "1 150", "1.150"
// and "mille cent cinquante" are the same, and so are "3 km" and "trois kilomètres".
// Dates are read from each of their forms ("27 juillet 2024", "27/07/2024"), and so are
// ordinals ("troisième", "3e", "IIIe"). What the words are worth is data of the pack
// (lists "number-values", "number-articles", "number-joiners", "half-words", "ordinal-values",
// "ordinal-suffixes", "roman-ordinal-suffixes", "unit-forms", "unit-linkers", "figure-words",
// "figure-words-opposed", "figure-bounds", "months" and "weekdays" in their order).
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
  /// A figure only where another one stands against it: "premier" against "deuxième",
  /// not against "dernier".
  bool weak = false;
  bool redundant = false;  ///< may be left out without a change: "jeudi" of "jeudi 27 juillet"
  bool hedge = false;      ///< leaves open how sure it is; set by who knows the phrases
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
    double scale = 1;      ///< what it ends with: a million of "deux millions"
  };
  using Words = std::vector<QuotedWord>;

  using Values = std::unordered_map<std::string, double>;
  struct Date {
    int day = 0;  ///< 0: none
    int month = 0;
    int year = 0;          ///< 0: not said
    std::size_t last = 0;  ///< one past its last word
  };

  static void take_values(const WordList* list, Values& values);
  void take_months(const WordList* list);
  void take_units(const WordList* list);
  [[nodiscard]] const double* value_at(const Words& words, std::size_t at, std::size_t& length,
                                       std::string_view text) const;
  [[nodiscard]] Number digits_at(const Words& words, std::size_t at, std::string_view text) const;
  [[nodiscard]] Number number_at(const Words& words, std::size_t at, std::string_view text) const;
  [[nodiscard]] Date date_at(const Words& words, std::size_t at, std::string_view text) const;
  [[nodiscard]] Number ordinal_at(const Words& words, std::size_t at, Number before,
                                  std::string_view text) const;
  [[nodiscard]] const std::string* unit_at(const Words& words, std::size_t at, std::size_t& length) const;
  [[nodiscard]] bool is_bound(const Words& words, std::size_t at, std::string_view text) const;
  [[nodiscard]] bool is_month(const Words& words, std::size_t at) const;
  std::size_t add_date(std::vector<DiffWord>& out, const Words& words, std::size_t at,
                       std::string_view text) const;
  std::size_t add_number(std::vector<DiffWord>& out, const Words& words, std::size_t at,
                         std::string_view text, Span span) const;
  std::size_t add_word(std::vector<DiffWord>& out, const Words& words, std::size_t at,
                       std::string_view text) const;
  void weaken_weekday(std::vector<DiffWord>& out) const;
  [[nodiscard]] bool follows_number(const std::vector<DiffWord>& out) const;
  [[nodiscard]] Number composed(Number begun, const Words& words, std::string_view text) const;
  [[nodiscard]] Number with_half(Number number, const Words& words) const;
  void add_sign(std::vector<DiffWord>& out, std::string_view text, Span span) const;

  Values values_;
  Values ordinals_;
  WordSet suffixes_;                                    ///< of an ordinal in digits: "er", "e"
  WordSet roman_suffixes_;                              ///< of one in Roman numerals
  std::unordered_map<std::string, std::string> units_;  ///< form, or sign, to short form
  WordSet articles_;                                    ///< number words that alone are no numbers
  WordSet joiners_;
  WordSet halves_;   ///< "demi" of "un million et demi"
  WordSet linkers_;  ///< may stand between a number and its unit
  WordSet figure_words_;
  WordSet opposed_words_;  ///< figures where they stand against others: "doublé", "midi"
  WordSet bounds_;         ///< "plus" of "plus de 500"
  Values months_;
  WordSet weekdays_;
};

}  // namespace selon
