#include "verify/speaker_turns.h"

#include <algorithm>
#include <map>
#include <string>

#include "language/unicode.h"
#include "verify/source_lines.h"

namespace selon {

namespace {

/// Labels are looked for in the stretch of a place and in those beside it …
constexpr std::uint32_t stretch_bytes = 16 * 1024;
constexpr std::uint32_t farthest = 12;  ///< … and in so many above where none is found
constexpr std::size_t longest_label = 130;
constexpr std::size_t most_name_words = 7;
constexpr std::size_t most_role_words = 12;

bool is_long_dash(std::uint32_t c) { return c == '-' || (c >= 0x2012 && c <= 0x2015); }

/// Past the dash, or colon, that ends a label at `at`; `at` where there is none.
struct Separator {
  std::uint32_t end = 0;
  bool dash = false;
  bool found = false;
};

Separator separator_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  const unicode::CodePoint c = unicode::decode(text, at);
  if (c.value == ':') {
    const unicode::CodePoint next = unicode::decode(text, at + 1);
    const bool free =
        at + 1 >= end || unicode::is_space(next.value) || next.value == 0xAB || next.value == '"';
    return {at + 1, false, free};
  }
  if (c.value == '.') {
    const std::uint32_t dash = skip_spaces(text, at + 1, end);
    const unicode::CodePoint next = unicode::decode(text, dash);
    return {dash + next.size, true, dash < end && is_long_dash(next.value)};
  }
  if (is_long_dash(c.value) && c.value != '-' && at > 0) {
    const bool spaced = unicode::is_space(unicode::decode_before(text, at).value) &&
                        unicode::is_space(unicode::decode(text, at + c.size).value);
    return {at + c.size, true, spaced};
  }
  return {};
}

}  // namespace

/// Whole paragraphs in bold are questions where one of them asks; keep_answers decides.
std::optional<TurnReader::Label> TurnReader::question_set_apart(const SourceText& source, Span line) const {
  const Block* block = block_at(source, line.start);
  if (block == nullptr) return std::nullopt;
  const bool asks = line.in(source.text).find('?') != std::string_view::npos;
  const bool heading = block->kind == BlockKind::subheading || block->italic;
  const bool bold = bold_end(source, line) >= line.end;
  if (!(heading && asks) && !(bold && (asks || ends_sentence_at(source.text, line.end)))) return std::nullopt;
  return Label{TurnKind::question, {line.start, line.start}, line.start, asks, false};
}

std::optional<TurnReader::Label> TurnReader::judged(std::string_view text, Span span, std::uint32_t words,
                                                    bool dash) const {
  while (!span.empty() && (text[span.end - 1] == ' ' || text[span.end - 1] == '.')) --span.end;
  while (!span.empty() && unicode::is_space(unicode::decode_before(text, span.end).value)) {
    span.end -= unicode::decode_before(text, span.end).size;
  }
  const std::vector<TextUnit> units = units_of(text, span);
  if (units.empty() || !units.front().is_word()) return std::nullopt;
  Label label{TurnKind::speaker, span, words, false, false};
  const std::string whole = lower_key(span.in(text));
  if (speakers_->is_question_label(whole) || speakers_->is_answer_label(whole)) {
    label.kind = speakers_->is_question_label(whole) ? TurnKind::question : TurnKind::answer;
    return label;
  }
  std::size_t name_words = 0;
  std::size_t capitals = 0;
  std::size_t lower_words = 0;
  bool role = false;
  bool in_name = true;  // up to the first comma or bracket
  for (std::size_t i = 0; i < units.size(); ++i) {
    const TextUnit& unit = units[i];
    if (!unit.is_word()) {
      const bool abbreviates =
          unit.is(".") && i > 0 && (speakers_->is_title(units[i - 1]) || units[i - 1].key.size() <= 2);
      if (unit.is(",") || unit.is("(") || unit.is("-") || unit.is("'") || unit.is(")") || abbreviates) {
        in_name = in_name && !unit.is(",") && !unit.is("(");
        continue;
      }
      return std::nullopt;
    }
    if (!in_name) continue;
    ++name_words;
    const bool particle = speakers_->is_particle(unit);
    role = role || speakers_->is_role_noun(unit);
    capitals += is_capital(unit) && !speakers_->is_title(unit) && !(particle && i == 0) ? 1 : 0;
    lower_words += !is_capital(unit) && !particle && !speakers_->is_title(unit) ? 1 : 0;
  }
  const bool title = speakers_->is_title(units.front());
  if (word_count(units) > most_role_words + most_name_words || !(is_capital(units.front()) || title)) {
    return std::nullopt;
  }
  if (lower_words > 0 && (!role || name_words > most_role_words)) return std::nullopt;
  if (lower_words == 0 && name_words > most_name_words) return std::nullopt;
  if (capitals == 0 && !role) return std::nullopt;
  label.sure = title || role || capitals >= 2 || (dash && capitals >= 1 && text[span.end] == '.');
  return label;
}

