// The pack's attribution patterns, ready to match: each compiled at its first gated
// use, because compiling costs more than matching for one article.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "language/vocabulary.h"
#include "rules/pack.h"
#include "rules/regex.h"
#include "rules/tag_expression.h"
#include "rules/tag_requirements.h"

namespace selon {

/// Tokens [first, last).
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
  [[nodiscard]] bool empty() const { return last <= first; }
  [[nodiscard]] bool contains(std::uint32_t token) const { return first <= token && token < last; }
};

/// How far a content reaches, from its pattern's `scope`: the part before the first
/// hyphen tells the direction, the whole name which boundaries count.
enum class Direction : std::uint8_t {
  group,   ///< the pattern's own group `content`
  after,   ///< from the match's end onward
  before,  ///< up to the match's start, and on after an inserted cue
  around,  ///< the whole clause around the match
};

/// Where the parts of one match lie.
struct PatternMatch {
  const Pattern* pattern = nullptr;
  TokenRange whole;
  std::optional<TokenRange> source, cue, content, addressee, date, place, via;
};

class PatternSet {
 public:
  static Expected<std::unique_ptr<PatternSet>> create(const Vocabulary& vocabulary, bool jit);

  /// Whether a sentence with these tags can match anything at all.
  [[nodiscard]] bool may_match(const TagSet& tags) const { return (tags & cues_).any(); }

  /// All matches of all patterns in tokens [first, last) of `tags`, which are those
  /// `present`, pattern by pattern. Where a pattern hits its limit, it goes on behind the next token of its
  /// gate, a few times a sentence; once a pattern this is told as a mistake.
  void match(std::string_view tags, std::uint32_t first, std::uint32_t last, const TagSet& present,
             std::vector<PatternMatch>& out);

  [[nodiscard]] Direction direction(const Pattern& pattern) const;

  /// The nearest match of the boundaries with this effect for `scope`, at or after
  /// `from` in `tags`; nothing where there is none.
  std::optional<TokenRange> boundary(std::string_view scope, std::string_view effect, std::string_view tags,
                                     std::uint32_t from, bool anchored);
  /// Patterns and boundaries that don't compile (`rules check` finds them beforehand), or
  /// that took too long on a sentence.
  [[nodiscard]] const std::vector<Error>& mistakes() const { return mistakes_; }
  /// Whether the pack has a boundary with this effect for `scope`.
  [[nodiscard]] bool has_boundary(std::string_view scope, std::string_view effect) const;

 private:
  struct Compiled {
    const Pattern* pattern = nullptr;
    TagSet gate;
    std::span<const TagBits> requirements;
    std::optional<Regex> regex;
    bool failed = false;
    bool slow = false;  ///< has hit its limit
    std::vector<int> source, cue, content, addressee, date, place, via;
  };
  struct CompiledBoundary {
    const Boundary* boundary = nullptr;
    std::optional<Regex> regex;
    bool failed = false;
    bool slow = false;  ///< has hit its limit
  };

  PatternSet(const Vocabulary& vocabulary, bool jit) : table_(vocabulary.pack()), jit_(jit) {}
  bool compile(Compiled& compiled);
  bool compile(CompiledBoundary& compiled);
  void read(const Compiled& compiled, std::uint32_t first, PatternMatch& out) const;
  void tell_slow(bool& told, std::string_view name, RulePlace place);
  [[nodiscard]] std::optional<TokenRange> range(const std::vector<int>& groups, std::uint32_t first) const;

  TagTable table_;
  TagRequirements requirements_;
  bool jit_;
  TagSet cues_;
  std::vector<Compiled> patterns_;
  std::vector<CompiledBoundary> boundaries_;
  RegexMatch match_;
  std::vector<Error> mistakes_;
};

}  // namespace selon
