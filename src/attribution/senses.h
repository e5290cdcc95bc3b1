// The senses of words that make a statement ask for a source: one bit each.
#pragma once

#include <cstdint>

namespace selon {

/// Bits of a word. The comment names the pack's list, or the reading of the lexicon.
namespace sense {
/// A set of senses.
struct Bits {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  constexpr Bits(std::uint64_t low_half = 0, std::uint64_t high_half = 0) : low(low_half), high(high_half) {}
  constexpr bool operator==(const Bits&) const = default;
  constexpr Bits operator|(const Bits& other) const { return {low | other.low, high | other.high}; }
  constexpr Bits operator&(const Bits& other) const { return {low & other.low, high & other.high}; }
  constexpr Bits& operator|=(const Bits& other) { return *this = *this | other; }
};
[[nodiscard]] constexpr Bits bit(int i) {
  return i < 64 ? Bits{std::uint64_t{1} << i, 0} : Bits{0, std::uint64_t{1} << (i - 64)};
}
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
    motive_adverb = bit(63),              // motive-adverbs: surtout
    motive_phrase = bit(64),              // motive-phrases: pour gagner du temps
    guessing = bit(65),                   // guessing-adverbs: sans doute
    horizon = bit(66),                    // horizon-words: d'ici à
    approximate = bit(67),                // approximation-words: près de
    unit = bit(68),                       // unit-nouns: kilomètre, an
    ever = bit(69),                       // comparison-adverbs: jamais
    equally = bit(70),                    // degree-adverbs: aussi
    near_future = bit(71),                // near-future-verbs: va disparaître
    about_to = bit(72),                   // about-to-verbs: s'apprête à
    loss = bit(73),                       // loss-nouns: trou, ardoise
    reckons = bit(74),                    // reckoning-verbs: est estimé à
    triples = bit(75);                    // tripling-verbs: a triplé, of whatever
}  // namespace sense

}  // namespace selon
