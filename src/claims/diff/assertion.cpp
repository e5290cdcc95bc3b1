#include "claims/diff/assertion.h"

#include <algorithm>

#include "claims/claim_set.h"
#include "claims/diff/phrases.h"

namespace selon {

namespace {

Span whole(const std::vector<Span>& spans) { return {spans.front().start, spans.back().end}; }

bool lies_in(Span span, const std::vector<Span>& spans) {
  return std::ranges::any_of(spans, [&](Span other) { return other.overlaps(span); });
}

/// Makes the assertions of one article.
class Maker {
 public:
  explicit Maker(const DiffArticle& article)
      : article_(article),
        reader_(article.pack),
        hedges_(article.pack.list("certainty-words")),
        articles_(article.pack.list("number-articles")) {}

  std::vector<Assertion> make() {
    for (const Claim& claim : claims_of(article_.document, article_.analysis, article_.pack.sources)) {
      add(claim);
    }
    for (const Statement& statement : article_.analysis.statements) {
      if (statement.status == Status::own_voice) add_own_voice(statement);
    }
    std::ranges::stable_sort(made_, [](const Assertion& a, const Assertion& b) {
      const Span one = whole(a.content);
      const Span other = whole(b.content);
      return one.start != other.start ? one.start < other.start : one.end > other.end;
    });
    for (Assertion& assertion : made_) assertion.words = words(assertion.content);
    std::erase_if(made_, [](const Assertion& assertion) { return assertion.words.empty(); });
    for (std::size_t index = 0; index < made_.size(); ++index) take_out_nested(index);
    for (std::size_t index = 0; index < made_.size(); ++index) add_frame(index);
    return std::move(made_);
  }

 private:
  [[nodiscard]] std::vector<DiffWord> words(Span span) const {
    return reader_.words(article_.document.text, span);
  }

  /// Those in quotation marks are marked so.
  [[nodiscard]] std::vector<DiffWord> words(const std::vector<Span>& spans) const {
    std::vector<DiffWord> all;
    for (const Span span : spans) {
      std::vector<DiffWord> found = words(span);
      hedges_.mark(found, &DiffWord::hedge);
      for (DiffWord& word : found) {
        word.quoted = is_quoted(word.span);
        all.push_back(std::move(word));
      }
    }
    return all;
  }

  [[nodiscard]] bool is_quoted(Span span) const {
    const auto& quotations = article_.analysis.quotations;
    const auto after = std::ranges::upper_bound(quotations, span.start, {},
                                                [](const QuotedText& quoted) { return quoted.span.start; });
    // the last few that begin before: a quotation in which another one is nested may be one of them
    for (auto at = after; at != quotations.begin() && after - at < 4;) {
      --at;
      if (at->kind != QuotationKind::title && at->span.contains(span)) return true;
    }
    return false;
  }

  void add(const Claim& claim) {
    Assertion made;
    made.status = claim.status;
    made.attribution = claim.attribution;
    made.content = claim.content;
    if (claim.source < article_.analysis.sources.size())
      made.source = &article_.analysis.sources[claim.source];
    made.statement = claim.statement.value_or(whole(claim.content));
    if (claim.attribution != nullptr) {
      if (claim.attribution->source) made.mention = words(*claim.attribution->source);
      if (claim.attribution->cue) made.cue = words(claim.attribution->cue->span);
    }
    made.described = is_described(made);
    if (is_fragment(claim)) made.content = {made.statement};
    for (const std::uint32_t credit : claim.credits) {
      for (const QuotedWord& word : words_in(article_.analysis.sources[credit].name,
                                             whole_of(article_.analysis.sources[credit].name))) {
        made.mention.push_back({word.key, made.statement, false, false});
      }
    }
    made_.push_back(std::move(made));
  }

