#include "verify/speaker_finder.h"

#include <algorithm>
#include <unordered_set>

#include "document/characters.h"
#include "language/unicode.h"
#include "verify/loose_words.h"

namespace selon {

namespace {

/// A source no longer than this is analysed whole, else what stands around a place.
constexpr std::uint32_t short_source = 12 * 1024;
constexpr std::uint32_t before_place = 1800;
constexpr std::uint32_t behind_place = 900;
/// In the beginning of a source its people are introduced.
constexpr std::uint32_t head_bytes = 32 * 1024;
/// Shorter words are alike in many languages and mean nothing.
constexpr std::uint32_t shortest_shared = 5;
constexpr std::size_t longest_headline = 200;
/// A role stands so near to a name.
constexpr std::size_t near = 10;

/// Whether `at` lies inside quotation marks that were opened after `start`.
bool inside_marks(std::string_view text, std::uint32_t start, std::uint32_t at) {
  std::uint32_t depth = 0;
  bool straight = false;
  for (std::uint32_t i = start; i < at;) {
    const unicode::CodePoint c = unicode::decode(text, i);
    if (c.value == 0xAB || c.value == 0x201C) ++depth;
    if ((c.value == 0xBB || c.value == 0x201D) && depth > 0) --depth;
    if (c.value == '"') straight = !straight;
    if (c.value == '\n' && depth == 0) straight = false;
    i += std::max<std::uint32_t>(1, c.size);
  }
  return depth > 0 || straight;
}

bool line_break_between(std::string_view text, const TextUnit& a, const TextUnit& b) {
  const std::uint32_t from = std::min(a.span.end, b.span.end);
  const std::uint32_t to = std::max(a.span.start, b.span.start);
  return to > from && text.substr(from, to - from).find('\n') != std::string_view::npos;
}

}  // namespace

SpeakerName speaker_of(const SpeakerReader& reader, std::string_view text, const Analysis& analysis,
                       const Attribution& attribution) {
  SpeakerName made;
  if (attribution.source_index == no_index) return made;
  const Source& source = analysis.sources[attribution.source_index];
  made = reader.read(source.name);
  made.shown = source.name;
  if (attribution.source) {
    const SpeakerName mention = reader.read(attribution.source->in(text));
    if (!made.names.empty()) {
      if (made.roles.empty()) {
        made.roles = mention.roles;
        made.heads = mention.heads;
      }
      made.woman |= mention.woman;
      made.man |= mention.man;
    }
  }
  if (made.names.empty() && (source.anonymous || source.vague)) made.plural_or_vague = true;
  return made;
}

Span SpeakerFinder::window(std::uint32_t source, Span around) const {
  const std::string_view text = (*sources_)[source].text;
  const auto size = static_cast<std::uint32_t>(text.size());
  if (size <= short_source) return {0, size};
  // The same window for neighbouring places: it begins at a paragraph, far enough above.
  const std::uint32_t from = around.start > before_place ? around.start - before_place : 0;
  const std::size_t start = from == 0 ? 0 : text.find('\n', from);
  const std::size_t end = text.find('\n', std::min(size, around.end + behind_place));
  return {start == std::string_view::npos || start > around.start ? from : static_cast<std::uint32_t>(start),
          static_cast<std::uint32_t>(
              std::min<std::size_t>({end, size, std::size_t{around.end} + 4 * behind_place}))};
}

void SpeakerFinder::find_in_prose(const Passage& passage, Span around, FoundSpeaker& found) {
  const std::string_view source = (*sources_)[passage.source].text;
  const auto inside = [&](std::uint32_t at) {
    return at > 0 && at < source.size() && (static_cast<unsigned char>(source[at]) & 0xC0) == 0x80;
  };
  while (inside(around.start)) --around.start;
  while (inside(around.end)) ++around.end;
  if (passage.span.start < around.start) return;
  const ReadProse& read = prose_.read(around.in(source));
  const Span here{passage.span.start - around.start, passage.span.end - around.start};
  const Analysis& analysis = read.analysis;
  const QuotedText* quoted = nullptr;
  for (const QuotedText& quotation : analysis.quotations) {
    const bool covers = quotation.span.start <= here.start && here.start < quotation.span.end;
    if (covers && (quoted == nullptr || quotation.span.size() < quoted->span.size())) quoted = &quotation;
  }
  const Attribution* says = nullptr;
  if (quoted != nullptr && quoted->attribution != no_index) {
    says = &analysis.attributions[quoted->attribution];
  } else if (quoted == nullptr) {
    for (const Attribution& attribution : analysis.attributions) {
      const bool covers = std::ranges::any_of(attribution.content, [&](Span content) {
        return content.start <= here.start && here.end <= content.end;
      });
      if (covers) says = &attribution;
    }
  }
  if (quoted != nullptr) {
    found.turn = {quoted->span.start + around.start, quoted->span.end + around.start};
    found.inner = true;
  }
  if (says != nullptr) {
    found.name = speaker_of(*reader_, read.document.text, analysis, *says);
  } else if (quoted != nullptr) {
    found.inner = false;  // a word in quotation marks, with nobody who says it
  }
}

/// Words that the markup of the source gives to somebody.
bool SpeakerFinder::find_marked(const Passage& passage, FoundSpeaker& found) const {
  const Document* document = (*sources_)[passage.source].document();
  if (document == nullptr) return false;
  const NamedSpeech* innermost = nullptr;
  for (const NamedSpeech& speech : document->speeches) {
    const bool inner = innermost == nullptr || speech.span.size() < innermost->span.size();
    if (inner && speech.span.contains(passage.span)) innermost = &speech;
  }
  if (innermost == nullptr) return false;
  found.name = reader_->read(innermost->speaker);
  found.turn = innermost->span;
  found.labelled = true;
  return true;
}

FoundSpeaker SpeakerFinder::at(const Passage& passage) {
  const SourceText& source = (*sources_)[passage.source];
  FoundSpeaker found;
  if (find_marked(passage, found)) {
    // What the marked speaker quotes is another one's: "Le maire m'a dit : « … »".
    FoundSpeaker quoted;
    if (!source.foreign) find_in_prose(passage, window(passage.source, passage.span), quoted);
    const bool nested = quoted.inner && !quoted.name.empty() && found.turn.start < quoted.turn.start &&
                        quoted.turn.end < found.turn.end;
    return nested ? quoted : found;
  }
  const auto turn = turns_.turn_at(source, passage.span.start);
  if (!turn) {
    found.turn = {0, static_cast<std::uint32_t>(source.text.size())};
    if (!source.foreign) find_in_prose(passage, window(passage.source, passage.span), found);
    return found;
  }
  found.turn = turn->words;
  found.kind = turn->kind;
  found.labelled = true;
  found.name = reader_->read(turn->label.in(source.text));
  if (turn->kind != TurnKind::speaker) found.name = SpeakerName{};
  if (!source.foreign && inside_marks(source.text, turn->words.start, passage.span.start)) {
    FoundSpeaker quoted = found;
    quoted.name = SpeakerName{};
    quoted.labelled = false;
    const Span near_words{std::max(turn->words.start,
                                   passage.span.start > before_place ? passage.span.start - before_place : 0),
                          std::min(turn->words.end, passage.span.end + behind_place)};
    find_in_prose(passage, near_words, quoted);
    if (quoted.inner) return quoted;
  }
  return found;
}

const std::vector<TextUnit>& SpeakerFinder::head(std::uint32_t source) {
  const auto [known, is_new] = heads_.try_emplace(source);
  if (is_new) {
    const std::string_view text = (*sources_)[source].text;
    std::uint32_t end = static_cast<std::uint32_t>(std::min<std::size_t>(head_bytes, text.size()));
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    known->second = units_of(text, {0, end});
  }
  return known->second;
}

std::optional<SpeakerFinder::NamedTurn> SpeakerFinder::closest_turn(const SpeakerName& speaker,
                                                                    std::uint32_t source,
                                                                    std::string_view quotation) {
  if (speaker.names.empty()) return std::nullopt;
  std::unordered_set<std::uint64_t> wanted;
  for (const LooseWord& word : loose_words(quotation, {0, static_cast<std::uint32_t>(quotation.size())})) {
    if (word.span.size() >= shortest_shared ||
        unicode::is_digit(static_cast<unsigned char>(quotation[word.span.start]))) {
      wanted.insert(word.hash);
    }
  }
  const SourceText& where = (*sources_)[source];
  std::optional<NamedTurn> best;
  std::size_t most = 0;
  for (const TextUnit& unit : head(source)) {
    if (!is_capital(unit) || loose_text(unit.key) != speaker.names.back()) continue;
    const std::size_t line = std::min(where.text.find('\n', unit.span.end), where.text.size());
    const auto turn = turns_.turn_at(where, static_cast<std::uint32_t>(line > 0 ? line - 1 : 0));
    const bool is_label = turn && turn->label.contains(unit.span);
    const std::size_t start =
        unit.span.start == 0 ? std::string::npos : where.text.rfind('\n', unit.span.start - 1);
    const Span span = is_label ? turn->words
                               : Span{start == std::string::npos ? 0 : static_cast<std::uint32_t>(start + 1),
                                      static_cast<std::uint32_t>(line)};
    const auto words = loose_words(where.text, span);
    const auto shared = static_cast<std::size_t>(
        std::ranges::count_if(words, [&](const LooseWord& word) { return wanted.contains(word.hash); }));
    if (best && shared <= most) continue;
    most = shared;
    best = NamedTurn{trimmed(where.text, span),
                     is_label ? reader_->read(turn->label.in(where.text)) : reader_->read(unit.key)};
  }
  return best;
}

bool SpeakerFinder::is_named(std::uint32_t source, const std::string& surname) {
  return std::ranges::any_of(head(source), [&](const TextUnit& unit) {
    return is_capital(unit) && loose_text(unit.key) == surname;
  });
}

bool SpeakerFinder::is_linked(std::uint32_t source, const std::string& surname,
                              const std::vector<std::string>& roles) {
  const std::vector<TextUnit>& units = head(source);
  const std::string_view text = (*sources_)[source].text;
  const auto is_role = [&](const TextUnit& unit) {
    return unit.is_word() && same_role_noun(loose_text(unit.key), roles.front());
  };
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!is_capital(units[i]) || loose_text(units[i].key) != surname) continue;
    for (std::size_t k = 1; k <= near; ++k) {  // behind the name: "X, ministre de …"
      if (i + k >= units.size() || ends_sentence(units[i + k]) ||
          line_break_between(text, units[i], units[i + k]))
        break;
      if (is_role(units[i + k])) return true;
    }
    for (std::size_t k = 1; k <= near && k <= i; ++k) {  // before it: "le ministre de …, X"
      if (ends_sentence(units[i - k]) || line_break_between(text, units[i - k], units[i])) break;
      if (is_role(units[i - k])) return true;
    }
  }
  return false;
}

