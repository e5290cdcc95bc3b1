#include "attribution/followed_quotations.h"

#include <algorithm>

#include "attribution/content.h"

namespace selon {

namespace {

Span first_span(const Attribution& attribution) {
  Span first = attribution.content.front();
  if (attribution.source && attribution.source->start < first.start) {
    first = *attribution.source;
  }
  if (attribution.cue && attribution.cue->span.start < first.start) {
    first = attribution.cue->span;
  }
  return first;
}

std::uint32_t sentence_of(const Text& text, std::uint32_t token) {
  const auto after = std::upper_bound(text.sentences.begin(), text.sentences.end(), token,
                                      [](std::uint32_t t, const Sentence& s) { return t < s.first; });
  return static_cast<std::uint32_t>(after - text.sentences.begin()) - 1;
}

// The first token that begins at or after an offset.
std::uint32_t token_at(const Text& text, std::uint32_t offset) {
  const auto token =
      std::ranges::partition_point(text.tokens, [offset](const Token& t) { return t.span.start < offset; });
  return static_cast<std::uint32_t>(token - text.tokens.begin());
}

// Whether an attribution stands whole inside a quotation: "« Le maire dit qu'il pleut. »"
// tells nothing of who is quoted.
bool is_inside_quotation(const Text& text, const Attribution& attribution) {
  const Span first = first_span(attribution);
  std::uint32_t last = first.end;
  for (const Span& content : attribution.content) {
    last = std::max(last, content.end);
  }
  const std::uint32_t around = quotation_around(text, token_at(text, first.start));
  return around != no_index && text.quotations[around].span.start < first.start &&
         last < text.quotations[around].span.end;
}

// For each token the attribution whose content holds it, or no_index.
std::vector<std::uint32_t> owners(const Text& text, const std::vector<Attribution>& attributions) {
  std::vector<std::uint32_t> owner(text.tokens.size(), no_index);
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    if (is_inside_quotation(text, attributions[i])) {
      continue;
    }
    for (const Span& content : attributions[i].content) {
      for (std::uint32_t token = token_at(text, content.start);
           token < text.tokens.size() && text.tokens[token].span.start < content.end; ++token) {
        owner[token] = static_cast<std::uint32_t>(i);
      }
    }
  }
  return owner;
}

// The attribution that holds any of the quotation's tokens, or no_index.
std::uint32_t owner_of(const std::vector<std::uint32_t>& owner, const Quotation& quotation) {
  for (std::uint32_t i = quotation.first; i < quotation.last; ++i) {
    if (owner[i] != no_index) {
      return owner[i];
    }
  }
  return no_index;
}

/// Whose a quotation is, as an attribution's index, or no_index.
struct Holder {
  std::uint32_t of_itself = no_index;
  /// Of a quotation that the next paragraphs go on with: the attribution at its end
  /// ("« A.¶« B », dit X": X says both).
  std::uint32_t of_continuation = no_index;
};

// From the last quotation to the first: each is looked at once, however long the chain of
// paragraphs that go on.
std::vector<Holder> holders(const Text& text, const std::vector<Attribution>& attributions) {
  const std::vector<std::uint32_t> owner = owners(text, attributions);
  std::vector<Holder> out(text.quotations.size());
  std::size_t after = out.size();  // the next quotation that isn't inside this one
  for (std::size_t i = out.size(); i-- > 0;) {
    out[i].of_itself = owner_of(owner, text.quotations[i]);
    if (text.quotations[i].parent != no_index) {
      continue;
    }
    if (after < out.size() && text.quotations[after].continues) {
      const Holder& next = out[after];
      out[i].of_continuation = next.of_itself != no_index ? next.of_itself : next.of_continuation;
    }
    after = i;
  }
  return out;
}

}  // namespace

void sort_by_place(std::vector<Attribution>& attributions) {
  std::stable_sort(attributions.begin(), attributions.end(), [](const Attribution& a, const Attribution& b) {
    return first_span(a).start < first_span(b).start;
  });
}

QuotationFollower::QuotationFollower(const Vocabulary& vocabulary, const QuotationReader& reader)
    : reader_(&reader),
      verbs_(tags_named(TagTable(vocabulary.pack()), "@FINITE @INFINITIVE")),
      dash_(vocabulary.tag("DASH")),
      sign_(vocabulary.tag("SIGN")),
      stop_(vocabulary.tag("STOP")),
      question_(vocabulary.tag("QUESTION")),
      ellipsis_(vocabulary.tag("ELLIPSIS")),
      comma_(vocabulary.tag("COMMA")),
      colon_(vocabulary.tag("COLON")) {}

// Nothing but the quotation in its sentences: no words of the article beside it.
bool QuotationFollower::stands_alone(const Text& text, const Quotation& quotation) const {
  const Sentence& begin = text.sentences[sentence_of(text, quotation.first)];
  const Sentence& end = text.sentences[sentence_of(text, quotation.last - 1)];
  for (std::uint32_t i = begin.first; i < quotation.first; ++i) {
    const Tag tag = text.tokens[i].tag;
    if (tag != dash_ && tag != sign_ && tag != comma_ && quotation_around(text, i) == no_index) {
      return false;
    }
  }
  // "« C » : the article's words": the quotation is a heading of its sentence.
  if (quotation.last < end.last && text.tokens[quotation.last].tag == colon_) {
    return true;
  }
  for (std::uint32_t i = quotation.last; i < end.last; ++i) {
    const Tag tag = text.tokens[i].tag;
    if (tag != stop_ && tag != question_ && tag != ellipsis_ && tag != comma_ && tag != dash_ &&
        quotation_around(text, i) == no_index) {
      return false;
    }
  }
  return true;
}

