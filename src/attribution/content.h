// How far the content of an attribution reaches. A pattern finds source and cue;
// the content is what the clause beside them says, up to the boundaries that the
// pack names, and over whole quotations, however many sentences they hold.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attribution/pattern_set.h"
#include "language/text.h"
#include "language/vocabulary.h"

namespace selon {

class ContentFinder {
 public:
  ContentFinder(const Vocabulary& vocabulary, PatternSet& patterns);

  /// The content of one match, as token ranges without marks at their ends that
  /// don't belong to it (commas, the final full stop). Empty where nothing is left.
  std::vector<TokenRange> find(const Text& text, std::uint32_t sentence, const PatternMatch& match);

 private:
  struct Context {
    const Text* text;
    std::uint32_t sentence;
    TokenRange limits;  ///< the sentence
  };

  std::vector<TokenRange> after(const Context& context, std::string_view scope, std::uint32_t from);
  std::vector<TokenRange> before(const Context& context, const PatternMatch& match);
  std::vector<TokenRange> around(const Context& context, const PatternMatch& match);
  [[nodiscard]] std::uint32_t end_of_incise(const Context& context, std::uint32_t from) const;
  [[nodiscard]] TokenRange head(const Context& context, std::string_view scope, std::uint32_t end,
                                TokenRange tail);
  [[nodiscard]] static std::uint32_t quotation_of_incise(const Text& text, const PatternMatch& match);
  [[nodiscard]] TokenRange tail(const Context& context, std::string_view scope, std::uint32_t from,
                                bool inside_quotation);
  [[nodiscard]] std::uint32_t start_of_clause(const Context& context, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t end_of_quotations(const Text& text, std::uint32_t from,
                                                std::uint32_t end) const;
  [[nodiscard]] const std::string& masked(const Context& context, std::uint32_t from);
  void trim(const Text& text, TokenRange& range) const;

  PatternSet& patterns_;
  std::string masked_;
  Tag comma_, semicolon_, colon_, stop_, question_, ellipsis_, dash_, open_, close_, left_, right_, sign_,
      quoted_;
};

/// The innermost quotation that holds `token` between its marks, or no_index.
[[nodiscard]] std::uint32_t quotation_around(const Text& text, std::uint32_t token);

}  // namespace selon
