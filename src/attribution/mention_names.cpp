// The name in a mention: one of the pack, a person's, or that of a body no list knows.
#include <utility>

#include "attribution/mention.h"

namespace selon {

// A known body's name doesn't stand where what follows makes it another one: "ministère
// de l'Intérieur" in "ministère de l'Intérieur espagnol".
bool MentionReader::known_stands(const KnownName& known, std::uint32_t token, std::uint32_t main_end) const {
  const std::uint32_t end = token + known.words;
  if (!facts(token).plain || known.acronym || end >= main_end || !is_word(end)) {
    return true;
  }
  const WordFacts& next = facts(end);
  const bool lower = (text_->tokens[end].shape & shape_capital) == 0;
  constexpr std::uint64_t links = word::preposition | word::coordination;
  const bool narrowed = known.words == 1 && (facts(token).classes & word::head) != 0 && lower &&
                        !is_finite(end) && (next.classes & links) == 0;
  if ((next.classes & word::nationality) != 0 || narrowed) {
    return false;
  }
  std::uint32_t at = end;
  bool preposition = false;
  while (at < main_end && is_word(at) && (facts(at).classes & (word::preposition | word::definite)) != 0) {
    preposition = preposition || (facts(at).classes & word::preposition) != 0;
    ++at;
  }
  return !preposition || at >= main_end || (text_->tokens[at].shape & shape_capital) == 0 ||
         (facts(token).classes & word::body) == 0;
}

void MentionReader::find_known(Mention& out, std::uint32_t first, std::uint32_t main_end,
                               const Head& head) const {
  const bool body = (head.classes & (word::body | word::group)) != 0;
  const bool somebody = !body && (head.classes & (word::person | word::anonymous | word::title)) != 0;
  const bool document = (head.classes & word::document) != 0 && (head.classes & word::media) == 0;
  for (std::uint32_t i = first; i < main_end; ++i) {
    if (!is_word(i)) {
      continue;
    }
    if (i > first && (document || (i < head.end && head.token != no_index))) {
      continue;
    }
    if (i > first && is_word(i - 1) && (facts(i - 1).classes & word::preposition) != 0) {
      // "le site de la BBC" is the BBC, "la direction de la SNCF" is not the SNCF.
      if ((head.classes & (word::media | word::agency)) == 0) {
        break;
      }
    }
    // After a first name it is somebody's surname: Eve Marin isn't Le Marin.
    if (i > first && is_word(i - 1) && (facts(i - 1).classes & word::first_name) != 0) {
      continue;
    }
    KnownName known = known_at(i, main_end);
    if (known.words == 0 || !known_stands(known, i, main_end)) {
      continue;
    }
    const SourceKind kind = index_.source(known.sources.front()).kind;
    // "les rebelles houthis" are the Houthis, "le porte-parole Houthis" is a person.
    const bool members = (out.agreement & feature::plural) != 0 && kind == SourceKind::organization;
    if (i > first && (kind == SourceKind::place || (somebody && !members))) {
      continue;
    }
    out.known_span = span_of(i, i + known.words);
    out.known = std::move(known);
    return;
  }
}

void MentionReader::set_name(Mention& out, std::uint32_t first, std::uint32_t last, bool person) const {
  out.name = span_of(first, last);
  out.person = person;
  if (!person) {
    return;
  }
  const std::uint64_t given = classes(first) & word::first_name;
  if (given == word::first_name_woman || given == word::first_name_man) {
    out.agreement =
        settle(out.agreement, given == word::first_name_woman ? feature::feminine : feature::masculine);
  }
  out.agreement = settle(out.agreement, feature::singular);
}

// Two capitalised words or more, or one that is a first name.
bool MentionReader::is_person_run(std::uint32_t first, std::uint32_t last) const {
  if ((classes(first) & word::first_name) != 0) {
    return true;
  }
  if (last - first < 2) {
    return false;
  }
  for (std::uint32_t i = first; i < last; ++i) {
    const WordFacts& f = facts(i);
    const bool capital = (text_->tokens[i].shape & shape_capital) != 0;
    if (capital &&
        ((text_->tokens[i].shape & shape_all_capitals) != 0 && f.folded.size() > 2 && i == first)) {
      return false;  // an acronym first
    }
    if (capital && f.noun && (f.classes & word::first_name) == 0 && i == first) {
      return false;  // "Air France"
    }
  }
  return true;
}

// The name of a person whose role stands before it: beside it, or after a comma.
void MentionReader::find_person_after(Mention& out, std::uint32_t first, std::uint32_t main_end) const {
  bool complement = false;  // behind a preposition a name is more often that of a body
  for (std::uint32_t i = first; i < main_end; ++i) {
    const bool quoted = i > first && !is_word(i - 1);
    if (!is_word(i) || (text_->tokens[i].shape & shape_capital) == 0 ||
        (classes(i) & (word::determiner | word::civil_title)) != 0) {
      complement = complement || (classes(i) & word::preposition) != 0;
      continue;
    }
    const std::uint32_t end = end_of_run(i, main_end);
    const std::uint64_t before = i > first && is_word(i - 1) ? facts(i - 1).classes : 0;
    const bool governed = (before & (word::preposition | word::definite | word::body | word::group)) != 0;
    if (!quoted && !governed && (!complement || is_person_run(i, end))) {
      return set_name(out, i, end, true);
    }
    // "le directeur d'EFI Michel Balandier": the name begins at the first name.
    for (std::uint32_t k = i + 1; k + 1 < end && !quoted; ++k) {
      if ((classes(k) & word::first_name) != 0) {
        return set_name(out, k, end, true);
      }
    }
    i = end - 1;
  }
  std::uint32_t next = main_end + 1;
  if (next >= out.last || !is_mark(main_end, ',')) {
    return;
  }
  const bool titled = (classes(next) & word::civil_title) != 0 && next + 1 < out.last &&
                      (text_->tokens[next].shape & shape_capital) != 0;
  if (titled) {
    out.agreement = settle(out.agreement, agreement_of(classes(next)));
    ++next;
  }
  if (begins_name(next)) {
    const std::uint32_t end = end_of_run(next, out.last);
    if (titled || end - next > 1 || is_person_run(next, end)) {
      set_name(out, next, end, true);
    }
  }
}

// Past the adjectives of a name that is a common noun's phrase: "l'association Causses vivants".
// They end the noun phrase and agree; "le groupe Accord fondé en 1990" goes on otherwise.
std::uint32_t MentionReader::end_of_phrase_name(std::uint32_t first, std::uint32_t end,
                                                std::uint32_t main_end) const {
  const WordFacts& noun = facts(first);
  if (end != first + 1 || !noun.noun || !noun.plain || noun.agreement == 0) {
    return end;
  }
  for (std::uint32_t i = end; i < main_end; ++i) {
    if (!is_word(i) || !is_nominal(i) || is_finite(i) || facts(i).agreement == 0 ||
        !agree(facts(i).agreement, noun.agreement)) {
      return end;
    }
  }
  return main_end;
}

// The name of a body that no list knows, beside its head: "le centre maritime JMIC".
void MentionReader::find_body_name(Mention& out, std::uint32_t first, std::uint32_t main_end,
                                   const Head& head) const {
  if (head.token != no_index && (text_->tokens[head.token].shape & shape_capital) != 0 &&
      (text_->tokens[head.token].shape & shape_first) == 0 &&
      ((head.classes & word::body) != 0 || (head.classes & word::head) == 0)) {
    return set_name(out, first, main_end, false);  // "la Fondation Toit pour tous"
  }
  for (std::uint32_t i = first; i < main_end; ++i) {
    if (!is_word(i) || (text_->tokens[i].shape & shape_capital) == 0 || (i == first && !begins_name(i))) {
      continue;
    }
    if (i > first && is_word(i - 1) && (facts(i - 1).classes & (word::preposition | word::definite)) != 0) {
      i = end_of_run(i, main_end) - 1;
      continue;
    }
    std::uint32_t end = end_of_run(i, main_end);
    if (i > first && !is_word(i - 1)) {
      end = i;  // in quotation marks: all that stands between them
      while (end < main_end && is_word(end)) {
        ++end;
      }
    }
    const bool organized = (head.classes & (word::organization | word::company)) != 0;
    return set_name(out, i, organized ? end_of_phrase_name(i, end, main_end) : end, false);
  }
  if (main_end + 1 < out.last && is_mark(main_end, ',') && begins_name(main_end + 1)) {
    set_name(out, main_end + 1, end_of_run(main_end + 1, out.last), false);
  }
}

void MentionReader::find_name(Mention& out, std::uint32_t first, std::uint32_t main_end,
                              const Head& head) const {
  constexpr std::uint64_t somebody = word::person | word::title | word::anonymous;
  if (first >= main_end) {
    return;
  }
  if (head.token != no_index && (head.classes & somebody) != 0 && (head.classes & word::body) == 0) {
    return find_person_after(out, head.end, main_end);
  }
  if (head.token != no_index && (head.classes & word::document) != 0 && (head.classes & word::media) == 0) {
    return;
  }
  if (head.token == no_index && out.determiner == Determiner::none && begins_name(first)) {
    const std::uint32_t end = end_of_run(first, main_end);
    const bool age =
        end + 1 < out.last && is_mark(end, ',') && (text_->tokens[end + 1].shape & shape_digits) != 0;
    return set_name(out, first, end, age || is_person_run(first, end));
  }
  find_body_name(out, first, main_end, head);
}

// "plusieurs témoins, dont Paul Morin", "deux syndicats, la CGT et FO": a name behind a
// word that gives one, or first in an apposition.
bool MentionReader::gives_names(const Mention& mention, std::uint32_t first) const {
  constexpr std::uint32_t farthest = 5;  // "dont l'ancien maire socialiste Paul Morin"
  const auto names = [this](std::uint32_t at, std::uint32_t limit) {
    return is_word(at) && (begins_name(at) || known_at(at, limit).words != 0);
  };
  for (std::uint32_t at = first; at < mention.last; ++at) {
    std::uint32_t end = at;
    if (phrase_at(at, mention.last, word::naming, end) != 0) {
      const std::uint32_t limit = std::min(mention.last, end + farthest);
      for (std::uint32_t i = end; i < limit; ++i) {
        if (names(i, mention.last)) {
          return true;
        }
      }
    }
  }
  std::uint32_t at = mention.main_last + 1;
  if (at >= mention.last || !is_mark(mention.main_last, ',')) {
    return false;
  }
  at += (classes(at) & word::determiner) != 0 && at + 1 < mention.last ? 1 : 0;
  return names(at, mention.last);
}

void MentionReader::find_acronym(Mention& out, std::uint32_t first) const {
  for (std::uint32_t i = first; i + 2 < out.last; ++i) {
    if (is_mark(i, '(') && is_word(i + 1) && is_mark(i + 2, ')') &&
        (text_->tokens[i + 1].shape & shape_capital) != 0) {
      out.acronym = text_->tokens[i + 1].span;
      return;
    }
  }
}

}  // namespace selon
