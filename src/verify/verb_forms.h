// What the lexicon knows of the words of a quotation: whether one is a verb, and whether two are
// forms of one verb ("salue" and "saluait").
#pragma once

#include <span>

#include "language/lexicon.h"
#include "verify/text_units.h"

namespace selon {

class VerbForms {
 public:
  /// Without a lexicon no word is known to be a verb. It must outlive this.
  explicit VerbForms(const Lexicon* lexicon) : lexicon_(lexicon) {}

  /// A form that can be nothing but a finite verb.
  [[nodiscard]] bool is_finite(const TextUnit& unit) const;
  [[nodiscard]] bool may_be_finite(const TextUnit& unit) const;
  /// A form of a verb, finite or not, and of nothing else.
  [[nodiscard]] bool is_verb(const TextUnit& unit) const;
  [[nodiscard]] bool same_verb(const TextUnit& a, const TextUnit& b) const;

 private:
  [[nodiscard]] std::span<const Reading> readings(const TextUnit& unit) const;

  const Lexicon* lexicon_;
};

}  // namespace selon
