#include "verify/verifier.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "document/characters.h"
#include "language/unicode.h"
#include "verify/asides.h"
#include "verify/name_scout.h"
#include "verify/quote_edges.h"
#include "verify/verifier_draft.h"

namespace selon {

namespace {

/// So many places of a quotation are looked at closer.
constexpr std::size_t most_places = 64;
constexpr std::size_t most_candidates = 8;

/// The raw text with each run of line breaks and plain spaces as one space: how a file wraps its
/// lines is no difference.
std::string unwrapped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool white = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!white) out += c;
    if (white && !out.ends_with(' ')) out += ' ';
  }
  return out;
}

/// No sentence that leads up to a quotation is longer, nor is anybody named farther away: so much
/// of a paragraph is read beside a quotation, however long it is.
constexpr std::uint32_t around_quotation = 4000;

/// The end of `span`, from a border of words.
Span last_words(std::string_view text, Span span) {
  if (span.size() <= around_quotation) return span;
  const std::size_t space = text.find_first_of(" \n", span.end - around_quotation);
  return {static_cast<std::uint32_t>(std::min<std::size_t>(space, span.end)), span.end};
}

/// The first border of words at or after `at`.
std::uint32_t word_border(std::string_view text, std::size_t at) {
  return static_cast<std::uint32_t>(std::min(text.find_first_of(" \n", at), text.size()));
}

/// What the sentence that leads to a quotation says of it: "ne croit pas que « … »".
std::vector<std::string> lead_senses(const GuardWords& guards, std::string_view text, Span before) {
  const std::vector<TextUnit> units = units_of(text, last_words(text, before));
  std::size_t first = units.size();
  while (first > 0 && !ends_sentence(units[first - 1])) --first;
  return guards.governing_senses(units, first, units.size());
}

/// The words are the source's, as they stand.
bool is_told_as_is(QuoteClass verdict) {
  return verdict == QuoteClass::exact || verdict == QuoteClass::typographic ||
         verdict == QuoteClass::initial_case || verdict == QuoteClass::marked_edit;
}

}  // namespace

/// One place of a quotation with what it comes to there.
struct Verifier::Judged {
  QuoteChain chain;
  FoundSpeaker speaker;
  SameSpeaker same = SameSpeaker::unknown;
  QuoteClass verdict = QuoteClass::exact;
  bool edge_cut = false;
  std::uint8_t risk = 0;
  std::vector<JudgedGap> gaps;
  Span shown;  ///< of the source, with a final mark that both have
};

std::vector<const QuotedText*> verifiable(const Analysis& analysis) {
  std::vector<const QuotedText*> all;
  for (const QuotedText& quoted : analysis.quotations) {
    const bool said = quoted.kind == QuotationKind::speech || quoted.attribution != no_index;
    const Quotation& marks = analysis.text.quotations[quoted.quotation];
    if (said && marks.parent == no_index) all.push_back(&quoted);
  }
  return all;
}

Verifier::Verifier(const Pack& pack, Analyzer& analyzer, const SourceTexts& sources)
    : sources_(&sources),
      guards_(pack, &analyzer.lexicon()),
      small_words_(pack.list("stop-words")),
      speakers_(pack),
      finder_(sources, index_),
      speaker_finder_(pack, analyzer, sources, speakers_) {}

void Verifier::want(const Document& draft, const Analysis& analysis) {
  for (const QuotedText* quoted : verifiable(analysis)) {
    const Span inner = analysis.text.quotations[quoted->quotation].inner;
    index_.add(loose_words(draft.text, inner));
    if (const std::vector<Span> asides = asides_of(draft, analysis, *quoted, guards_.aside_breakers);
        !asides.empty()) {
      index_.add(loose_words(without_asides(draft.text, asides, AsideMark::none), inner));
    }
    // A short piece between two marks is looked for by its single words.
    for (const std::uint8_t reading :
         {reads_brackets, static_cast<MarkReading>(reads_ellipses | reads_parentheses)}) {
      const MarkedQuote quote = marked_quote(draft.text, inner, reading);
      for (std::size_t i = 0; quote.pieces.size() > 1 && i < quote.pieces.size(); ++i) {
        const std::span<const TextUnit> piece = quote.piece(i);
        index_.add(loose_words(draft.text, {piece.front().span.start, piece.back().span.end}));
      }
    }
  }
}

