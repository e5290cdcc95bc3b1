// A quotation that stands nowhere as it is marked: made of pieces from several places, altered, or
// in another language than its sources.
#include <optional>
#include <utility>

#include "verify/quote_splices.h"
#include "verify/verifier_draft.h"

namespace selon {

namespace {

constexpr std::size_t most_regions = 8;
/// A passage is the quotation's, altered, where at least so much of the quotation stands in it.
constexpr double altered_share = 0.5;
/// The same where so many neighbouring words agree.
constexpr std::uint32_t long_run = 5;
constexpr double long_run_share = 0.35;

}  // namespace

std::size_t word_count(const MarkedQuote& quote) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < quote.pieces.size(); ++i) words += word_count(quote.piece(i));
  return words;
}

bool Verifier::verify_scattered(const Draft& draft, Verification& made) {
  constexpr std::size_t least_piece = 3;
  const MarkedQuote brackets = marked_quote(draft.text, draft.inner, reads_brackets);
  const std::uint8_t open = open_readings(brackets);
  const MarkedQuote quote = marked_quote(draft.text, draft.inner, open & reads_ellipses);
  if (quote.pieces.size() < 2) return false;
  for (std::size_t i = 0; i < quote.pieces.size(); ++i) {
    if (word_count(quote.piece(i)) < least_piece) return false;
  }
  const std::vector<Passage> found = scattered_pieces(finder_, draft.text, quote);
  if (found.empty()) return false;
  bool in_order = true;
  for (std::size_t i = 1; i < found.size(); ++i) {
    in_order =
        in_order && found[i].source == found[i - 1].source && found[i].span.start >= found[i - 1].span.end;
  }
  const FoundSpeaker speaker = speaker_finder_.at(found.front());
  made.verdict = in_order ? QuoteClass::risky_edit : QuoteClass::spliced;
  made.risk = guard_sentence;
  made.candidate = passage(found.front(), speaker.name.shown);
  for (std::size_t i = 1; i < found.size(); ++i) {
    const FoundSpeaker other = speaker_finder_.at(found[i]);
    if (other.name.shown != speaker.name.shown) made.risk |= guard_speaker;
    made.candidates.push_back(passage(found[i], other.name.shown));
  }
  return true;
}

bool Verifier::verify_splice(const Draft& draft, Verification& made) {
  const std::uint8_t open = open_readings(marked_quote(draft.text, draft.inner, reads_brackets));
  const MarkedQuote quote = marked_quote(draft.text, draft.inner, open & reads_ellipses);
  const auto parts = spliced_parts(finder_, index_, draft.text, quote, small_words_);
  if (!parts) return false;
  made.verdict = QuoteClass::spliced;
  made.candidate = passage(parts->front(), speaker_finder_.at(parts->front()).name.shown);
  for (std::size_t i = 1; i < parts->size(); ++i) {
    made.candidates.push_back(passage((*parts)[i], speaker_finder_.at((*parts)[i]).name.shown));
  }
  return true;
}

bool Verifier::verify_altered(const Draft& draft, Verification& made) {
  const std::uint8_t open = open_readings(marked_quote(draft.text, draft.inner, reads_brackets));
  const MarkedQuote quote = marked_quote(draft.text, draft.inner, open & reads_ellipses);
  const std::size_t words = word_count(quote);
  std::optional<QuoteAlignment> best;
  FoundSpeaker best_speaker;
  SameSpeaker best_same = SameSpeaker::no;
  for (const Passage& region : finder_.regions(draft.text, draft.inner, most_regions)) {
    auto found = aligned(finder_, quote, region, small_words_);
    const bool alike =
        found && (found->same >= altered_share * found->weight ||
                  (found->longest_same_run >= long_run && found->same >= long_run_share * found->weight));
    if (!alike || found->same_words < 2 || (best && found->cost > best->cost)) {
      continue;
    }
    if (speaker_finder_.unspoken(found->passage) == Unspoken::whole) continue;
    FoundSpeaker speaker = speaker_finder_.at(found->passage);
    const SameSpeaker same = compare(draft, speaker, found->passage.source);
    if (words <= fragment_words && same == SameSpeaker::no) continue;
    if (best && found->cost == best->cost && same <= best_same) continue;
    best = std::move(found);
    best_speaker = std::move(speaker);
    best_same = same;
  }
  if (!best) return false;
  made.verdict = QuoteClass::altered;
  made.candidate = passage(best->passage, best_speaker.name.shown);
  for (const QuoteEdit& from : best->edits) made.edits.push_back(edit(draft, best->passage.source, from));
  return true;
}

bool Verifier::verify_translated(const Draft& draft, Verification& made) {
  bool all_foreign = true;
  for (std::size_t i = 0; i < sources_->size(); ++i) all_foreign = all_foreign && (*sources_)[i].foreign;
  for (std::uint32_t i = 0; i < sources_->size(); ++i) {
    if (!(*sources_)[i].foreign) continue;
    const auto where = speaker_finder_.closest_turn(draft.speaker, i, draft.inner.in(draft.text));
    if (!where) continue;
    made.verdict = QuoteClass::translated;
    made.candidate = passage({i, where->span}, where->speaker.shown);
    return true;
  }
  if (all_foreign) made.verdict = QuoteClass::translated;
  return all_foreign;
}

}  // namespace selon
