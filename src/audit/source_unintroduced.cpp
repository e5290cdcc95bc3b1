// source.unintroduced: a surname or an acronym speaks of whom the article never says who
// that is. Introduced is who stands once with a first name, with what he is ("la députée
// Morvan", "Morvan, la maire", "Morvan (Verts)"), and an acronym also in brackets behind
// what it stands for. What the pack knows needs no introduction.
#include <algorithm>
#include <string>
#include <unordered_set>

#include "attribution/quoted_text.h"
#include "audit/checks.h"
#include "audit/restatement.h"
#include "rules/tag_expression.h"

namespace selon {

namespace {

constexpr std::size_t longest_acronym = 6;

std::string folded_name(std::string_view name) {
  std::string folded;
  for (const QuotedWord& word : words_in(name, {0, static_cast<std::uint32_t>(name.size())})) {
    folded += word.key;
  }
  return folded;
}

class IntroductionFinder {
 public:
  explicit IntroductionFinder(const AuditContext& context)
      : context_(context), text_(context.analysis.text), civil_(context.pack.list("civil-title-words")) {
    const TagTable tags(context.pack);
    role_ = tags_named(tags, "SRC SPEAKER MEASURE NOUN TITLE");
    describing_ = tags_named(tags, "SRC SPEAKER MEASURE NOUN TITLE NAME ADJ");
    apposed_ = tags_named(tags, "DET NUM SRC SPEAKER MEASURE NOUN TITLE ADJ PREP A DE");
    comma_ = tags_named(tags, "COMMA");
    brackets_ = tags_named(tags, "LPAR");
  }

  /// Whether a mention says itself who that is: "sa femme, Alice".
  [[nodiscard]] bool describes(Span mention) const {
    const auto starts_at = [](const Token& token) { return token.span.start; };
    auto token = std::ranges::lower_bound(text_.tokens, mention.start, {}, starts_at);
    for (; token != text_.tokens.end() && token->span.end <= mention.end; ++token) {
      const auto words = words_in(context_.document.text, token->span);
      if (role_.test(token->tag) && (token->shape & shape_capital) == 0 && !words.empty() &&
          !civil_.contains(words.front().key)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the article says anywhere who bears this name (one word, folded).
  [[nodiscard]] bool is_introduced(const std::string& name) {
    if (!read_) {
      read_ = true;
      for (const Sentence& sentence : text_.sentences) {
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
          if (is_name(i) && (is_before(sentence, i) || is_behind(sentence, i))) {
            introduced_.insert(folded_name(context_.text(text_.tokens[i].span)));
          }
        }
      }
    }
    return introduced_.contains(name);
  }

 private:
  [[nodiscard]] bool is_name(std::uint32_t token) const {
    const Token& t = text_.tokens[token];
    return t.word != no_index && (t.shape & shape_capital) != 0;
  }

  /// "la députée Morvan", "Jeanne Morvan", "(UNS" ; but not "M. Morvan".
  [[nodiscard]] bool is_before(const Sentence& sentence, std::uint32_t token) const {
    if (token == sentence.first) {
      return false;
    }
    const Token& before = text_.tokens[token - 1];
    if (brackets_.test(before.tag)) {
      return true;
    }
    const auto words = words_in(context_.document.text, before.span);
    return describing_.test(before.tag) && !words.empty() && !civil_.contains(words.front().key);
  }

  /// "Morvan, la maire", "Morvan (Verts)"
  [[nodiscard]] bool is_behind(const Sentence& sentence, std::uint32_t token) const {
    if (token + 2 >= sentence.last) {
      return false;
    }
    const Token& next = text_.tokens[token + 1];
    const Token& after = text_.tokens[token + 2];
    return brackets_.test(next.tag) || (comma_.test(next.tag) && apposed_.test(after.tag)) ||
           ((next.shape & shape_capital) != 0 && describing_.test(next.tag));
  }

  const AuditContext& context_;
  const Text& text_;
  WordSet civil_;
  std::unordered_set<std::string> introduced_;
  bool read_ = false;
  TagSet role_, describing_, apposed_, comma_, brackets_;
};

bool is_acronym(std::string_view name) {
  return name.size() >= 2 && name.size() <= longest_acronym &&
         std::ranges::all_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// What kind of name asks for an introduction: "" for none.
const char* key_of(const Source& source) {
  if (source.known || source.anonymous || source.vague || source.described) {
    return nullptr;
  }
  if (is_acronym(source.name)) {
    return "acronym";
  }
  const bool one_word = source.name.find(' ') == std::string::npos;
  return one_word && source.kind == SourceKind::person ? "" : nullptr;
}

bool is_misspelt(const AuditContext& context, Span place) {
  return std::ranges::any_of(context.analysis.near_misses,
                             [place](const NearMiss& miss) { return miss.span.overlaps(place); });
}

}  // namespace

void check_source_unintroduced(const AuditContext& context, Reporter& reporter) {
  IntroductionFinder finder(context);
  std::vector<bool> seen(context.analysis.sources.size(), false);
  for (const Attribution& attribution : context.analysis.attributions) {
    const Source* source = context.source_of(attribution);
    const char* key = source == nullptr ? nullptr : key_of(*source);
    if (key == nullptr || !attribution.source || seen[attribution.source_index] ||
        !is_running_text(context.kind_at(attribution.source->start)) || context.is_reported(attribution) ||
        is_misspelt(context, *attribution.source)) {
      continue;
    }
    seen[attribution.source_index] = true;
    if (finder.describes(*attribution.source) || finder.is_introduced(folded_name(source->name))) {
      continue;
    }
    Finding finding = reporter.finding(*attribution.source);
    finding.message_key = key;
    finding.arguments.emplace_back("source", source->name);
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