void Verifier::scan() { index_.scan(sources_->texts()); }

std::vector<Verification> Verifier::verify(const Document& draft, const Analysis& analysis) {
  std::vector<Verification> all;
  for (const QuotedText* quoted : verifiable(analysis)) {
    const Draft made = draft_of(draft, analysis, *quoted);
    all.push_back(verified(made, *quoted));
    const std::vector<Span> asides = asides_of(draft, analysis, *quoted, guards_.aside_breakers);
    if (!asides.empty() && !is_told_as_is(all.back().verdict)) {
      all.back() = verified_without(asides, made, *quoted);
    }
  }
  return all;
}

/// « C1, dit X. C2 »: as C1 and C2, with the one mark or the other between them.
Verification Verifier::verified_without(const std::vector<Span>& asides, const Draft& draft,
                                        const QuotedText& quoted) {
  Draft left = draft;
  for (const AsideMark mark : {AsideMark::before, AsideMark::none, AsideMark::behind}) {
    const std::string text = without_asides(draft.text, asides, mark);
    left.text = text;
    Verification made = verified(left, quoted);
    if (is_told_as_is(made.verdict) || mark == AsideMark::behind) return made;
  }
  return {};
}

Verifier::Draft Verifier::draft_of(const Document& document, const Analysis& analysis,
                                   const QuotedText& quoted) const {
  Draft made;
  made.text = document.text;
  const Quotation& marks = analysis.text.quotations[quoted.quotation];
  made.inner = trimmed(document.text, marks.inner);
  made.lead_senses =
      lead_senses(guards_, document.text, {document.blocks[marks.block].span.start, marks.span.start});
  if (quoted.attribution != no_index) {
    made.speaker = speaker_of(speakers_, document.text, analysis, analysis.attributions[quoted.attribution]);
  }
  if (!made.speaker.empty() || made.speaker.plural_or_vague) return made;
  // An attribution that no pattern finds ("Pour X, …") may still be one.
  std::string outside;
  const Span block = document.blocks[marks.block].span;
  std::uint32_t at = last_words(document.text, {block.start, marks.span.start}).start;
  const std::uint32_t end =
      std::min(block.end, word_border(document.text, marks.span.end + around_quotation));
  for (const QuotedText& other : analysis.quotations) {
    if (analysis.text.quotations[other.quotation].block != marks.block || other.span.start < at) continue;
    if (other.span.start >= end) break;
    outside += Span{at, other.span.start}.in(document.text);
    outside += " … ";
    at = other.span.end;
  }
  outside += Span{at, std::max(at, end)}.in(document.text);
  made.people = speakers_.people(outside);
  return made;
}

SameSpeaker Verifier::compare(const Draft& draft, const FoundSpeaker& found, std::uint32_t source) {
  if (draft.people.empty()) return speaker_finder_.compare(draft.speaker, found, source);
  SameSpeaker best = SameSpeaker::no;
  for (const SpeakerName& person : draft.people) {
    best = std::max(best, speaker_finder_.compare(person, found, source));
  }
  return best;
}

Verification Verifier::verified(const Draft& draft, const QuotedText& quoted) {
  Verification made;
  made.span = quoted.span;
  made.speaker = draft.speaker.shown;
  if (sources_->size() == 0) return made;
  made.verdict = QuoteClass::not_found;
  const bool known = verify_as_marked(draft, made) || verify_scattered(draft, made) ||
                     verify_splice(draft, made) || verify_altered(draft, made) ||
                     verify_translated(draft, made);
  if (!known) made.verdict = QuoteClass::not_found;
  return made;
}

bool Verifier::verify_as_marked(const Draft& draft, Verification& made) {
  const std::uint8_t open = open_readings(marked_quote(draft.text, draft.inner, reads_brackets));
  for (unsigned reading = 0; reading <= (reads_ellipses | reads_parentheses); ++reading) {
    if ((reading & ~unsigned{open}) != 0) continue;
    const MarkedQuote quote = marked_quote(draft.text, draft.inner, static_cast<std::uint8_t>(reading));
    std::vector<QuoteChain> found = chains(finder_, draft.text, quote);
    if (found.empty()) continue;
    if (choose(draft, quote, found, made)) return true;
  }
  return false;
}