std::optional<TurnReader::Label> TurnReader::bold_label(const SourceText& source, Span line) const {
  if (source.document() == nullptr) return std::nullopt;
  const std::uint32_t end = bold_end(source, line);
  if (end == line.start) return std::nullopt;
  const std::string_view text = source.text;
  Span bold{line.start, end};
  const bool whole = end >= line.end;
  // A sentence in bold is no name: "Vos voisins parlent de partir."
  if (whole && word_count(units_of(text, bold)) > most_name_words && ends_sentence_at(text, line.end)) {
    return std::nullopt;
  }
  if (bold.size() > longest_label) return std::nullopt;
  std::uint32_t words = end;
  std::uint32_t label_end = end;
  for (std::uint32_t at = end; at < line.end;) {  // "<b>Name</b> :", "<b>Name.</b> –"
    const unicode::CodePoint c = unicode::decode(text, at);
    if (!unicode::is_space(c.value) && c.value != ':' && !is_long_dash(c.value)) break;
    at += c.size;
    words = at;
  }
  while (label_end > line.start && (text[label_end - 1] == ':' || text[label_end - 1] == ' ')) --label_end;
  auto label = judged(text, {line.start, label_end}, words, true);
  if (label && label->kind == TurnKind::speaker) label->sure = true;
  return label;
}

/// "Q.", "R :", "Question –" at the beginning of a line.
std::optional<TurnReader::Label> TurnReader::interview_label(std::string_view text, Span line) const {
  std::uint32_t end = line.start;
  while (end < line.end && unicode::is_letter(unicode::decode(text, end).value)) {
    end += unicode::decode(text, end).size;
  }
  const std::string word = lower_key(text.substr(line.start, end - line.start));
  const bool asks = speakers_->is_question_label(word);
  if (end >= line.end || (!asks && !speakers_->is_answer_label(word))) return std::nullopt;
  std::uint32_t words = skip_spaces(text, end, line.end);
  const unicode::CodePoint mark = unicode::decode(text, words);
  if (mark.value != '.' && mark.value != ':' && !is_long_dash(mark.value)) return std::nullopt;
  while (words < line.end) {
    const unicode::CodePoint c = unicode::decode(text, words);
    if (!unicode::is_space(c.value) && c.value != '.' && c.value != ':' && !is_long_dash(c.value)) break;
    words += c.size;
  }
  return Label{asks ? TurnKind::question : TurnKind::answer, {line.start, end}, words, false, false};
}

std::optional<TurnReader::Label> TurnReader::label_of_line(const SourceText& source, Span line) const {
  const std::string_view text = source.text;
  line.start = skip_spaces(text, line.start, line.end);
  if (auto interview = interview_label(text, line)) return interview;
  if (auto bold = bold_label(source, line)) return bold;
  if (auto question = question_set_apart(source, line)) return question;
  const auto limit = static_cast<std::uint32_t>(std::min<std::size_t>(line.end, line.start + longest_label));
  for (std::uint32_t at = line.start; at < limit;) {
    const Separator separator = separator_at(text, at, line.end);
    if (separator.found) {
      if (auto label = judged(text, {line.start, at}, separator.end, separator.dash)) {
        label->words = skip_spaces(text, label->words, line.end);
        return label;
      }
      return std::nullopt;
    }
    at += std::max<std::uint32_t>(1, unicode::decode(text, at).size);
  }
  // A name on a line of its own.
  if (line.size() > 0 && line.size() <= longest_label / 2) {
    auto label = judged(text, line, line.end, false);
    if (label && label->kind == TurnKind::speaker && text[line.end - 1] != '.') {
      label->sure = false;
      return label;
    }
  }
  return std::nullopt;
}

