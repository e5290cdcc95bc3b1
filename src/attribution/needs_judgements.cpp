#include "attribution/needs_judgements.h"

#include <algorithm>

#include "attribution/quoted_text.h"

namespace selon {

namespace {

// An object ("des pots-de-vin") or an agent ("par son associé") stands this close
// behind its verb.
constexpr std::size_t reach_of_object = 6;
constexpr std::size_t reach_of_agent = 14;

bool has(const std::vector<StatementWord>& words, std::size_t at, sense::Bits senses) {
  return at < words.size() && (words[at].senses & senses) != 0;
}

}  // namespace

JudgementNeeds::JudgementNeeds(const TagTable& tags)
    : finite_(tags_named(tags, "@FINITE")),
      participles_(tags_named(tags, "@PARTICIPLE ADJ")),
      having_(tags_named(tags, "HAVE")),
      adverbs_(tags_named(tags, "ADV PAS DATE")),
      clitics_(tags_named(tags, "NE OBJ REFL")),
      first_or_second_(tags_named(tags, "CLIT12")),
      on_(tags_named(tags, "ON")),
      of_(tags_named(tags, "DE POUR BEFOREINF")),
      modifiers_(tags_named(tags, "ADJ @NOUNS PART ADV")),
      reflexive_(tags_named(tags, "REFL")),
      question_(tags_named(tags, "QUESTION")),
      nouns_(tags_named(tags, "@NOUNS")),
      adjectives_(tags_named(tags, "ADJ")) {}

// "a détourné", "détourne": the verb in the active voice, of a third person.
bool JudgementNeeds::is_active(const Words& words, std::size_t at) const {
  std::size_t i = at;
  while (i > 0 && adverbs_.test(words[i - 1].tag)) {
    --i;
  }
  std::size_t verb = at;
  if (participles_.test(words[at].tag)) {
    if (i == 0 || !having_.test(words[i - 1].tag)) {
      return false;
    }
    verb = i - 1;
  } else if (!finite_.test(words[at].tag) || !has(words, at, sense::finite)) {
    return false;
  }
  while (verb > 0 && clitics_.test(words[verb - 1].tag)) {
    --verb;
    if (reflexive_.test(words[verb].tag)) {
      return false;  // "se détourne"
    }
  }
  return verb > 0 && !first_or_second_.test(words[verb - 1].tag) && !on_.test(words[verb - 1].tag);
}

// "est soupçonné d'avoir…" without "par X": nobody says by whom.
bool JudgementNeeds::is_passive_accusation(const Words& words, std::size_t at) const {
  if (!has(words, at, sense::accusation) || !participles_.test(words[at].tag) || at + 1 >= words.size() ||
      !of_.test(words[at + 1].tag)) {
    return false;
  }
  std::size_t before = at;
  while (before > 0 && adverbs_.test(words[before - 1].tag)) {
    --before;
  }
  if (before > 1 && having_.test(words[before - 2].tag)) {
    return false;  // "a été accusé de": a charge was brought
  }
  if (before > 0 && nouns_.test(words[before - 1].tag)) {
    return false;  // "un homme soupçonné de" tells which man
  }
  const std::size_t end = std::min(words.size(), at + reach_of_agent);
  for (std::size_t i = at + 1; i < end; ++i) {
    if (has(words, i, sense::agent)) {
      return false;
    }
  }
  return true;
}

// "a touché des pots-de-vin", "est coupable de fraude"
bool JudgementNeeds::commits_a_crime(const Words& words, std::size_t at) const {
  const bool commits = has(words, at, sense::commits) && is_active(words, at);
  const bool guilty = has(words, at, sense::guilt) && at + 1 < words.size() && of_.test(words[at + 1].tag);
  if (!commits && !guilty) {
    return false;
  }
  const std::size_t end = std::min(words.size(), at + reach_of_object);
  for (std::size_t i = at + 1; i < end; ++i) {
    if (has(words, i, sense::crime_noun)) {
      return true;
    }
    if (words[i].senses == 0 && finite_.test(words[i].tag)) {
      break;
    }
  }
  return false;
}

// "a étouffé le scandale", "l'affaire avait été étouffée", "pour gonfler leurs marges"
bool JudgementNeeds::hides_something(const Words& words, std::size_t at) const {
  if (!has(words, at, sense::hides) || nouns_.test(words[at].tag)) {
    return false;
  }
  const std::size_t end = std::min(words.size(), at + reach_of_object);
  for (std::size_t i = at - std::min(at, reach_of_object); i < end; ++i) {
    if (i != at && has(words, i, sense::hidden)) {
      return true;
    }
  }
  return false;
}

// "à l'insu de", "sur ordre du ministère": how it was done accuses the one who did it.
bool JudgementNeeds::accuses(const Words& words, std::size_t at) const {
  return has(words, at, sense::accusing) && std::ranges::any_of(words, [this](const StatementWord& word) {
           return finite_.test(word.tag) && (word.senses & sense::finite) != 0;
         });
}

bool JudgementNeeds::is_allegation(const Words& words, std::size_t at) const {
  if (has(words, at, sense::crime) && is_active(words, at)) {
    return true;
  }
  return is_passive_accusation(words, at) || commits_a_crime(words, at) || hides_something(words, at) ||
         accuses(words, at);
}

bool JudgementNeeds::is_evaluation(const Words& words, std::size_t at) const {
  if (has(words, at, sense::evaluative_adverb)) {
    return true;
  }
  if (has(words, at, sense::best)) {
    return at > 0 && has(words, at - 1, sense::definite);
  }
  return has(words, at, sense::evaluative) && is_modifier(words[at]);
}

// "Jamais la majorité n'a paru aussi fragile": somebody has compared.
bool JudgementNeeds::compares_with_all(const StatementWords& statement) const {
  if ((statement.present() & sense::ever) == 0 || (statement.present() & sense::equally) == 0 ||
      (statement.tags() & first_or_second_).any()) {
    return false;
  }
  const Words& words = statement.words();
  bool ever = false;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    ever = ever || has(words, i, sense::ever);
    if (ever && has(words, i, sense::equally) && adjectives_.test(words[i + 1].tag)) {
      return true;
    }
  }
  return false;
}

std::uint16_t JudgementNeeds::of(const StatementWords& statement) const {
  constexpr sense::Bits accusing =
      sense::crime | sense::accusation | sense::commits | sense::guilt | sense::hides | sense::accusing;
  constexpr sense::Bits judging = sense::evaluative | sense::evaluative_adverb | sense::best;
  const sense::Bits present = statement.present();
  // What a court says or hears is public.
  const bool alleges =
      (present & accusing) != 0 && (present & sense::law) == 0 && !(statement.tags() & question_).any();
  const bool compares = compares_with_all(statement);
  if (!alleges && !compares && (present & judging) == 0) {
    return 0;
  }
  std::uint16_t needs = compares ? needs_evaluation : 0;
  const Words& words = statement.words();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (alleges && is_allegation(words, i)) {
      needs |= needs_allegation;
    }
    if (is_evaluation(words, i)) {
      needs |= needs_evaluation;
    }
  }
  return needs;
}

}  // namespace selon
