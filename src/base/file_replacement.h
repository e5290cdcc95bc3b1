// Writing a file whole: a reader, or the next run, sees what was there before or all of the new
// bytes, never half of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace selon {

/// Writes the bytes beside their place and moves them there. A file that is there keeps its mode,
/// and a symbolic link leads on to it. Fails, and leaves the old file as it was, where the folder is
/// missing, the disk is full, or the place holds something else than a file.
[[nodiscard]] std::optional<Error> replace_file(const std::string& path, std::string_view bytes);

}  // namespace selon
