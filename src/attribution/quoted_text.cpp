#include "attribution/quoted_text.h"

#include <algorithm>

namespace selon {

namespace {

// Longer than this, capitalised words without a verb are rarely a title.
constexpr std::uint32_t longest_title = 9;
// A lower-case phrase of so few words after an article is a term, not a saying.
constexpr std::uint32_t longest_term = 3;
// The same after a noun that announces a name.
constexpr std::uint32_t longest_named_term = 5;
// So far back a noun ("le film de X, « Y »") may introduce a title.
constexpr std::uint32_t reach_of_noun = 8;
constexpr std::uint32_t reach_of_naming = 3;
// So much of a quotation is looked at: more words say nothing new of its kind.
constexpr std::uint32_t most_words = 80;
// Contents that hold one quotation: of very many (hostile input) the latest count.
constexpr std::size_t most_contents = 16;

bool in_italics(const Document& document, Span span) {
  const auto& all = document.italics;
  auto after = std::ranges::upper_bound(all, span.start, {}, [](Span italic) { return italic.start; });
  return after != all.begin() && (after - 1)->contains(span);
}

}  // namespace

TagSet tags_named(const TagTable& table, std::string_view names) {
  TagSet tags;
  while (!names.empty()) {
    const std::size_t space = std::min(names.find(' '), names.size());
    const std::string_view name = names.substr(0, space);
    names.remove_prefix(std::min(space + 1, names.size()));
    if (name.starts_with('@')) {
      if (const std::string* set = table.set(name.substr(1))) {
        for (const char member : *set) {
          tags.set(static_cast<Tag>(member));
        }
      }
    } else if (const auto code = table.code(name)) {
      tags.set(*code);
    }
  }
  return tags;
}

QuotationReader::QuotationReader(const Vocabulary& vocabulary)
    : QuotationReader(vocabulary, TagTable(vocabulary.pack())) {}

QuotationReader::QuotationReader(const Vocabulary& vocabulary, const TagTable& tags)
    : vocabulary_(&vocabulary),
      title_nouns_(vocabulary.list_bit("title-nouns")),
      title_participles_(vocabulary.list_bit("title-participles")),
      term_nouns_(vocabulary.list_bit("term-nouns")),
      naming_verbs_(vocabulary.list_bit("naming-verbs")),
      offences_(vocabulary.list_bit("offence-prepositions")),
      finite_(tags_named(tags, "@FINITE")),
      plain_verb_(tags_named(tags, "HAVE BE VERB MODAL MAKE VARY COPULA QUI NE OBJ REFL")),
      saying_(tags_named(tags, "SAY TELL THINK UTTER SAYP TELLP THINKP SAYI TELLI UTTERI SAYG TELLG UTTERG")),
      said_(tags_named(tags, "SAY SAYP")),
      sentence_marks_(tags_named(tags, "STOP QUESTION ELLIPSIS")),
      colon_(tags_named(tags, "COLON")),
      comma_(tags_named(tags, "COMMA")),
      determiner_(tags_named(tags, "DET")),
      of_(tags_named(tags, "DE")),
      nominal_(tags_named(tags, "@NOMINAL DE DET COMMA A")),
      nouns_(tags_named(tags, "@NOUNS ADJ")),
      named_(tags_named(tags, "DET CE STRONG ADV ADJ @HEAD")) {}

bool QuotationReader::listed(const Token& token, ListSet lists) const {
  return token.word != no_index && (vocabulary_->word(token.word).lists & lists) != 0;
}

// "archive", "ceinture" are verbs as well as nouns: in a few words they prove nothing.
bool QuotationReader::is_certain_verb(const Token& token) const {
  return std::ranges::none_of(vocabulary_->word(token.word).candidates,
                              [this](Tag tag) { return tag != 0 && nouns_.test(tag); });
}

QuotationReader::Form QuotationReader::form_of(const Text& text, const Quotation& quotation) const {
  Form form;
  std::uint32_t certain = 0;
  std::uint32_t doubtful = 0;
  const std::uint32_t first = quotation.first + (quotation.opened ? 1 : 0);
  const std::uint32_t last = quotation.last - (quotation.closed ? 1 : 0);
  for (std::uint32_t i = first; i < last && form.words < most_words; ++i) {
    const Token& token = text.tokens[i];
    if (token.word == no_index) {
      form.sentence_mark = form.sentence_mark || has(token, sentence_marks_);
      continue;
    }
    if (form.words++ == 0) {
      form.capital = (token.shape & shape_capital) != 0;
    }
    if (has(token, finite_)) {
      ++(is_certain_verb(token) ? certain : doubtful);
    }
  }
  form.finite_verb = certain > 0 || (doubtful > 0 && form.words > longest_term);
  return form;
}

// "le film de Jeanne Vial, « X »": the noun stands further off, only names and
// complements between.
QuotationReader::Introduction QuotationReader::distant_introduction(const Text& text, std::uint32_t before,
                                                                    std::uint32_t first) const {
  const std::uint32_t stop = before - first > reach_of_noun ? before - reach_of_noun : first;
  for (std::uint32_t i = before; i > stop; --i) {
    const Token& token = text.tokens[i - 1];
    if (listed(token, title_nouns_)) {
      return Introduction::title;
    }
    if (!has(token, nominal_)) {
      break;
    }
  }
  return Introduction::none;
}

// "ce qu'ils appellent « x »", "appellent cela une « x »"
bool QuotationReader::is_named(const Text& text, std::uint32_t before, std::uint32_t first) const {
  const std::uint32_t stop = before - first > reach_of_naming ? before - reach_of_naming : first;
  for (std::uint32_t i = before; i > stop; --i) {
    if (listed(text.tokens[i - 1], naming_verbs_)) {
      return true;
    }
    if (!has(text.tokens[i - 1], named_)) {
      break;
    }
  }
  return false;
}

// The word just before the quotation, at `before` - 1.
QuotationReader::Introduction QuotationReader::nearest_introduction(const Text& text, std::uint32_t before,
                                                                    std::uint32_t first) const {
  const Token& last = text.tokens[before - 1];
  if (has(last, colon_)) {
    return Introduction::speech;
  }
  // "dit" names after a comma (X, dit « Y ») and reports elsewhere.
  const bool reports = has(last, said_) && (before - 1 == first || !has(text.tokens[before - 2], comma_));
  if (listed(last, title_nouns_) || (listed(last, title_participles_) && !reports)) {
    return Introduction::title;
  }
  const bool noun_follows = before + 1 < text.tokens.size() && has(text.tokens[before + 1], nouns_);
  if (listed(last, term_nouns_) || (listed(last, offences_) && noun_follows) ||
      is_named(text, before, first)) {
    return Introduction::term;
  }
  if (has(last, of_) && before - 1 > first && listed(text.tokens[before - 2], term_nouns_)) {
    return Introduction::term;  // le terme de « x »
  }
  return has(last, saying_) ? Introduction::speech : Introduction::none;
}

QuotationReader::Introduction QuotationReader::introduction_of(const Text& text,
                                                               const Quotation& quotation) const {
  const auto after = std::ranges::upper_bound(text.sentences, quotation.first, {},
                                              [](const Sentence& s) { return s.first; });
  const std::uint32_t first = after == text.sentences.begin() ? 0 : (after - 1)->first;
  if (quotation.first <= first) {
    return Introduction::opening;
  }
  const Introduction nearest = nearest_introduction(text, quotation.first, first);
  if (nearest != Introduction::none) {
    return nearest;
  }
  const Introduction distant = distant_introduction(text, quotation.first, first);
  if (distant != Introduction::none) {
    return distant;
  }
  return has(text.tokens[quotation.first - 1], determiner_) ? Introduction::determiner : Introduction::none;
}

// At the head of a sentence a capital says nothing; a verb right after the closing
// mark says that the quoted words are a thing with a name.
QuotationKind QuotationReader::kind_of_opening(const Text& text, const Quotation& quotation,
                                               const Form& form) const {
  const bool subject = quotation.last < text.tokens.size() && has(text.tokens[quotation.last], plain_verb_);
  return subject && form.capital && form.words <= longest_title ? QuotationKind::title
                                                                : QuotationKind::speech;
}

QuotationKind QuotationReader::kind_of(const Document& document, const Text& text,
                                       std::uint32_t quotation) const {
  const Quotation& quoted = text.quotations[quotation];
  const Form form = form_of(text, quoted);
  if (form.words == 0) {
    return QuotationKind::term;
  }
  const Introduction introduction = introduction_of(text, quoted);
  const bool sentence = form.finite_verb && (form.words > longest_term || form.sentence_mark);
  if (introduction == Introduction::title || introduction == Introduction::term) {
    if (form.capital && !form.sentence_mark && form.words <= longest_title) {
      return QuotationKind::title;
    }
    if (!form.finite_verb && !form.sentence_mark && form.words <= longest_named_term) {
      return QuotationKind::term;
    }
  }
  if (in_italics(document, quoted.span) && form.capital && !sentence && !form.sentence_mark) {
    return QuotationKind::title;
  }
  const bool block_of_speech = document.blocks[quoted.block].kind == BlockKind::blockquote;
  if (introduction == Introduction::speech || block_of_speech || form.finite_verb || form.sentence_mark ||
      !quoted.closed || !quoted.opened) {
    return QuotationKind::speech;
  }
  if (introduction == Introduction::opening) {
    return kind_of_opening(text, quoted, form);
  }
  if (form.capital && form.words <= longest_title) {
    return QuotationKind::title;
  }
  const bool term =
      form.words == 1 || (introduction == Introduction::determiner && form.words <= longest_term);
  return term ? QuotationKind::term : QuotationKind::speech;
}

namespace {

/// A piece of an attribution's content, for the sweep over quotations.
struct Piece {
  Span span;
  std::uint32_t attribution;
};

bool overlaps_enough(Span piece, Span quotation) {
  const std::uint32_t shared = std::min(piece.end, quotation.end) - std::max(piece.start, quotation.start);
  return piece.overlaps(quotation) && shared * 2 >= std::min(piece.size(), quotation.size());
}

std::vector<Piece> pieces_by_place(const std::vector<Attribution>& attributions) {
  std::vector<Piece> pieces;
  for (std::uint32_t i = 0; i < attributions.size(); ++i) {
    for (const Span span : attributions[i].content) {
      pieces.push_back({span, i});
    }
  }
  std::ranges::sort(pieces, [](const Piece& a, const Piece& b) {
    return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
  });
  return pieces;
}

}  // namespace

// The innermost content that holds the quotation; a content that an incise cuts in
// two ("« C1, dit X, C2 ») holds it in parts.
void QuotationReader::attribute(Analysis& analysis) const {
  const std::vector<Piece> pieces = pieces_by_place(analysis.attributions);
  std::vector<Piece> open;
  std::size_t next = 0;
  for (QuotedText& quoted : analysis.quotations) {
    std::erase_if(open, [&](const Piece& piece) { return piece.span.end <= quoted.span.start; });
    for (; next < pieces.size() && pieces[next].span.start < quoted.span.end; ++next) {
      if (pieces[next].span.end > quoted.span.start) {
        open.push_back(pieces[next]);
      }
    }
    if (open.size() > most_contents) {
      open.erase(open.begin(), open.end() - most_contents);
    }
    const Piece* best = nullptr;
    for (const Piece& piece : open) {
      if (!overlaps_enough(piece.span, quoted.span)) {
        continue;
      }
      const bool holds = piece.span.contains(quoted.span);
      const bool best_holds = best != nullptr && best->span.contains(quoted.span);
      if (best == nullptr || (holds && (!best_holds || piece.span.size() < best->span.size()))) {
        best = &piece;
      }
    }
    if (best == nullptr) {
      continue;
    }
    quoted.attribution = best->attribution;
    // What is quoted in the content of a cue is somebody's words, however short, but
    // for names of things ("la « prime »").
    if (quoted.kind == QuotationKind::term) {
      const Introduction introduction =
          introduction_of(analysis.text, analysis.text.quotations[quoted.quotation]);
      const bool free = introduction == Introduction::none || introduction == Introduction::opening;
      quoted.kind = free || quoted.span.contains(best->span) ? QuotationKind::speech : QuotationKind::term;
    }
  }
}

void QuotationReader::fill(const Document& document, Analysis& analysis) const {
  const std::vector<Quotation>& all = analysis.text.quotations;
  analysis.quotations.clear();
  analysis.quotations.reserve(all.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    QuotedText quoted;
    quoted.span = all[i].span;
    quoted.kind = kind_of(document, analysis.text, i);
    quoted.quotation = i;
    analysis.quotations.push_back(quoted);
  }
  attribute(analysis);
  repeat_titles(document, analysis);
}

// A work named once as a title is one wherever its name stands alone in quotation marks.
void QuotationReader::repeat_titles(const Document& document, Analysis& analysis) const {
  const auto words_of = [&](const QuotedText& quoted) {
    return analysis.text.quotations[quoted.quotation].inner.in(document.text);
  };
  std::vector<std::string_view> titles;
  for (const QuotedText& quoted : analysis.quotations) {
    if (quoted.kind == QuotationKind::title) {
      titles.push_back(words_of(quoted));
    }
  }
  std::ranges::sort(titles);
  for (QuotedText& quoted : analysis.quotations) {
    if (quoted.kind == QuotationKind::speech && quoted.attribution == no_index &&
        std::ranges::binary_search(titles, words_of(quoted))) {
      quoted.kind = QuotationKind::title;
    }
  }
}

QuotationKind kind_of(const Document& document, const Text& text, const Vocabulary& vocabulary,
                      std::uint32_t quotation) {
  return QuotationReader(vocabulary).kind_of(document, text, quotation);
}

}  // namespace selon
