#include "attribution/interviews.h"

#include <algorithm>
#include <map>
#include <optional>

#include "attribution/content.h"
#include "attribution/followed_quotations.h"
#include "language/word_tables.h"

namespace selon {

namespace {

// A longer one is a clause before a colon.
constexpr std::uint32_t longest_label = 9;
// A longer question is a paragraph that happens to end with one.
constexpr std::uint32_t longest_question = 70;
constexpr std::size_t fewest_questions = 3;

std::uint32_t sentence_at(const Text& text, std::uint32_t token) {
  const auto after = std::upper_bound(text.sentences.begin(), text.sentences.end(), token,
                                      [](std::uint32_t t, const Sentence& s) { return t < s.first; });
  return static_cast<std::uint32_t>(after - text.sentences.begin()) - 1;
}

}  // namespace

InterviewReader::InterviewReader(const Vocabulary& vocabulary)
    : vocabulary_(&vocabulary),
      first_person_(vocabulary.list_bit("first-person-words")),
      name_(vocabulary.tag("NAME")),
      title_(vocabulary.tag("TITLE")),
      noun_(vocabulary.tag("NOUN")),
      speaker_(vocabulary.tag("SPEAKER")),
      dash_(vocabulary.tag("DASH")),
      sign_(vocabulary.tag("SIGN")),
      stop_(vocabulary.tag("STOP")),
      colon_(vocabulary.tag("COLON")),
      question_(vocabulary.tag("QUESTION")),
      open_(vocabulary.tag("QO")) {}

bool InterviewReader::may_name(Tag tag) const {
  return tag == name_ || tag == title_ || tag == noun_ || tag == speaker_ || tag == dash_ || tag == stop_;
}

// "Anne Morel :", "J.-B. E. :", "M. Roche. –": a name, and the mark that ends it.
void InterviewReader::read_label(const Document& document, const Text& text, Paragraph& paragraph) const {
  std::uint32_t at = paragraph.first;
  while (at < paragraph.last && (text.tokens[at].tag == dash_ || text.tokens[at].tag == sign_)) {
    ++at;
  }
  paragraph.label_first = paragraph.label_last = paragraph.said = at;
  bool named = false;
  for (const std::uint32_t end = std::min(paragraph.last, at + longest_label); at < end; ++at) {
    const Token& token = text.tokens[at];
    const bool spaced_dash =
        token.tag == dash_ && at > paragraph.label_first && (token.shape & shape_space_before) != 0;
    if (token.tag == colon_ || spaced_dash) {
      break;
    }
    if (!may_name(token.tag)) {
      return;
    }
    named = named || token.tag == name_ || token.tag == title_;
  }
  if (!named || at + 1 >= paragraph.last || (text.tokens[at].tag != colon_ && text.tokens[at].tag != dash_)) {
    return;
  }
  // The full stop before a dash isn't the name's, that of an initial is.
  std::uint32_t last = at;
  if (text.tokens[at].tag == dash_ && text.tokens[last - 1].tag == stop_ &&
      last - 1 > paragraph.label_first && text.tokens[last - 2].span.size() > 2) {
    --last;
  }
  paragraph.label_last = last;
  paragraph.said = at + 1;
  const Span span{text.tokens[paragraph.label_first].span.start, text.tokens[last - 1].span.end};
  paragraph.name = fold_word(span.in(document.text));
}

bool InterviewReader::speaks_of_himself(const Text& text, const Paragraph& paragraph) const {
  for (std::uint32_t i = paragraph.said; i < paragraph.last; ++i) {
    const Token& token = text.tokens[i];
    if (token.word != no_index && (vocabulary_->word(token.word).lists & first_person_).any()) {
      if (quotation_around(text, i) == no_index) {
        return true;
      }
    }
  }
  return false;
}

// A short paragraph that ends with a question mark, or one that is set in bold by signs as
// the questions of an interview are: "**Vous en doutiez.**".
bool InterviewReader::asks(const Document& document, const Text& text, const Paragraph& paragraph) const {
  std::uint32_t last = paragraph.last;
  while (last > paragraph.first + 1 && text.tokens[last - 1].tag == sign_) {
    --last;
  }
  if (last < paragraph.last && text.tokens[paragraph.first].tag == sign_) {
    return true;
  }
  const Token& end = text.tokens[last - 1];
  return end.tag == question_ && end.span.in(document.text) == "?" &&
         last - paragraph.first <= longest_question;
}

std::vector<InterviewReader::Paragraph> InterviewReader::paragraphs(const Document& document,
                                                                    const Text& text) const {
  std::vector<Paragraph> out;
  for (const Sentence& sentence : text.sentences) {
    if (out.empty() || out.back().block != sentence.block) {
      out.push_back({.block = sentence.block, .first = sentence.first, .name = {}});
    }
    out.back().last = sentence.last;
  }
  for (Paragraph& paragraph : out) {
    const BlockKind kind = document.blocks[paragraph.block].kind;
    paragraph.heading = kind == BlockKind::subheading || kind == BlockKind::headline ||
                        kind == BlockKind::standfirst || kind == BlockKind::caption;
    read_label(document, text, paragraph);
    paragraph.asks = asks(document, text, paragraph);
    paragraph.quoted = paragraph.said < paragraph.last && text.tokens[paragraph.said].tag == open_;
  }
  return out;
}

// Which paragraphs open with the name of one who answers: a name that comes back, and
// not that of the one who asks.
std::vector<bool> InterviewReader::speakers(const std::vector<Paragraph>& paragraphs) {
  struct Turns {
    std::size_t all = 0;
    std::size_t questions = 0;
  };
  std::map<std::string_view, Turns> turns;
  std::size_t labelled = 0;
  bool again = false;
  for (const Paragraph& paragraph : paragraphs) {
    if (!paragraph.name.empty() && !paragraph.heading) {
      Turns& of_name = turns[paragraph.name];
      ++of_name.all;
      of_name.questions += paragraph.asks ? 1 : 0;
      ++labelled;
      again = again || of_name.all > 1;
    }
  }
  std::vector<bool> out(paragraphs.size(), false);
  if (labelled < fewest_questions || !again) {
    return out;
  }
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const Paragraph& paragraph = paragraphs[i];
    if (!paragraph.name.empty() && !paragraph.heading) {
      const Turns& of_name = turns[paragraph.name];
      out[i] = of_name.questions * 2 <= of_name.all && !(paragraph.asks && of_name.all == 1);
    }
  }
  return out;
}

