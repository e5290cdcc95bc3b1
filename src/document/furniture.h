// The pack's furniture rules at work: which lines of a page are no text of the
// article (share buttons, reading times, bylines, related links), and where a
// caption's credit stands. No such words are in code.
//
//   auto furniture = FurnitureRules::compile(pack);
//   if (auto kind = furniture->line_kind(line)) …   // BlockKind::boilerplate
//   if (auto credit = furniture->credit(caption)) … // the span of "STR / AFP"
//
// Rules are joined, because compiling many expressions costs more than matching one.
// Before a line is matched, each stretch of its white space becomes one plain space
// and each U+2019 an ASCII apostrophe, so that rules needn't tell them apart. Most
// lines that end in a period are sentences: only the rules that have an example with
// one (or no examples at all) are tried on them. An object belongs to one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/span.h"
#include "document/document.h"
#include "rules/pack.h"
#include "rules/regex.h"

namespace selon {

/// A credit inside a caption, and how many bytes before it only lead up to it.
struct CaptionCredit {
  Span span;
  std::uint32_t lead = 0;
};

class FurnitureRules {
 public:
  /// Fails on a rule whose expression doesn't compile, at its place. (`load_pack`
  /// has checked that already.)
  /// `record`: where the compiled expressions are added, when a pack is prepared.
  [[nodiscard]] static Expected<FurnitureRules> compile(const Pack& pack, RegexStore* record = nullptr);
  /// No rules: nothing is furniture.
  FurnitureRules() = default;

  /// Furniture lines are short; a longer block is text of the article.
  static constexpr std::size_t max_line = 200;
  /// A credit is looked for in so many bytes at a caption's end.
  static constexpr std::size_t max_credit = 160;

  /// Tells that so many lines are going to be asked for: where they are worth it, the rules are
  /// compiled to machine code at once.
  void expect(std::size_t lines);

  /// What a rule makes of a whole line (a block without white space at its ends).
  [[nodiscard]] std::optional<BlockKind> line_kind(std::string_view line);

  /// The credit at the end of a caption, without its parentheses: the first group of
  /// the rule that matches. What the rule matches before it leads up to it.
  [[nodiscard]] std::optional<CaptionCredit> credit(std::string_view caption);

 private:
  /// Where compiled expressions are taken from, and where they go; both may be null.
  struct Stores {
    const RegexStore* from = nullptr;
    RegexStore* to = nullptr;
  };
  /// Rules joined to one expression. Compiled to machine code once it has been used
  /// often: that takes longer than one article is worth.
  class Joined {
   public:
    /// `uses_before_jit`: as many uses as cost what compiling to machine code does.
    static tl::expected<Joined, RegexError> compile(std::string expression, bool anchored,
                                                    std::uint32_t uses_before_jit, const Stores& stores);
    void expect(std::size_t uses);
    bool match(std::string_view subject, std::size_t from, RegexMatch& out);
    [[nodiscard]] int group_index(std::string_view name) const { return regex_->group_index(name); }

   private:
    std::string expression_;
    std::optional<Regex> regex_;
    bool anchored_ = false;
    std::uint32_t uses_left_ = 0;  ///< before it is compiled to machine code
  };
  struct Lines {
    std::optional<Joined> rules;
    std::vector<std::pair<int, BlockKind>>
        groups;  ///< an empty group marks the kind of the rule that matched
  };
  static Expected<Lines> compile_lines(const Pack& pack, const std::vector<const Furniture*>& rules,
                                       std::uint32_t uses_before_jit, const Stores& stores);

  Lines any_line_;
  Lines sentence_;  ///< the rules for lines that end in a period
  std::optional<Joined> tail_;
  RegexMatch match_;
  std::string line_;  ///< the line as it is matched
};

/// Whether one rule matches `text`, just as the pipeline would see it: for the tests
/// of the rules themselves.
[[nodiscard]] bool furniture_matches(const Furniture& rule, std::string_view text);

}  // namespace selon
