#include "attribution/needs_verbs.h"

#include <algorithm>

#include "attribution/quoted_text.h"

namespace selon {

VerbNeeds::VerbNeeds(const TagTable& tags)
    : finite_(tags_named(tags, "@FINITE")),
      adverbs_(tags_named(tags, "ADV PAS DATE")),
      clitics_(tags_named(tags, "NE OBJ REFL")),
      that_(tags_named(tags, "QUE CEQUE COMME")),
      relatives_(tags_named(tags, "QUI DONT")),
      inverted_(tags_named(tags, "INV INVON INV12")),
      reflexive_(tags_named(tags, "REFL")),
      for_(tags_named(tags, "POUR")),
      numbers_(tags_named(tags, "NUM")),
      first_or_second_(tags_named(tags, "CLIT12")),
      on_(tags_named(tags, "ON")),
      ce_(tags_named(tags, "CE")),
      infinitives_(tags_named(tags, "@INFINITIVE")),
      participles_(tags_named(tags, "@PARTICIPLE")),
      having_(tags_named(tags, "HAVE")),
      being_(tags_named(tags, "BE")),
      nominal_(tags_named(tags, "@HEAD DET NUM")),
      linking_(tags_named(tags, "DE A BEFOREINF")),
      dates_(tags_named(tags, "DATE")),
      question_(tags_named(tags, "QUESTION")),
      il_(tags_named(tags, "CLIT3")),
      adjectives_(tags_named(tags, "ADJ")),
      gerunds_(tags_named(tags, "@GERUND")),
      prepositions_(tags_named(tags, "PREP")),
      things_(tags_named(tags, "NOUN MEASURE")) {}

std::size_t VerbNeeds::skip_adverbs(const Words& words, std::size_t at) const {
  while (at < words.size() && adverbs_.test(words[at].tag)) {
    ++at;
  }
  return at;
}

/// The word before the verb and its clitics, or the number of words.
std::size_t VerbNeeds::subject_before(const Words& words, std::size_t verb) const {
  std::size_t i = verb;
  while (i > 0 && clitics_.test(words[i - 1].tag)) {
    --i;
  }
  return i > 0 ? i - 1 : words.size();
}

bool VerbNeeds::is_inverted(const Words& words, std::size_t verb) const {
  return verb + 1 < words.size() && inverted_.test(words[verb + 1].tag);
}

bool VerbNeeds::has_third_subject(const Words& words, std::size_t verb) const {
  const std::size_t subject = subject_before(words, verb);
  if (subject == words.size()) {
    return true;
  }
  const Tag tag = words[subject].tag;
  return !on_.test(tag) && !first_or_second_.test(tag);
}

// Back from the verb to the word that opens its clause; another finite verb on the
// way closes the search, for then the clause is that verb's.
VerbNeeds::Clause VerbNeeds::clause_of(const Words& words, std::size_t verb) const {
  for (std::size_t i = verb; i > 0; --i) {
    const StatementWord& word = words[i - 1];
    if (that_.test(word.tag)) {
      return Clause::that;
    }
    if (relatives_.test(word.tag)) {
      return Clause::relative;
    }
    if (is_finite(word)) {
      break;
    }
  }
  return Clause::main;
}

// "aurait fui", "aurait 30 ans"; not "aurait pu", "aurait intérêt à", "aurait à".
bool VerbNeeds::is_hearsay_of_having(const Words& words, std::size_t verb) const {
  const std::size_t next = skip_adverbs(words, verb + 1);
  if (next >= words.size()) {
    return false;
  }
  const sense::Bits senses = words[next].senses;
  const bool participle = participles_.test(words[next].tag) || (senses & sense::participle) != 0;
  if (participle) {
    return (senses & (sense::modal | sense::wish | sense::hypothetical)) == 0;
  }
  return nominal_.test(words[next].tag) && (senses & sense::hypothesis_noun) == 0;
}

// "serait mort", "serait à l'origine"; not "ce serait", "il serait bon de", "serait de faire".
bool VerbNeeds::is_hearsay_of_being(const Words& words, std::size_t verb) const {
  const std::size_t subject = subject_before(words, verb);
  if (subject == words.size() || ce_.test(words[subject].tag)) {
    return false;
  }
  const std::size_t next = skip_adverbs(words, verb + 1);
  if (next >= words.size() || (words[next].senses & sense::evaluative) != 0) {
    return false;
  }
  const std::size_t after = next + 1;
  const bool linked =
      after < words.size() && (linking_.test(words[after].tag) || that_.test(words[after].tag));
  const bool to_infinitive =
      linking_.test(words[next].tag) && after < words.size() && is_infinitive(words[after]);
  const bool impersonal = il_.test(words[subject].tag) && adjectives_.test(words[next].tag) && linked;
  return !to_infinitive && !impersonal && (words[next].senses & sense::hypothesis_noun) == 0;
}

bool VerbNeeds::is_hearsay(const Words& words, std::size_t verb) const {
  const StatementWord& word = words[verb];
  if ((word.senses & sense::conditional) == 0 || is_inverted(words, verb) ||
      !has_third_subject(words, verb)) {
    return false;
  }
  const Clause clause = clause_of(words, verb);
  if (clause == Clause::that) {
    return false;
  }
  const std::size_t next = skip_adverbs(words, verb + 1);
  const bool compound = next < words.size() && participles_.test(words[next].tag);
  if (clause == Clause::relative && !compound) {
    return false;  // "une loi qui interdirait": a hypothesis
  }
  if (having_.test(word.tag)) {
    return is_hearsay_of_having(words, verb);
  }
  if (being_.test(word.tag)) {
    return is_hearsay_of_being(words, verb);
  }
  return (word.senses & sense::hearsay_state) != 0;
}

// A verb of opening, ending, being held or running in the future: "deux métros sur trois circuleront".
bool VerbNeeds::is_planned(const Words& words, std::size_t verb) const {
  if ((words[verb].senses & sense::scheduled) != 0) {
    return true;
  }
  if ((words[verb].senses & sense::takes_place) != 0 && verb > 0 && reflexive_.test(words[verb - 1].tag)) {
    return true;
  }
  const std::size_t next = skip_adverbs(words, verb + 1);
  return next < words.size() && (words[next].senses & sense::scheduled) != 0;
}

bool VerbNeeds::is_programme(const StatementWords& statement) const {
  const Words& words = statement.words();
  bool planned = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_finite(words[i])) {
      if ((words[i].senses & sense::future) == 0 || !is_planned(words, i)) {
        return false;
      }
      planned = true;
    }
  }
  return planned;
}

