// VerbNeeds: what somebody wants, is about to do, or really wanted.
#include <algorithm>

#include "attribution/needs_verbs.h"

namespace selon {

namespace {

// An infinitive stands this close behind the "pour" or the verb that governs it.
constexpr std::size_t reach_of_aim = 7;

}  // namespace

// "s'apprête à recruter"
bool VerbNeeds::is_about_to(const Words& words, std::size_t verb) const {
  if ((words[verb].senses & sense::about_to) == 0 || verb == 0 || !reflexive_.test(words[verb - 1].tag) ||
      clause_of(words, verb) != Clause::main) {
    return false;
  }
  std::size_t next = skip_adverbs(words, verb + 1);
  if (next >= words.size() || !linking_.test(words[next].tag)) {
    return false;
  }
  while (++next < words.size() && clitics_.test(words[next].tag)) {
  }
  return next < words.size() && is_infinitive(words[next]) && (words[next].senses & sense::scheduled) == 0;
}

// "En maintenant le scrutin, le pouvoir cherche à …": what somebody does is said to be a means.
bool VerbNeeds::begins_with_means(const Words& words) const {
  constexpr std::size_t reach = 4;  // "En ne le disant pas"
  if (words.empty() || !prepositions_.test(words.front().tag)) {
    return false;
  }
  std::size_t i = 1;
  while (i < std::min(reach, words.size()) && (clitics_.test(words[i].tag) || adverbs_.test(words[i].tag))) {
    ++i;
  }
  return i < words.size() && gerunds_.test(words[i].tag);
}

bool VerbNeeds::gives_a_motive(const StatementWords& statement) const {
  const Words& words = statement.words();
  if ((statement.tags() & (question_ | first_or_second_)).any()) {
    return false;
  }
  if ((statement.present() & sense::motive_phrase) != 0) {
    return true;
  }
  const bool means = begins_with_means(words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    // "n'a jamais eu l'intention de"; "a dit son intention de" is what somebody told.
    if ((words[i].senses & sense::purpose) != 0 && i > 0 && (words[i - 1].senses & sense::definite) != 0 &&
        i + 2 < words.size() && linking_.test(words[i + 1].tag) && is_infinitive(words[i + 2]) &&
        (statement.tags() & having_).any()) {
      return true;
    }
    if (is_finite(words[i]) && is_about_to(words, i)) {
      return true;
    }
    const bool wanting =
        (words[i].senses & sense::motive) != 0 && (participles_.test(words[i].tag) || is_finite(words[i]));
    // "veut surtout éviter": the wish that is told hides another.
    if (wanting && (statement.present() & sense::motive_adverb) != 0 && is_intention(words, i)) {
      return true;
    }
    if (wanting && means && governs_infinitive(words, i)) {
      return true;
    }
    if (!wanting && !for_.test(words[i].tag)) {
      continue;
    }
    const std::size_t end = std::min(words.size(), i + reach_of_aim);
    for (std::size_t j = i + 1; j < end && !is_finite(words[j]); ++j) {
      if ((words[j].senses & sense::aim) != 0 && is_infinitive(words[j])) {
        return true;
      }
    }
  }
  return false;
}

bool VerbNeeds::is_intention(const Words& words, std::size_t verb) const {
  const StatementWord& word = words[verb];
  const bool wishes = (word.senses & sense::wish) != 0 && (word.senses & sense::conditional) != 0;
  const bool intends =
      (word.senses & sense::intention) != 0 && (word.senses & (sense::present | sense::imperfect)) != 0;
  const std::size_t subject = subject_before(words, verb);
  if ((!wishes && !intends) || is_inverted(words, verb) || subject == words.size() ||
      !has_third_subject(words, verb) || ce_.test(words[subject].tag) ||
      relatives_.test(words[subject].tag) || clause_of(words, verb) == Clause::that) {
    return false;
  }
  return governs_infinitive(words, verb);
}

// "cherche à les vendre"; not "veut dire".
bool VerbNeeds::governs_infinitive(const Words& words, std::size_t verb) const {
  std::size_t next = skip_adverbs(words, verb + 1);
  if (next < words.size() && linking_.test(words[next].tag)) {
    ++next;
  }
  while (next < words.size() && clitics_.test(words[next].tag)) {
    ++next;
  }
  return next < words.size() && is_infinitive(words[next]) && (words[next].senses & sense::speaking) == 0;
}

}  // namespace selon