  /// A person who is one of many: named by an indefinite noun, or by one with nothing but
  /// the acronym of an organisation behind it.
  [[nodiscard]] bool is_described(const Assertion& assertion) const {
    const Source* source = assertion.source;
    if (source == nullptr || source->known ||
        (source->kind != SourceKind::person && source->kind != SourceKind::unknown)) {
      return false;
    }
    const std::vector<QuotedWord> name = words_in(source->name, whole_of(source->name));
    if (name.empty() || articles_.contains(name.front().key)) return !name.empty();
    const bool acronym = std::ranges::none_of(source->name, [](char c) { return c >= 'a' && c <= 'z'; });
    return name.size() == 1 && acronym && !assertion.mention.empty() &&
           articles_.contains(assertion.mention.front().key);
  }

  static Span whole_of(std::string_view text) { return {0, static_cast<std::uint32_t>(text.size())}; }

  /// A few words in quotation marks that nobody is said to say: the writer's sentence
  /// around them is what is compared.
  [[nodiscard]] bool is_fragment(const Claim& claim) const {
    if (claim.attribution == nullptr || claim.attribution->source || claim.attribution->cue ||
        !claim.statement) {
      return false;
    }
    const auto& statements = article_.analysis.statements;
    const auto own = std::ranges::find(statements, *claim.statement, &Statement::span);
    return own != statements.end() && own->attributions.size() == 1 &&
           own->span.contains(whole(claim.content));
  }

  void add_own_voice(const Statement& statement) {
    Assertion made;
    made.content = {statement.span};
    made.statement = statement.span;
    made_.push_back(std::move(made));
  }

  /// Each word is compared once, in the innermost claim that says it.
  void take_out_nested(std::size_t index) {
    Assertion& outer = made_[index];
    outer.own = outer.words;
    const Span around = whole(outer.content);
    for (std::size_t inner = index + 1; inner < made_.size(); ++inner) {
      Assertion& other = made_[inner];
      if (other.content.front().start >= around.end) break;
      if (!around.contains(whole(other.content)) || !lies_in(other.content.front(), outer.content)) continue;
      ++outer.inside;
      other.outer = index;
      std::erase_if(outer.own, [&](const DiffWord& word) { return lies_in(word.span, other.content); });
    }
  }

  /// What a statement says outside its claims goes to the first of them.
  void add_frame(std::size_t index) {
    Assertion& first = made_[index];
    if (first.attribution == nullptr) return;
    const auto in_statement = [&](const Assertion& other) { return other.statement == first.statement; };
    if (std::ranges::find_if(made_, in_statement) - made_.begin() != static_cast<std::ptrdiff_t>(index))
      return;
    first.frame = words(first.statement);
    for (std::size_t other = index;
         other < made_.size() && made_[other].statement.start <= first.statement.end; ++other) {
      if (made_[other].statement != first.statement) continue;
      std::erase_if(first.frame, [&](const DiffWord& word) { return is_part_of(word, made_[other]); });
    }
  }

  static bool is_part_of(const DiffWord& word, const Assertion& assertion) {
    const Attribution* attribution = assertion.attribution;
    return lies_in(word.span, assertion.content) ||
           (attribution != nullptr && attribution->source && attribution->source->overlaps(word.span)) ||
           (attribution != nullptr && attribution->cue && attribution->cue->span.overlaps(word.span));
  }

  const DiffArticle& article_;
  FigureReader reader_;
  Phrases hedges_;
  WordSet articles_;
  std::vector<Assertion> made_;
};

}  // namespace

void append_keys(std::string& out, const std::vector<DiffWord>& words) {
  for (const DiffWord& word : words) {
    out += word.quoted ? '"' : ' ';
    out += word.key;
  }
  out += '|';
}

std::string signature(const Assertion& assertion) {
  std::string out;
  for (const auto* words : {&assertion.mention, &assertion.cue, &assertion.words, &assertion.frame}) {
    append_keys(out, *words);
  }
  return out;
}

std::vector<Assertion> assertions_of(const DiffArticle& article) { return Maker(article).make(); }

}  // namespace selon
