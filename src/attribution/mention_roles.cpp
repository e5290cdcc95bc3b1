// Noun phrases: determiners, the head, and what they say of somebody.
#include <algorithm>

#include "attribution/mention.h"

namespace selon {

namespace {

Determiner determiner_of(std::uint64_t classes) {
  if ((classes & word::definite) != 0) {
    return Determiner::definite;
  }
  if ((classes & word::demonstrative) != 0) {
    return Determiner::demonstrative;
  }
  if ((classes & word::possessive) != 0) {
    return Determiner::possessive;
  }
  return Determiner::indefinite;
}

}  // namespace

std::uint32_t MentionReader::read_determiners(Mention& out, std::uint32_t last) const {
  std::uint32_t at = out.first;
  while (at < last && is_word(at)) {
    std::uint32_t end = at;
    std::uint64_t found = phrase_at(at, last, word::determiner, end);
    std::uint32_t forms_end = at;
    found |= phrase_at(at, end, word::forms, forms_end);
    const bool digits = (text_->tokens[at].shape & shape_digits) != 0;
    if ((found & word::determiner) == 0 && !digits) {
      break;
    }
    // "des" opens a phrase as an indefinite article; inside one it is a contraction.
    if ((found & word::indefinite) != 0 && out.determiner == Determiner::none) {
      found &= ~word::definite;
    }
    out.of_speaker = out.of_speaker || (classes(at) & word::of_speaker) != 0;
    if (out.determiner == Determiner::none) {
      out.determiner = digits ? Determiner::indefinite : determiner_of(found);
    }
    out.agreement = settle(out.agreement, digits ? std::uint8_t{feature::plural} : agreement_of(found));
    at = std::max(end, at + 1);
  }
  return at;
}

// The first listed head before a preposition or a name; else the first common noun.
MentionReader::Head MentionReader::find_head(std::uint32_t first, std::uint32_t last) const {
  Head head;
  Head fallback;
  for (std::uint32_t i = first; i < last && is_word(i); ++i) {
    std::uint32_t end = i;
    const std::uint64_t listed = phrase_at(i, last, word::head, end);
    if (listed != 0) {
      head = {i, end, listed};
      break;
    }
    const WordFacts& f = facts(i);
    const bool capital = (text_->tokens[i].shape & shape_capital) != 0;
    if ((f.classes & word::preposition) != 0 && i > first) {
      break;
    }
    if (capital && (!f.plain || (f.classes & word::first_name) != 0)) {
      break;
    }
    if (fallback.token == no_index && f.noun && (!capital || i == first)) {
      fallback = {i, i + 1, 0};
    }
  }
  return head.token != no_index ? head : fallback;
}

Role MentionReader::role_of(const Head& head, std::uint32_t first, std::uint32_t last,
                            std::optional<Span> name) const {
  Role role;
  role.classes = head.classes;
  for (std::uint32_t i = head.token; i < head.end; ++i) {
    role.head += (role.head.empty() ? "" : " ") + facts(i).folded;
  }
  role.agreement = settle(facts(head.token).agreement, 0);
  role.words.push_back(role.head);
  for (std::uint32_t i = first; i < last; ++i) {
    const bool named = name && name->contains(text_->tokens[i].span);
    if ((i >= head.token && i < head.end) || named) {
      continue;
    }
    if (!is_word(i) ||
        (facts(i).classes & (word::determiner | word::preposition | word::coordination)) != 0) {
      continue;
    }
    role.words.push_back(facts(i).folded);
  }
  return role;
}

// Roles in appositions after the name: ", procureure de Nanterre", ", 52 ans, bouchère".
void MentionReader::find_appositions(Mention& out, std::uint32_t from) const {
  std::uint32_t at = from;
  while (at < out.last) {
    while (at < out.last && !is_mark(at, ',')) {
      ++at;
    }
    std::uint32_t start = at + 1;
    std::uint32_t end = start;
    while (end < out.last && !is_mark(end, ',') && !is_mark(end, '(') &&
           (classes(end) & word::relative) == 0) {
      ++end;
    }
    while (start < end && (classes(start) & word::determiner) != 0) {
      ++start;
    }
    const Head head = start < end ? find_head(start, end) : Head{};
    if (head.token != no_index && (head.classes & word::head) != 0 && head.token - start < 4) {
      out.more_roles.push_back(role_of(head, start, end, std::nullopt));
    }
    at = std::max(end, at + 1);
  }
}

}  // namespace selon
