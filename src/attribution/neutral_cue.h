// The cue to propose where a verb judges its speaker: "a dit" for "a prétendu". A verb of the
// pack names its neutral one (<verbs neutral="dire">); the forms of that one are in the list
// "neutral-forms", and the lexicon tells which of them stands for which.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/pattern_set.h"
#include "document/document.h"
#include "language/text.h"
#include "language/vocabulary.h"

namespace selon {

class NeutralCues {
 public:
  /// Keeps a reference to the vocabulary.
  explicit NeutralCues(const Vocabulary& vocabulary);

  /// The text of the cue with the verb at token `verb` in the same form of its neutral verb;
  /// "" where the verb has none, or no form of it fits.
  [[nodiscard]] std::string of(const Document& document, const Text& text, TokenRange cue,
                               std::uint32_t verb) const;

 private:
  struct Form {
    std::string text;
    std::string_view lemma;
    Reading reading;
  };
  [[nodiscard]] std::string_view form_for(const Verb& verb, std::string_view written) const;

  const Vocabulary* vocabulary_;
  std::vector<Form> forms_;
};

}  // namespace selon
