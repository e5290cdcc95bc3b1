// Regular expressions (PCRE2, 8-bit) for tag strings and for text: compiled once,
// matched with limits on time and memory, in a match object that is used again.
//
//   auto regex = Regex::compile("(?<cue>\\x04\\x05)", {.dot_all = true});
//   RegexMatch match;
//   if (regex->match(tags, 0, match)) { auto cue = match.group(regex->group_index("cue")); }
//   else if (match.outcome() == MatchOutcome::limit) { ... }
//
// A Regex may be shared by threads; a RegexMatch belongs to one.
#pragma once

#ifndef PCRE2_CODE_UNIT_WIDTH
#define PCRE2_CODE_UNIT_WIDTH 8
#endif
#include <pcre2.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace selon {

struct RegexOptions {
  bool utf = false;              ///< pattern and subject are UTF-8
  bool caseless = false;         ///< upper and lower case are the same
  bool ucp = false;              ///< \w, \b, \d know all of Unicode
  bool dot_all = false;          ///< "." matches the line feed too
  bool duplicate_names = false;  ///< several groups may have one name
  bool jit = false;              ///< compile to machine code: slower to compile, faster to match
};

struct RegexError {
  std::size_t offset = 0;  ///< how much of the pattern had been read: one past the culprit
  std::string what;
};

/// How a match ended. `limit`: the pattern took too long, or too much memory, on
/// this subject, and whether it matches is not known.
enum class MatchOutcome : std::uint8_t { matched, no_match, limit, error };

/// What one match may cost. One step is one call of PCRE2's inner matching function.
struct RegexLimits {
  std::uint32_t steps = 1'000'000;
  std::uint32_t depth = 20'000;
  std::uint32_t heap_kib = 16'384;
};

/// The place and the groups of the last match; buffers are kept from match to match.
class RegexMatch {
 public:
  using Range = std::pair<std::size_t, std::size_t>;  ///< start and end, bytes of the subject

  explicit RegexMatch(RegexLimits limits = {});

  [[nodiscard]] MatchOutcome outcome() const { return outcome_; }
  /// Group `index` (0 is the whole match), or nothing where it took no part, the
  /// index is negative or none of the pattern's, or the last match failed.
  [[nodiscard]] std::optional<Range> group(int index) const;
  /// The first of these groups that took part.
  [[nodiscard]] std::optional<Range> first_of(std::span<const int> indices) const;

 private:
  friend class Regex;
  struct Free {
    void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
    void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
    void operator()(pcre2_jit_stack* stack) const { pcre2_jit_stack_free(stack); }
  };
  void make_room(std::uint32_t groups, bool jit);

  std::unique_ptr<pcre2_jit_stack, Free> stack_;
  std::unique_ptr<pcre2_match_context, Free> context_;
  std::unique_ptr<pcre2_match_data, Free> data_;
  std::uint32_t room_ = 0;
  int groups_ = 0;  ///< set by the last match, the whole match included
  MatchOutcome outcome_ = MatchOutcome::no_match;
};

class Regex {
 public:
  /// Fails on a mistake in the pattern, at its offset. A pattern of more than
  /// `max_pattern` bytes is refused.
  [[nodiscard]] static tl::expected<Regex, RegexError> compile(std::string_view pattern,
                                                               RegexOptions options = {});
  static constexpr std::size_t max_pattern = 256 * 1024;

  /// The compiled expression as bytes, for the same version of PCRE2 on the same kind
  /// of machine.
  [[nodiscard]] std::string encode() const;
  /// What `encode` gave: bytes made by anybody else are a danger. They begin at a
  /// multiple of 8. Nothing where they are of another version of PCRE2.
  [[nodiscard]] static std::optional<Regex> decode(std::string_view bytes, RegexOptions options);

  /// The first match at or after `from`. With `utf`, the subject must be valid
  /// UTF-8 and `from` on a character border: neither is checked again here.
  /// `extra_options` are PCRE2's: PCRE2_ANCHORED, PCRE2_NOTEMPTY, …
  bool match(std::string_view subject, std::size_t from, RegexMatch& out,
             std::uint32_t extra_options = 0) const;

  /// The (first) group of that name, or -1.
  [[nodiscard]] int group_index(std::string_view name) const;
  /// All groups of that name: several with `duplicate_names`.
  [[nodiscard]] std::vector<int> group_indices(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> group_names() const;
  [[nodiscard]] bool jit() const { return jit_; }

 private:
  struct Free {
    void operator()(pcre2_code* code) const { pcre2_code_free(code); }
  };
  Regex(pcre2_code* code, RegexOptions options);
  template <class Visit>
  void each_name(Visit visit) const;

  std::unique_ptr<pcre2_code, Free> code_;
  std::uint32_t match_options_ = 0;
  std::uint32_t captures_ = 0;
  bool jit_ = false;
};

}  // namespace selon