/// The places in their order, as far as they can matter. Once the quotation is ambiguous only a
/// place that may be the speaker's changes that, and once it is exact none does.
std::vector<Verifier::Judged> Verifier::places(const Draft& draft, const MarkedQuote& quote,
                                               const std::vector<QuoteChain>& chains) {
  std::vector<Judged> all;
  NameScout scout(*sources_, draft.people.empty() ? std::vector{draft.speaker} : draft.people);
  bool others = false;  // somebody else than at the first place, or than the speaker
  bool open = false;
  for (const QuoteChain& chain : chains) {
    if (all.size() == most_places) break;
    if (speaker_finder_.unspoken({chain.source, chain.span()}) == Unspoken::whole) continue;
    const bool settled = open && others && all.size() >= most_candidates;
    if (settled && !scout.may_speak({chain.source, chain.pieces.front()})) continue;
    all.push_back(judged(draft, quote, chain));
    const Judged& last = all.back();
    if (last.same == SameSpeaker::yes && last.verdict == QuoteClass::exact) break;
    open |= last.same == SameSpeaker::unknown;
    others |= last.same == SameSpeaker::no || last.speaker.name.shown != all.front().speaker.name.shown;
  }
  return all;
}

bool Verifier::choose(const Draft& draft, const MarkedQuote& quote, const std::vector<QuoteChain>& chains,
                      Verification& made) {
  const std::vector<Judged> all = places(draft, quote, chains);
  if (all.empty()) return false;
  const auto best_of = [&](SameSpeaker same) -> const Judged* {
    const Judged* best = nullptr;
    for (const Judged& one : all) {
      if (one.same == same && (best == nullptr || one.verdict < best->verdict)) best = &one;
    }
    return best;
  };
  const Judged* right = best_of(SameSpeaker::yes);
  const Judged* open = best_of(SameSpeaker::unknown);
  const Judged* undecided = best_of(SameSpeaker::undecided);
  const Judged* wrong = best_of(SameSpeaker::no);
  const bool several_speakers = std::ranges::any_of(
      all, [&](const Judged& one) { return one.speaker.name.shown != all.front().speaker.name.shown; });
  const bool open_places = all.size() > 1 && (several_speakers || word_count(quote) <= fragment_words);
  if (right != nullptr) {
    take(draft, quote, *right, made);
  } else if (undecided != nullptr || (open != nullptr && (wrong != nullptr || open_places))) {
    made.verdict = QuoteClass::ambiguous;
  } else if (open != nullptr) {
    take(draft, quote, *open, made);
  } else {
    take(draft, quote, *wrong, made);
    made.verdict = QuoteClass::wrong_speaker;
  }
  for (const Judged& one : all) {
    if (made.candidates.size() == most_candidates || made.verdict != QuoteClass::ambiguous) break;
    made.candidates.push_back(passage({one.chain.source, one.shown}, one.speaker.name.shown));
  }
  return true;
}

Verifier::Judged Verifier::judged(const Draft& draft, const MarkedQuote& quote, const QuoteChain& chain) {
  Judged made;
  made.chain = chain;
  if (!take_glued_ends(finder_, quote, made.chain)) made.risk |= guard_word;
  made.shown = made.chain.span();
  made.speaker = speaker_finder_.at({chain.source, chain.pieces.front()});
  made.same = compare(draft, made.speaker, chain.source);
  made.gaps = judged_gaps(finder_, guards_, quote, chain);
  for (const JudgedGap& gap : made.gaps) made.risk |= gap.risk;
  const bool directions = std::ranges::any_of(chain.pieces, [&](Span piece) {
    return speaker_finder_.unspoken({chain.source, piece}) != Unspoken::none;
  });
  if (directions || !made.speaker.turn.contains(made.shown)) made.risk |= guard_speaker;
  const auto changes = [](const QuoteBreak& made_there) { return !made_there.empty() && !made_there.glued; };
  const QuoteBreak& before = quote.breaks.front();
  const QuoteBreak& behind = quote.breaks.back();
  const QuoteEdges edges = edges_of(finder_, guards_, {chain.source, made.shown}, made.speaker.turn,
                                    {changes(before), changes(behind)});
  if (changes(before)) made.risk |= risk_of_edge(guards_, before.inserted, edges.left_before);
  if (changes(behind)) made.risk |= risk_of_edge(guards_, behind.inserted, edges.left_behind);
  const bool kept = !edges.lead_senses.empty() && std::ranges::includes(draft.lead_senses, edges.lead_senses);
  if (!kept) made.risk |= edges.lead_risk;
  made.edge_cut = edges.cut;
  made.risk |= edges.risk;
  judge_words(draft, quote, chain, made);
  return made;
}

