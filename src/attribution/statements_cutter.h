// Statements: the body's sentences cut into stretches that stand on one authority
// each. Every token of every sentence belongs to exactly one statement.
//
// Source and cue belong to the statement of their content; attributions that nest
// or interlock share one; what is left of a sentence is own voice where it has a
// verb of its own, else it goes with its neighbour.
#pragma once

#include <cstdint>
#include <vector>

#include "attribution/analysis.h"
#include "attribution/pattern_set.h"
#include "document/document.h"
#include "language/vocabulary.h"
#include "rules/tag_expression.h"

namespace selon {

class StatementCutter {
 public:
  explicit StatementCutter(const TagTable& tags);

  /// Fills Analysis::statements from the sentences and attributions.
  void cut(const Document& document, Analysis& analysis);

 private:
  enum class Role : std::uint8_t { content, cue, source };
  /// A part of an attribution, as a span of the text.
  struct Part {
    Span span;
    std::uint32_t attribution = 0;
    Role role = Role::content;
  };
  /// A stretch of one sentence that attributions hold together.
  struct Group {
    TokenRange range;
    std::vector<std::uint32_t> attributions;
  };

  void collect_parts(const std::vector<Attribution>& attributions);
  void open_parts(Span sentence);
  void make_groups(const Text& text, const Sentence& sentence);
  void add_core(TokenRange range, std::uint32_t attribution);
  void index_groups();
  void extend_to_sources(const Text& text, const Sentence& sentence);
  void merge_groups();
  void cut_sentence(const Text& text, std::uint32_t sentence, std::vector<Statement>& out);
  void add(const Text& text, std::uint32_t sentence, TokenRange range, const Group* group,
           std::vector<Statement>& out);
  [[nodiscard]] bool is_clause(const Text& text, TokenRange range) const;
  [[nodiscard]] bool stands_before(const Text& text, TokenRange range) const;
  [[nodiscard]] bool stands_after(const Text& text, TokenRange range) const;
  [[nodiscard]] std::uint32_t end_of_marks(const Text& text, TokenRange range) const;
  [[nodiscard]] std::uint32_t without_links(const Text& text, TokenRange range) const;
  [[nodiscard]] std::uint32_t split(const Text& text, TokenRange gap) const;

  TagSet finite_, closing_, links_, leading_, pauses_, open_, close_, subordinators_, additions_;
  std::vector<Part> parts_;       ///< by start
  std::vector<Part> open_parts_;  ///< those that reach into the current sentence
  std::size_t next_part_ = 0;
  std::vector<Group> groups_;            ///< of the current sentence, ascending
  std::vector<std::uint32_t> group_of_;  ///< by attribution; no_index: none in this sentence
};

/// Marks the statements of captions that have a credit of their own and no attribution.
void credit_captions(const Document& document, Analysis& analysis);

}  // namespace selon
