// What the words of a statement mean for the question whether it needs a source:
// the pack's lists (rules/LANG/needs.xml, by word and by lemma) and the tense of
// verbs by the lexicon, as one bit set a word, worked out once a word form.
//
//   StatementWords reader(vocabulary);
//   reader.start(text);
//   reader.read(document, text, statement);
//   for (const StatementWord& word : reader.words()) …   // quoted words are left out
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "attribution/analysis.h"
#include "attribution/pattern_set.h"
#include "document/document.h"
#include "language/text.h"
#include "language/vocabulary.h"

namespace selon {

/// Bits of a word. The comment names the pack's list, or the reading of the lexicon.
namespace sense {
using Bits = std::uint64_t;
[[nodiscard]] constexpr Bits bit(int i) { return Bits{1} << i; }
// forms of verbs, third person
inline constexpr Bits conditional = bit(0), future = bit(1), present = bit(2), imperfect = bit(3),
                      participle = bit(4), infinitive = bit(5), finite = bit(6);
// verbs, by lemma
inline constexpr Bits modal = bit(7),  // modal-verbs
    forecasting = bit(8),              // forecasting-modals: devoir, pouvoir in the conditional
    wish = bit(9),                     // wish-verbs
    intention = bit(10),               // intention-verbs
    hypothetical = bit(11),            // hypothetical-verbs: il suffirait
    hearsay_state = bit(12),           // hearsay-verbs: il s'agirait, il détiendrait
    scheduled = bit(13),               // schedule-verbs
    crime = bit(14),                   // crime-verbs
    accusation = bit(15),              // accusation-verbs
    commits = bit(16),                 // crime-support-verbs
    multiplies = bit(17);              // multiplying-verbs
// other words, by form or lemma
inline constexpr Bits counted = bit(18),  // figure-nouns
    casualty = bit(19),                   // casualty-nouns
    currency = bit(20),                   // currency-nouns
    percent = bit(21),                    // percent-words
    magnitude = bit(22),                  // magnitude-words
    estimate = bit(23),                   // estimate-determiners
    fraction = bit(24),                   // fraction-nouns
    whole = bit(25),                      // fraction-wholes
    measured = bit(26),                   // measured-nouns
    times = bit(27),                      // times-words: deux fois
    ratio = bit(28),                      // ratio-words: un sur trois
    public_figure = bit(29),              // figure-exemptions
    small_number = bit(30),               // small-numbers
    crime_noun = bit(31),                 // crime-nouns
    guilt = bit(32),                      // guilt-words: coupable de
    agent = bit(33),                      // agent-prepositions
    evaluative = bit(34),                 // evaluative-words
    evaluative_adverb = bit(35),          // evaluative-adverbs
    superlative = bit(36),                // superlative-words
    hypothesis = bit(37),                 // hypothesis-words
    hypothesis_noun = bit(38),            // hypothesis-nouns: aurait intérêt à
    sign = bit(39),                       // figure-signs
    best = bit(40),                       // superlative-adjectives: le meilleur
    number_like = bit(41),                // the form is a number of at least two digits
    law = bit(42),                        // court-words
    speaking = bit(43),                   // speech-infinitives: veut dire
    states = bit(44),                     // stating-verbs: a publié, a demandé
    definite = bit(45),                   // superlative-determiners
    past_year = bit(46),                  // the form is a year before 2000
    reader = bit(47),                     // reader-words
    changes = bit(48),                    // change-verbs: reculer, bondir
    amounts = bit(49),                    // amount-verbs: s'élever à, dépasser
    account = bit(50),                    // account-words: budget, dotation
    hides = bit(51),                      // hiding-verbs: étouffer, with one of
    hidden = bit(52),                     // hidden-things: affaire, butin
    accusing = bit(53),                   // accusing-phrases: à l'insu de
    blame = bit(54),                      // blame-words: exsangue, calamiteux
    motive = bit(55),                     // motive-verbs: vouloir, chercher
    aim = bit(56),                        // hidden-aims: échapper, masquer
    purpose = bit(57),                    // purpose-nouns: intention
    takes_place = bit(58),                // schedule-reflexives: se tenir
    needed = bit(59),                     // necessity-verbs: falloir
    public_count = bit(60),               // public-counts: siège, habitant
    people = bit(61),                     // people-nouns: habitant
    few_digits = bit(62),                 // the form is a number below a thousand
    motive_adverb = bit(63);              // motive-adverbs: surtout
}  // namespace sense

struct StatementWord {
  std::uint32_t token = 0;
  Tag tag = 0;
  sense::Bits senses = 0;
};

/// The senses of word forms, kept from text to text.
class SenseTable {
 public:
  explicit SenseTable(const Vocabulary& vocabulary);

  /// Of a token, and of the entries of several words that begin with it.
  [[nodiscard]] sense::Bits of(const Document& document, const Token& token);

 private:
  struct Phrase {
    std::string text;
    sense::Bits senses = 0;
  };
  struct Entry {
    sense::Bits senses = 0;
    const std::vector<Phrase>* phrases = nullptr;  ///< that begin with this word
  };

  const Entry& entry(std::uint32_t word) {
    const bool known = generation_ == vocabulary_->generation() && word < slots_.size();
    return known && slots_[word] != nullptr ? *slots_[word] : new_entry(word);
  }
  const Entry& new_entry(std::uint32_t word);
  void add_list(std::string_view id, sense::Bits bits, bool verbs);
  [[nodiscard]] sense::Bits work_out(std::string_view text) const;
  [[nodiscard]] sense::Bits of_verb(const Reading& reading) const;

  const Vocabulary* vocabulary_;
  std::unordered_map<std::string, sense::Bits> verbs_;  ///< by lemma
  std::unordered_map<std::string, sense::Bits> words_;  ///< by lower-case form or lemma
  std::unordered_map<std::string, std::vector<Phrase>> phrases_;
  std::vector<std::pair<std::string, sense::Bits>> signs_;
  std::vector<const Entry*> slots_;  ///< by word index of the vocabulary; null: not worked out yet
  std::deque<Entry> entries_;
  std::uint32_t generation_ = 0;  ///< of the vocabulary's words
};

/// The words and marks of one statement that stand outside quotation marks.
class StatementWords {
 public:
  explicit StatementWords(const Vocabulary& vocabulary) : senses_(vocabulary) {}

  /// Call before the statements of a text are read.
  void start(const Text& text);
  void read(const Document& document, const Text& text, const Statement& statement);
  [[nodiscard]] const std::vector<StatementWord>& words() const { return words_; }
  /// All senses that occur.
  [[nodiscard]] sense::Bits present() const { return present_; }
  [[nodiscard]] const TagSet& tags() const { return tags_; }

 private:
  SenseTable senses_;
  std::vector<TokenRange> quoted_;  ///< ascending
  std::vector<StatementWord> words_;
  sense::Bits present_ = 0;
  TagSet tags_;
};

}  // namespace selon
