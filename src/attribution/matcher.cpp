#include "attribution/matcher.h"

#include <algorithm>

#include "attribution/attribution_kind.h"

namespace selon {

Span span_of(const Text& text, TokenRange range) {
  return {text.tokens[range.first].span.start, text.tokens[range.last - 1].span.end};
}

Matcher::Matcher(const Vocabulary& vocabulary, PatternSet& patterns)
    : vocabulary_(vocabulary),
      patterns_(patterns),
      content_(vocabulary, patterns),
      neutral_cues_(vocabulary),
      ne_(vocabulary.tag("NE")),
      pas_(vocabulary.tag("PAS")),
      question_(vocabulary.tag("QUESTION")),
      open_(vocabulary.tag("QO")),
      close_(vocabulary.tag("QC")),
      comma_(vocabulary.tag("COMMA")),
      negative_subjects_(vocabulary.list_bit("negative-subjects")) {}

void Matcher::match(const Document& document, const Text& text, std::vector<Attribution>& out) {
  for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
    match_sentence(document, text, i, out);
  }
}

bool share_cue(const PatternMatch& a, const PatternMatch& b) {
  const TokenRange mine = a.cue ? *a.cue : a.whole;
  const TokenRange theirs = b.cue ? *b.cue : b.whole;
  return mine.first < theirs.last && theirs.first < mine.last;
}

// Of the matches that share a cue the one of higher priority stays that finds a
// content; of equal ones the one whose pattern comes first in the pack.
std::vector<Matcher::Settled> Matcher::settle(const Text& text, std::uint32_t sentence,
                                              std::vector<PatternMatch> matches) {
  std::stable_sort(matches.begin(), matches.end(), [](const PatternMatch& a, const PatternMatch& b) {
    return a.pattern->priority > b.pattern->priority;
  });
  std::vector<Settled> kept;
  for (const PatternMatch& match : matches) {
    const bool taken = std::any_of(kept.begin(), kept.end(),
                                   [&](const Settled& other) { return share_cue(match, other.match); });
    if (taken) {
      continue;
    }
    std::vector<TokenRange> content;
    if (match.pattern->kind != "none") {
      content = content_.find(text, sentence, match);
      if (content.empty()) {
        continue;
      }
    }
    kept.push_back({match, std::move(content)});
  }
  std::sort(kept.begin(), kept.end(),
            [](const Settled& a, const Settled& b) { return a.match.whole.first < b.match.whole.first; });
  return kept;
}

TracedMatch Matcher::traced(const Text& text, std::uint32_t sentence, const PatternMatch& match,
                            const std::vector<Settled>& kept) {
  TracedMatch out;
  out.pattern = match.pattern;
  out.whole = span_of(text, match.whole);
  out.source = match.source ? span_of(text, *match.source) : Span{};
  out.cue = match.cue ? span_of(text, *match.cue) : Span{};
  for (const TokenRange& range : content_.find(text, sentence, match)) {
    out.content.push_back(span_of(text, range));
  }
  const auto winner = std::find_if(kept.begin(), kept.end(),
                                   [&](const Settled& other) { return share_cue(match, other.match); });
  const bool won =
      winner != kept.end() && winner->match.pattern == match.pattern && winner->match.whole == match.whole;
  if (won) {
    out.fate = match.pattern->kind == "none" ? TracedMatch::Fate::silenced : TracedMatch::Fate::kept;
  } else if (out.content.empty()) {
    out.fate = TracedMatch::Fate::no_content;
  } else {
    out.fate = TracedMatch::Fate::lost;
    out.winner = winner == kept.end() ? nullptr : winner->match.pattern;
  }
  return out;
}

TracedSentence Matcher::trace(const Text& text, std::uint32_t sentence) {
  const Sentence& limits = text.sentences[sentence];
  const Pack& pack = vocabulary_.pack();
  TracedSentence out;
  out.span = span_of(text, {limits.first, limits.last});
  TagSet present;
  for (std::uint32_t i = limits.first; i < limits.last; ++i) {
    const Token& token = text.tokens[i];
    present.set(token.tag);
    TracedToken traced{token.span, token.tag == 0 ? "?" : pack.tags[token.tag - 1u].name, {}};
    if (token.word != no_index) {
      for (const Tag tag : vocabulary_.word(token.word).candidates) {
        if (tag != 0) {
          traced.candidates.push_back(pack.tags[tag - 1u].name);
        }
      }
    }
    out.tokens.push_back(std::move(traced));
  }
  out.gated = !patterns_.may_match(present);
  if (out.gated) {
    return out;
  }
  std::vector<PatternMatch> all;
  patterns_.match(text.tags, limits.first, limits.last, present, all);
  const std::vector<Settled> kept = settle(text, sentence, all);
  for (const PatternMatch& match : all) {
    out.matches.push_back(traced(text, sentence, match, kept));
  }
  return out;
}