// Several questions, each with an answer under it, and most of those who answer speak
// of themselves.
bool InterviewReader::is_interview(const std::vector<Paragraph>& paragraphs) {
  std::size_t questions = 0;
  std::size_t personal = 0;
  for (std::size_t i = 0; i + 1 < paragraphs.size(); ++i) {
    const Paragraph& answer = paragraphs[i + 1];
    if (paragraphs[i].asks && !paragraphs[i].quoted && !answer.asks && !answer.heading && !answer.quoted) {
      ++questions;
      personal += answer.first_person ? 1 : 0;
    }
  }
  return questions >= fewest_questions && personal * 2 >= questions;
}

bool InterviewReader::add_turns(const Text& text, const std::vector<Paragraph>& paragraphs,
                                std::vector<Attribution>& out) const {
  const std::vector<bool> speaks = speakers(paragraphs);
  const auto last = std::find(speaks.rbegin(), speaks.rend(), true);
  if (last == speaks.rend()) {
    return false;
  }
  const auto end = static_cast<std::size_t>(speaks.rend() - last);  // one past the last turn
  bool goes_on = false;
  for (std::size_t i = 0; i < end; ++i) {
    const Paragraph& paragraph = paragraphs[i];
    const Span said{
        text.tokens[paragraph.said < paragraph.last ? paragraph.said : paragraph.first].span.start,
        text.tokens[paragraph.last - 1].span.end};
    if (speaks[i]) {
      goes_on = !paragraph.quoted;
      if (goes_on) {
        Attribution turn;
        turn.rule = turn_rule;
        turn.kind = AttributionKind::direct;
        turn.source = Span{text.tokens[paragraph.label_first].span.start,
                           text.tokens[paragraph.label_last - 1].span.end};
        turn.content.push_back(said);
        turn.sentence = sentence_at(text, paragraph.first);
        out.push_back(std::move(turn));
      }
    } else if (goes_on && paragraph.name.empty() && !paragraph.asks && !paragraph.heading &&
               text.tokens[paragraph.first].tag != dash_) {
      out.back().content.push_back(said);  // a turn of several paragraphs
    } else {
      goes_on = false;
    }
  }
  return true;
}

void InterviewReader::add_answers(const Text& text, const std::vector<Paragraph>& paragraphs,
                                  std::vector<Attribution>& out) const {
  if (!is_interview(paragraphs)) {
    return;
  }
  const auto last_question =
      std::find_if(paragraphs.rbegin(), paragraphs.rend(), [](const Paragraph& p) { return p.asks; });
  const auto asked_last = static_cast<std::size_t>(paragraphs.rend() - last_question) - 1;
  enum class Place : std::uint8_t { outside, asked, answering } place = Place::outside;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const Paragraph& paragraph = paragraphs[i];
    if (paragraph.asks) {
      place = Place::asked;
      continue;
    }
    // Below the last answer stands what the paper adds, unless somebody still speaks of himself.
    const bool beyond = i > asked_last + 1 && !paragraph.first_person;
    if (paragraph.heading || paragraph.quoted || beyond) {
      place = Place::outside;
    }
    const Span said{text.tokens[paragraph.first].span.start, text.tokens[paragraph.last - 1].span.end};
    if (place == Place::asked) {
      Attribution answer;
      answer.rule = answer_rule;
      answer.kind = AttributionKind::direct;
      answer.resolution = Resolution::continued;
      answer.content.push_back(said);
      answer.sentence = sentence_at(text, paragraph.first);
      out.push_back(std::move(answer));
      place = Place::answering;
    } else if (place == Place::answering) {
      out.back().content.push_back(said);
    }
  }
}

