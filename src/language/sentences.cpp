#include "language/sentences.h"

#include "language/unicode.h"

namespace selon {

SentenceTags::SentenceTags(const Vocabulary& vocabulary)
    : stop(vocabulary.tag("STOP")),
      question(vocabulary.tag("QUESTION")),
      ellipsis(vocabulary.tag("ELLIPSIS")),
      open(vocabulary.tag("QO")),
      close(vocabulary.tag("QC")),
      comma(vocabulary.tag("COMMA")),
      closing_bracket(vocabulary.tag("RPAR")) {}

namespace {

// Patterns and boundaries look to the sentence's end from each of its cues: a row of words
// without a full stop, longer than any sentence, is cut so that it takes no more time than
// the same length of prose.
constexpr std::uint32_t longest_sentence = 2000;

// What follows a possible end: does it look like the start of a sentence?
enum class Follower : std::uint8_t { none, lower, starts };

Follower follower(std::string_view text, const Text& out, std::uint32_t token, std::uint32_t last,
                  const SentenceTags& tags) {
  if (token >= last) {
    return Follower::none;
  }
  const Token& next = out.tokens[token];
  if (next.word != no_index) {
    const unicode::CodePoint c = unicode::decode(text, next.span.start);
    const bool small = unicode::is_letter(c.value) && !unicode::is_upper(c.value);
    return small ? Follower::lower : Follower::starts;
  }
  if (next.tag == tags.open || next.tag == 0) {
    return Follower::starts;
  }
  const std::uint32_t c = unicode::decode(text, next.span.start).value;
  const bool dash_or_bracket = c == 0x2013 || c == 0x2014 || c == '-' || c == '(' || c == '[' || c == 0x2022;
  return dash_or_bracket && (next.shape & shape_space_before) != 0 ? Follower::starts : Follower::lower;
}

}  // namespace

void split_sentences(std::string_view text, std::uint32_t block, std::uint32_t first, std::uint32_t last,
                     const SentenceTags& tags, Text& out) {
  const std::size_t first_sentence = out.sentences.size();
  std::uint32_t start = first;
  const auto end_at = [&](std::uint32_t end) {
    if (end > start) {
      out.sentences.push_back({start, end, block});
      start = end;
    }
  };
  for (std::uint32_t i = first; i < last; ++i) {
    const Tag tag = out.tokens[i].tag;
    const bool stop = tag == tags.stop;
    if (i - start >= longest_sentence) {
      end_at(i);
    }
    if (!stop && tag != tags.question && tag != tags.ellipsis) {
      continue;
    }
    std::uint32_t next = i + 1;
    bool closed = false;
    while (next < last &&
           (out.tokens[next].tag == tags.close || out.tokens[next].tag == tags.closing_bracket ||
            out.tokens[next].tag == tags.question || out.tokens[next].tag == tags.stop ||
            out.tokens[next].tag == tags.ellipsis)) {
      closed = closed || out.tokens[next].tag == tags.close;
      ++next;
    }
    const bool space = next >= last || (out.tokens[next].shape & shape_space_before) != 0;
    const Follower what = follower(text, out, next, last, tags);
    // Inside a word list or address a stop without a space ends nothing.
    const bool ends = what == Follower::none || (what == Follower::starts && space);
    if (ends) {
      end_at(next);
    }
    i = next - 1;
  }
  end_at(last);

  for (std::size_t sentence = first_sentence; sentence < out.sentences.size(); ++sentence) {
    bool fresh = true;
    for (std::uint32_t i = out.sentences[sentence].first; i < out.sentences[sentence].last; ++i) {
      Token& token = out.tokens[i];
      if (token.word != no_index) {
        if (fresh) {
          token.shape |= shape_first;
        }
        fresh = false;
      } else if (token.tag == tags.open) {
        fresh = true;
      }
    }
  }
}

}  // namespace selon