void Matcher::match_sentence(const Document& document, const Text& text, std::uint32_t sentence,
                             std::vector<Attribution>& out) {
  const Sentence& limits = text.sentences[sentence];
  TagSet present;
  for (std::uint32_t i = limits.first; i < limits.last; ++i) {
    present.set(text.tokens[i].tag);
  }
  if (!patterns_.may_match(present)) {
    return;
  }
  matches_.clear();
  patterns_.match(text.tags, limits.first, limits.last, present, matches_);
  for (const Settled& settled : settle(text, sentence, matches_)) {
    if (settled.match.pattern->kind != "none") {
      out.push_back(attribution(document, text, sentence, settled.match, settled.content));
    }
  }
}

Attribution Matcher::attribution(const Document& document, const Text& text, std::uint32_t sentence,
                                 const PatternMatch& match, const std::vector<TokenRange>& content) const {
  Attribution out;
  out.rule = match.pattern->id;
  out.sentence = sentence;
  for (const TokenRange& range : content) {
    out.content.push_back(span_of(text, range));
  }
  const auto span = [&text](const std::optional<TokenRange>& range) {
    return range ? std::optional<Span>(span_of(text, *range)) : std::nullopt;
  };
  std::optional<TokenRange> source = match.source;
  while (source && source->last > source->first + 1 && text.tokens[source->last - 1].tag == comma_) {
    --source->last;
  }
  out.source = span(source);
  if (out.source && out.source->in(document.text).front() == '-') {
    // An inverted clitic: of "-t-il" the source is "il".
    out.source->start =
        out.source->end - static_cast<std::uint32_t>(out.source->in(document.text).size() - 1 -
                                                     out.source->in(document.text).rfind('-'));
  }
  out.addressee = span(match.addressee);
  out.date = span(match.date);
  out.place = span(match.place);
  if (match.cue) {
    out.cue = cue(document, text, match);
  }
  out.kind = match.pattern->kind == "according_to" ? AttributionKind::according_to
                                                   : kind_of_content(text, content, open_, close_);
  set_mood(text, sentence, match, out);
  return out;
}

Cue Matcher::cue(const Document& document, const Text& text, const PatternMatch& match) const {
  Cue out;
  out.span = span_of(text, *match.cue);
  for (std::uint32_t i = match.cue->first; i < match.cue->last; ++i) {
    if (text.tokens[i].word == no_index) {
      continue;
    }
    const Word& word = vocabulary_.word(text.tokens[i].word);
    if (word.verb != no_index) {
      const Verb& verb = vocabulary_.pack().verbs[word.verb];
      out.lemma = verb.lemma;
      out.stance = verb.stance;
      out.neutral = neutral_cues_.of(document, text, *match.cue, i);
    }
  }
  if (out.lemma.empty()) {
    out.lemma = fold_word(out.span.in(document.text));
  }
  return out;
}

void Matcher::set_mood(const Text& text, std::uint32_t sentence, const PatternMatch& match,
                       Attribution& out) const {
  if (!match.cue) {
    return;
  }
  bool ne = match.cue->first > 0 && text.tokens[match.cue->first - 1].tag == ne_;
  ne = ne || (match.cue->first > 1 && text.tokens[match.cue->first - 2].tag == ne_);
  bool says = false;  // a verb of the cue can have words as its object
  bool pas = match.cue->last < text.tokens.size() && text.tokens[match.cue->last].tag == pas_;
  for (std::uint32_t i = match.cue->first; i < match.cue->last; ++i) {
    const Token& token = text.tokens[i];
    ne = ne || token.tag == ne_;
    pas = pas || token.tag == pas_;
    if (token.word == no_index) {
      continue;
    }
    const Word& word = vocabulary_.word(token.word);
    says =
        says || (word.verb != no_index && (vocabulary_.pack().verbs[word.verb].takes & takes_quotation) != 0);
    if (word.verb != no_index && vocabulary_.pack().verbs[word.verb].denies) {
      out.polarity = Polarity::denied;
    }
    std::uint32_t shared = 0xFFFFFFFF;
    bool finite = false;
    for (const Reading& reading : vocabulary_.readings(word.text)) {
      if (reading.part == PartOfSpeech::verb && reading.form == VerbForm::finite) {
        finite = true;
        shared &= reading.features;
      }
    }
    if (finite && (shared & feature::conditional) != 0) {
      out.modality = Modality::conditional;
    } else if (finite && (shared & feature::future) != 0) {
      out.modality = Modality::future;
    }
  }
  // "Aucun expert n'affirme que C", "Nul n'affirme que C".
  const Token* subject = match.source ? &text.tokens[match.source->first] : nullptr;
  const bool nobody = subject != nullptr && subject->word != no_index &&
                      (vocabulary_.word(subject->word).lists & negative_subjects_) != 0;
  // "Elle n'y croit pas : « C »": she does say C. "Elle ne croit pas « que C »": she doesn't.
  const bool said_all_the_same =
      out.kind == AttributionKind::direct && !says && match.pattern->scope != "after-object";
  if (ne && (pas || nobody) && !said_all_the_same) {
    out.polarity = Polarity::negated;
  }
  const Sentence& limits = text.sentences[sentence];
  if (text.tokens[limits.last - 1].tag == question_ && out.kind == AttributionKind::indirect &&
      match.pattern->scope.starts_with("after")) {
    out.modality = Modality::question;
  }
}

}  // namespace selon