/// A speech or a statement without turns: its headline says whose it is.
bool SpeakerFinder::headline_names_another(std::uint32_t source, const SpeakerName& draft) {
  if (draft.names.empty() || is_named(source, draft.names.back())) return false;
  const std::string_view text = (*sources_)[source].text;
  const std::size_t start = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  const std::string_view line = text.substr(start, std::min(text.find('\n', start), text.size()) - start);
  return line.size() <= longest_headline && !line.ends_with('.') && !reader_->people(line).empty();
}

const std::vector<SpeakerName>& SpeakerFinder::interviewees(std::uint32_t source) {
  const auto [known, is_new] = interviewees_.try_emplace(source);
  if (!is_new) return known->second;
  const SourceText& where = (*sources_)[source];
  const Span head = turns_.head(where);
  std::vector<SpeakerName> some;
  for (std::uint32_t start = head.start; start < head.end;) {
    const auto end =
        static_cast<std::uint32_t>(std::min<std::size_t>(where.text.find('\n', start), head.end));
    for (SpeakerReader::Interviewee& one : reader_->interviewees(Span{start, end}.in(where.text))) {
      if (one.sure) return known->second = {std::move(one.name)};
      const bool new_one = std::ranges::none_of(some, [&](const SpeakerName& other) {
        return reader_->compare(one.name, other) == SameSpeaker::yes;
      });
      if (new_one) some.push_back(std::move(one.name));
    }
    start = end + 1;
  }
  // Nobody above the questions: the one who has a turn under a name.
  if (some.empty() && !head.empty()) {
    for (const Span label : turns_.names_around(where, 0)) {
      SpeakerName one = reader_->read(label.in(where.text));
      const bool known_one = std::ranges::any_of(
          some, [&](const SpeakerName& other) { return reader_->compare(one, other) == SameSpeaker::yes; });
      if (!one.names.empty() && !known_one) some.push_back(std::move(one));
    }
  }
  return known->second = std::move(some);
}