/// A label that only may be one counts where it stands twice.
void TurnReader::keep_repeated(std::string_view text, std::vector<Label>& labels) const {
  std::map<std::string, std::size_t> counts;
  for (const Label& label : labels) ++counts[lower_key(label.span.in(text))];
  std::erase_if(labels, [&](const Label& label) {
    return label.kind == TurnKind::speaker && !label.sure && counts[lower_key(label.span.in(text))] < 2;
  });
  const auto asks = std::ranges::count(labels, TurnKind::question, &Label::kind);
  const auto answers = std::ranges::count(labels, TurnKind::answer, &Label::kind);
  const auto speakers = std::ranges::count(labels, TurnKind::speaker, &Label::kind);
  // "R :" alone tells nothing; "Question :" between two named speakers does.
  if ((asks + answers < 2 || answers == 0) && (asks == 0 || speakers == 0)) {
    std::erase_if(labels, [](const Label& label) {
      return label.kind != TurnKind::speaker && !label.sure && !label.span.empty();
    });
  }
}

/// Of the questions that are set apart and the answers below them, those of an interview.
void TurnReader::keep_answers(bool interview, std::vector<Label>& labels) {
  const auto apart = [](const Label& label) { return label.span.empty(); };
  const auto asks = std::ranges::count_if(labels, [&](const Label& label) {
    return apart(label) && label.kind == TurnKind::question && label.sure;
  });
  const bool kept = asks > 1 || (asks == 1 && interview);
  std::erase_if(labels, [&](const Label& label) {
    if (!apart(label) || kept) return false;
    return label.kind == TurnKind::answer || !label.sure;  // an article may ask something in bold
  });
}

const std::vector<TurnReader::Label>& TurnReader::labels_of(const SourceText& source,
                                                            std::uint32_t stretch) const {
  const auto [known, is_new] = known_.try_emplace({&source, stretch});
  if (!is_new) return known->second;
  const std::string_view text = source.text;
  const auto size = static_cast<std::uint32_t>(text.size());
  const std::uint32_t first_line = skip_spaces(text, 0, size);
  const std::uint32_t end_of_stretch = std::min(size, (stretch + 1) * stretch_bytes);
  std::uint32_t start = stretch == 0 ? 0 : line_end(text, stretch * stretch_bytes - 1) + 1;
  bool asked = false;
  while (start < end_of_stretch) {
    const std::uint32_t end = line_end(text, start);
    const std::uint32_t words = skip_spaces(text, start, end);
    if (end > words) {
      auto label = label_of_line(source, {start, end});
      if (!label && asked) label = Label{TurnKind::answer, {words, words}, words, true, false};
      asked = label && label->kind == TurnKind::question && label->span.empty();
      if (label) {
        label->first_line = start <= first_line;
        known->second.push_back(*label);
      }
    }
    start = end + 1;
  }
  return known->second;
}

std::vector<TurnReader::Label> TurnReader::labels_around(const SourceText& source, std::uint32_t at) const {
  const std::uint32_t here = at / stretch_bytes;
  const auto last = static_cast<std::uint32_t>(source.text.size() / stretch_bytes);
  std::vector<Label> labels;
  for (std::uint32_t i = here > 0 ? here - 1 : 0; i <= std::min(here + 1, last); ++i) {
    const std::vector<Label>& more = labels_of(source, i);
    labels.insert(labels.end(), more.begin(), more.end());
  }
  keep_repeated(source.text, labels);
  keep_answers(is_interview(source), labels);
  // A long speech: its label stands farther above.
  for (std::uint32_t i = here > 0 ? here - 1 : 0, steps = 0; i > 0 && steps < farthest; ++steps) {
    if (!labels.empty() && labels.front().span.start <= at) break;
    std::vector<Label> above = labels_of(source, --i);
    keep_repeated(source.text, above);
    keep_answers(is_interview(source), above);
    labels.insert(labels.begin(), above.begin(), above.end());
  }
  return labels;
}

