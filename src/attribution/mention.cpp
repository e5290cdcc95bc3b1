// Reading a mention as a whole: fixed phrases, where its noun phrase ends, its form.
#include "attribution/mention.h"

#include <algorithm>

namespace selon {

namespace {

constexpr std::uint32_t longest_mention = 80;  // tokens; what comes after says nothing of who it is

}  // namespace

// Pronouns and set phrases: the whole mention is one of them, or begins with one
// that stands for nobody named ("l'un d'eux").
bool MentionReader::read_fixed(Mention& out) const {
  constexpr std::uint64_t wanted = word::pronoun | word::pronoun_nearest | word::pronoun_speaker |
                                   word::vague | word::relative | word::same_source | word::no_name |
                                   word::unnamed;
  std::uint32_t end = out.first;
  std::uint64_t found = phrase_at(out.first, out.last, wanted, end);
  if (found == 0 || text_of(text_->tokens[out.first].span).ends_with('.')) {
    return false;  // "J." is an initial
  }
  const bool whole = end == out.last || !is_word(end);
  out.unnamed = (found & word::unnamed) != 0 && whole;
  std::uint32_t forms_end = end;
  found |= phrase_at(out.first, end, word::forms, forms_end);
  constexpr std::pair<std::uint64_t, MentionForm> forms[] = {{word::same_source, MentionForm::same_source},
                                                             {word::pronoun_nearest, MentionForm::nearest},
                                                             {word::pronoun, MentionForm::pronoun},
                                                             {word::pronoun_speaker, MentionForm::speaker},
                                                             {word::vague, MentionForm::vague},
                                                             {word::relative, MentionForm::relative},
                                                             {word::no_name, MentionForm::nameless}};
  for (const auto& [classes, form] : forms) {
    // "certains" is nobody, "certains critiques" are critics.
    if ((found & classes) == 0 || !(whole || form == MentionForm::nameless)) {
      continue;
    }
    out.form = form;
    out.agreement = agreement_of(found);
    return true;
  }
  return false;
}

// "le maire (PS) de Lille": a person's party in brackets, behind which the noun phrase goes on.
// One past the bracket, or the bracket where that isn't so.
std::uint32_t MentionReader::end_of_affiliation(std::uint32_t first, std::uint32_t bracket,
                                                std::uint32_t last) const {
  constexpr std::uint32_t longest = 5;
  bool person = false;
  for (std::uint32_t i = first; i < bracket; ++i) {
    person = person || (classes(i) & (word::person | word::title)) != 0;
  }
  for (std::uint32_t i = bracket + 1; person && i + 1 < std::min(last, bracket + longest); ++i) {
    if (is_mark(i, ')')) {
      return (classes(i + 1) & word::preposition) != 0 ? i + 1 : bracket;
    }
  }
  return bracket;
}

// The noun phrase ends at the first comma, bracket, relative or relay.
std::uint32_t MentionReader::end_of_main(std::uint32_t first, std::uint32_t last) const {
  std::uint32_t end = first;
  while (end < last) {
    if (!is_word(end)) {
      // A quotation mark may hold a name: le magazine « Lettres vives ».
      const char c = document_->text[text_->tokens[end].span.start];
      const bool hyphen = c == '-' && (text_->tokens[end].shape & shape_space_before) == 0;
      if (c == '(') {
        const std::uint32_t after = end_of_affiliation(first, end, last);
        if (after == end) {
          break;
        }
        end = after;
        continue;
      }
      if (c == ',' || c == '[' || c == ':' || c == ';' || (c == '-' && !hyphen)) {
        break;
      }
    } else if (end > first) {
      std::uint32_t phrase_end = end;
      if (phrase_at(end, last, word::relative | word::citing | word::cited, phrase_end) != 0) {
        break;
      }
    }
    ++end;
  }
  return end;
}

// "X et Y" where Y begins as a noun phrase of its own.
bool MentionReader::coordinates(const Mention& mention, std::uint32_t first, std::uint32_t main_end) const {
  for (std::uint32_t i = first + 1; i + 1 < main_end; ++i) {
    if ((classes(i) & word::coordination) == 0 || !is_word(i + 1)) {
      continue;
    }
    const std::uint64_t next = classes(i + 1);
    const bool capital = (text_->tokens[i + 1].shape & shape_capital) != 0;
    const bool contraction = (next & word::preposition) != 0 && mention.determiner != Determiner::indefinite;
    if (((next & word::determiner) != 0 && !contraction) || ((next & word::civil_title) != 0 && capital)) {
      return true;
    }
    if (capital && mention.determiner == Determiner::none && begins_name(first) &&
        (text_->tokens[i - 1].shape & shape_capital) != 0) {
      return true;
    }
  }
  return false;
}

void MentionReader::set_agreement(Mention& out, const Head& head) const {
  if (head.token != no_index) {
    out.agreement = settle(out.agreement, facts(head.token).agreement);
  }
  if (out.determiner != Determiner::none && (out.agreement & feature::plural) == 0) {
    out.agreement = settle(out.agreement, feature::singular);
  }
}

Mention MentionReader::read(Span span) {
  const std::uint32_t first = token_at(span.start);
  std::uint32_t last = token_at(span.end);
  if (last < text_->tokens.size() && text_->tokens[last].span.start < span.end) {
    ++last;
  }
  Mention out = read_tokens(first, last);
  out.span = span;
  return out;
}

// "M. Roy", "la Dre Roy", "M. le commissaire": reads over the title. The head is none
// where a name follows it.
MentionReader::Head MentionReader::read_title(Mention& out, std::uint32_t& at, std::uint32_t main_end) const {
  const auto capital = [this](std::uint32_t token) {
    return (text_->tokens[token].shape & shape_capital) != 0;
  };
  if (at + 1 < main_end && (classes(at) & word::civil_title) != 0 && capital(at)) {
    out.civil_title = true;
    out.agreement = settle(agreement_of(classes(at)), out.agreement);
    ++at;
    at += (classes(at) & word::determiner) != 0 && !capital(at) && at + 1 < main_end ? 1 : 0;
    if (capital(at)) {
      return {};
    }
  }
  return find_head(at, main_end);
}

Mention MentionReader::read_tokens(std::uint32_t first, std::uint32_t last) {
  Mention out;
  out.first = first;
  out.last = std::min(last, first + longest_mention);
  while (out.first < out.last && !is_word(out.first)) {
    ++out.first;  // a quotation mark
  }
  if (out.first >= out.last) {
    return out;
  }
  out.span = span_of(out.first, out.last);
  const std::uint32_t main_end = end_of_main(out.first, out.last);
  out.main_last = main_end;
  if (read_fixed(out)) {
    if (out.form == MentionForm::nearest && main_end + 1 < out.last && is_mark(main_end, ',')) {
      // "ce dernier, Samuel Wirth": the name says more than the pronoun.
      // Not in "ce dernier, rival de Mme Anne Roy".
      Mention named = read_tokens(main_end + 1, out.last);
      bool heads = named.name.has_value();
      for (std::uint32_t i = main_end + 1; heads && text_->tokens[i].span.start < named.name->start; ++i) {
        heads = (classes(i) & word::preposition) == 0;
      }
      if (named.form == MentionForm::named && named.person && heads) {
        named.span = out.span;
        return named;
      }
    }
    return out;
  }
  std::uint32_t at = read_determiners(out, main_end);
  if (out.determiner == Determiner::none && out.first > 0 && is_word(out.first - 1)) {
    // Of "aux réalisateurs du film" the pattern leaves out the preposition, and the article with it.
    constexpr std::uint64_t contracted = word::definite | word::preposition;
    const bool article = (classes(out.first - 1) & contracted) == contracted;
    out.determiner = article ? Determiner::definite : out.determiner;
  }
  at = at >= main_end ? out.first : at;  // determiners are all there is
  const Head head = read_title(out, at, main_end);
  if (!out.civil_title) {
    find_known(out, at, main_end, head);
  }
  if (coordinates(out, out.known.words != 0 ? token_at(out.known_span.end) - 1 : at, main_end)) {
    out.form = MentionForm::coordinated;
    out.agreement = settle(feature::plural, out.agreement);
    return out;
  }
  set_agreement(out, head);
  constexpr std::uint64_t somebody = word::person | word::title;
  if (out.known.words != 0 && (head.classes & somebody) != 0 && (head.classes & word::body) == 0) {
    // "la procureure de Nanterre" may stand for her office, but not before her name.
    find_person_after(out, head.end, main_end);
    // "une déléguée CFDT", "une députée Renaissance": one of them, not they.
    const bool one_of_them =
        out.determiner == Determiner::indefinite && (head.classes & (word::spokesman | word::group)) == 0;
    out.known = out.name || one_of_them ? KnownName{} : out.known;
  } else if (out.civil_title && head.token == no_index) {
    set_name(out, at, end_of_run(at, main_end), true);
  } else if (out.known.words == 0) {
    find_name(out, at, main_end, head);
  }
  if (head.token != no_index) {
    // The name beside a head is no part of what is said of its bearer.
    std::optional<Span> name = out.known.words != 0 ? std::optional<Span>(out.known_span) : out.name;
    name = name && name->contains(text_->tokens[head.token].span) ? std::nullopt : name;
    out.role = role_of(head, at, main_end, name);
  }
  out.gives_names = gives_names(out, head.token != no_index ? head.end : main_end);
  find_acronym(out, main_end);
  find_appositions(out, main_end);
  out.form = out.known.words != 0 || out.name ? MentionForm::named : MentionForm::described;
  return out;
}

}  // namespace selon
