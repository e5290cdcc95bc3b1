// Tag expressions: the patterns of a rule pack over the tag string of a sentence,
// in which each token is one byte. A tag expression is a PCRE2 pattern written with
// tag names:
//
//   NOUN            the byte of that tag
//   [NOUN NAME]     one of these; [^NOUN @SET] none of these
//   @SET            one of the tags of a named set
//   $NP             a macro, put in as (?:…)
//   .               any tag
//   START END       the ends of the tag string
//   ( ) (?: ) (?> ) |
//   source( … )     a named group: lower-case letters, digits and _
//   before( … )  not_before( … )  after( … )  not_after( … )   look around: the same
//                   as PCRE2's (?= ) (?! ) (?<= ) (?<! ), which may be written too
//   ? * + {2} {2,} {2,5}, each also lazy (*?) or possessive (*+)
//
// White space is ignored; everything else is a mistake, reported at its column of
// the rule file. The same group name may stand in several branches.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/error.h"
#include "rules/pack.h"
#include "rules/regex.h"

namespace selon {

/// The most tags a pack may define: the rest of a byte's values stays free.
inline constexpr std::size_t max_tags = 200;

/// The names that expressions use, looked up fast. Keeps references into the pack,
/// which must outlive it unchanged.
class TagTable {
 public:
  explicit TagTable(const Pack& pack);
  /// The code unit of a tag: 1 + the index of its definition.
  [[nodiscard]] std::optional<std::uint8_t> code(std::string_view name) const;
  [[nodiscard]] const Macro* macro(std::string_view name) const;
  /// The set's members as code units, or nullptr.
  [[nodiscard]] const std::string* set(std::string_view name) const;
  [[nodiscard]] const Pack& pack() const { return *pack_; }

 private:
  const Pack* pack_;
  std::unordered_map<std::string_view, std::uint8_t> codes_;
  std::unordered_map<std::string_view, const Macro*> macros_;
  std::unordered_map<std::string_view, std::string> sets_;
};

/// The PCRE2 pattern (not UTF, to be compiled with `dot_all` and `duplicate_names`)
/// of a tag expression that begins at `place` of its rule file. Fails at the first
/// mistake, in the expression or in a macro it uses.
[[nodiscard]] Expected<std::string> expand_tags(const TagTable& table, std::string_view expression,
                                                RulePlace place);
[[nodiscard]] Expected<std::string> expand_tags(const Pack& pack, std::string_view expression,
                                                RulePlace place);

enum class Jit : std::uint8_t { off, on };

/// Expands and compiles. A mistake that PCRE2 finds is mapped back to its place in
/// the rule file.
[[nodiscard]] Expected<Regex> compile_tags(const TagTable& table, std::string_view expression,
                                           RulePlace place, Jit jit = Jit::off);

/// Adds what compile_tags makes of all patterns and boundaries of the pack, for a store
/// of a prepared pack.
[[nodiscard]] std::optional<Error> record_tags(const Pack& pack, RegexStore& store);

/// All mistakes of the expression's own text (unknown names, bad characters),
/// without looking into its macros or compiling it: cheap.
[[nodiscard]] std::vector<Error> tag_mistakes(const TagTable& table, std::string_view expression,
                                              RulePlace place);

/// The place of `offset` of an expression that begins at `start`. A "<" or "&" counts
/// as the "&lt;" or "&amp;" that stands for it in the file.
[[nodiscard]] RulePlace place_in(std::string_view expression, RulePlace start, std::size_t offset);

/// An error at that place of a pack's file.
[[nodiscard]] Error error_at(const Pack& pack, RulePlace place, std::string what, std::string fragment,
                             std::string advice);

/// Whether `name` may name a tag, macro or set: [A-Z][A-Z0-9_]*, but START and END.
[[nodiscard]] bool is_tag_name(std::string_view name);

}  // namespace selon