// Lines that open with a long dash, one below the other: "— Vous venez ?", "— Jamais."
void InterviewReader::add_dialogues(Analysis& analysis, const std::vector<Paragraph>& paragraphs,
                                    std::vector<Attribution>& out) const {
  const Text& text = analysis.text;
  std::optional<Openings> openings;
  const auto is_line = [&](const Paragraph& p) {
    const Token& first = text.tokens[p.first];
    return !p.heading && p.last - p.first > 1 && first.tag == dash_ && first.span.size() > 1;
  };
  for (std::size_t i = 0; i < paragraphs.size();) {
    std::size_t end = i;
    std::size_t spoken = 0;
    for (; end < paragraphs.size() && is_line(paragraphs[end]); ++end) {
      if (!openings) {
        openings = openings_of(analysis);
      }
      spoken += paragraphs[end].asks || speaks_of_himself(text, paragraphs[end]) ||
                        incise_of(text, *openings, paragraphs[end]) != no_index
                    ? 1
                    : 0;
    }
    // A list is no dialogue: most lines ask, or speak of themselves, or have their speaker.
    if (end - i > 1 && spoken * 2 >= end - i) {
      for (std::size_t line = i; line < end; ++line) {
        add_line(analysis, *openings, paragraphs[line], out);
      }
    }
    i = std::max(end, i + 1);
  }
}

// Where the contents of attributions with a cue begin, and which they are.
InterviewReader::Openings InterviewReader::openings_of(const Analysis& analysis) {
  Openings out;
  for (std::uint32_t i = 0; i < analysis.attributions.size(); ++i) {
    const Attribution& attribution = analysis.attributions[i];
    if (attribution.cue) {
      out.emplace(attribution.content.front().start, i);
    }
  }
  return out;
}

// The attribution whose content opens a line of dialogue ("— Non, répond Joseph."), or no_index.
std::uint32_t InterviewReader::incise_of(const Text& text, const Openings& openings, const Paragraph& line) {
  const auto opening = openings.find(text.tokens[line.first + 1].span.start);
  return opening == openings.end() ? no_index : opening->second;
}

// The whole line is said; where an incise names its speaker, the sentences after it are his too.
void InterviewReader::add_line(Analysis& analysis, const Openings& openings, const Paragraph& line,
                               std::vector<Attribution>& out) {
  const Text& text = analysis.text;
  const std::uint32_t end = text.tokens[line.last - 1].span.end;
  const std::uint32_t incise = incise_of(text, openings, line);
  if (incise == no_index) {
    Attribution said;
    said.rule = dialogue_rule;
    said.kind = AttributionKind::direct;
    said.content.push_back({text.tokens[line.first + 1].span.start, end});
    said.sentence = sentence_at(text, line.first);
    out.push_back(std::move(said));
    return;
  }
  const std::uint32_t next = analysis.attributions[incise].sentence + 1;
  if (next < text.sentences.size() && text.sentences[next].first < line.last) {
    analysis.attributions[incise].content.push_back(
        {text.tokens[text.sentences[next].first].span.start, end});
  }
}

void InterviewReader::follow(const Document& document, Analysis& analysis) const {
  // Both forms need three marks; most articles have none.
  const Text& text = analysis.text;
  const auto marks = std::ranges::count_if(text.tokens, [this](const Token& t) {
    return t.tag == question_ || t.tag == colon_ || t.tag == dash_;
  });
  if (static_cast<std::size_t>(marks) < fewest_questions) {
    return;
  }
  std::vector<Paragraph> read = paragraphs(document, text);
  std::vector<Attribution> found;
  if (!add_turns(text, read, found)) {
    for (Paragraph& paragraph : read) {
      paragraph.first_person = speaks_of_himself(text, paragraph);
    }
    add_answers(text, read, found);
  }
  add_dialogues(analysis, read, found);
  if (!found.empty()) {
    std::ranges::move(found, std::back_inserter(analysis.attributions));
    sort_by_place(analysis.attributions);
  }
}

}  // namespace selon