// Behind a colon, at its sentence's end: "Son mot d'ordre : « C »". In a headline more may follow.
bool QuotationFollower::is_introduced(const Document& document, const Text& text,
                                      const Quotation& quotation) const {
  const Sentence& sentence = text.sentences[sentence_of(text, quotation.first)];
  if (quotation.first == sentence.first || text.tokens[quotation.first - 1].tag != colon_) {
    return false;
  }
  if (document.blocks[quotation.block].kind == BlockKind::headline) {
    return true;
  }
  const Sentence& end = text.sentences[sentence_of(text, quotation.last - 1)];
  for (std::uint32_t i = quotation.last; i < end.last; ++i) {
    const Tag tag = text.tokens[i].tag;
    if (tag != stop_ && tag != question_ && tag != ellipsis_) {
      return false;
    }
  }
  return true;
}

bool QuotationFollower::is_followed(const Document& document, const Analysis& analysis,
                                    std::uint32_t index) const {
  const Quotation& quotation = analysis.text.quotations[index];
  std::uint32_t words = 0;
  for (std::uint32_t i = quotation.first; i < quotation.last && words <= 2; ++i) {
    words += analysis.text.tokens[i].word != no_index ? 1u : 0u;
  }
  const BlockKind kind = document.blocks[quotation.block].kind;
  const bool heading = kind == BlockKind::subheading || kind == BlockKind::headline;
  // One word in a paragraph is a term; as a subheading it is an excerpt.
  if (quotation.parent != no_index || words < (kind == BlockKind::subheading ? 1u : 2u)) {
    return false;
  }
  if (is_introduced(document, analysis.text, quotation)) {
    return words > 2 && reader_->kind_of(document, analysis.text, index) == QuotationKind::speech;
  }
  if (analysis.attributions.empty() || !stands_alone(analysis.text, quotation)) {
    return false;
  }
  if (heading) {
    return true;
  }
  return words > 2 || reader_->kind_of(document, analysis.text, index) == QuotationKind::speech;
}

// "évoque le film « La Mer »": a noun phrase that only names a work says nothing.
bool QuotationFollower::names_a_work(const Document& document, const Text& text,
                                     const Attribution& attribution) const {
  const Span content = attribution.content.front();
  if (attribution.kind != AttributionKind::mixed || attribution.content.size() > 1) {
    return false;
  }
  const std::uint32_t first = token_at(text, content.start);
  const std::uint32_t last = token_at(text, content.end);
  for (std::uint32_t i = first; i < last; ++i) {
    if (verbs_.test(text.tokens[i].tag)) {
      return false;
    }
  }
  const auto quoted = std::ranges::partition_point(
      text.quotations, [&](const Quotation& q) { return q.span.start < content.start; });
  return quoted != text.quotations.end() && content.contains(quoted->span) &&
         reader_->kind_of(document, text, static_cast<std::uint32_t>(quoted - text.quotations.begin())) ==
             QuotationKind::title;
}

void QuotationFollower::follow(const Document& document, Analysis& analysis) const {
  const Text& text = analysis.text;
  std::erase_if(analysis.attributions,
                [&](const Attribution& attribution) { return names_a_work(document, text, attribution); });
  const std::vector<Holder> holder = holders(text, analysis.attributions);
  std::vector<Attribution> found;
  for (std::uint32_t i = 0; i < text.quotations.size(); ++i) {
    const Quotation& quotation = text.quotations[i];
    if (holder[i].of_itself != no_index) {
      continue;
    }
    if (quotation.continues && i > 0) {
      // Left open in the paragraph before: the same utterance, one span more.
      std::uint32_t outer = i - 1;
      while (text.quotations[outer].parent != no_index) {
        outer = text.quotations[outer].parent;
      }
      const Span before = text.quotations[outer].span;
      const std::uint32_t earlier = holder[outer].of_itself;
      if (earlier != no_index) {
        analysis.attributions[earlier].content.push_back(quotation.span);
        continue;
      }
      if (!found.empty() && found.back().content.back() == before) {
        found.back().content.push_back(quotation.span);
        continue;
      }
    }
    if (const std::uint32_t later = holder[i].of_continuation; later != no_index) {
      auto& content = analysis.attributions[later].content;
      content.insert(std::ranges::upper_bound(content, quotation.span), quotation.span);
      continue;
    }
    if (!is_followed(document, analysis, i)) {
      continue;
    }
    const BlockKind kind = document.blocks[quotation.block].kind;
    const bool heading = kind == BlockKind::subheading || kind == BlockKind::headline;
    Attribution attribution;
    const bool introduced = !heading && is_introduced(document, text, quotation);
    attribution.rule = heading ? heading_rule : introduced ? introduced_rule : continued_rule;
    attribution.kind = AttributionKind::direct;
    attribution.resolution = introduced ? Resolution::none : Resolution::continued;
    attribution.content.push_back(quotation.span);
    attribution.sentence = sentence_of(text, quotation.first);
    found.push_back(std::move(attribution));
  }
  for (Attribution& attribution : found) {
    analysis.attributions.push_back(std::move(attribution));
  }
  sort_by_place(analysis.attributions);
}

}  // namespace selon
