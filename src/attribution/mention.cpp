#include "attribution/mention.h"

#include <algorithm>

#include "attribution/name_fold.h"
#include "language/unicode.h"

namespace selon {

namespace {

constexpr std::uint32_t longest_phrase = 6;
constexpr std::uint32_t longest_mention = 80;  // tokens; what comes after says nothing of who it is

constexpr std::uint64_t forms = word::masculine | word::feminine | word::singular | word::plural;

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

MentionReader::MentionReader(const Vocabulary& vocabulary, const SourceWords& words, const SourceIndex& index,
                             WordFactTable& facts)
    : words_(words), index_(index), facts_(facts) {
  for (const Macro& set : vocabulary.pack().sets) {
    if (set.name != "FINITE") {
      continue;
    }
    for (std::string_view rest = set.expression; !rest.empty();) {
      const std::size_t end = std::min(rest.find_first_of(" \n\t"), rest.size());
      finite_.set(vocabulary.tag(rest.substr(0, end)));
      rest.remove_prefix(std::min(rest.size(), end + 1));
    }
  }
  finite_.reset(0);  // what is no tag
}

void MentionReader::start_document(const Document& document, const Text& text) {
  document_ = &document;
  text_ = &text;
  facts_.start_document();
}

std::uint64_t MentionReader::classes(std::uint32_t token) const {
  return is_word(token) ? facts(token).classes : 0;
}

bool MentionReader::is_mark(std::uint32_t token, char mark) const {
  return !is_word(token) && document_->text[text_->tokens[token].span.start] == mark;
}

std::uint32_t MentionReader::token_at(std::uint32_t offset) const {
  const auto it = std::partition_point(text_->tokens.begin(), text_->tokens.end(),
                                       [offset](const Token& token) { return token.span.end <= offset; });
  return static_cast<std::uint32_t>(it - text_->tokens.begin());
}

std::uint64_t MentionReader::phrase_at(std::uint32_t first, std::uint32_t limit, std::uint64_t wanted,
                                       std::uint32_t& end) const {
  if (first >= limit || !is_word(first)) {
    return 0;
  }
  std::uint64_t found = facts(first).classes & wanted;
  end = first + 1;
  if (!words_.may_begin(first_word(facts(first).folded))) {
    return found;
  }
  std::string key = facts(first).folded;
  for (std::uint32_t i = first + 1; i < std::min(limit, first + longest_phrase) && is_word(i); ++i) {
    key.push_back(' ');
    key += facts(i).folded;
    if (const std::uint64_t phrase = words_.of(key) & wanted; phrase != 0) {
      // A longer head is of the kinds of its first word too: "agence officielle".
      found = phrase | ((phrase & word::body) == 0 ? found & word::head : 0);
      end = i + 1;
    }
  }
  return found;
}

bool MentionReader::begins_name(std::uint32_t token) const {
  const Token& t = text_->tokens[token];
  if (t.word == no_index || (t.shape & shape_capital) == 0) {
    return false;
  }
  const WordFacts& f = facts(token);
  if ((f.classes & (word::first_name | word::civil_title)) != 0) {
    return true;
  }
  return (t.shape & shape_first) == 0 || !f.plain || (t.shape & shape_all_capitals) != 0;
}

// "al-Hemiari": a particle with its name.
bool MentionReader::is_particle_name(std::uint32_t token) const {
  const std::string_view text = text_of(text_->tokens[token].span);
  const std::size_t hyphen = text.find('-');
  return hyphen != std::string_view::npos && unicode::is_upper(unicode::decode(text, hyphen + 1).value) &&
         (words_.of(first_word(facts(token).folded)) & word::particle) != 0;
}

std::uint32_t MentionReader::end_of_run(std::uint32_t first, std::uint32_t limit) const {
  std::uint32_t end = first + 1;
  for (std::uint32_t i = end; i < limit; ++i) {
    const bool tight =
        i + 1 < limit && ((text_->tokens[i].shape | text_->tokens[i + 1].shape) & shape_space_before) == 0;
    if (is_mark(i, '-') && tight && is_word(i + 1)) {
      continue;  // "J.-B."
    }
    if (!is_word(i)) {
      break;
    }
    if ((text_->tokens[i].shape & shape_capital) != 0 || is_particle_name(i)) {
      end = i + 1;
    } else if ((facts(i).classes & word::particle) == 0 || i - end > 2) {
      break;
    }
  }
  return end;
}

KnownName MentionReader::known_at(std::uint32_t first, std::uint32_t limit) const {
  if (!is_word(first) || !index_.may_begin(facts(first).folded)) {
    return {};
  }
  std::vector<FoldedWord> row;
  for (std::uint32_t i = first; i < limit && is_word(i) && row.size() < 14; ++i) {
    row.push_back(
        {facts(i).folded, text_of(text_->tokens[i].span), (text_->tokens[i].shape & shape_capital) != 0});
  }
  return index_.longest_at(row);
}

// Whether a listed noun stands in the phrase.
bool MentionReader::names_somebody(std::uint32_t first, std::uint32_t last) const {
  std::uint32_t at = first;
  while (at < last && (classes(at) & word::determiner) != 0) {
    ++at;
  }
  const Head head = at > first ? find_head(at, last) : Head{};
  return head.token != no_index && (head.classes & word::head) != 0;
}

// Pronouns and set phrases: the whole mention is one of them, or begins with one
// that stands for nobody named ("l'un d'eux").
bool MentionReader::read_fixed(Mention& out, std::uint32_t main_end) const {
  constexpr std::uint64_t wanted = word::pronoun | word::pronoun_nearest | word::pronoun_speaker |
                                   word::vague | word::relative | word::same_source | word::no_name;
  std::uint32_t end = out.first;
  std::uint64_t found = phrase_at(out.first, out.last, wanted, end);
  if (found == 0 || text_of(text_->tokens[out.first].span).ends_with('.')) {
    return false;  // "J." is an initial
  }
  std::uint32_t forms_end = end;
  found |= phrase_at(out.first, end, forms, forms_end);
  constexpr std::pair<std::uint64_t, MentionForm> forms[] = {{word::same_source, MentionForm::same_source},
                                                             {word::pronoun_nearest, MentionForm::nearest},
                                                             {word::pronoun, MentionForm::pronoun},
                                                             {word::pronoun_speaker, MentionForm::speaker},
                                                             {word::vague, MentionForm::vague},
                                                             {word::relative, MentionForm::relative},
                                                             {word::no_name, MentionForm::nameless}};
  for (const auto& [classes, form] : forms) {
    // "certains" is nobody, "certains critiques" are critics.
    const bool whole = end == out.last || !is_word(end);
    if ((found & classes) == 0 || !(whole || form == MentionForm::nameless)) {
      continue;
    }
    if (form == MentionForm::vague && names_somebody(out.first, main_end)) {
      out.vague_words = true;  // "des experts" has no name, but is somebody
      return false;
    }
    out.form = form;
    out.agreement = agreement_of(found);
    return true;
  }
  return false;
}

// The noun phrase ends at the first comma, bracket, relative or relay.
std::uint32_t MentionReader::end_of_main(std::uint32_t first, std::uint32_t last) const {
  std::uint32_t end = first;
  while (end < last) {
    if (!is_word(end)) {
      // A quotation mark may hold a name: le magazine « Lettres vives ».
      const char c = document_->text[text_->tokens[end].span.start];
      const bool hyphen = c == '-' && (text_->tokens[end].shape & shape_space_before) == 0;
      if (c == ',' || c == '(' || c == '[' || c == ':' || c == ';' || (c == '-' && !hyphen)) {
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

std::uint32_t MentionReader::read_determiners(Mention& out, std::uint32_t last) const {
  std::uint32_t at = out.first;
  while (at < last && is_word(at)) {
    std::uint32_t end = at;
    std::uint64_t found = phrase_at(at, last, word::determiner, end);
    std::uint32_t forms_end = at;
    found |= phrase_at(at, end, forms, forms_end);
    const bool digits = (text_->tokens[at].shape & shape_digits) != 0;
    if ((found & word::determiner) == 0 && !digits) {
      break;
    }
    // "des" opens a phrase as an indefinite article; inside one it is a contraction.
    if ((found & word::indefinite) != 0 && out.determiner == Determiner::none) {
      found &= ~word::definite;
    }
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
    return set_name(out, i, end, false);
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

void MentionReader::find_acronym(Mention& out, std::uint32_t first) const {
  for (std::uint32_t i = first; i + 2 < out.last; ++i) {
    if (is_mark(i, '(') && is_word(i + 1) && is_mark(i + 2, ')') &&
        (text_->tokens[i + 1].shape & shape_capital) != 0) {
      out.acronym = text_->tokens[i + 1].span;
      return;
    }
  }
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
  if (read_fixed(out, main_end)) {
    return out;
  }
  std::uint32_t at = read_determiners(out, main_end);
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
    out.known = out.name ? KnownName{} : out.known;
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
  find_acronym(out, main_end);
  find_appositions(out, main_end);
  out.form = out.known.words != 0 || out.name ? MentionForm::named : MentionForm::described;
  return out;
}

}  // namespace selon