std::optional<SpeakerTurn> TurnReader::turn_at(const SourceText& source, std::uint32_t at) const {
  const std::vector<Label> labels = labels_around(source, at);
  auto after = std::ranges::upper_bound(labels, at, {}, [](const Label& label) { return label.span.start; });
  if (after == labels.begin()) return std::nullopt;
  const Label& label = *(after - 1);
  if (at < label.words && at < label.span.end) return std::nullopt;  // in the label itself
  SpeakerTurn turn{label.kind,
                   label.span,
                   {label.words, after == labels.end() ? static_cast<std::uint32_t>(source.text.size())
                                                       : after->span.start}};
  if (label.kind == TurnKind::question && label.span.empty()) {  // a paragraph of its own
    turn.words.end = std::min(turn.words.end, line_end(source.text, label.words));
    return at < turn.words.end ? std::optional(turn) : std::nullopt;
  }
  // One label makes no transcript: it speaks for its own paragraph. A headline's never does more.
  const auto real = std::ranges::count_if(labels, [](const Label& l) { return !l.first_line; });
  if (real < 2 || label.first_line) {
    turn.words.end = std::min(turn.words.end, line_end(source.text, label.words));
    if (at >= turn.words.end) return std::nullopt;
  }
  return turn;
}

bool TurnReader::is_interview(const SourceText& source) const {
  const auto [known, is_new] = interviews_.try_emplace(&source, false);
  if (is_new) known->second = announces_interview(source);
  return known->second;
}

bool TurnReader::announces_interview(const SourceText& source) const {
  constexpr std::size_t beginning = 2000;
  constexpr std::size_t ending = 400;
  const std::string_view text = source.text;
  const auto says = [&](Span part) { return speakers_->announces_interview(units_of(text, part)); };
  const auto size = static_cast<std::uint32_t>(text.size());
  const auto from = static_cast<std::uint32_t>(text.rfind(' ', size - std::min<std::size_t>(size, ending)));
  const auto to = static_cast<std::uint32_t>(std::min(text.find(' ', beginning), text.size()));
  return says({0, to}) || (from < size && says({from, size}));
}

Span TurnReader::head(const SourceText& source) const {
  for (const Label& label : labels_around(source, 0)) {
    if (label.kind != TurnKind::speaker) return {0, label.span.start};
  }
  return {};
}

std::vector<Span> TurnReader::names_around(const SourceText& source, std::uint32_t at) const {
  std::vector<Span> names;
  for (const Label& label : labels_around(source, at)) {
    if (label.kind == TurnKind::speaker && !label.span.empty()) names.push_back(label.span);
  }
  return names;
}

/// "(Applaudissements.)", "[inaudible]": no words of the speaker.
bool TurnReader::is_direction(const SourceText& source, Span line, Span brackets) const {
  const std::string_view text = source.text;
  if (text[brackets.start] == '[') return true;
  const std::vector<TextUnit> units = units_of(text, {brackets.start + 1, brackets.end - 1});
  if (units.empty() || !units.front().is_word()) return false;
  const bool whole = skip_spaces(text, line.start, line.end) == brackets.start &&
                     skip_spaces(text, brackets.end, line.end) == line.end;
  const bool sentence = is_capital(units.front()) && ends_sentence(units.back());
  return whole || sentence || speakers_->is_stage_word(units.front());
}

Unspoken TurnReader::unspoken(const SourceText& source, Span span) const {
  const std::vector<Label> labels = labels_around(source, span.start);
  if (labels.empty()) return Unspoken::none;
  for (const Label& label : labels) {
    const bool named = !label.span.empty() && (!label.first_line || labels.size() > 1);
    if (named && label.span.start <= span.start && span.end <= label.words) return Unspoken::whole;
  }
  const std::string_view text = source.text;
  const std::size_t before = span.start == 0 ? std::string_view::npos : text.rfind('\n', span.start - 1);
  const Span line{before == std::string_view::npos ? 0 : static_cast<std::uint32_t>(before + 1),
                  line_end(text, span.end)};
  const Block* block = block_at(source, span.start);
  const std::vector<TextUnit> units = units_of(text, line);
  const bool quotes = std::ranges::any_of(units, [](const TextUnit& unit) { return unit.is("\""); });
  if (block != nullptr && block->italic && !quotes && labels.size() > 1) return Unspoken::whole;
  for (std::uint32_t open = line.start; open < line.end; ++open) {
    if (text[open] != '(' && text[open] != '[') continue;
    const std::size_t close = text.find(text[open] == '(' ? ')' : ']', open);
    if (close >= line.end) break;
    const Span brackets{open, static_cast<std::uint32_t>(close + 1)};
    if (brackets.end <= span.start || brackets.start >= span.end || !is_direction(source, line, brackets)) {
      continue;
    }
    return brackets.contains(span) ? Unspoken::whole : Unspoken::part;
  }
  return Unspoken::none;
}

}  // namespace selon