/// "Le président. – …" where the one who is asked for speaks under a name: then it may be another.
bool SpeakerFinder::speaks_by_name(const SpeakerName& draft, std::uint32_t source, std::uint32_t at) {
  const SourceText& where = (*sources_)[source];
  return std::ranges::any_of(turns_.names_around(where, at), [&](Span label) {
    const SpeakerName name = reader_->read(label.in(where.text));
    return !name.names.empty() && reader_->compare(draft, name) == SameSpeaker::yes;
  });
}

SameSpeaker SpeakerFinder::compare_answer(const SpeakerName& draft, std::uint32_t source) {
  const std::vector<SpeakerName>& who = interviewees(source);
  if (draft.names.empty()) {
    if (who.size() != 1 || draft.roles.empty()) return SameSpeaker::undecided;
    return is_linked(source, who.front().names.back(), draft.roles) ? SameSpeaker::yes : SameSpeaker::no;
  }
  const bool is_one = std::ranges::any_of(
      who, [&](const SpeakerName& one) { return reader_->compare(draft, one) == SameSpeaker::yes; });
  if (is_one) return who.size() == 1 ? SameSpeaker::yes : SameSpeaker::undecided;
  return who.empty() && is_named(source, draft.names.back()) ? SameSpeaker::undecided : SameSpeaker::no;
}

