// Files that selon cannot read, told by their first bytes: the refusal names the
// format and a way to convert it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace selon {

/// Why `bytes`, as they lie in the file, are not an article that can be read; nothing
/// where they may be.
[[nodiscard]] std::optional<Error> refuse_foreign(std::string_view bytes, const std::string& path);

/// Why decoded text is not text after all: zero bytes, or many control characters.
[[nodiscard]] std::optional<Error> refuse_binary(std::string_view text, const std::string& path);

}  // namespace selon
