// The checks of a loaded pack that cost too much for every run: every expression
// is compiled, and every rule asked for its examples. `selon rules check` and the
// tests of a pack run them.
#pragma once

#include <vector>

#include "base/error.h"
#include "rules/pack.h"
#include "rules/regex.h"

namespace selon {

/// How a furniture expression is compiled: over UTF-8, caseless.
[[nodiscard]] Expected<Regex> compile_furniture(const Pack& pack, const Furniture& furniture);

/// All mistakes: expressions that don't compile, macros in a circle, rules without
/// example or counterexample, patterns that mark nothing, messages missing in a
/// language. Empty for a good pack.
[[nodiscard]] std::vector<Error> check_pack(const Pack& pack);

}  // namespace selon