SameSpeaker SpeakerFinder::among_namesakes(const SpeakerName& draft, const FoundSpeaker& found,
                                           std::uint32_t source) {
  if (!found.labelled || found.name.names.size() != 1 || draft.names.size() < 2) return SameSpeaker::yes;
  const SourceText& where = (*sources_)[source];
  SameSpeaker same = SameSpeaker::yes;
  for (const Span label : turns_.names_around(where, found.turn.start)) {
    const SpeakerName full = reader_->read(label.in(where.text));
    if (full.names.size() < 2) continue;
    const bool is_draft = reader_->compare(draft, full) == SameSpeaker::yes;
    const bool is_found = reader_->compare(full, found.name) == SameSpeaker::yes;
    if (is_draft && !is_found) return SameSpeaker::no;
    if (!is_draft && is_found) same = SameSpeaker::undecided;
  }
  return same;
}

SameSpeaker SpeakerFinder::compare(const SpeakerName& draft, const FoundSpeaker& found,
                                   std::uint32_t source) {
  if (draft.empty() || draft.plural_or_vague) return SameSpeaker::unknown;
  if (found.kind == TurnKind::question && !found.inner) return SameSpeaker::no;
  if (found.kind == TurnKind::answer && !found.inner) return compare_answer(draft, source);
  if (found.name.empty() && !found.inner && headline_names_another(source, draft)) return SameSpeaker::no;
  if (found.name.plural_or_vague) return SameSpeaker::no;  // "UN DÉPUTÉ": no one who has a name
  if (found.name.empty()) return SameSpeaker::unknown;
  const SameSpeaker told = reader_->compare(draft, found.name);
  if (told == SameSpeaker::yes) return among_namesakes(draft, found, source);
  if (told != SameSpeaker::unknown) return told;
  // One side has a name, the other a role: only the source can say that they are one.
  const SpeakerName& named = draft.names.empty() ? found.name : draft;
  const SpeakerName& with_role = draft.names.empty() ? draft : found.name;
  if (named.names.empty() || with_role.roles.empty()) return SameSpeaker::unknown;
  if (!is_linked(source, named.names.back(), with_role.roles)) return SameSpeaker::no;
  const bool other_label = found.labelled && found.name.names.empty();
  return other_label && speaks_by_name(draft, source, found.turn.start) ? SameSpeaker::undecided
                                                                        : SameSpeaker::yes;
}

}  // namespace selon
