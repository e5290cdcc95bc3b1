// FILE.selon: the silences of a FILE that has no place for comments.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "audit/silences.h"
#include "base/error.h"

namespace selon {

using SidecarSilences = std::vector<std::pair<SilenceWords, std::string>>;

/// Reads PATH.selon, one silence a line (audit/silences.h), each with its place; nothing
/// where there is no such file. Fails with every line that cannot be read.
[[nodiscard]] tl::expected<SidecarSilences, std::vector<Error>> sidecar_silences(const std::string& path);

}  // namespace selon
