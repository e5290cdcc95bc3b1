// What a tag pattern asks of a sentence before it can match anywhere in it: a list of
// sets of tags, of each of which some token must have one. "$WHO SAY QUE" can't match
// without a token tagged QUE, nor without one tagged SAY; to see that costs a hundredth
// of trying the pattern at each token.
#pragma once

#include <bitset>
#include <string_view>
#include <vector>

namespace selon {

/// Bit i: the tag whose code unit is i.
using TagBits = std::bitset<256>;

/// Of what expand_tags made of an expression. Not all that the pattern asks for, but
/// nothing that it doesn't: where one of these sets is missing, it matches nowhere.
[[nodiscard]] std::vector<TagBits> tag_requirements(std::string_view pattern);

}  // namespace selon