// A time says that something is planned, and so do verbs of opening, ending, being
// held, the passive ("sera délivré par le maire"), and what a court will do. A future
// with a year of the last century looks back; one that speaks to the reader advises.
bool VerbNeeds::is_scheduled(const StatementWords& statement, std::size_t verb) const {
  const Words& words = statement.words();
  if ((statement.tags() & (dates_ | first_or_second_)).any() ||
      (statement.present() & (sense::law | sense::past_year | sense::reader)) != 0 ||
      is_planned(words, verb)) {
    return true;
  }
  const std::size_t next = skip_adverbs(words, verb + 1);
  return next < words.size() && being_.test(words[verb].tag) && participles_.test(words[next].tag);
}

bool VerbNeeds::is_prediction(const Words& words, std::size_t verb) const {
  const StatementWord& word = words[verb];
  if (is_inverted(words, verb) || !has_third_subject(words, verb) || clause_of(words, verb) == Clause::that) {
    return false;
  }
  const std::size_t next = skip_adverbs(words, verb + 1);
  if ((word.senses & sense::conditional) != 0) {
    return (word.senses & sense::forecasting) != 0 && next < words.size() && is_infinitive(words[next]);
  }
  // "sera de 30 %", "sera dans la salle": that is settled. Who judges has an adjective or a noun.
  if (being_.test(word.tag)) {
    const Tag tag = next < words.size() ? words[next].tag : Tag{};
    return next < words.size() && (adjectives_.test(tag) || nominal_.test(tag));
  }
  return (word.senses & sense::modal) == 0 || is_needed_for_long(words, verb);
}

// "suivra sans doute", "d'ici à l'été, mille commerces auront fermé": a time doesn't make it a plan.
bool VerbNeeds::is_foretold(const StatementWords& statement, std::size_t verb) const {
  const Words& words = statement.words();
  if ((statement.present() & sense::guessing) != 0 || is_needed_for_long(words, verb)) {
    return true;
  }
  const std::size_t next = skip_adverbs(words, verb + 1);
  const bool participle = next < words.size() && participles_.test(words[next].tag);
  const bool perfect = participle && having_.test(words[verb].tag);
  const bool passive = participle && being_.test(words[verb].tag);
  return (statement.present() & sense::horizon) != 0 && (perfect || (!passive && !is_planned(words, verb)));
}

