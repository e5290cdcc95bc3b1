// What a tag pattern asks of a sentence before it can match anywhere in it: a list of
// sets of tags, of each of which some token must have one. "$WHO SAY QUE" can't match
// without a token tagged QUE, nor without one tagged SAY; to see that costs a hundredth
// of trying the pattern at each token.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pack.h"

namespace selon {

/// Bit i: the tag whose code unit is i.
using TagBits = std::bitset<256>;

/// Of what expand_tags made of an expression. Not all that the pattern asks for, but
/// nothing that it doesn't: where one of these sets is missing, it matches nowhere.
[[nodiscard]] std::vector<TagBits> tag_requirements(std::string_view pattern);

/// The requirements of all patterns of a pack.
class TagRequirements {
 public:
  /// Nothing is known of any pattern: all may match.
  TagRequirements() = default;
  TagRequirements(TagRequirements&&) = default;
  TagRequirements& operator=(TagRequirements&&) = default;

  /// Those in the pack's prepared file, read where they lie; nothing where it has none.
  [[nodiscard]] static std::optional<TagRequirements> prepared(const Pack& pack);
  [[nodiscard]] static TagRequirements build(const Pack& pack);
  [[nodiscard]] std::string encode() const;
  static constexpr std::string_view stored_as = "tag requirements";  ///< in a pack's prepared file

  /// Of the pattern at this index of Pack::patterns.
  [[nodiscard]] std::span<const TagBits> of(std::size_t pattern) const {
    return starts_.empty() ? std::span<const TagBits>()
                           : sets_.subspan(starts_[pattern], starts_[pattern + 1] - starts_[pattern]);
  }

 private:
  std::vector<std::uint32_t> built_starts_;  ///< what was built, and the arrays below look into
  std::vector<TagBits> built_sets_;
  std::span<const std::uint32_t> starts_;  ///< of each pattern's in `sets_`; the end last
  std::span<const TagBits> sets_;
};

}  // namespace selon
