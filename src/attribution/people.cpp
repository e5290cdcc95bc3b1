#include "attribution/people.h"

#include <algorithm>
#include <unordered_map>

#include "attribution/name_fold.h"

namespace selon {

namespace {

constexpr std::uint32_t longest_role = 14;        // tokens before a name
constexpr std::uint32_t longest_apposition = 12;  // and after it
constexpr std::uint32_t longest_name = 7;
constexpr std::uint64_t somebody = word::person | word::title | word::anonymous;

}  // namespace

// Where the noun phrase begins that says who the name's bearer is, or no_index. Beside
// the name the nearest one counts ("le frère de la ministre Anne Morel"), across a
// comma the outermost ("l'avocat de la ministre, Paul Roy").
std::uint32_t PeopleFinder::start_of_role(std::uint32_t name_first, std::uint32_t sentence_first) const {
  std::uint32_t at = name_first;
  if (at <= sentence_first) {
    return no_index;
  }
  const bool comma = reader_.is_mark(at - 1, ',');
  at -= comma ? 1 : 0;
  if (!comma && (reader_.classes(at - 1) & (word::preposition | word::definite)) != 0) {
    return no_index;
  }
  std::uint32_t found = no_index;
  const std::uint32_t limit = at > sentence_first + longest_role ? at - longest_role : sentence_first;
  while (at > limit && reader_.is_word(at - 1)) {
    --at;
    const WordFacts& facts = reader_.facts(at);
    if (reader_.is_finite(at) || (facts.classes & word::relative) != 0) {
      break;
    }
    const bool head = (facts.classes & somebody) != 0;
    if (head) {
      // "l'ancien ministre": adjectives may stand between the article and the head.
      std::uint32_t start = at;
      while (start > limit && at - start < 3 && reader_.is_word(start - 1) &&
             (reader_.classes(start) & word::determiner) == 0) {
        --start;
      }
      if ((reader_.classes(start) & word::determiner) != 0) {
        found = start;
      } else if (found == no_index && !comma) {
        found = at;  // "Le chef Paul Roy" has one, "ministre Paul Roy" none
      }
      if (!comma) {
        break;
      }
    }
    // Another noun phrase begins at a preposition that is no part of this one.
    const std::uint64_t linking = facts.classes & (word::preposition | word::coordination);
    if (linking != 0 && (facts.classes & word::definite) == 0 && (facts.classes & word::particle) == 0) {
      if (found != no_index || !comma) {
        break;
      }
    }
  }
  return found;
}

std::uint32_t PeopleFinder::end_of_apposition(std::uint32_t name_last, std::uint32_t sentence_last) const {
  std::uint32_t end = name_last;
  if (end < sentence_last && reader_.is_mark(end, '(')) {
    while (end < sentence_last && !reader_.is_mark(end, ')')) {
      ++end;
    }
    ++end;
  }
  if (end + 1 >= sentence_last || !reader_.is_mark(end, ',')) {
    return name_last;
  }
  const std::uint32_t limit = std::min(sentence_last, end + longest_apposition);
  std::uint32_t at = end + 1;
  const bool age = (reader_.text().tokens[at].shape & shape_digits) != 0 && at + 1 < limit &&
                   (reader_.classes(at + 1) & word::age) != 0;
  const std::uint32_t start = at;
  bool head = age;
  while (at < limit && reader_.is_word(at) && (reader_.classes(at) & word::relative) == 0) {
    std::uint32_t phrase_end = at;
    head = head || (at - start < 4 && reader_.phrase_at(at, limit, somebody, phrase_end) != 0);
    ++at;
  }
  return head ? at : name_last;
}

// "J.-B. Roy" and "J.-B. R." for "Jean-Baptiste Roy".
void PeopleFinder::name_by_initials(std::uint32_t entity, std::uint32_t first, std::uint32_t last) {
  std::string initials;
  for (std::uint32_t i = first; i < last; ++i) {
    for (std::string_view rest = reader_.facts(i).folded; !rest.empty();) {
      const std::string_view part = first_word(rest);
      if (i + 1 == last && i > first && part.data() == reader_.facts(i).folded.data()) {
        entities_.name(entity, initials + (initials.empty() ? "" : " ") + reader_.facts(i).folded);
      }
      initials += (initials.empty() ? "" : " ") + std::string(part.substr(0, 1));
      rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    }
  }
  if (last - first > 1) {
    entities_.name(entity, initials);
  }
}

std::uint32_t PeopleFinder::person_of(const Mention& mention) {
  const std::string_view shown = reader_.text_of(*mention.name);
  const std::string key = folded(shown);
  std::uint32_t entity = no_index;
  for (const std::uint32_t candidate : entities_.named(key)) {
    if (entities_[candidate].person && agree(entities_[candidate].agreement, mention.agreement)) {
      entity = candidate;
      break;
    }
  }
  if (entity == no_index) {
    Entity person;
    person.name = shown;
    person.kind = SourceKind::person;
    person.person = true;
    entity = entities_.add(std::move(person));
    entities_.name(entity, key);
    // Found again by the surname: all but the first name, and the last word alone.
    const std::uint32_t first = reader_.token_at(mention.name->start);
    const std::uint32_t last = reader_.token_at(mention.name->end - 1) + 1;
    std::uint32_t surname = first + 1;
    while (surname + 1 < last && (reader_.classes(surname) & word::first_name) != 0 &&
           (reader_.classes(surname) & word::particle) == 0) {
      ++surname;
    }
    name_by_initials(entity, first, last);
    if (surname < last) {
      entities_.name(entity, folded(reader_.text_of(reader_.span_of(surname, last))));
      entities_.name(entity, reader_.facts(last - 1).folded);
      if ((reader_.classes(first) & word::first_name) == 0) {
        entities_.name(entity, reader_.facts(first).folded);  // the family name comes first in places
      }
    }
  }
  Entity& person = entities_[entity];
  if (shown.size() > person.name.size()) {
    person.name = shown;
  }
  person.agreement = settle(person.agreement, mention.agreement);
  if (mention.role && (mention.role->classes & word::head) != 0) {
    entities_.add_role(entity, *mention.role);
  }
  for (const Role& role : mention.more_roles) {
    entities_.add_role(entity, role);
  }
  return entity;
}

void PeopleFinder::look_at(Run& run, const Sentence& sentence) {
  const std::uint32_t count = run.last - run.first;
  if (count > longest_name) {
    return;
  }
  const bool titled = run.first > sentence.first &&
                      (reader_.classes(run.first - 1) & word::civil_title) != 0 &&
                      (reader_.text().tokens[run.first - 1].shape & shape_capital) != 0;
  const bool given = (reader_.classes(run.first) & word::first_name) != 0;
  if (count < 2 && !titled) {
    const std::uint32_t role = start_of_role(run.first, sentence.first);
    const bool beside = role != no_index && !reader_.is_mark(run.first - 1, ',');
    if (!beside && (!given || end_of_apposition(run.last, sentence.last) == run.last)) {
      return;
    }
  }
  const std::uint32_t role = titled ? no_index : start_of_role(run.first, sentence.first);
  const std::uint32_t end = end_of_apposition(run.last, sentence.last);
  if (!given && !titled && role == no_index && end == run.last) {
    return;
  }
  if (reader_.known_at(run.first, run.last).words != 0 && !titled) {
    return;
  }
  Mention mention = reader_.read_tokens(titled ? run.first - 1 : role != no_index ? role : run.first, end);
  const Span span = reader_.span_of(run.first, run.last);
  if (!mention.name || !mention.person || !mention.name->overlaps(span)) {
    return;
  }
  mention.name = span;
  run.entity = person_of(mention);
}

// Each surname that stands alone is a place of the one who bears it; of several the
// one named last before it.
void PeopleFinder::place_surnames(const Text& text, std::vector<Occurrence>& out) {
  for (const Run& run : runs_) {
    std::uint32_t entity = run.entity;
    if (entity == no_index) {
      const EntityList bearers = entities_.named(reader_.facts(run.last - 1).folded);
      for (const std::uint32_t bearer : bearers) {
        if (entities_[bearer].person) {
          entity = bearer;
          break;
        }
      }
    }
    if (entity != no_index) {
      out.push_back({run.first, entity});
    }
  }
  (void)text;
}

void PeopleFinder::find(const Text& text, std::vector<Occurrence>& out) {
  runs_.clear();
  for (const Sentence& sentence : text.sentences) {
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Token& token = text.tokens[i];
      if ((token.shape & shape_capital) == 0 || !reader_.begins_name(i) ||
          (reader_.classes(i) & (word::civil_title | word::definite)) != 0) {
        continue;
      }
      Run run{i, reader_.end_of_run(i, sentence.last), no_index};
      look_at(run, sentence);
      i = run.last - 1;
      runs_.push_back(run);
    }
  }
  place_surnames(text, out);
}

}  // namespace selon