void Verifier::judge_words(const Draft& draft, const MarkedQuote& quote, const QuoteChain& chain,
                           Judged& into) const {
  const std::string_view source = finder_.text_of(chain.source);
  const std::span<const TextUnit> first = quote.piece(0);
  Span quoted{first.front().span.start, quote.piece(quote.pieces.size() - 1).back().span.end};
  const std::vector<TextUnit> there = units_of(source, into.shown);
  const bool initial = !there.empty() && there.front().key != first.front().key;
  bool other_tail = false;
  if (quote.tail != nullptr) {
    const std::vector<TextUnit> behind = finder_.units_around(chain.source, into.shown.end, 0, 8);
    const auto next =
        std::ranges::find_if(behind, [&](const TextUnit& u) { return u.span.start >= into.shown.end; });
    if (next != behind.end() && next->is(quote.tail->key)) {
      into.shown.end = next->span.end;
      quoted.end = quote.tail->span.end;
    } else {
      // The article's own full stop; but it makes no statement of a question.
      other_tail = true;
      if (next != behind.end() && next->is("?")) into.risk |= guard_sentence;
    }
  }
  const bool same = unwrapped(quoted.in(draft.text)) == unwrapped(into.shown.in(source));
  into.verdict = quote.is_marked()     ? QuoteClass::marked_edit
                 : initial             ? QuoteClass::initial_case
                 : same && !other_tail ? QuoteClass::exact
                                       : QuoteClass::typographic;
  if (into.risk != 0) into.verdict = QuoteClass::risky_edit;
}

void Verifier::take(const Draft& draft, const MarkedQuote& quote, const Judged& best,
                    Verification& made) const {
  made.verdict = best.verdict;
  made.edge_cut = best.edge_cut;
  made.risk = best.risk;
  made.candidate = passage({best.chain.source, best.shown}, best.speaker.name.shown);
  const std::vector<TextUnit> there = units_of(finder_.text_of(best.chain.source), best.chain.pieces.front());
  const TextUnit& first = quote.piece(0).front();
  if (!there.empty() && there.front().key != first.key && !quote.breaks.front().glued) {
    made.edits.push_back(edit(draft, best.chain.source, {EditKind::replace, there.front().span, first.span}));
  }
  for (std::size_t i = 0; i < best.gaps.size(); ++i) {
    const Span removed = trimmed(finder_.text_of(best.chain.source), best.gaps[i].removed);
    made.edits.push_back(
        edit(draft, best.chain.source,
             {removed.empty() ? EditKind::insert : EditKind::replace, removed, quote.breaks[i + 1].span}));
  }
}

VerifiedPassage Verifier::passage(const Passage& where, std::string speaker) const {
  VerifiedPassage made;
  made.source = where.source;
  made.span = where.span;
  made.path = (*sources_)[where.source].path;
  made.place = sources_->place(where.source, where.span.start);
  made.text = std::string(where.span.in(finder_.text_of(where.source)));
  made.speaker = std::move(speaker);
  return made;
}

VerifiedEdit Verifier::edit(const Draft& draft, std::uint32_t source, const QuoteEdit& from) const {
  VerifiedEdit made;
  made.kind = from.kind;
  made.old_span = from.old_span;
  made.new_span = from.new_span;
  made.old_words = std::string(from.old_span.in(finder_.text_of(source)));
  made.new_words = std::string(from.new_span.in(draft.text));
  return made;
}

}  // namespace selon