// "Le marché va continuer de baisser": what a thing will do nobody has decided. Of people it is a
// plan, and what is on a programme isn't foretold.
bool VerbNeeds::is_near_future(const Words& words, std::size_t verb) const {
  const StatementWord& word = words[verb];
  if ((word.senses & sense::near_future) == 0 || (word.senses & sense::present) == 0 ||
      is_inverted(words, verb) || clause_of(words, verb) != Clause::main ||
      !governs_infinitive(words, verb)) {
    return false;
  }
  const std::size_t subject = subject_before(words, verb);
  if (subject == words.size() || !things_.test(words[subject].tag)) {
    return false;
  }
  std::size_t next = skip_adverbs(words, verb + 1);
  while (next < words.size() && clitics_.test(words[next].tag)) {
    ++next;
  }
  const bool passive =
      next < words.size() && (words[next].senses & (sense::scheduled | sense::takes_place)) != 0;
  return !passive && next + 1 < words.size() && !participles_.test(words[next + 1].tag);
}

// "il faudra au moins dix ans", "la rivière mettra une décennie"
bool VerbNeeds::is_needed_for_long(const Words& words, std::size_t verb) const {
  const std::size_t next = skip_adverbs(words, verb + 1);
  if ((words[verb].senses & sense::needed) == 0 || next >= words.size() || !nominal_.test(words[next].tag)) {
    return false;
  }
  const bool number = numbers_.test(words[next].tag) && (words[verb].senses & sense::modal) != 0;
  return number || (next + 1 < words.size() && (words[next + 1].senses & sense::unit) != 0);
}

/// A question or a hypothesis: its conditional is no hearsay, its future no prediction.
bool VerbNeeds::is_guess(const StatementWords& statement) const {
  if ((statement.tags() & question_).any()) {
    return true;
  }
  // "s'" is a reflexive more often than it is "si".
  return (statement.present() & sense::hypothesis) != 0 &&
         std::ranges::any_of(statement.words(), [this](const StatementWord& word) {
           return (word.senses & sense::hypothesis) != 0 && !clitics_.test(word.tag);
         });
}

std::uint16_t VerbNeeds::of(const StatementWords& statement) const {
  constexpr sense::Bits moods = sense::conditional | sense::future;
  std::uint16_t needs = 0;
  if ((statement.present() & (moods | sense::intention | sense::wish | sense::near_future)) == 0) {
    return needs;
  }
  const bool guess = is_guess(statement);
  const Words& words = statement.words();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_finite(words[i])) {
      continue;
    }
    // "Si l'écart se confirme, l'armée se rangera" foretells; "si …, elle se rangerait" supposes.
    const bool foretells = (words[i].senses & sense::future) != 0 && (statement.tags() & question_).none() &&
                           (words.front().senses & sense::hypothesis) != 0;
    if ((words[i].senses & moods) != 0 && (!guess || foretells)) {
      if (is_hearsay(words, i)) {
        needs |= needs_conditional;
      } else if (is_prediction(words, i) && (is_foretold(statement, i) || !is_scheduled(statement, i))) {
        needs |= needs_prediction;
      }
    }
    if (!guess && is_near_future(words, i) && (is_foretold(statement, i) || !is_scheduled(statement, i))) {
      needs |= needs_prediction;
    }
    if (is_intention(words, i)) {
      needs |= needs_intention;
    }
  }
  return needs;
}

bool VerbNeeds::goes_on_in_conditional(const StatementWords& statement) const {
  if ((statement.present() & sense::conditional) == 0 || is_guess(statement)) {
    return false;
  }
  const Words& words = statement.words();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_finite(words[i])) {
      continue;
    }
    // The main verb decides.
    const Clause clause = clause_of(words, i);
    if (clause != Clause::main) {
      continue;
    }
    constexpr sense::Bits own_uses = sense::modal | sense::wish | sense::hypothetical;
    return (words[i].senses & sense::conditional) != 0 && (words[i].senses & own_uses) == 0 &&
           !is_inverted(words, i) && has_third_subject(words, i);
  }
  return false;
}

}  // namespace selon
