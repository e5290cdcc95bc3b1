// What each quotation of a text is: words of a speaker, the title of a work or an
// operation, or a term that is only mentioned. And, once attributions are known,
// which of them each quotation belongs to.
//
//   QuotationReader reader(vocabulary);
//   if (reader.kind_of(document, text, i) == QuotationKind::speech) …   // before attributions
//   reader.fill(document, analysis);                                    // after them
#pragma once

#include <cstdint>

#include "attribution/analysis.h"
#include "document/document.h"
#include "language/text.h"
#include "language/vocabulary.h"
#include "rules/tag_expression.h"

namespace selon {

class QuotationReader {
 public:
  /// `vocabulary` must outlive the reader. Uses the pack's lists "title-nouns" (the
  /// film « X »), "title-participles" (named « X »), "term-nouns" (the word « x ») and
  /// "naming-verbs" (what they call « x »).
  explicit QuotationReader(const Vocabulary& vocabulary);
  QuotationReader(const Vocabulary& vocabulary, const TagTable& tags);

  /// What the quotation is by its own form and by the words before it.
  [[nodiscard]] QuotationKind kind_of(const Document& document, const Text& text,
                                      std::uint32_t quotation) const;

  /// Fills Analysis::quotations from its text and attributions.
  void fill(const Document& document, Analysis& analysis) const;

 private:
  /// What can be said of a quotation without its neighbours.
  struct Form {
    std::uint32_t words = 0;
    bool finite_verb = false;
    bool sentence_mark = false;  ///< ends, or is cut, by a full stop, question mark, ellipsis
    bool capital = false;        ///< its first word has one
  };
  /// How the words before it introduce it.
  enum class Introduction : std::uint8_t { none, opening, title, term, determiner, speech };

  [[nodiscard]] bool is_certain_verb(const Token& token) const;
  [[nodiscard]] bool is_named(const Text& text, std::uint32_t before, std::uint32_t first) const;
  [[nodiscard]] Form form_of(const Text& text, const Quotation& quotation) const;
  [[nodiscard]] Introduction introduction_of(const Text& text, const Quotation& quotation) const;
  [[nodiscard]] Introduction nearest_introduction(const Text& text, std::uint32_t before,
                                                  std::uint32_t first) const;
  [[nodiscard]] Introduction distant_introduction(const Text& text, std::uint32_t before,
                                                  std::uint32_t first) const;
  [[nodiscard]] QuotationKind kind_of_opening(const Text& text, const Quotation& quotation,
                                              const Form& form) const;
  void attribute(Analysis& analysis) const;
  void repeat_titles(const Document& document, Analysis& analysis) const;
  [[nodiscard]] bool listed(const Token& token, ListSet lists) const;
  [[nodiscard]] bool has(const Token& token, const TagSet& tags) const { return tags.test(token.tag); }

  const Vocabulary* vocabulary_;
  ListSet title_nouns_, title_participles_, term_nouns_, naming_verbs_, offences_;
  TagSet finite_, plain_verb_, saying_, said_, sentence_marks_, colon_, comma_, determiner_, of_, nominal_,
      nouns_, named_;
};

/// The same for one quotation only.
[[nodiscard]] QuotationKind kind_of(const Document& document, const Text& text, const Vocabulary& vocabulary,
                                    std::uint32_t quotation);

/// The tags of these names ("NOUN", "@FINITE"); a name that the pack lacks counts for nothing.
[[nodiscard]] TagSet tags_named(const TagTable& table, std::string_view names);

}  // namespace selon
